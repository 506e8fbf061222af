import assert from 'node:assert/strict';
import { outline, readLetter } from './read-letter.ts';

const LETTER = `Notice of Independent Medical Review Determination
Dated: 9/3/2013

1) MAXIMUS Federal Services, Inc. has determined the request for a wooden
walking cane is notmedically necessary and appropriate.

2) MAXIMUS Federal Services, Inc. has determined the request for a back brace is medically necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

An application for Independent Medical Review was filed on 8/20/2013 disputing the
Utilization Review Denial dated 8/1/2013.

Medical Qualifications of the Expert Reviewer:
The physician reviewer is licensed in California.

Case Summary:
Disclaimer: The following case summary was taken directly from the utilization review denial dated August 1, 2013.
“The patient is a 40 year old male who fell.
The gait is steady.”

Documents Reviewed for Determination:
- Application

1) Regarding the request for a wooden walking cane:

Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision
The Claims Administrator based its decision on the Official Disability Guidelines, Knee Chapter. The Expert
Reviewer based his/her decision on the Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13), page 338.

Rationale for the Decision:
The gait is steady and no fall has happened since. The request for a wooden walking cane is not medically necessary and appropriate.

2) Regarding the request for a back brace:

Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to Make His/Her Decision
The Claims Administrator did not cite any evidence-based criteria. The Expert Reviewer found the Low Back Complaints Chapter (2004) relevant.

Rationale for the Decision:
The injury is a week old. The request for a back brace is not medically necessary and appropriate.
`;

describe('a letter of the first layout', () => {
  it('reads its first item under a heading of the same level as that of the documents', () => {
    const titled = LETTER.replace(/^(Case Summary|Documents Reviewed for Determination|\d\) Regarding .*):$/gm, '### $1:').replace('INDEPENDENT MEDICAL REVIEW DECISION', '## INDEPENDENT MEDICAL REVIEW DECISION');
    assert.equal(outline(readLetter(titled, 'markdown')).length, 2);
  });
  for (const kind of ['markdown', 'plaintext'] as const) {
    const letter = readLetter(LETTER, kind);
    it(`parts what each side relied on, where one paragraph says both: ${kind}`, () => {
      const [cane, brace] = outline(letter);
      assert.equal(cane?.claims, 'The Claims Administrator based its decision on the Official Disability Guidelines, Knee Chapter.');
      assert.match(cane.reviewer ?? '', /^The Expert Reviewer based his\/her decision on the Knee .* page 338\.$/);
      assert.equal(brace?.claims, 'The Claims Administrator did not cite any evidence-based criteria.');
      assert.match(brace.rationale ?? '', /^The injury is a week old\./);
    });
    it(`knows the day of its assignment, and a reviewer by any calling: ${kind}`, () => {
      const other = readLetter(LETTER
        .replace('dated 8/1/2013.', 'dated 8/1/2013. A Notice of Assignment and Request for Information was provided to the above parties on 8/27/2013.')
        .replace('The Expert Reviewer found', 'The Chiropractic Reviewer based his/her decision on'), kind);
      assert.equal(other.facts.get('date-assigned')?.value, '2013-08-27');
      const brace = other.items[1]?.reading.reviewerGuideline;
      assert.match(brace?.prose.text ?? '', /^The Chiropractic Reviewer based/);
      assert.deepEqual(brace?.citations.map(({ guideline }) => guideline?.title), ['Low Back Complaints']);
    });
    it(`has the decisions that it lists on top, though a rationale may end otherwise: ${kind}`, () => {
      assert.deepEqual(letter.decisionList.map(({ request, decision }) => [request, decision.value]), [['a wooden walking cane', 'Upheld'], ['a back brace', 'Overturned']]);
      assert.deepEqual(outline(letter).map(({ title, decision }) => [title, decision]), [['a wooden walking cane', 'Upheld'], ['a back brace', 'Overturned']]);
      for (const { decision } of letter.decisionList) assert.equal(LETTER.slice(decision.span.start, decision.span.end), decision.word.replace('not medically', 'notmedically'));
    });
    it(`has its dates out of sentences, and its parts: ${kind}`, () => {
      assert.deepEqual(Object.fromEntries([...letter.facts].map(([key, { value }]) => [key, value])), {
        'decision-date': '2013-09-03', 'application-received': '2013-08-20', 'ur-denial-date': '2013-08-01',
      });
      assert.deepEqual(letter.sections.map(({ name }) => name), ['how-determination-was-made', 'clinical-case-summary', 'documents-reviewed']);
    });
    it(`takes the quoted summary for its own: ${kind}`, () => {
      const summary = letter.passages.find(({ section }) => section === 'clinical-case-summary');
      assert.match(summary?.reading.prose.text ?? '', /2013\. The patient is a 40 year old male who fell\. The gait is steady\.$/);
    });
  }
});

