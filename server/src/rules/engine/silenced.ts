import { shift, type Span } from '../../markdown/span.ts';
import type { Determination, Suppression } from '../../determination/model.ts';
import { areNamed } from '../../determination/reading/silenced-words.ts';
import type { SourceText } from '../../markdown/source-text.ts';
import type { CheckedLetter, ItemFindings } from './checked-letter.ts';
import { lastHolding, type LastHolding } from './last-holding.ts';
import type { Finding, SilencedFinding } from './rule.ts';
import { isOfEngine } from './set-aside.ts';

/** What is left of a letter's findings, and what its comments silence. */
export interface Sifted extends Pick<CheckedLetter, 'ofItems' | 'ofLetter'> {
  readonly silenced: readonly SilencedFinding[];
}

/** Takes out the findings that the letter's comments silence. Keeps what it gave for an item, so that the same findings stay the same array. */
export type Sieve = (checked: Pick<CheckedLetter, 'ofItems' | 'ofLetter'>, letter: Pick<Determination, 'suppressions' | 'text'>) => Sifted;

const NOTHING: readonly SilencedFinding[] = [];

export function createSieve(): Sieve {
  const kept = new WeakMap<readonly Finding[], readonly Finding[]>();
  return ({ ofItems, ofLetter }, letter) => {
    const { suppressions } = letter;
    if (suppressions.length === 0) return { ofItems, ofLetter, silenced: NOTHING };
    const silencerOf = silencers(suppressions, letter.text);
    const silenced: SilencedFinding[] = [];
    const left = (findings: readonly Finding[], start: number): readonly Finding[] => {
      const rest = findings.filter((finding) => {
        const span = shift(finding.span, start);
        const silencer = silencerOf(finding.ruleId, span);
        if (silencer) silenced.push({ ...silencer, ruleId: finding.ruleId, span, severity: finding.severity });
        return !silencer;
      });
      if (rest.length === findings.length) return findings;
      const before = kept.get(findings);
      if (before?.length === rest.length && before.every((finding, i) => finding === rest[i])) return before;
      kept.set(findings, rest);
      return rest;
    };
    const items: ItemFindings[] = ofItems.map(({ item, findings }) => ({ item, findings: left(findings, item.start) }));
    return { ofItems: items, ofLetter: left(ofLetter, 0), silenced };
  };
}

/** A comment that silences a finding, and by which of the rules that it names: null where it names none. */
type Silencer = Pick<SilencedFinding, 'suppression' | 'by'>;

/** Tells of findings the nearest comment above that silences them. However many comments there are, a question costs next to nothing. */
function silencers(suppressions: readonly Suppression[], text: SourceText): (ruleId: string, place: Span) => Silencer | null {
  const ofAll = new Silencers(suppressions.filter(({ rules }) => rules.length === 0));
  const named = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    for (const id of new Set(suppression.rules.map((rule) => rule.id))) {
      const known = named.get(id);
      if (known) known.push(suppression);
      else named.set(id, [suppression]);
    }
  }
  const ofRules = new Map([...named].map(([id, those]) => [id, new Silencers(those)]));
  return (ruleId, place) => {
    // What the engine says of the letter, it says whatever a comment says.
    if (isOfEngine(ruleId)) return null;
    const byAll = ofAll.nearest(place.start);
    const byName = ofRules.get(ruleId)?.naming(ruleId, place, text) ?? null;
    if (!byAll || (byName && byName.suppression.comment.start > byAll.comment.start)) return byName;
    return { suppression: byAll, by: null };
  };
}

/** Comments in their order, and what they cover. A finding is silenced where it begins. */
class Silencers {
  readonly #suppressions: readonly Suppression[];
  readonly #last: LastHolding;

  constructor(suppressions: readonly Suppression[]) {
    this.#suppressions = suppressions;
    this.#last = lastHolding(suppressions.map(({ covers }) => covers));
  }

  nearest(offset: number): Suppression | undefined {
    return this.#suppressions[this.#last(offset)];
  }

  /** The nearest that names a rule, alone or with the words of the place. */
  naming(ruleId: string, { start, end }: Span, text: SourceText): Silencer | null {
    for (let i = this.#last(start); i >= 0; i--) {
      const suppression = this.#suppressions[i]!;
      if (start < suppression.covers.start || start > suppression.covers.end) continue;
      const by = suppression.rules.find(({ id, words }) => id === ruleId && (words === null || areNamed(text.slice(start, end), words)));
      if (by) return { suppression, by };
    }
    return null;
  }
}
