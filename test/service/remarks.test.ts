import assert from 'node:assert/strict';
import type { Remark } from '../../protocol/remarks.ts';
import { span } from '../../server/src/markdown/span.ts';
import { remarkOn, remarksOf } from '../../server/src/service/remarks.ts';
import { signOff } from '../../server/src/service/sign-off.ts';
import { signOffPage } from '../../server/src/service/sign-off-page.ts';
import { noRemarks, type KeptAnswer, type KeptRemark, type RemarksFile } from '../../server/src/settings/remarks.ts';
import { soundLetter } from '../lsp/letters.ts';
import { letterOf } from './letter.ts';

const KEY = 'CM16-0000001';
const DANA = { who: 'Dana Quill', when: '2026-11-29T08:00:00.000Z' };
const AMES = { who: 'Dr. Ames', when: '2026-11-29T09:00:00.000Z' };

/** A remark on the words of the sound letter; on all of the item or letter where they stand after an empty selection. */
function on(words: string, { at = 0, proposal = null as string | null, isEmpty = false } = {}): KeptRemark {
  const start = soundLetter.indexOf(words, at);
  return remarkOn(letterOf(soundLetter), span(start, isEmpty ? start : start + words.length), { id: 'a1', letter: KEY, text: 'since when?', proposal, ...DANA });
}

const beside = (kept: Partial<RemarksFile>) => ({ kept: { ...noRemarks, ...kept }, fileName: 'letter.md', sha256: 'abc' });

function found(remark: KeptRemark, text: string, answers: KeptAnswer[] = []): Remark & { readonly at: string } {
  const letter = letterOf(text);
  const [first] = remarksOf(letter, beside({ remarks: [remark], answers })).remarks;
  const { start, end } = first!.range;
  const lines = text.split('\n');
  const at = start.line === end.line ? lines[start.line]!.slice(start.character, end.character) : `${lines[start.line]!.slice(start.character)}\n${lines[end.line]!.slice(0, end.character)}`;
  return { ...first!, at };
}

describe('a remark beside the letter', () => {
  it('finds its words again, in its item, when lines move and items get other numbers', () => {
    const before = '### Heating pad: Upheld\n\n**Decision rationale:** The records of\nothers are normal. Therefore, the request is not medically necessary.\n\n';
    const { at, item, isFound } = found(on('normal reflexes'), soundLetter.replace('### MRI', `${before}### MRI`));
    assert.deepEqual([at, item, isFound], ['normal reflexes', 2, true]);
  });

  it('finds them when lines are wrapped anew, and marks stand in them', () => {
    assert.equal(found(on('normal reflexes'), soundLetter.replace('normal reflexes', '**normal**\nreflexes')).at, 'normal**\nreflexes');
    assert.equal(found(on('normal reflexes'), soundLetter.replace('normal reflexes', 'normal {>>all?<<} reflexes')).at, 'normal {>>all?<<} reflexes');
  });

  it('tells words that stand twice by those before them', () => {
    const second = soundLetter.indexOf('MTUS', soundLetter.indexOf('**Decision rationale:**'));
    const { range } = found(on('MTUS', { at: second }), soundLetter);
    assert.equal(range.start.line, 27);
    assert.equal(found(on('MTUS', { at: second }), soundLetter.replace('# Independent', '\n# Independent')).range.start.line, 28);
  });

  it('stands on its item where its words are gone, and on the letter where the item is', () => {
    const gone = found(on('normal reflexes'), soundLetter.replace('normal reflexes', 'brisk jerks'));
    assert.deepEqual([gone.at, gone.isFound, gone.state], ['MRI of the lumbar spine', false, 'open']);
    const lost = found(on('normal reflexes'), soundLetter.replace('MRI of the', 'CT of the').replace('normal reflexes', 'brisk jerks'));
    assert.deepEqual([lost.range.start.line, lost.item, lost.isFound], [0, null, false]);
  });

  it('follows its words into an item with another title, as long as they stand but once', () => {
    assert.deepEqual([found(on('normal reflexes'), soundLetter.replace('MRI of the', 'CT of the')).item, on('normal reflexes').item], [1, 'MRI of the lumbar spine']);
  });

  it('speaks of a whole item, or of the letter', () => {
    assert.equal(found(on('MRI of the lumbar', { isEmpty: true }), soundLetter).at, 'MRI of the lumbar spine');
    const head = found(on('An expert', { isEmpty: true }), soundLetter);
    assert.deepEqual([head.words, head.item, head.range.start.line, head.isFound], [null, null, 0, true]);
  });

  it('is of its letter alone', () => {
    assert.deepEqual(remarksOf(letterOf(soundLetter.replace(KEY, 'CM16-0000002')), beside({ remarks: [on('normal reflexes')] })).remarks, []);
  });

  it('has the state that was said last, and all answers', () => {
    const answers: KeptAnswer[] = [{ on: 'a1', letter: KEY, text: 'since March', state: null, ...AMES }, { on: 'a1', letter: KEY, text: null, state: 'resolved', ...AMES }];
    const { state, settled, answers: given } = found(on('normal reflexes'), soundLetter, answers);
    assert.deepEqual([state, settled, given], ['resolved', AMES, [{ text: 'since March', ...AMES }]]);
    assert.equal(found(on('normal reflexes'), soundLetter, [...answers, { on: 'a1', letter: KEY, text: null, state: 'open', ...DANA }]).state, 'open');
  });

  it('stands on the proposed words once they were taken', () => {
    const taken: KeptAnswer[] = [{ on: 'a1', letter: KEY, text: null, state: 'taken', ...AMES }];
    assert.equal(found(on('normal reflexes', { proposal: 'brisk jerks' }), soundLetter.replace('normal reflexes', 'brisk jerks'), taken).at, 'brisk jerks');
  });
});

