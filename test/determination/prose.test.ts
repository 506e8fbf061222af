import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../server/src/markdown/fold.ts';
import { endOfRun } from '../../server/src/markdown/source-runs.ts';
import { foldProse, proseOffset, sourceSpan, type Stretch } from '../../server/src/determination/prose.ts';

/** The lines of a source as stretches of it. */
function stretchesOf(source: string, markdown: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const text of source.split('\n')) {
    stretches.push({ ...fold(text, markdown), start });
    start += text.length + 1;
  }
  return stretches;
}

const read = (source: string, markdown = true): string => foldProse(stretchesOf(source, markdown), 0).text;

const CASES: readonly (readonly [string, string, string])[] = [
  ['line breaks and runs of white space', 'one\n two\t\t three', 'one two three'],
  ['a word broken at a hyphen', 'two-\nlevel fusion', 'two-level fusion'],
  ['a dash at the end of a line', 'pain -\nworse', 'pain - worse'],
  ['emphasis', 'a **bold** and *slanted* word', 'a bold and slanted word'],
  ['a star that stands alone', '2 * 3', '2 * 3'],
  ['an underscore within a word', 'a_b', 'a_b'],
  ['an escaped mark', '5\\* stars', '5* stars'],
  ['blank lines', 'one\n\n\ntwo', 'one two'],
  ['nothing', ' \n ', ''],
];

describe('the words of a field', () => {
  for (const [name, source, words] of CASES) it(`are folded: ${name}`, () => assert.equal(read(source), words));

  it('keep their stars in plain text', () => assert.equal(read('a **b**', false), 'a **b**'));

  const sources = fc.array(fc.constantFrom('knee', 'L4-', 'x', ' ', '  ', '\t', '\n', '\n\n', '**', '*', '__', '\\', '.', '-', '“', '\u00A0', '😀'), { maxLength: 24 })
    .map((parts) => parts.join(''));

  it('stand where their runs say, and are nothing but blanks between those', () => {
    fc.assert(fc.property(sources, fc.boolean(), (source, markdown) => {
      const { text, runs, span } = foldProse(stretchesOf(source, markdown), 0);
      let covered = '';
      for (const run of runs) {
        const words = text.slice(run.at, run.at + run.length);
        assert.equal(fold(`x${source.slice(run.source, endOfRun(run))}x`, markdown && run.width !== undefined).text, `x${words}x`);
        covered += ' '.repeat(Math.max(0, run.at - covered.length)) + words;
      }
      assert.equal(covered, text);
      assert.deepEqual(span, { start: runs[0]?.source ?? 0, end: runs.length > 0 ? endOfRun(runs.at(-1)!) : 0 });
    }), { numRuns: 300 });
  });

  it('have a place for each of their words', () => {
    fc.assert(fc.property(sources, fc.boolean(), (source, markdown) => {
      const prose = foldProse(stretchesOf(source, markdown), 0);
      for (const match of prose.text.matchAll(/[^\s-]+/g)) {
        const place = sourceSpan(prose, { start: match.index, end: match.index + match[0].length });
        assert.equal(source.slice(place.start, place.end).replace(/[*_\\]/g, ''), match[0].replace(/[*_\\]/g, ''));
        assert.equal(proseOffset(prose, place.start), match.index);
      }
    }), { numRuns: 300 });
  });
});
