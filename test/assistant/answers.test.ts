import assert from 'node:assert/strict';
import { checkLetter } from '../../server/src/assistant/check-letter.ts';
import { listItems } from '../../server/src/assistant/list-items.ts';
import { lookUpGuideline } from '../../server/src/assistant/look-up-guideline.ts';
import { suggestRationales } from '../../server/src/assistant/suggest-rationales.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { letters } from '../fixtures/letters.ts';
import { contradicting, recipe, soundLetter, undecided, unknownDecision } from '../lsp/letters.ts';
import { draft, letterOf } from '../service/letter.ts';

const dependent = letterOf(draft(`### Right shoulder arthroscopy: Upheld

**MAXIMUS guideline:** Decision based on MTUS Shoulder Complaints 2004, Section(s): Surgical Considerations.

**Decision rationale:** Quietly worded records. Therefore, the requested arthroscopy is not medically necessary.

### Associated surgical service: Physical therapy, twelve visits: Overturned

**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2009.

**Decision rationale:**
`));

describe('checking a letter for an assistant', () => {
  const findingsOf = (text: string) => checkLetter(letterOf(text), {}).findings.map(({ ruleId, severity, line, item }) => ({ ruleId, severity, line, item }));
  const cases: readonly [name: string, text: string, found: ReturnType<typeof findingsOf>][] = [
    ['nothing is found in a sound letter', soundLetter, []],
    ['a contradiction stands on its line, with its item', contradicting, [{ ruleId: 'conclusion-contradicts-decision', severity: 'error', line: 29, item: 1 }]],
    ['a missing decision stands on the heading', undecided, [{ ruleId: 'missing-decision', severity: 'error', line: 22, item: 1 }]],
    ['a text that is no letter has no findings', recipe, []],
  ];
  for (const [name, text, found] of cases) it(name, () => assert.deepEqual(findingsOf(text), found));

  it('says what a good letter does, how grave it is, and whether there is a fix', () => {
    const { letterText, items, counts, findings: [finding] } = checkLetter(letterOf(contradicting), {});
    assert.deepEqual({ letterText, items, counts }, { letterText: 'none', items: 2, counts: { error: 1, warning: 0, information: 0, hint: 0 } });
    assert.equal(finding?.rule, 'The rationale concludes what the heading decides.');
    assert.equal(finding.fix, 'suggestion');
    assert.match(finding.help, /conclusion-contradicts-decision\.md$/);
    assert(!('message' in finding) && !('words' in finding));
  });

  it('hands over messages and words only when asked, and says so', () => {
    const { letterText, findings: [finding] } = checkLetter(letterOf(unknownDecision), { includeText: true });
    assert.equal(letterText, 'included');
    assert.match(finding?.message ?? '', /Denied/);
    assert.equal(finding?.words, 'Denied');
  });

  it('lists what comments silence by rule and line, without their reasons', () => {
    const comment = '<!-- imr-disable-file conclusion-contradicts-decision -- Doe insists on it -->';
    const answer = checkLetter(letterOf(contradicting.replace('## Clinical', `${comment}\n\n$&`)), {});
    assert.deepEqual([answer.findings, answer.silenced], [[], [{ ruleId: 'conclusion-contradicts-decision', line: 31 }]]);
    assert.doesNotMatch(JSON.stringify(answer), /Doe/);
  });

  it('says only what is written with the rules, whatever the rules quote', () => {
    const known = new Set(rules.map(({ summary }) => summary));
    for (const rule of rules) {
      for (const { draft: example } of rule.examples.invalid) {
        const { findings } = checkLetter(letterOf(example.replace(/[⟦⟧]/g, '')), {});
        for (const finding of findings) {
          assert.deepEqual(Object.keys(finding).filter((key) => !['ruleId', 'severity', 'rule', 'line', 'item', 'relatedLines', 'fix', 'help'].includes(key)), []);
          assert(known.has(finding.rule), finding.rule);
        }
      }
    }
  });
});

