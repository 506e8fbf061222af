import assert from 'node:assert/strict';
import { createLetterReader } from '../../server/src/determination/reading/read.ts';
import { areNamed, namedWords } from '../../server/src/determination/reading/silenced-words.ts';
import { defaultLetterSettings } from '../../server/src/determination/settings.ts';
import { createLinter } from '../../server/src/rules/engine/engine.ts';
import { editSource, openSource } from '../../server/src/service/source.ts';
import { silencingEdit } from '../../server/src/service/silence.ts';
import { draft, ruleNamed } from './check.ts';
import { findingsIn } from './findings.ts';

const rule = 'conclusion-contradicts-decision';
const heading = '### Walking cane: Upheld';
const rationale = '**Decision rationale:** The knee gives way on stairs.\nTherefore, a walking cane is medically necessary.';
const silence = (words: string): string => `<!-- ${words} -->`;

/** How many findings of the rule are left, and how many a comment took away. */
function counts(text: string, kind: 'markdown' | 'plaintext' = 'markdown'): string {
  const read = createLetterReader({ ...defaultLetterSettings, determinationFiles: 'always' });
  const checked = createLinter([ruleNamed(rule), ruleNamed('duplicate-item')])(read(openSource(text, kind).blocks, kind));
  const left = checked.ofItems.flatMap(({ findings }) => findings).length + checked.ofLetter.length;
  return `${left} left, ${checked.silenced.length} silenced`;
}

