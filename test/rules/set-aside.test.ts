import assert from 'node:assert/strict';
import { ownSentences } from '../../server/src/determination/statements.ts';
import { hasWord } from '../../server/src/language/sentence.ts';
import { indexLines } from '../../server/src/markdown/line-index.ts';
import type { Finding, Rule } from '../../server/src/rules/engine/rule.ts';
import { defineRule } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import { createChecker } from '../../server/src/service/checker.ts';
import { editSource, openSource, type Source } from '../../server/src/service/source.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';
import { findingsIn } from './findings.ts';

const item = (title: string, rationale: string): string => `### ${title}\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** ${rationale}\n\n`;
const letter = (text: string): string => `---\ncase-number: CM16-0000000\n---\n\n## IMR Issues, Decisions and Rationales\n\n${text}`;

const about = { family: 'structure', severity: 'warning', summary: '', why: '', sources: [], leavesAlone: [], examples: { valid: [], invalid: [] } } as const;
/** Holds each sentence of a rationale against each other one. */
const comparing = defineRule({
  ...about, id: 'comparing', scope: 'item', messages: { said: () => 'Said.' },
  check({ reading: { title, rationale } }, _, report) {
    report({ span: title.span, messageId: 'said' });
    const sentences = rationale ? ownSentences(rationale.prose) : [];
    for (const { sentence } of sentences) for (const other of sentences) if (hasWord(sentence, 'x') && hasWord(other.sentence, 'y')) return;
  },
}) as Rule;
const counting = defineRule({
  ...about, id: 'counting', scope: 'item', messages: { seen: () => 'Seen.' },
  check: ({ reading: { title } }, _, report) => report({ span: title.span, messageId: 'seen' }),
}) as Rule;

const long = item('Cane: Upheld', 'The knee is stable. '.repeat(4500));
const short = item('Walker: Upheld', 'The knee is stable.');

const of = (findings: readonly Finding[], id: string): Finding[] => findings.filter(({ ruleId }) => ruleId === id);
const saysOf = (text: string, among: readonly Rule[] = []): string[] => of(findingsIn(text, among), 'set-aside').map(({ message }) => message);

describe('What takes too many steps', () => {
  it('is set aside for the whole letter, in one finding, and the other rules go on', () => {
    const findings = findingsIn(letter(long + long + short), [comparing, counting]);
    const [said, ...more] = of(findings, 'set-aside');
    assert.deepEqual([said?.severity, said?.data, more], ['warning', { rules: ['comparing'], parts: [] }, []]);
    assert.match(said?.message ?? '', /^This letter is checked in part only\. Set aside: the rule comparing, .*\.$/);
    assert.deepEqual([of(findings, 'comparing').length, of(findings, 'counting').length], [0, 3]);
  });

  it('is not set aside in a letter as they are', () => {
    const findings = findingsIn(letter(short.repeat(40)), [comparing, counting]);
    assert.deepEqual([of(findings, 'set-aside').length, of(findings, 'comparing').length], [0, 40]);
  });

  it('is said whatever a comment silences', () => {
    assert.equal(saysOf(letter(`<!-- imr-disable-file -- too long -->\n\n${long}`), [comparing]).length, 1);
  });

  it('is the same the second time, when all that is kept is at hand', () => {
    assert.deepEqual(saysOf(letter(long), [comparing]), saysOf(letter(long), [comparing]));
  });

  it('is a list of thousands held against thousands of items', () => {
    const listed = Array.from({ length: 800 }, (_, i) => `  - Cane number ${i} of wood\n`).join('');
    const items = Array.from({ length: 800 }, (_, i) => `### Walker ${i} of steel: Upheld\n\n`).join('');
    const [said = ''] = saysOf(letter(items).replace('---\n\n', `disputed-items:\n${listed}---\n\n`), rules);
    assert.match(said, /which items hang on which, among so many; the rules item-not-decided, item-not-in-dispute/);
  });
});

describe('What is too much to be read', () => {
  it('is lists that are nested too deep: their lines are plain words', () => {
    const lists = Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('');
    const text = letter(`${short}${lists}\n${short}`);
    const [said, ...more] = of(findingsIn(text, [counting]), 'set-aside');
    assert.match(said?.message ?? '', /lists or tables that are too long or nested too deep/);
    assert.deepEqual([indexLines(text.slice(0, said?.span.start)).starts.length, more], [13, []]);
    assert.equal(of(findingsIn(text, [counting]), 'counting').length, 2);
  });

  for (const [what, text] of [
    ['quotations in quotations', `${'> '.repeat(200)}a`], ['a list without end', '-   a\n\n'.repeat(10_000)], ['a table without end', `| a |\n|---|\n${'| a |\n'.repeat(10_000)}`.replaceAll('|', '-|')],
  ] as const) {
    it(`is ${what}`, () => assert.equal(saysOf(letter(`${short}${text}\n\n${short}`), [counting]).length, 1));
  }

  it('is no list, quotation or table of a letter', () => {
    const lists = ['- a\n  - b\n    1. c\n       - d\n', '> > > a\n', `${'- a report of a visit\n'.repeat(200)}`, `${'-'.repeat(200)}\n`, `${'* '.repeat(40)}\n`, `${' '.repeat(300)}a\n`];
    assert.deepEqual(saysOf(letter(`${short}${lists.join('\na\n\n')}`), [counting]), []);
  });

  describe('is all but the beginning of very many words', () => {
    const flood = 'The knee is stable. '.repeat(5001);
    for (const [where, text, items] of [
      ['in a rationale', short + item('Cane: Upheld', flood) + short, 3], ['in a rationale of many lines', short + item('Cane: Upheld', flood.replaceAll('. ', '.\n')) + short, 3],
      ['without a blank among them', item('Cane: Upheld', 'a'.repeat(100_001)), 1], ['in a title', item(`${flood}cane: Upheld`, 'It is stable.'), 1],
      ['in a section', `${short}## Clinical Case Summary\n\n${flood}\n`, 1],
    ] as const) {
      it(where, () => {
        const findings = findingsIn(letter(text), [counting]);
        const [said, ...more] = of(findings, 'set-aside');
        assert.match(said?.message ?? '', /all but the beginning of a field or a section with more than a hundred thousand characters/);
        assert.deepEqual([of(findings, 'counting').length, more.length], [items, 0]);
        assert.ok((said?.span.start ?? 0) > 90_000, 'it stands where reading ends');
      });
    }

    it('and not of as many in two items, each of which has room for its own', () => {
      assert.deepEqual(saysOf(letter(item('Cane: Upheld', flood.slice(0, 99_000)) + item('Walker: Upheld', flood.slice(0, 99_000))), [counting]), []);
    });

    it('and it is said as soon as somebody types the word too many, and no longer', () => {
      const text = letter(item('Cane: Upheld', flood.slice(0, 99_999)));
      const at = text.lastIndexOf('stable');
      const check = createChecker(defaultSettings([])).start();
      const said = (source: Source): number => allFindings(check(source).checked).filter(({ ruleId }) => ruleId === 'set-aside').length;
      const before = openSource(text, 'markdown');
      const longer = editSource(before, { start: at, end: at, newText: 'very ' });
      const again = editSource(longer, { start: at, end: at + 5, newText: '' });
      assert.deepEqual([before, longer, again].map(said), [0, 1, 0]);
    });
  });

  it('is which items hang on which, of more than any letter has', () => {
    assert.deepEqual(saysOf(letter(short.repeat(200)), [counting]), []);
    assert.equal(saysOf(letter(short.repeat(201)), [counting]).length, 1);
  });
});