describe('listing the items for an assistant', () => {
  it('gives number, title, decision, line, what is missing and what they depend on', () => {
    const { letterText, items } = listItems(dependent, {});
    assert.equal(letterText, 'titles');
    assert.deepEqual(items.map(({ number, title, decision, line, missing, dependsOn }) => ({ number, title, decision, line, missing, dependsOn })), [
      { number: 1, title: 'Right shoulder arthroscopy', decision: 'Upheld', line: 8, missing: [], dependsOn: [] },
      {
        number: 2, title: 'Associated surgical service: Physical therapy, twelve visits', decision: 'Overturned', line: 14, missing: ['rationale'], dependsOn: [1],
      },
    ]);
  });

  it('gives the cited guidelines as the catalogue has them, held against the UR denial date', () => {
    const [first, second] = listItems(dependent, {}).items;
    const [shoulder] = first?.reviewerGuideline?.citations ?? [];
    assert.equal(shoulder?.status, 'resolved');
    assert.equal(shoulder.guideline?.id, 'acoem2-ch9');
    assert.deepEqual(shoulder.sections, ['Surgical Considerations']);
    assert.equal(shoulder.guideline.thatDay, 'in-force');
    assert.equal(shoulder.guideline.confidence, 'high');
    assert(shoulder.guideline.sources.length > 0);
    const old = second?.reviewerGuideline?.citations[0]?.guideline;
    assert.deepEqual([old?.id, old?.inForce.to, old?.thatDay], ['mtus-chronic-pain-2009', '2016-07-28', 'superseded']);
    assert.equal(first?.rationale?.conclusion, 'not-medically-necessary');
  });

  it('hands over lines and rationales only when asked, and says so', () => {
    assert.doesNotMatch(JSON.stringify(listItems(dependent, {})), /Quietly worded|Decision based/);
    const { letterText, items } = listItems(dependent, { includeText: true });
    assert.equal(letterText, 'included');
    assert.match(items[0]?.rationale?.text ?? '', /^Quietly worded records/);
    assert.match(items[0]?.reviewerGuideline?.text ?? '', /^Decision based on MTUS Shoulder/);
  });

  it('names no fact of the head: no case number, no date of the case', () => {
    for (const { text, kind } of letters) assert.doesNotMatch(JSON.stringify(listItems(letterOf(text, kind), {})), /CM1\d-/);
    assert.doesNotMatch(JSON.stringify(listItems(dependent, {})), /2016-11-18/);
  });

  it('says that it holds no word of a letter without items', () => {
    assert.deepEqual(listItems(letterOf(draft('')), {}), { letterText: 'none', items: [], undecided: [] });
  });
});

describe('looking up a guideline for an assistant', () => {
  const ids = (citation: string, date?: string) => {
    const { citations, similar, inForceInstead } = lookUpGuideline({ citation, ...(date && { date }) }, null);
    return { cited: citations.map(({ guideline, status }) => guideline?.id ?? status), similar: similar[0]?.id, instead: inForceInstead.map(({ id }) => id) };
  };
  const cases: readonly [name: string, found: ReturnType<typeof ids>, expected: ReturnType<typeof ids>][] = [
    ['a citation is resolved', ids('MTUS Low Back Complaints 2004'), { cited: ['acoem2-ch12'], similar: undefined, instead: [] }],
    ['what was in force instead is said', ids('MTUS Chronic Pain Medical Treatment 2009', '2016-11-18'),
      { cited: ['mtus-chronic-pain-2009'], similar: undefined, instead: ['mtus-chronic-pain-2016'] }],
    ['a name that the catalogue doesn’t have finds what is like it', ids('lumbar complaint chapter'), { cited: ['external'], similar: 'acoem2-ch12', instead: [] }],
    ['a name that nothing is like finds nothing', ids('zzz'), { cited: [], similar: undefined, instead: [] }],
  ];
  for (const [name, found, expected] of cases) it(name, () => assert.deepEqual(found, expected));

  it('holds a citation against the letter’s date where none is given', () => {
    const [first] = lookUpGuideline({ citation: 'MTUS Low Back Complaints 2004' }, '2016-11-18').citations;
    assert.equal(first?.guideline?.thatDay, 'in-force');
    assert.equal(lookUpGuideline({ citation: 'MTUS Low Back Complaints 2004', date: '2018-11-18' }, '2016-11-18').citations[0]?.guideline?.thatDay, 'superseded');
  });
});

describe('suggesting rationales for an assistant', () => {
  it('takes the items without a rationale, the best template first', () => {
    const { letterText, items } = suggestRationales(dependent, {});
    assert.equal(letterText, 'titles');
    assert.deepEqual(items.map(({ number }) => number), [2]);
    assert.match(items[0]?.templates[0]?.why ?? '', /depends on another/);
    assert(!('text' in (items[0]?.templates[0] ?? {})));
  });

  it('takes the item that is named, and writes its templates out only when asked', () => {
    const { letterText, items } = suggestRationales(dependent, { item: 1, includeText: true });
    assert.equal(letterText, 'included');
    assert.match(items[0]?.templates[0]?.text ?? '', /Right shoulder arthroscopy is not medically necessary/i);
  });

  it('says which items there are where one is not', () => {
    assert.throws(() => suggestRationales(dependent, { item: 3 }), /no item 3; its items are numbered 1 to 2/);
    assert.throws(() => suggestRationales(letterOf(draft('')), { item: 1 }), /it has none yet/);
  });

  it('has nothing to suggest for a letter that lacks no rationale', () => {
    assert.deepEqual(suggestRationales(letterOf(soundLetter), {}), { letterText: 'none', items: [] });
  });
});
