import { createLetterReader } from '../determination/read.ts';
import type { Determination } from '../determination/model.ts';
import { type CheckedLetter } from '../rules/engine/checked-letter.ts';
import { createLinter } from '../rules/engine/engine.ts';
import { phraseRules } from '../rules/phrases.ts';
import type { Settings } from '../settings/settings.ts';
import { rules } from '../rules/rules.ts';
import type { Source } from './source.ts';

export interface Checked {
  readonly determination: Determination;
  readonly checked: CheckedLetter;
}

/** Reads and checks the versions of one document; what an edit leaves alone is not read again. */
export type DocumentChecker = (source: Source) => Checked;

/** How letters are checked under certain settings. */
export interface Checker {
  /** Differs between checkers whose findings may differ. */
  readonly id: string;
  /** Rules that the settings switch off, though by themselves they are on. */
  readonly switchedOff: readonly string[];
  /** Starts on a new document. */
  readonly start: () => DocumentChecker;
}

let checkers = 0;

export function createChecker(settings: Settings): Checker {
  const severities = new Map(Object.entries(settings.rules));
  return {
    id: String(++checkers),
    switchedOff: rules.filter(({ id, offByDefault }) => !offByDefault && settings.rules[id] === 'off').map(({ id }) => id),
    start() {
      const read = createLetterReader(settings);
      const lint = createLinter([...rules, ...phraseRules(settings.phrases)], severities);
      return ({ blocks, kind }) => {
        const determination = read(blocks, kind);
        return { determination, checked: lint(determination) };
      };
    },
  };
}

/** Takes every document for something else than a determination: the switch in the editor's settings is off. */
export const silentChecker: Checker = {
  id: 'silent',
  switchedOff: [],
  start: () => ({ text }) => ({
    determination: {
      layout: 'draft', isDetermination: false, get text() { return text.toString(); }, frontMatter: null, facts: new Map(),
      listed: null, sections: [], items: [], dependencies: [], passages: [], suppressions: [],
    },
    checked: { ofItems: [], ofLetter: [], silenced: [] },
  }),
};
