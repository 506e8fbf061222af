import { determinationOf } from '../determination/determination.ts';
import { letterReaders, type SlicedReader } from '../determination/reading/read.ts';
import type { Determination } from '../determination/model.ts';
import { ownCatalogue, useCatalogue, type Catalogue } from '../guidelines/catalogue.ts';
import { allAtOnce, type Sliced } from '../markdown/sliced.ts';
import type { CheckedLetter } from '../rules/engine/checked-letter.ts';
import type { Decision } from '../rules/engine/decision.ts';
import { linters, type SlicedLinter } from '../rules/engine/engine.ts';
import { phraseRules } from '../rules/phrases.ts';
import type { Settings, Show } from '../settings/settings.ts';
import { rules } from '../rules/rules.ts';
import { decisionSieve, type DecisionSieve } from './decisions.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Source } from './source.ts';

export interface Checked {
  readonly kind: DocumentKind;
  readonly determination: Determination;
  readonly checked: CheckedLetter;
}

/** Reads and checks the versions of one document; what an edit leaves alone is not read again. */
export interface DocumentChecker {
  (source: Source): Checked;
  /** The same with stops, for whoever has other work that can't wait. */
  readonly sliced: (source: Source) => Sliced<Checked>;
}

/** A checker of documents that is written with stops. */
export function documentChecker(sliced: DocumentChecker['sliced']): DocumentChecker {
  return Object.assign((source: Source) => allAtOnce(sliced(source)), { sliced });
}

/** How letters are checked under certain settings. */
export interface Checker {
  /** Differs between checkers whose findings may differ. */
  readonly id: string;
  /** Rules that the settings switch off, though by themselves they are on. */
  readonly switchedOff: readonly string[];
  /** What an editor shows of what is found. */
  readonly show: Show;
  /** What is known of guidelines under these settings. */
  readonly catalogue: Catalogue;
  /** Starts on a new document. `fileName`: its name, for a letter without a case number. */
  readonly start: (fileName?: string) => DocumentChecker;
}

/** One whose work is too little to stop in. */
export function quickChecker(check: (source: Source) => Checked): DocumentChecker {
  return documentChecker((source) => checkedAtOnce(check, source));
}

function* checkedAtOnce(check: (source: Source) => Checked, source: Source): Sliced<Checked> {
  yield;
  return check(source);
}

let checkers = 0;

/** Checks letters; whatever else a document turns out to be is left alone. `catalogue`: with what the team of the folder adds to it. */
export function createChecker(settings: Settings, catalogue: Catalogue = ownCatalogue): Checker {
  const severities = new Map(Object.entries(settings.rules));
  const startReading = letterReaders(settings);
  const startLinting = linters([...rules, ...phraseRules(settings.phrases)], severities);
  return {
    id: String(++checkers),
    switchedOff: rules.filter(({ id, offByDefault }) => !offByDefault && settings.rules[id] === 'off').map(({ id }) => id),
    show: settings.show,
    catalogue,
    start() {
      const read = startReading();
      const lint = startLinting();
      return documentChecker((source) => underCatalogue(catalogue, readAndLint(source, read, lint)));
    },
  };
}

function* readAndLint({ blocks, kind }: Source, read: SlicedReader, lint: SlicedLinter): Sliced<Checked> {
  const determination = yield* read(blocks, kind);
  return { kind: determination.isDetermination ? 'letter' : 'other', determination, checked: yield* lint(determination) };
}

/** The same work, with the letter's own catalogue behind each stop, in which another letter may have been looked at. */
function* underCatalogue<T>(catalogue: Catalogue, work: Sliced<T>): Sliced<T> {
  for (;;) {
    useCatalogue(catalogue);
    const next = work.next();
    if (next.done) return next.value;
    yield;
  }
}

const nothingFound: CheckedLetter = { ofItems: [], ofLetter: [], silenced: [] };

/** Takes every document for something else than a letter: the switch in the editor's settings is off. */
export const silentChecker: Checker = {
  id: 'silent',
  switchedOff: [],
  show: 'everything',
  catalogue: ownCatalogue,
  start: () => quickChecker(({ blocks }) => ({ kind: 'other', determination: determinationOf(blocks, {}), checked: nothingFound })),
};

/** The same checker with what was decided on outside of a folder's letters taken out. */
export function withDecisions(checker: Checker, decisions: readonly Decision[]): Checker {
  if (decisions.length === 0) return checker;
  return {
    ...checker,
    id: String(++checkers),
    start(fileName = '') {
      const { sliced } = checker.start();
      const sift = decisionSieve(decisions, fileName);
      return documentChecker((source) => sifted(sliced(source), sift));
    },
  };
}

function* sifted(check: Sliced<Checked>, sift: DecisionSieve): Sliced<Checked> {
  const found = yield* check;
  return found.kind === 'letter' ? { ...found, checked: sift(found.checked, found.determination) } : found;
}
