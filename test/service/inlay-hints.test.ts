import assert from 'node:assert/strict';
import { inlayHints } from '../../server/src/service/inlay-hints.ts';
import { offsetAt, positionAt } from '../../server/src/markdown/line-index.ts';
import { draft, letterOf } from './letter.ts';

/** The letter's items with each hint written in, between ‹ and ›. */
function withHints(items: string, text = draft(items)): string {
  const letter = letterOf(text);
  const whole = { start: { line: 0, character: 0 }, end: positionAt(letter.lines, text.length) };
  const hints = inlayHints(letter, whole).sort((a, b) => offsetAt(letter.lines, b.position) - offsetAt(letter.lines, a.position));
  const written = hints.reduce((words, { position, label }) => {
    const at = offsetAt(letter.lines, position);
    return `${words.slice(0, at)}‹${String(label)}›${words.slice(at)}`;
  }, text);
  return written.slice(text.length - items.length);
}

const line = (source: string): string => `### 1. Lumbar MRI: Upheld\n\n**MAXIMUS guideline:** Decision based on ${source}.\n\n**Decision rationale:** None.\n`;

describe('inlay hints', () => {
  const cases: Readonly<Record<string, readonly [items: string, shown: string]>> = {
    'number the items': [
      '### Cane: Upheld\n\n**Decision rationale:** None.\n\n### Crutches: Upheld\n\n**Decision rationale:** None.\n',
      '### ‹1.›Cane: Upheld\n\n**Decision rationale:** None.\n\n### ‹2.›Crutches: Upheld\n\n**Decision rationale:** None.\n',
    ],
    'leave numbered items alone': [line('MTUS Low Back Complaints 2004'), line('MTUS Low Back Complaints 2004')],
    'show the edition in force behind a guideline without its year': [line('MTUS Low Back Complaints'), line('MTUS Low Back Complaints‹2004›')],
    'show it in front of sections and pages': [
      line('MTUS Low Back Complaints, Section(s): Special Studies'), line('MTUS Low Back Complaints‹2004›, Section(s): Special Studies'),
    ],
    'show none behind what is no edition of the MTUS': [line('Non-MTUS Citation Official Disability Guidelines (ODG), Low Back'), line('Non-MTUS Citation Official Disability Guidelines (ODG), Low Back')],
  };
  for (const [name, [items, shown]] of Object.entries(cases)) it(name, () => assert.equal(withHints(items), shown));

  it('go by the day of the UR denial', () => {
    const items = line('MTUS Chronic Pain Medical Treatment');
    const of = (date: string): string | undefined =>
      /‹(\d+)›/.exec(withHints(items, draft(items).replace('2016-11-18', date)))?.[1];
    assert.deepEqual([of('2016-05-02'), of('2016-11-18'), of('unknown')], ['2009', '2016', undefined]);
  });

  it('stay within the lines that are asked for', () => {
    const letter = letterOf(draft('### Cane: Upheld\n\n**Decision rationale:** None.\n\n### Crutches: Upheld\n'));
    const range = { start: { line: 9, character: 0 }, end: { line: 40, character: 0 } };
    assert.deepEqual(inlayHints(letter, range).map(({ label }) => label), ['2.']);
  });
});