describe('comments that silence rules', () => {
  const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['silence the paragraph below, all its lines', draft(heading, `${silence(`imr-disable-next-line ${rule} -- as agreed`)}\n${rationale}`), '0 left, 1 silenced'],
    ['silence the next paragraph across blank lines', draft(heading, silence(`imr-disable-next-line ${rule} -- as agreed`), rationale), '0 left, 1 silenced'],
    ['above a heading silence the heading and not what follows it', draft(silence(`imr-disable-next-line ${rule} -- as agreed`), heading, rationale), '1 left, 0 silenced'],
    ['silence several rules', draft(heading, silence(`imr-disable-next-line missing-rationale, ${rule} -- as agreed`), rationale), '0 left, 1 silenced'],
    ['without a rule silence every rule', draft(heading, silence('imr-disable-next-line -- as agreed'), rationale), '0 left, 1 silenced'],
    ['silence nothing for another rule', draft(heading, silence('imr-disable-next-line missing-rationale -- as agreed'), rationale), '1 left, 0 silenced'],
    ['silence from disable to the end', draft(silence(`imr-disable ${rule} -- as agreed`), heading, rationale), '0 left, 1 silenced'],
    ['silence from disable to enable', draft(silence(`imr-disable ${rule} -- as agreed`), heading, silence(`imr-enable ${rule}`), rationale), '1 left, 0 silenced'],
    ['go on where another rule is enabled', draft(silence(`imr-disable ${rule} -- as agreed`), heading, silence('imr-enable missing-rationale'), rationale), '0 left, 1 silenced'],
    ['end at an enable without a rule', draft(silence('imr-disable -- as agreed'), heading, silence('imr-enable'), rationale), '1 left, 0 silenced'],
    ['silence the file from anywhere in it', draft(heading, rationale, silence(`imr-disable-file ${rule} -- as agreed`)), '0 left, 1 silenced'],
    ['silence findings on the whole letter', draft(heading, silence('imr-disable-next-line duplicate-item -- two canes'), heading), '0 left, 1 silenced'],
    ['work without a reason', draft(heading, silence(`imr-disable-next-line ${rule}`), rationale), '0 left, 1 silenced'],
    ['within a paragraph silence its next line', draft(heading, `**Decision rationale:** The knee gives way. ${silence(`imr-disable-next-line ${rule} -- as agreed`)}\nTherefore, a walking cane is medically necessary.`), '0 left, 1 silenced'],
    ['are examples in code', draft(heading, `\`\`\`\n${silence(`imr-disable-file ${rule} -- as agreed`)}\n\`\`\``, rationale), '1 left, 0 silenced'],
    ['are examples in inline code', draft(heading, `Write \`${silence(`imr-disable-file ${rule} -- as agreed`)}\` to silence it.`, rationale), '1 left, 0 silenced'],
    ['stand between two pieces of inline code', draft(heading, `A \`brace\` ${silence(`imr-disable-file ${rule} -- as agreed`)} or a \`cane\`.`, rationale), '0 left, 1 silenced'],
    ['silence the next line where lines end with a carriage return', draft(heading, `**Decision rationale:** The knee gives way. ${silence(`imr-disable-next-line ${rule} -- as agreed`)}\nTherefore, a walking cane is medically necessary.`).replaceAll('\n', '\r'), '0 left, 1 silenced'],
    ['are examples in quotations', draft(heading, `> ${silence(`imr-disable-file ${rule} -- as agreed`)}`, rationale), '1 left, 0 silenced'],
    ['of other programs are none', draft(heading, silence(`markdownlint-disable-file ${rule}`), silence('imr-disable-nothing'), rationale), '1 left, 0 silenced'],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(counts(text), expected));

  it('are nothing but characters in plain text', () => {
    assert.equal(counts(draft('Walking cane: Upheld', silence(`imr-disable-file ${rule} -- as agreed`), 'Decision rationale: Therefore, a walking cane is medically necessary.'), 'plaintext'), '1 left, 0 silenced');
  });

  for (const dash of ['--', '–', '—']) {
    it(`give their reason behind “${dash}”`, () => {
      const text = draft(heading, silence(`imr-disable-next-line ${rule} ${dash} referred pain`), rationale);
      assert.equal(counts(text), '0 left, 1 silenced');
      assert.deepEqual(findingsIn(text, [ruleNamed('suppression-without-reason'), ruleNamed('unused-suppression')]), []);
    });
  }

  it('are written on lines of their own where lines end with a carriage return', () => {
    for (const text of [draft(heading, rationale), `---\ncase-number: CM16-9000001\n---\n${draft(heading, rationale)}`]) {
      const source = openSource(text.replaceAll('\n', '\r'), 'markdown');
      const at = source.text.toString().indexOf('**Decision');
      const { span, newText } = silencingEdit(source.blocks, rule, { start: at, end: at + 20 });
      assert.deepEqual([span.start, span.end, newText], [at, at, `<!-- imr-disable-next-line ${rule} "**Decision rationale" -- [[reason]] -->\r`]);
    }
    const head = openSource('---\rcase-number: CM16-9000001\r---\r', 'markdown');
    assert.equal(silencingEdit(head.blocks, rule, { start: 5, end: 9 }).span.start, head.text.length);
  });

  it('never silence the rules on comments', () => {
    const found = findingsIn(draft(silence('imr-disable-file'), heading), [ruleNamed('suppression-without-reason')]);
    assert.equal(found.length, 1);
  });

  it('leave the findings of other items the same array, and of their own as long as nothing changes there', () => {
    const read = createLetterReader();
    const lint = createLinter([ruleNamed(rule)]);
    const two = draft('## IMR Issues, Decisions and Rationales', heading, silence(`imr-disable-next-line ${rule} -- as agreed`), rationale, '### Crutches: Upheld', rationale, '### Brace: Upheld', 'Words.');
    const before = openSource(two, 'markdown');
    const after = editSource(before, { start: two.length - 2, end: two.length - 2, newText: 's' });
    const [first, second] = [lint(read(before.blocks, 'markdown')), lint(read(after.blocks, 'markdown'))];
    assert.deepEqual(first.ofItems.map(({ findings }) => findings.length), [0, 1, 0]);
    assert.equal(second.ofItems[0]?.findings, first.ofItems[0]?.findings);
    assert.equal(second.ofItems[1]?.findings, first.ofItems[1]?.findings);
  });
});

