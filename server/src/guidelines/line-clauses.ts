import { matchesOf } from '../markdown/matches.ts';
import { REVIEWER_BY_CALLING } from './reviewer-by-calling.ts';

/** A stretch of a guideline line that is read in one way. Offsets count from the start of the line. */
export interface Clause {
  /**
   * `sources`: MTUS and ACOEM, or whatever a free line names; `outside`: behind "Non-MTUS Citation" and the like;
   * `none`: says that nothing was cited.
   */
  readonly kind: 'sources' | 'outside' | 'none';
  readonly start: number;
  readonly end: number;
  /** The clause follows "based on": an unfamiliar name in it is meant as a source. */
  readonly stated: boolean;
}

// What introduces a clause, and the set phrases between clauses that name no source of their own.
const MARKS = new RegExp(
  [
    /(?<none>did\s+not\s+cite\s+any\b[^.]*|no\s+(?:guidelines?|evidence|citations?)\s+(?:(?:was|were)\s+)?cited)/,
    /(?<outside>(?:decision\s+)?(?:based\s+on\s+)?non[-\s]MTUS(?:\s+(?:citations?|sources?|guidelines?|evidence|literature)\b)?:?)/,
    /(?<outsideBelow>(?:the\s+following,?\s+)?which\s+(?:is|are)\s+not\s+(?:from|(?:a\s+)?part\s+of)\s+the\s+MTUS(?:\s+guidelines)?\s*:)/,
    /(?<beside>recommendation(?:\(s\)|s)?\s+outside\s+(?:of\s+)?the\s+MTUS(?:\s+guidelines)?)/,
    /(?<status>which\s+(?:is|are)\s+(?:not\s+)?(?:a\s+)?part\s+of\s+the\s+MTUS(?:\s+guidelines)?)/,
    /(?<stated>decisions?\s+(?:(?:is|was)\s+)?based\s+(?:up)?on)/,
    /(?<decided>based\s+(?:its|their|the|his\/her|his|her)\s+decisions?\s+(?:up)?on)/,
    new RegExp(String.raw`(?<party>the\s+(?:claims\s+administrator|reviewer|${REVIEWER_BY_CALLING})\b|\bmaximus\b)`),
  ].map((part) => part.source).join('|'),
  'gi',
);

/** Takes a guideline line into clauses by its set phrases. Linear; a line without any is one clause of sources. */
export function clausesOf(line: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let kind: Clause['kind'] = 'sources';
  let stated = false;
  let start = 0;
  const close = (end: number): void => {
    if (/[\p{L}\p{N}]/u.test(line.slice(start, end))) clauses.push({ kind, start, end, stated });
  };
  let party: { start: number; end: number } | null = null;
  for (const match of matchesOf(MARKS, line)) {
    const groups = match.groups!;
    const end = match.index + match[0].length;
    close(match.index);
    if (groups['party']) party = { start: match.index, end };
    else if (groups['none']) {
      // "The Claims Administrator did not cite …": the sentence begins with the party.
      const whole = party && /^\s*$/.test(line.slice(party.end, match.index));
      clauses.push({ kind: 'none', start: whole ? party!.start : match.index, end, stated: true });
    }
    else if (groups['outside'] ?? groups['outsideBelow']) [kind, stated] = ['outside', true];
    else if (groups['stated'] ?? groups['decided']) [kind, stated] = ['sources', true];
    start = end;
  }
  close(line.length);
  return clauses;
}
