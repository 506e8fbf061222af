import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { semanticTokens, semanticTokensLegend } from '../../server/src/service/semantic-tokens.ts';
import type { TextKind } from '../../server/src/determination/reading/read.ts';
import { draft, letterOf } from './letter.ts';
import { wordsIn } from './marked-letter.ts';

/** Each token as “words: type modifier”. */
function tokensOf(text: string, range?: Range, kind: TextKind = 'markdown'): string[] {
  const letter = letterOf(text, kind);
  const { data } = semanticTokens(letter, range);
  const tokens: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const words = wordsIn(letter, { start: { line, character }, end: { line, character: character + length } });
    const modifiers = semanticTokensLegend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    tokens.push(`${words}: ${[semanticTokensLegend.tokenTypes[type], ...modifiers].join(' ')}`);
  }
  return tokens;
}

const line = (source: string): string => `### Knee MRI: [[open]]\n\n**MAXIMUS guideline:** Decision based on ${source}.\n\n**Decision rationale:** None.\n`;
const pair = '### Cane: Upheld\n\n**Decision rationale:** None.\n\n### Case for the cane: Overturned\n\n**Depends on:** item 1\n\n**Decision rationale:** None.\n';

describe('semantic tokens', () => {
  const cases: Readonly<Record<string, readonly [items: string, tokens: readonly string[]]>> = {
    'mark decisions and references to other items': [pair, ['Upheld: decision upheld', 'Overturned: decision overturned', 'item 1: itemReference']],
    'mark a citation that the catalogue has': [line('MTUS Knee Complaints 2004'), ['MTUS Knee Complaints 2004: citation resolved']],
    'mark a citation that it doesn’t have': [line('MTUS Lower Spine Complaints 2004'), ['MTUS Lower Spine Complaints 2004: citation unknown']],
    'mark a superseded edition': [line('MTUS Chronic Pain Medical Treatment 2009'), ['MTUS Chronic Pain Medical Treatment 2009: citation superseded']],
    'leave studies alone': [line('Non-MTUS Citation Doe J. Knees. J Knee. 2011'), []],
    'break at the end of a line': [line('MTUS Knee\nComplaints 2004'), ['MTUS Knee: citation resolved', 'Complaints 2004: citation resolved']],
  };
  for (const [name, [items, tokens]] of Object.entries(cases)) it(name, () => assert.deepEqual(tokensOf(draft(items)), tokens));

  it('stay within the lines that are asked for', () => {
    const text = draft(pair);
    const from = text.slice(0, text.indexOf('### Case')).split('\n').length - 1;
    assert.deepEqual(tokensOf(text, { start: { line: from, character: 0 }, end: { line: from + 1, character: 0 } }), ['Overturned: decision overturned']);
  });
});
