import assert from 'node:assert/strict';
import { rememberByEdition } from '../../server/src/guidelines/by-edition.ts';
import { catalogue } from '../../server/src/guidelines/catalogue.ts';
import { readCitations } from '../../server/src/guidelines/citation.ts';
import { editionDay, inForceOn } from '../../server/src/guidelines/in-force.ts';

/** Every day from 2012 to 2024, and none. */
const days = Array.from({ length: 13 * 365 }, (_, i) => new Date(Date.UTC(2012, 0, 1 + i)).toISOString().slice(0, 10));

describe('the day on which editions came into force', () => {
  it('has the same editions in force as every day that it stands for', () => {
    for (const day of days) {
      const first = editionDay(day) ?? '';
      for (const guideline of catalogue().guidelines) assert.equal(inForceOn(guideline, first).status, inForceOn(guideline, day).status, `${guideline.id} on ${day}`);
    }
  });

  it('is one for many days, and none for no day', () => {
    const different = new Set(days.map(editionDay));
    assert.ok(different.size > 5 && different.size < 60, String(different.size));
    assert.equal(editionDay(null), null);
  });
});

describe('what is remembered by edition', () => {
  it('is read once for the days of one edition, and again for those of another', () => {
    const asked: string[] = [];
    const read = rememberByEdition((text, day) => asked.push(`${text} ${day}`));
    for (const date of ['2016-08-01', '2016-08-02', '2009-01-01', '2016-08-01']) read('a line', date);
    read('a line', null);
    assert.equal(asked.length, 3, asked.join(', '));
  });

  it('is a line as it is read on the day itself', () => {
    const line = 'Decision based on MTUS Chronic Pain Medical Treatment Guidelines.';
    const [before] = readCitations(line, '2016-07-28');
    const [after] = readCitations(line, '2016-07-29');
    assert.notEqual(before?.guideline?.id, after?.guideline?.id);
  });
});
