import assert from 'node:assert/strict';
import { medicalWords } from '../../server/src/cli/medical-words.ts';
import { folderWith } from './command-line.ts';

const words = medicalWords();

async function written(format: string): Promise<string> {
  const { code, out, err } = await folderWith({}).imr(['dictionary', '--format', format]);
  assert.deepEqual([code, err], [0, '']);
  return out;
}

describe('imr dictionary', () => {
  it('knows drugs, brands, treatments and anatomy, and short forms as they are written', () => {
    for (const word of ['gabapentin', 'Norco', 'arthroscopy', 'meniscus', 'MRI', 'Oswestry']) assert.ok(words.includes(word), word);
  });

  it('has each word once, in its order', () => {
    const folded = words.map((word) => word.toLowerCase());
    assert.deepEqual(folded, [...new Set(folded)].sort());
  });

  it('has no other spellings of drugs, which may be slips', () => assert.ok(!words.some((word) => /^naproxyn$/i.test(word))));

  for (const format of ['words', 'harper']) {
    it(`gives a word a line for ${format}`, async () => assert.deepEqual((await written(format)).trimEnd().split('\n'), words));
  }

  it('gives settings for cSpell and for LTeX', async () => {
    assert.deepEqual((JSON.parse(await written('cspell')) as { words: string[] }).words, words);
    assert.deepEqual(JSON.parse(await written('ltex')), { 'ltex.dictionary': { 'en-US': words } });
  });

  it('refuses a format that no checker has', async () => {
    const { code, err } = await folderWith({}).imr(['dictionary', '--format', 'word']);
    assert.equal(code, 2);
    assert.match(err, /words, cspell, ltex, harper/);
  });
});