describe('a letter of late 2013', () => {
  const PART = `HOW THE IMR FINAL DETERMINATION WAS MADE
A physician reviewer read the case file.

DOCUMENTS REVIEWED
- Application

CLINICAL CASE SUMMARY
The patient fell. The gait is steady.

IMR DECISION(S) AND RATIONALE(S)
The Final Determination was based on decisions for the disputed items/services set forth below:

1. A wooden walking cane with a handle for the left hand and a rubber foot
for wet floors is not medically necessary and appropriate.
The Claims Administrator based its decision on the Official Disability Guidelines, Knee Chapter.
The Physician Reviewer based his/her decision on the Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13), page 338.
The Physician Reviewer's decision rationale: The gait is steady. The cane is not medically necessary and appropriate.

2. A back brace is medically necessary and appropriate.
The Claims Administrator did not cite any evidence-based criteria.
The Physician Reviewer based his/her decision on the Low Back Complaints Chapter (2004), page 301.
The Physician Reviewer's decision rationale: The injury is a week old. The brace is medically necessary and appropriate.
`;
  it('has items whose titles are verdicts, with what each side relied on', () => {
    const letter = readLetter(PART, 'plaintext');
    assert.equal(letter.layout, '2013-14-middle');
    assert.deepEqual(outline(letter), [
      {
        title: 'A wooden walking cane with a handle for the left hand and a rubber foot for wet floors', decision: 'Upheld',
        claims: 'The Claims Administrator based its decision on the Official Disability Guidelines, Knee Chapter.',
        reviewer: 'The Physician Reviewer based his/her decision on the Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13), page 338.',
        rationale: 'The gait is steady. The cane is not medically necessary and appropriate.',
      },
      {
        title: 'A back brace', decision: 'Overturned',
        claims: 'The Claims Administrator did not cite any evidence-based criteria.',
        reviewer: 'The Physician Reviewer based his/her decision on the Low Back Complaints Chapter (2004), page 301.',
        rationale: 'The injury is a week old. The brace is medically necessary and appropriate.',
      },
    ]);
  });
});

