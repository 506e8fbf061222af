import assert from 'node:assert/strict';
import { newLetter } from '../../server/src/service/new-letter.ts';
import { plainSnippet } from '../../server/src/service/plain-snippet.ts';
import { shownFindings, waitingIn } from '../../server/src/service/shown-findings.ts';
import type { Show } from '../../server/src/settings/settings.ts';
import { letters } from '../fixtures/letters.ts';
import { letterOf } from './letter.ts';

const blank = plainSnippet(newLetter({ facts: {}, items: 'Right knee MRI\nTramadol 50 mg #60' }));

function rulesIn(text: string, show: Show): string[] {
  const { ofItems, ofLetter } = shownFindings(letterOf(text), show);
  return [...ofLetter, ...ofItems.flatMap(({ findings }) => findings)].map(({ ruleId }) => ruleId);
}

describe('what is shown of what is found', () => {
  it('is nothing in a new letter, and everything where the settings want it', () => {
    assert.deepEqual(rulesIn(blank, 'stages'), []);
    assert.deepEqual(rulesIn(blank, 'onSign'), []);
    assert(rulesIn(blank, 'everything').length > 10);
  });

  it('is, in an item that is being drafted, what would waste work', () => {
    const text = blank.replace('[[guideline, with year and sections]].\n\n**Decision', 'Neck and Upper Back Complaints 2004.\n\n**Decision');
    assert.deepEqual(rulesIn(text, 'stages'), ['guideline-body-part']);
    assert.deepEqual(rulesIn(text.replace('### Right knee', '### Left knee'), 'stages').sort(), ['guideline-body-part', 'item-not-in-dispute']);
  });

  it('is everything of an item that has all its parts, while the others are blank', () => {
    const whole = '### Right knee MRI: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** The knee is stable and dry. Therefore, an MRI of the left knee is not medically necessary.\n';
    const text = blank.replace(/### Right knee MRI[\s\S]*?(?=### Tramadol)/, `${whole}\n`);
    assert.deepEqual(rulesIn(text.replace('**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n', ''), 'stages').sort(), ['laterality-mismatch', 'missing-guideline']);
    assert.deepEqual(rulesIn(text, 'onSign'), ['laterality-mismatch']);
  });

  it('is nothing that stands in the words of a blank', () => {
    const text = plainSnippet(newLetter({ facts: {}, items: 'Naproxen 500 mg, sixty count' }))
      .replace(/\[\[age,.*\]\]/, 'The injured worker twisted the left knee. Naproxen has been taken daily for eight months.')
      .replace('[[rationale]]', 'The MTUS supports an NSAID at the lowest dose. The records document use of [[drug and dose]] since [[date]], and [[measured relief, or none recorded]]. '
        + 'Therefore, the request for Naproxen 500 mg, sixty count is not medically necessary.');
    assert(rulesIn(text, 'everything').includes('fact-contradicts-summary'));
    assert.deepEqual(rulesIn(text, 'stages').filter((rule) => rule === 'fact-contradicts-summary'), []);
  });

  it('is all of it in letters without blanks, object for object', () => {
    for (const { text, kind } of letters) {
      const letter = letterOf(text, kind);
      assert.equal(shownFindings(letter, 'stages'), letter.checked);
    }
  });

  it('stays the same object while nothing of an item changes', () => {
    const letter = letterOf(blank);
    const [one, other] = [shownFindings(letter, 'stages'), shownFindings(letter, 'stages')];
    one.ofItems.forEach(({ findings }, i) => assert.equal(findings, other.ofItems[i]?.findings));
  });

  it('leaves out what waits, and no more', () => {
    const letter = letterOf(blank);
    assert(letter.findings.every(waitingIn(letter, 'stages')));
    assert(!letter.findings.some(waitingIn(letter, 'everything')));
  });
});
