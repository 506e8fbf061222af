import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FrontMatter } from '../../server/src/markdown/block.ts';
import { readFrontMatter } from '../../server/src/markdown/front-matter.ts';
import { markdownText } from './random-documents.ts';

const read = (text: string): FrontMatter => readFrontMatter(text) ?? assert.fail('no front matter');
const values = (text: string) => read(text).entries.map(({ key, value }) => [key, value]);
const head = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');

describe('front matter', () => {
  const none: readonly [name: string, text: string][] = [
    ['an empty text', ''],
    ['a text that begins with words', 'words\n---\na: b\n---\n'],
    ['a blank line before the fence', '\n---\na: b\n---\n'],
    ['a fence that is not closed', '---\na: b\n'],
    ['a fence alone', '---'],
    ['a fence of four dashes', '----\na: b\n---\n'],
    ['a closing fence that is set in', '---\na: b\n ---\n'],
    ['two byte order marks', '\uFEFF\uFEFF---\na: b\n---\n'],
  ];
  for (const [name, text] of none) it(`is none in ${name}`, () => assert.equal(readFrontMatter(text), null));

  const some: readonly [name: string, text: string, length: number][] = [
    ['ends at ---', '---\na: b\n---\nwords', 12],
    ['ends at ...', '---\na: b\n...\nwords', 12],
    ['may be empty', '---\n---\n', 7],
    ['may end the text', '---\na: b\n---', 12],
    ['may have white space behind its fences', '---  \na: b\n---\t\nwords', 15],
    ['may have \\r\\n', '---\r\na: b\r\n---\r\n', 14],
    ['may have lone \\r', '---\ra: b\r---\r', 12],
  ];
  for (const [name, text, length] of some) it(name, () => assert.deepEqual(read(text).span, { start: 0, end: length }));

  it('loses no words of a list behind a # where YAML can’t read it', () => {
    assert.deepEqual(values(head('a: [Tablets 10 mg # 60, Gel #one', 'b: c')), [['a', ['Tablets 10 mg # 60', 'Gel #one']], ['b', 'c']]);
  });

  it('starts behind a byte order mark, which keeps its place', () => {
    const { span, entries } = read('\uFEFF---\na: b\n---\n');
    assert.deepEqual(span, { start: 1, end: 13 });
    assert.deepEqual(entries[0]?.keySpan, { start: 5, end: 6 });
  });

  const readings: readonly [name: string, lines: string[], expected: unknown][] = [
    ['dates and numbers as they are written', ['date: 2012-01-27', 'n: 007', 'yes: on'], [['date', '2012-01-27'], ['n', '007'], ['yes', 'on']]],
    ['nothing as null', ['a:', 'b: ""'], [['a', null], ['b', '']]],
    ['lists on one line and on several', ['a: [x, "y z"]', 'b:', '  - one', '  - two', 'c:', '- three'],
      [['a', ['x', 'y z']], ['b', ['one', 'two']], ['c', ['three']]]],
    ['list items that hold a colon', ['a:', '  - Associated service: Therapy'], [['a', ['Associated service: Therapy']]]],
    ['no empty list items', ['a:', '  - one', '  - '], [['a', ['one']]]],
    ['values without their comments', ['a: standard   # or expedited'], [['a', 'standard']]],
    ['quantities, which to YAML are comments', ['a:', '  - Tablets 10 mg #60', '  - Gel #1 # tube'], [['a', ['Tablets 10 mg #60', 'Gel #1']]]],
    ['whatever stands behind a # in a list, but for a note', ['a:', '  - Tablets 10 mg # 60', '  - Gel #one', '  - Kit # as asked for'], [['a', ['Tablets 10 mg # 60', 'Gel #one', 'Kit']]]],
    ['bold values', ['a: **bold**'], [['a', '**bold**']]],
    ['text in several lines', ['a: >-', '  one', '  two', 'b: c'], [['a', 'one two'], ['b', 'c']]],
    ['what a tag makes a date of', ['a: !!timestamp 2016-11-18'], [['a', '2016-11-18']]],
    ['nothing but comments', ['# later'], []],
  ];
  for (const [name, lines, expected] of readings) {
    it(`reads ${name}`, () => {
      assert.deepEqual(values(head(...lines)), expected);
      assert.deepEqual(read(head(...lines)).errors, []);
    });
  }

  it('reads plain lines as YAML reads them', () => {
    const lines = ['case-number: CM16-0000001', 'date: 2016-01-11  ', '', 'n:   007', 'x_y: no', 'who: Physical Medicine (PM&R), "Pain"', 'k: 10/325 mg + 5% - a*b'];
    for (const end of ['\n', '\r\n']) {
      const text = `---${end}${lines.join(end)}${end}---${end}`;
      // What stands in a list is for the library to read, and so is then all of the head.
      const withList = text.replace(/---\r?\n$/, `l: []${end}---${end}`);
      assert.deepEqual(read(text).entries, read(withList).entries.slice(0, -1));
      assert.equal(read(text).entries.length, 6);
    }
  });

  it('places keys, values and items in the document', () => {
    const text = '---\r\na: "b c"\r\nlist: [x,  y]\r\nlines:\r\n  - one two\r\n---\r\n';
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    const [a, list, lines] = read(text).entries;
    assert.equal(at(a!.keySpan), 'a');
    assert.equal(at(a!.valueSpan), '"b c"');
    assert.equal(at(list!.valueSpan), '[x,  y]');
    assert.deepEqual(list!.itemSpans!.map(at), ['x', 'y']);
    assert.deepEqual(lines!.itemSpans!.map(at), ['one two']);
  });

  const broken: readonly [name: string, lines: string[], expected: unknown, line: number, says: RegExp][] = [
    ['an open bracket', ['case-number: [', 'b: c'], [['case-number', []], ['b', 'c']], 2, /bracket/],
    ['an open list', ['a: [x, y', 'b: c'], [['a', ['x', 'y']], ['b', 'c']], 2, /bracket/],
    ['an open quotation mark', ['a: b', 'c: "d', 'e: f'], [['a', 'b'], ['c', 'd'], ['e', 'f']], 3, /quotation mark/],
    ['a tab', ['a:', '\t- b', 'c: d'], [['a', ['b']], ['c', 'd']], 3, /tab/],
    ['a second colon', ['a: b: c', 'd: e'], [['a', 'b: c'], ['d', 'e']], 2, /holds a colon/],
    ['a key half typed', ['a: b', 'prior', 'c: d'], [['a', 'b'], ['c', 'd']], 3, /key: value/],
    ['no key at all', ['- a'], [], 2, /key: value/],
    ['a sign that YAML keeps', ['a: @b'], [['a', '@b']], 2, /quotation marks/],
    ['a tag', ['a: !b c'], [['a', '!b c']], 2, /!/],
    ['a colon alone', [': b', 'c: d'], [['', 'b'], ['c', 'd']], 0, /./],
    ['a key twice', ['a: b', 'a: c'], [['a', 'b'], ['a', 'c']], 3, /repeats “a”, which line 2 has/],
  ];
  for (const [name, lines, expected, line, says] of broken) {
    it(`gives what can be read beside ${name}, and says what to do`, () => {
      assert.deepEqual(values(head(...lines)), expected);
      const [error] = read(head(...lines)).errors;
      if (line === 0) return;
      assert.match(error!.message, new RegExp(`^Line ${line} of the letter's head `));
      assert.match(error!.message, says);
    });
  }

  it('survives brackets nested by the thousand', () => {
    assert.equal(read(head(`a: ${'['.repeat(20000)}`)).entries[0]?.key, 'a');
  });

  it('never throws, and every place holds what it says', () => {
    fc.assert(fc.property(markdownText, (words) => {
      const text = `---\n${words}\n---\n`;
      for (const entry of read(text).entries) {
        for (const { start, end } of [entry.keySpan, entry.valueSpan, ...(entry.itemSpans ?? [])]) {
          assert.ok(start >= 4 && start <= end && end <= text.length);
        }
      }
    }));
  });
});