describe('comments that name the words which they silence a rule for', () => {
  const named = (words: string, reason = ' -- as agreed'): string => silence(`imr-disable-next-line ${rule} ${words}${reason}`);
  const found = 'medically necessary';
  const cases: readonly (readonly [name: string, comment: string, expected: string])[] = [
    ['silence those', named(`"${found}"`), '0 left, 1 silenced'],
    ['silence no others', named('"The knee gives way on stairs."'), '1 left, 0 silenced'],
    ['go by letters and figures, not by case and marks', named('"MEDICALLY – ‘necessary’."'), '0 left, 1 silenced'],
    ['name a long stretch by its ends', named('"medic … necessary."'), '0 left, 1 silenced'],
    ['name one word less and mean others', named('"necessary"'), '1 left, 0 silenced'],
    ['take typographic quotation marks', named(`“${found}”`), '0 left, 1 silenced'],
    ['name several stretches', named(`"The knee" "${found}"`), '0 left, 1 silenced'],
    ['name several rules', silence(`imr-disable-next-line missing-rationale "a cane", ${rule} "${found}" -- as agreed`), '0 left, 1 silenced'],
    ['have a dash within the words', named('"medically – necessary"'), '0 left, 1 silenced'],
  ];
  for (const [name, comment, expected] of cases) it(name, () => assert.equal(counts(draft(heading, comment, rationale)), expected));

  it('find them again wherever they stand in the paragraph, and say so once they have changed', () => {
    const text = draft(heading, named(`"${found}"`), rationale);
    const unused = (changed: string): (string | undefined)[] => findingsIn(changed, [ruleNamed(rule), ruleNamed('unused-suppression')]).map(({ message }) => message);
    assert.deepEqual(unused(text), []);
    assert.deepEqual(unused(text.replace('**Decision rationale:** The', '**Decision rationale:** The patient is frail. The')), []);
    assert.deepEqual(unused(text.replace('stairs.\nTherefore, a walking cane is medically necessary', 'stairs. Therefore, a walking cane is medically\nnecessary')), []);
    assert.deepEqual(unused(text.replace('is medically necessary', 'is medically warranted')).map((message) => /finds nothing here in the words/.test(message ?? '')).sort(), [false, true]);
  });

  it('silence the second of two findings of a rule, and not the first', () => {
    const twice = draft(heading, silence('imr-disable-next-line identifying-information "(415) 555-0142" -- the clinic asked for it'), '**Decision rationale:** Call (415) 555-0199 or (415) 555-0142. Therefore, a walking cane is not medically necessary.');
    assert.deepEqual(findingsIn(twice, [ruleNamed('identifying-information')]).map(({ span }) => twice.slice(span.start, span.end)), ['(415) 555-0199']);
  });

  it('can be written of any words, and then silence them', () => {
    for (const words of ['a "b" c', 'one -- two', '1 - <b>2</b> --> 3', 'x'.repeat(50), 'one two three four five six seven eight nine ten eleven twelve', '**bold** – 𝛼 #120', '50 %']) {
      const written = namedWords(words);
      assert.ok(written !== null && areNamed(words, written) && !/["<>]|--/.test(written), words);
    }
    assert.equal(namedWords('… -- "'), null);
  });
});

describe('“Not here, because …”', () => {
  const silenced = (text: string, words: string): string => {
    const start = text.indexOf(words);
    const { span, newText } = silencingEdit(openSource(text, 'markdown').blocks, rule, { start, end: start + words.length });
    return text.slice(0, span.start) + newText + text.slice(span.end);
  };
  const comment = (words: string, directive = 'disable-next-line'): string => silence(`imr-${directive} ${rule} "${words}" -- [[reason]]`);

  it('stands above the whole paragraph and takes its finding away', () => {
    const text = draft(heading, rationale);
    const after = silenced(text, 'medically necessary');
    assert.equal(after, draft(heading, `${comment('medically necessary')}\n${rationale}`));
    assert.equal(counts(after), '0 left, 1 silenced');
  });
  it('stands above a heading', () => assert.equal(silenced(draft(heading, rationale), 'Walking'), draft(`${comment('Walking')}\n${heading}`, rationale)));
  it('is indented like its block and ends its line as the letter does', () => {
    assert.equal(silenced('  ### Cane: Upheld\r\n\r\nWords.', 'Cane'), `  ${comment('Cane')}\r\n  ### Cane: Upheld\r\n\r\nWords.`);
  });
  it('silences the file where the finding stands in the front matter', () => {
    const head = '---\ncase-number: CM17-0000001\n---\n';
    assert.equal(silenced(`${head}\n${heading}\n`, 'CM17-0000001'), `${head}${comment('CM17-0000001', 'disable-file')}\n\n${heading}\n`);
  });
  it('finds a place in an empty letter', () => assert.equal(silenced('', ''), `${silence(`imr-disable-next-line ${rule} -- [[reason]]`)}\n`));
});
