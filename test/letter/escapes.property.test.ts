import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node, Parent, Text } from 'mdast';
import { escapeHeading, escapeInline, escapeLine } from '../../server/src/letter/markdown-escapes.ts';
import { openSource } from '../../server/src/service/source.ts';

/** The blocks of a Markdown text as "type: words", anything but plain text in them by its type. */
function read(markdown: string): string[] {
  return openSource(markdown, 'markdown').blocks.blocks.map(({ block }) => `${block.type}: ${words(block.node)}`);
}

function words(node: Node): string {
  if (node.type === 'text') return (node as Text).value;
  if (node.type === 'break') return '<break>';
  return 'children' in node ? (node as Parent).children.map((child) => child.type === 'text' || child.type === 'break' ? words(child) : `<${child.type}>`).join('') : `<${node.type}>`;
}

const lines: readonly [name: string, line: string][] = [
  ['emphasis', 'a *starred* and **bold** and _underlined_ word'],
  ['a placeholder of lines', 'Signed ____ on __/__/____'],
  ['a placeholder in brackets', 'the [[level]] and [side](left) and [a][b]'],
  ['a heading', '# 4 of 5'],
  ['a heading’s mark alone', '##'],
  ['a numbered line', '1. Physical therapy'],
  ['a numbered line with a bracket', '12) Physical therapy'],
  ['a dash', '- naproxen'],
  ['a plus', '+ straight leg raise'],
  ['a quotation', '> 50% relief'],
  ['a rule', '---'],
  ['a rule of stars', '* * *'],
  ['an underline', '====='],
  ['a fence', '```'],
  ['a fence of tildes', '~~~ x ~~y~~'],
  ['HTML', 'see <b>this</b> </b> <http://a.example> and p <0.05'],
  ['a comment', '<!-- imr-disable-file -->'],
  ['an entity', 'AT&T, &amp; &#42; Neck & Upper Back'],
  ['a backslash', String.raw`C:\letters\*.txt \\ end \ `.trim()],
  ['a definition', '[1]: see the note'],
  ['a table’s rule', '| --- | :-- |'],
  ['an underscore within a word', 'file_name_1'],
];

describe('escaping', () => {
  for (const [name, line] of lines) {
    it(`keeps ${name} to the letter`, () => {
      assert.deepEqual(read(escapeLine(line)), [`paragraph: ${line}`]);
      assert.deepEqual(read(`### ${escapeHeading(line)}`), [`heading: ${line}`]);
      assert.deepEqual(read(`Words: ${escapeInline(line)}`), [`paragraph: Words: ${line}`]);
    });
  }

  it('leaves ordinary words as they are', () => {
    const line = 'Norco 10/325 mg #60 (Neck & Upper Back), 2 x/day; 3.3.9 "Opioids" – 50% at 6-8/10 [sic] file_name';
    assert.equal(escapeLine(line), line);
  });

  it('keeps any line of marks', () => {
    const mark = fc.constantFrom('*', '_', '`', '[', ']', '(', ')', '<', '>', '#', '-', '+', '=', '~', '|', ':', '!', '\\', '&', ';', '1.', '9)', 'a', 'amp', ' ', '/');
    fc.assert(fc.property(fc.array(mark, { maxLength: 14 }), (marks) => {
      const line = marks.join('').replace(/\s+/g, ' ').trim();
      if (line === '') return;
      assert.deepEqual(read(escapeLine(line)), [`paragraph: ${line}`]);
      assert.deepEqual(read(`Words: ${escapeInline(line)}`), [`paragraph: Words: ${line}`]);
      assert.deepEqual(read(`### X ${escapeHeading(line)}`), [`heading: X ${line}`]);
      assert.deepEqual(read(`first\n${escapeLine(line)}\nlast`), [`paragraph: first\n${line}\nlast`]);
    }), { numRuns: 300 });
  });
});
