import assert from 'node:assert/strict';
import type { GuidelineLine } from '../../server/src/determination/model.ts';
import { createLetterReader, type TextKind } from '../../server/src/determination/reading/read.ts';
import { fold } from '../../server/src/markdown/fold.ts';
import { sourceSpan } from '../../server/src/determination/prose.ts';
import { shift } from '../../server/src/markdown/span.ts';
import type { FixEdit } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { applyEdits } from '../../server/src/service/fix-all.ts';
import { openSource } from '../../server/src/service/source.ts';
import { letters } from '../fixtures/letters.ts';
import { findingsIn } from './findings.ts';
import { ofCharacters, ofMarkdown, type HarmlessChange } from './harmless-changes.ts';

const FAULTS: readonly (readonly [string, string])[] = [
  ['This worker\'s left knee locks', 'This worker\'s right knee locks'],
  ['a ladder slipped', 'a ladder slipped at a café'],
  ['This worker has taken', 'This 39-year-old woman has taken'],
  ['12 visits over twelve weeks after a meniscectomy. The request', '12 visits over twelve weeks after a meniscectomy. She is fit. The request'],
  ['12 visits, is medically necessary', '16 visits, is medically necessary'],
  ['30 day rental, is not medically necessary', '30 day rental, is medically necessary'],
  ['The MTUS does not address cold', 'The ODG does not address cold'],
  ['denied the requests on 11/08/2016', 'denied the requests on 11-09-16'],
  ['Section(s): Surgical Considerations', 'Section(s): Surgical Considerasions'],
  ['Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs (non-steroidal anti-inflammatory drugs).\n\n**Decision', 'Decision based on MTUS Low Back Complaints 2004, Section(s): Medications.\n\n**Decision'],
];

const draft = letters[0]!;
const published = letters[2]!;
const faulty = { name: 'a draft with faults', kind: draft.kind, text: FAULTS.reduce((text, [before, after]) => text.replace(before, after), draft.text) };

/** The words at a place as they are read, whatever characters stand there. */
function wordsAt(text: string, { start, end }: { start: number; end: number }, kind: TextKind): string {
  const { text: words } = fold(text.slice(start, end).replace(/<!--.*?-->/g, '').replace(/[\r\n]/g, ' '), kind === 'markdown');
  return words.replace(/[*_]/g, '').replace(/\s\{?[#^].*$/, '');
}

/** What is found: which rule, in which item, at which words. */
function found(text: string, kind: TextKind): string[] {
  return findingsIn(text, rules, kind).map(({ ruleId, item, span }) => `${ruleId} in ${item ?? 'the letter'}: ${wordsAt(text, span, kind)}`).sort();
}

/** What is read, without the places. */
function read(text: string, kind: TextKind): object {
  const letter = createLetterReader()(openSource(text, kind).blocks, kind);
  const cited = (line: GuidelineLine | null) => line && line.citations.map(({ guideline, sections, status }) => [guideline?.id ?? null, sections, status]);
  return {
    facts: [...letter.facts].map(([key, { value }]) => [key, value]),
    listed: letter.listed?.map((entry) => entry.text),
    sections: letter.sections.map(({ name }) => name),
    depend: letter.dependencies.map(({ item, parent, reason }) => [item, parent, reason]),
    items: letter.items.map(({ start, reading }) => ({
      title: reading.title.text, decision: reading.decision && [reading.decision.word, wordsAt(text, shift(reading.decision.span, start), kind)],
      claims: cited(reading.claimsAdministratorGuideline), reviewer: cited(reading.reviewerGuideline), regions: reading.regions, sides: reading.sides,
      rationale: reading.rationale && [reading.rationale.prose.text, reading.rationale.conclusion?.value],
      sentences: reading.rationale?.sentences.map((sentence) => wordsAt(text, shift(sourceSpan(reading.rationale!.prose, sentence), start), kind)),
    })),
  };
}

/** What is found when each first fix was made, those that reach into one before apart. */
function afterFixes(text: string, kind: TextKind): string[] {
  const edits: FixEdit[] = [];
  for (const { fixes: [fix] } of findingsIn(text, rules, kind)) {
    if (fix?.edits.every(({ span }) => edits.every((other) => span.end < other.span.start || other.span.end < span.start))) edits.push(...fix.edits);
  }
  return edits.length === 0 ? [] : findingsIn(applyEdits(text, edits), rules, kind).map(({ ruleId, item }) => `${ruleId} in ${item ?? 'the letter'}`).sort();
}

describe('characters that nobody sees change nothing', () => {
  const cases: readonly (readonly [{ readonly name: string; readonly kind: TextKind; readonly text: string }, readonly HarmlessChange[]])[] = [
    [faulty, [...ofCharacters, ...ofMarkdown]], [draft, ofMarkdown], [{ ...published, text: published.text.replace('The injured', 'The café: the injured') }, ofCharacters],
  ];
  for (const [{ name, kind, text }, changes] of cases) {
    const [findings, reading, mended] = [found(text, kind), read(text, kind), afterFixes(text, kind)];
    for (const change of changes) {
      const changed = change.apply(text);
      it(`in ${name}: ${change.name}`, () => {
        assert.notEqual(changed, text, 'The change finds nothing to change.');
        assert.deepEqual(read(changed, kind), reading);
        assert.deepEqual(found(changed, kind), findings);
        if (mended.length > 0) assert.deepEqual(afterFixes(changed, kind), mended);
      });
    }
  }

  it('is tried on a draft with findings of many rules', () => {
    assert.ok(new Set(findingsIn(faulty.text, rules).map(({ ruleId }) => ruleId)).size >= 6, found(faulty.text, 'markdown').join('\n'));
  });
});
