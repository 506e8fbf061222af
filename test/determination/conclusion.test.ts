import assert from 'node:assert/strict';
import { readConclusion } from '../../server/src/determination/argument/conclusion.ts';
import { splitSentences } from '../../server/src/determination/sentences.ts';

function concluded(text: string): string {
  const { conclusion } = readConclusion(text, splitSentences(text));
  if (!conclusion) return 'nothing';
  if (conclusion.unsure) return 'unsure';
  return conclusion.value === 'medically-necessary' ? 'yes' : 'no';
}

const CASES: Readonly<Record<'yes' | 'no' | 'unsure' | 'nothing', readonly string[]>> = {
  yes: [
    'Therefore, the request is medically necessary.',
    'Therefore, the request for an MRI of the knee without contrast is medically necessary.',
    'The requested non-steroidal drug is medically necessary.',
    'Given that the patient failed conservative care, the requested surgery is medically necessary.',
    'As she has not responded to therapy, the request is medically necessary.',
    'With no sign of relief the injection is medically necessary.',
    'Because no other treatment is left, the requested fusion is medically necessary and appropriate.',
    'Since nothing else has helped and she cannot sleep, the requested device is certified.',
    'The patient is not a candidate for surgery, and the injection is medically necessary.',
    'The request is both reasonable and medically necessary.',
    'It is not only appropriate but medically necessary.',
    'The records support the medical necessity of the request.',
    'The medical necessity of the MRI without contrast is established.',
    'Medical necessity has been demonstrated.',
    'The request is appropriate.',
    'A trial was not medically necessary last year. Now, the request is medically necessary.',
    'The reviewer wrote “the drug is not medically necessary”. The request is medically necessary.',
    'Certification is recommended.',
    'The request meets the criteria for medical necessity.',
    'The device is medically-necessary.',
    'The device is medicallynecessary.',
    'The first six visits are medically necessary. Additional visits would require a record of gain and are not certified.',
  ],
  no: [
    'The cane is notmedically necessary.',
    'The cane is not medicallynecessary.',
    'Therefore, the request is not medically necessary.',
    'The request is not medically necessary or appropriate.',
    'The request is not medically necessary and appropriate.',
    'The request cannot be considered medically necessary.',
    'It isn’t medically necessary.',
    "These aren't medically necessary.",
    'The request is no longer medically necessary.',
    'Neither the MRI nor the x-ray is medically necessary.',
    'None of the associated services are medically necessary.',
    'No further visits are medically necessary.',
    'I do not find the request is medically necessary.',
    'There is no evidence that this drug is medically necessary.',
    'The records do not establish that the request for magnetic resonance imaging of the lumbar spine without contrast is medically necessary.',
    'The provider has yet to show that the device is medically necessary.',
    'Medical necessity has not been established.',
    'The medical necessity of the request is not established.',
    'The documentation is insufficient to establish medical necessity.',
    'The documentation fails to support the medical necessity of the unit.',
    'The file lacks evidence that the unit is medically necessary.',
    'The device is medically unnecessary.',
    'The request is therefore non-certified.',
    'The kit is not certified.',
    'This request is not recommended for certification.',
    'The request is neither necessary nor appropriate.',
    'The request is not supported.',
    'The request is not medically necessary. This decision addresses necessity only; the drug should not be stopped at once, and a taper is advised.',
    'The request is not medically necessary. If the records show a gain, it may be medically necessary.',
    'The request is medically necessary, says the provider. It is not medically necessary.',
    'The request lacks medical necessity.',
    'The unit is not medically-necessary.',
    'The drug is not supported. This decision addresses necessity only; the patient is advised to see the physician. Please note that a taper may be needed. The physician is advised to consult the guidelines.',
    'While a visit may be medically necessary in the future, the open request is not medically necessary.',
    'The drug is not medically necessary. A slow taper is medically necessary.',
  ],
  unsure: [
    'The first visit is medically necessary, but the other five are not medically necessary.',
  ],
  nothing: [
    '',
    'The knee is stable.',
    'The guideline says “the treatment is medically necessary after failed care”.',
    'Whether the request is medically necessary is the question.',
    'Visits are recommended as determined to be medically necessary.',
    'The patient saw a board certified surgeon and had previously certified therapy.',
    'Six visits were approved before.',
  ],
};

describe('the conclusion of a rationale', () => {
  for (const [value, texts] of Object.entries(CASES)) {
    for (const text of texts) it(`is ${value}: ${text || 'no words'}`, () => assert.equal(concluded(text), value));
  }

  it('is marked from the denial to the verdict', () => {
    const text = 'Films are normal. The request is therefore not at all medically necessary.';
    const verdict = readConclusion(text, splitSentences(text)).conclusion?.verdict;
    assert.equal(text.slice(verdict?.start, verdict?.end), 'not at all medically necessary');
  });
});
