import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/rules.ts';
import { createChecker } from '../../server/src/service/checker.ts';
import { falseAlarmReport, wordsToTick } from '../../server/src/service/false-alarm.ts';
import { readLetter } from '../../server/src/service/letter.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';

const LETTER = `---
case-number: CM16-9100081
---

## Clinical Case Summary

The injured worker is a 44-year-old baker.

## IMR Issues, Decisions and Rationales

### Knee brace: Upheld

**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, Section(s): Activity Alteration.

**Decision rationale:** The patient is a 48-year-old baker whose joint is stable. Therefore, the brace is not medically necessary.
`;
const letter = readLetter('case.md', LETTER, createChecker(defaultSettings(rules)));
const finding = letter.findings.find(({ ruleId }) => ruleId === 'age-mismatch')!;

describe('a report of a false alarm', () => {
  it('can quote the words that the finding stands on and refers to, and the figures in its data', () => {
    const words = wordsToTick(letter, finding);
    assert(words.some((each) => each.includes('48')) && words.some((each) => each.includes('44')), words.join(' | '));
    assert(!words.some((each) => each.includes('baker whose joint')));
  });

  it('holds no word and no figure of the letter where nothing is ticked', () => {
    const report = falseAlarmReport(letter, finding, new Set());
    assert.match(report, /^# A false alarm of age-mismatch\n/);
    assert.match(report, /- IMR Determination \d+\.\d+\.\d+, guideline catalogue \d{4}-\d\d-\d\d\n- Letter: layout draft, 1 disputed item/);
    assert.match(report, /‹(?:number|text)›/);
    assert.doesNotMatch(report, /4[48]|baker|brace|CM16/i);
  });

  it('holds what was ticked, and nothing that the finding has no part in', () => {
    const ticked = wordsToTick(letter, finding).filter((each) => each.includes('48'));
    const report = falseAlarmReport(letter, finding, new Set([...ticked, 'baker']));
    assert.match(report, /48/);
    assert.doesNotMatch(report, /44|baker/);
  });

  for (const each of letter.findings) {
    it(`keeps the numbers of items and the names of the data of ${each.ruleId}`, () => {
      const data = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(falseAlarmReport(letter, each, new Set()))?.[1] ?? '') as Record<string, unknown>;
      assert.deepEqual(Object.keys(data), Object.keys(each.data));
      assert.equal(data['item'], each.data['item']);
    });
  }
});
