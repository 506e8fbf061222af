import assert from 'node:assert/strict';
import { editorialMarks, withoutEditorialMarks } from '../../server/src/markdown/editorial-marks.ts';

/** With a dot for each character that nobody sees. */
const left = (text: string): string => withoutEditorialMarks(text).replace(/\u2060/g, '·');

const cases: readonly { name: string; text: string; kinds: readonly string[]; reads: string }[] = [
  { name: 'a remark is no word of the text', text: 'a {>>x<<} b', kinds: ['remark'], reads: 'a ······· b' },
  { name: 'a remark takes the blank with it that would stand before a stop', text: 'a {>>x<<}. b', kinds: ['remark'], reads: 'a········. b' },
  { name: 'a remark may go over lines', text: 'a{>>x\ny<<} b', kinds: ['remark'], reads: 'a····\n···· b' },
  { name: 'what is to go in isn’t there yet', text: 'a {++b++} c', kinds: ['insertion'], reads: 'a ······· c' },
  { name: 'what is to go is still there', text: 'a {--b--} c', kinds: ['deletion'], reads: 'a ···b··· c' },
  { name: 'what is to be replaced is still there', text: 'a {~~b~>cd~~} e', kinds: ['replacement'], reads: 'a ···b······· e' },
  { name: 'words that are pointed at are words', text: '{==a {--b--}==}{>>x<<}', kinds: ['highlight', 'deletion', 'remark'], reads: '···a ···b·············' },
  { name: 'a sign that nothing closes is said', text: 'a {>> b', kinds: ['open'], reads: 'a {>> b' },
  { name: 'a replacement by nothing that is named is said', text: '{~~a~~} b', kinds: ['open'], reads: '{~~a~~} b' },
  { name: 'an escaped sign is none', text: 'a \\{>>b<<} c', kinds: [], reads: 'a \\{>>b<<} c' },
  { name: 'code is none', text: 'a `{>>b<<}` c', kinds: [], reads: 'a `{>>b<<}` c' },
];

describe('what editors write into a text', () => {
  for (const { name, text, kinds, reads } of cases) {
    it(name, () => {
      assert.deepEqual(editorialMarks(text).map(({ kind }) => kind), kinds);
      assert.equal(left(text), reads);
      assert.equal(withoutEditorialMarks(text).length, text.length);
    });
  }

  it('tells what stands, and what is proposed', () => {
    const said = editorialMarks('{++a++}{--b--}{~~c~>d~~}{>>e<<}').map(({ words, proposed }) => [words, proposed]);
    assert.deepEqual(said, [['', 'a'], ['b', ''], ['c', 'd'], ['e', null]]);
  });
});