describe('remarks in the letter', () => {
  it('are CriticMarkup and comments, in their order, with the words that they point at', () => {
    const text = soundLetter.replace('normal reflexes', '{==normal reflexes==}{>>QA: all\nof them?<<}').replace('An expert', '<!-- QA: who -->An expert');
    const { remarks } = remarksOf(letterOf(text));
    assert.deepEqual(remarks.map(({ form, text: said, words, item }) => [form, said, words, item]), [['comment', 'QA: who', null, null], ['criticmarkup', 'QA: all of them?', 'normal reflexes', 1]]);
  });

  it('are no words of the letter to any rule', () => {
    const text = soundLetter.replace('no red flags.', 'no red flags.{>>But a cauda equina, left foot drop, age 91, is medically necessary, [[when]]?<<}')
      .replace('lumbar spine: Upheld', 'lumbar spine: Upheld {>>Overturned?<<}').replace('CM16-0000001', 'CM16-0000001 {>>the right one?<<}');
    assert.deepEqual(letterOf(text).findings, letterOf(soundLetter).findings);
    assert.equal(letterOf(text).determination.facts.get('case-number')?.value, KEY);
  });
});

describe('signing a letter with remarks', () => {
  const report = (kept: Partial<RemarksFile>, text = soundLetter) => {
    const letter = letterOf(text);
    return signOff(letter, { letter: 'case.md', sha256: 'abc', checkedAt: '2026-11-30T09:30:00.000Z', switchedOff: [], acknowledged: false, seen: null, remarks: remarksOf(letter, beside(kept)) });
  };
  const settled = (state: 'resolved' | 'taken' | 'withdrawn'): KeptAnswer => ({ on: 'a1', letter: KEY, text: null, state, ...AMES });

  it('is blocked while one is open', () => {
    const { ready, blockers, findings } = report({ remarks: [on('normal reflexes')] });
    assert.deepEqual([ready, blockers], [false, ['The remark of Dana Quill “since when?” is open. Answer it, and resolve it.']]);
    assert.deepEqual(findings.filter(({ outcome }) => outcome === 'blocks').map(({ rule, line, item }) => [rule, line, item]), [['open-remark', 29, 1]]);
  });

  for (const state of ['resolved', 'taken', 'withdrawn'] as const) {
    it(`isn’t once it is ${state}`, () => assert.equal(report({ remarks: [on('normal reflexes')], answers: [settled(state)] }).ready, true));
  }

  it('is blocked by an answer alone', () => assert.equal(report({ remarks: [on('normal reflexes')], answers: [{ ...settled('resolved'), text: 'since March', state: null }] }).ready, false));

  it('is blocked by CriticMarkup, remark or change', () => {
    assert.deepEqual(report({}, soundLetter.replace('no red flags', 'no red flags {>>which<<}')).findings.filter(({ outcome }) => outcome === 'blocks').map(({ rule }) => rule), ['open-remark']);
    assert.deepEqual(report({}, soundLetter.replace('is not medically', 'is {--not--} medically')).findings.filter(({ outcome }) => outcome === 'blocks').map(({ rule }) => rule), ['unresolved-change']);
  });

  it('tells who read which text, who remarked and who answered', () => {
    const page = signOffPage(report({
      remarks: [on('normal reflexes')], answers: [{ on: 'a1', letter: KEY, text: 'since March', state: 'resolved', ...AMES }],
      readings: [{ letter: KEY, read: 'other', ...DANA }, { letter: KEY, read: 'abc', ...DANA, when: '2026-11-30T08:00:00.000Z' }],
    }));
    assert.match(page, /<td>Dana Quill, 2026-11-29 08:00 UTC<\/td><td>An earlier one: the letter was changed since\.<\/td>/);
    assert.match(page, /<td>Dana Quill, 2026-11-30 08:00 UTC<\/td><td>This one\.<\/td>/);
    assert.match(page, /<td>since when\? On “normal reflexes”\.<\/td><td>Dana Quill, 2026-11-29 08:00 UTC<\/td><td>Dr\. Ames, 2026-11-29 09:00 UTC: since March<\/td><td>Resolved: Dr\. Ames, 2026-11-29 09:00 UTC<\/td>/);
  });
});
