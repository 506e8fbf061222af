import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { allRows } from '../../server/src/language/rows.ts';
import { packPhrases, unpackPhrases } from '../../server/src/language/packed-phrases.ts';
import { languageTables } from '../../server/src/language/tables.ts';

const dist = new URL('../../dist/', import.meta.url);

/** The text of a built program: the server's, or that of the command line with its chunks. */
function program(folder: 'server' | 'cli'): string {
  return readdirSync(new URL(`${folder}/`, dist), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, dist), 'utf8')).join('\n')
    // The bundler breaks long lines, strings too.
    .replaceAll('\\\n', '').replaceAll('\\"', '"');
}

describe('the tables of the language', () => {
  it('begin every row with something, and mean rows, lists and needs that there are', () => {
    const { rows, byWord, byList, byKind, byNumber, atStart, neededWords, neededNames, lists, phrases } = languageTables();
    const begun = new Set([...Object.values(byWord), ...Object.values(byList), ...Object.values(byKind), byNumber, atStart].flat());
    assert.deepEqual(rows.flatMap((_, place) => (begun.has(place) ? [] : allRows()[place]?.row)), []);
    assert.deepEqual(Object.keys(byList).filter((list) => !lists.includes(list)), []);
    const things = new Set([...neededWords.map((_, place) => 2 * place), ...neededNames.map((_, place) => 2 * place + 1)]);
    assert.equal(new Set(neededWords).size + new Set(neededNames).size, things.size);
    assert.ok(rows.every(({ needs }) => needs.flat().every((thing) => things.has(thing))));
    assert.ok(Object.values(phrases).flatMap(unpackPhrases).every(([places]) => places.every((place) => lists[place] !== undefined)));
  });

  it('come out of their strings as they went in', () => {
    for (const packed of Object.values(languageTables().phrases)) assert.equal(packPhrases(unpackPhrases(packed)), packed);
    assert.deepEqual(unpackPhrases(packPhrases([[[0, 37], 'of the hand'], [[3], '', 'PT']])), [[[0, 37], 'of the hand'], [[3], '', 'PT']]);
  });

  for (const folder of ['server', 'cli'] as const) {
    it(`are in the ${folder} program as they are made here, without the rows’ test sentences`, () => {
      const text = program(folder);
      const words = Object.keys(languageTables().phrases).filter((word) => /^[a-z]{4,}$/.test(word));
      const held = new Set([...text.matchAll(/\b[a-z]{4,40}(?="?:"[\da-z])/g)].map(([word]) => word));
      assert.deepEqual(words.filter((word) => !held.has(word)), []);
      const sentences = allRows().flatMap(({ reads }) => reads).filter((sentence) => sentence.length > 60 && sentence.length % 7 === 0 && !/[\\"'`{}]/.test(sentence));
      assert.deepEqual(sentences.filter((sentence) => text.includes(sentence)), []);
    });
  }
});