describe('a “Medical Professional Review”', () => {
  const REVIEW = `MEDICAL PROFESSIONAL REVIEW

ISSUE AT DISPUTE:
Whether the request for a wooden walking cane with a rubber foot
is medically necessary.

CASE SUMMARY:
The following summary was taken from the Utilization Review Denial dated 2/1/2013.
“The patient is a 40 year old male who fell.
The gait is steady.”

DOCUMENTS REVIEWED FOR DETERMINATION:
- Application

MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL
REVIEWER AND WHY:
The Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13), page 338, speaks of aids.

RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT
MEDICALLY NECESSARY:
The gait is steady. No fall has happened since.

MEDICAL REVIEWER QUALIFICATIONS:
The reviewer is licensed in California.
`;
  const spaced = REVIEW.replaceAll('\n', '\n\n');
  const forms: readonly (readonly [string, string, 'markdown' | 'plaintext'])[] = [
    ['as it is', REVIEW, 'plaintext'], ['a blank line behind every line', spaced, 'plaintext'], ['in a Markdown file', REVIEW, 'markdown'],
    ['with headings', REVIEW.replace(/^[A-Z ]+\n\n|^(?:CASE|DOCUMENTS|MEDICAL REVIEWER)/gm, '## $&'), 'markdown'],
  ];
  for (const [name, text, kind] of forms) {
    it(`has its one issue, decided by the label of the reasons: ${name}`, () => {
      const letter = readLetter(text, kind);
      assert.equal(letter.layout, '2013-review');
      assert.deepEqual(outline(letter), [{
        title: 'a wooden walking cane with a rubber foot', decision: 'Upheld',
        reviewer: 'The Knee Complaints Chapter (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 13), page 338, speaks of aids.',
        rationale: 'The gait is steady. No fall has happened since.',
      }]);
      const [item] = letter.items;
      const { decision } = item!.reading;
      assert.match(text.slice(item!.start + decision!.span.start, item!.start + decision!.span.end), /^NOT\s+MEDICALLY\s+NECESSARY$/);
      assert.deepEqual([...letter.facts].map(([key, { value }]) => [key, value]), [['ur-denial-date', '2013-02-01']]);
      assert.deepEqual(letter.sections.map((section) => section.name), ['clinical-case-summary', 'documents-reviewed', 'how-determination-was-made']);
      assert.match(letter.passages.find(({ section }) => section === 'clinical-case-summary')?.reading.prose.text ?? '', /2013\. The patient is .* The gait is steady\.$/);
    });
  }
  it('may be decided the other way, and have all on the lines of its labels', () => {
    const letter = readLetter('Medical Professional Review\nIssue at dispute: A walking cane\n\nCase Summary:\nThe man fell.\n\nMedical Treatment Guideline(s) Relied Upon by Professional Reviewer and Why: ACOEM, Chapter 13, Knee Complaints.\n\nRationale for why the requested treatment/service was medically necessary: The gait is unsteady.\n', 'plaintext');
    assert.deepEqual(outline(letter), [{ title: 'A walking cane', decision: 'Overturned', reviewer: 'ACOEM, Chapter 13, Knee Complaints.', rationale: 'The gait is unsteady.' }]);
  });
  it('is an ordinary letter where its issues are several', () => {
    const letter = readLetter('Issue at dispute: Cane: Upheld\n\nRationale: It is not needed.\n\nIssue at dispute: Crutches: Overturned\n\nRationale: They are needed.\n');
    assert.deepEqual(outline(letter).map(({ decision, rationale }) => [decision, rationale]), [['Upheld', 'It is not needed.'], ['Overturned', 'They are needed.']]);
  });
});

describe('a list of decisions', () => {
  const FIELDS = '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** The gait is steady.\n';
  const ITEMS = `## IMR Issues, Decisions and Rationales\n\n### A. Walking cane\n\n${FIELDS}\n### B. Crutches\n\n${FIELDS}`;
  const decisions = (text: string): unknown[] => outline(readLetter(text)).map(({ decision }) => decision ?? null);

  it('decides the items that have no decision, as a table', () => {
    assert.deepEqual(decisions(`## Decisions\n\n| | Request | Decision |\n|---|---|---|\n| A | Walking cane | **Upheld** |\n| B | Crutches | Overturned |\n\n${ITEMS}`), ['Upheld', 'Overturned']);
  });
  it('decides them as lines', () => assert.deepEqual(decisions(`- Walking cane: Upheld\n- Crutches: Overturned\n\n${ITEMS}`), ['Upheld', 'Overturned']));
  it('decides nothing that it names otherwise', () => assert.deepEqual(decisions(`- Cane: Upheld\n\n${ITEMS}`), [null, null]));
  it('leaves an item its own decision', () => assert.deepEqual(decisions(`- Walking cane: Upheld\n\n${ITEMS.replace('cane\n', 'cane: Overturned\n')}`), ['Overturned', null]));
  it('is none where the summary tells of a decision', () => {
    const letter = readLetter(`## Clinical Case Summary\n\nUtilization review has determined the request for a walking cane is not medically necessary.\n\n${ITEMS}`);
    assert.deepEqual(letter.decisionList, []);
  });

  it('is read as well where somebody made headings of its lines and gave it a head', () => {
    const headed = LETTER.replace(/^(INDEPENDENT|Case Summary|Documents)/gm, '## $1').replace(/^(\d\) Regarding)/gm, '### $1');
    const letter = readLetter(`---\ncase-number: CM13-9000001\n---\n\n${headed}`, 'markdown');
    assert.equal(letter.layout, '2013-first');
    assert.deepEqual(letter.items.map(({ reading: { title } }) => title.text), ['a wooden walking cane', 'a back brace']);
  });
});
