import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeSpans } from '../../server/src/markdown/code-spans.ts';
import { fold } from '../../server/src/markdown/fold.ts';
import { sliceFolded } from '../../server/src/markdown/folded.ts';
import { endInSource, endOfRun, offsetInText, sourcePlace, startInSource } from '../../server/src/markdown/source-runs.ts';

/** In any text: what is written, and what is read. */
const CHARACTERS: readonly (readonly [name: string, source: string, words: string])[] = [
  ['white space of any width', 'right\u00A0knee\u202Fmri\u2009of\u3000the\u0085joint\tline', 'right knee mri of the joint line'],
  ['runs of white space, and white space at both ends', '\u00A0 one \u2003  two\t', 'one two'],
  ['nothing but white space', ' \u00A0\t', ''],
  ['soft hyphens', 'medi\u00ADcally neces\u00ADsary', 'medically necessary'],
  ['what has no width', '\uFEFFMTUS\u200B/\u200BACOEM\u2060 guide\u200Dlines\u200E', 'MTUS/ACOEM guidelines'],
  ['blanks around what has no width', 'one \u200B two', 'one two'],
  ['hyphens', 'Non\u2011MTUS, post\u2010operative, L4\u2212L5', 'Non-MTUS, post-operative, L4-L5'],
  ['dashes, which are none', 'pages 117–118 — both', 'pages 117–118 — both'],
  ['ligatures', 'o\uFB03ce \uFB01lm re\uFB02ex sti\uFB00', 'office film reflex stiff'],
  ['full-width forms', 'MRI： １２ visits', 'MRI: 12 visits'],
  ['Roman numerals in one character', 'grade Ⅱ', 'grade II'],
  ['letters and accents apart', 'nai\u0308ve cafe\u0301', 'naïve café'],
  ['an accent without a letter', '\u0301x', '\u0301x'],
];

/** In Markdown only. */
const MARKUP: readonly (readonly [name: string, source: string, words: string])[] = [
  ['bold and italics', '**not** *medically* _necessary_, ***all*** of __it__', 'not medically necessary, all of it'],
  ['bold in runs', '**MAXIMUS** **guide****line:** Decision', 'MAXIMUS guideline: Decision'],
  ['stars and underscores that are characters', '2 * 3, C5_6, a_b', '2 * 3, C5_6, a_b'],
  ['lines to write on', 'on _____, and (____)', 'on _____, and (____)'],
  ['escaped marks', '5\\* of \\[6\\], Non\\-MTUS', '5* of [6], Non-MTUS'],
  ['a blank behind a backslash', 'medically\\ necessary', 'medically necessary'],
  ['a line break by a backslash', 'medically\\', 'medically'],
  ['backslashes before letters', 'C:\\letters', 'C:\\letters'],
  ['named entities', 'medically&nbsp;necessary &ndash; Knee &amp; Leg, o&ffilig;ce', 'medically necessary – Knee & Leg, office'],
  ['numeric entities', 'a&#160;b&#xA0;c&#45;d&#8209;e&#x1F600;', 'a b c-d-e😀'],
  ['what is no entity', 'R&D; AT&T &nosuch; & more', 'R&D; AT&T &nosuch; & more'],
  ['numbers of no character', 'a&#0;b&#x110000;c&#xD800;d', 'a\uFFFDb\uFFFDc\uFFFDd'],
  ['inline tags', '<b>Decision</b> is <u>not</u> <span style="color: red">necessary</span>', 'Decision is not necessary'],
  ['tags that break a line', 'one<br>two<br/>three', 'one two three'],
  ['what is no tag', '<name>, a < b > c, <https://example.org>', '<name>, a < b > c, <https://example.org>'],
  ['spans with attributes', '[**MAXIMUS guideline:**]{.underline} [[date]] [1]{x', 'MAXIMUS guideline: [[date]] [1]{x'],
  ['marks of footnotes', 'necessary[^1]. Both<sup>2</sup>, the 12<sup>th</sup>', 'necessary. Both, the 12th'],
];

describe('words that are folded', () => {
  for (const [name, source, words] of [...CHARACTERS, ...MARKUP]) it(`are, in Markdown: ${name}`, () => assert.equal(fold(source, true).text, words));
  for (const [name, source, words] of CHARACTERS) it(`are, in plain text: ${name}`, () => assert.equal(fold(source, false).text, words));
  for (const [name, source] of MARKUP.filter(([, source]) => !source.includes('&#'))) {
    it(`keep in plain text their characters: ${name}`, () => assert.equal(fold(source, false).text, source));
  }

  it('stand for the characters that they were read from', () => {
    const source = 'An o\uFB03ce&nbsp;visit is **not** medi\u00ADcally  necessary';
    const folded = fold(source, true);
    const placeOf = (words: string): string => {
      const at = folded.text.indexOf(words);
      const { start, end } = sourcePlace(folded.runs, at, at + words.length);
      return source.slice(start, end);
    };
    assert.equal(folded.text, 'An office visit is not medically necessary');
    assert.deepEqual(
      ['office', 'ffic', 'visit', 'e v', 'not', 'medically', 'y n', ' '].map(placeOf),
      ['o\uFB03ce', '\uFB03c', 'visit', 'e&nbsp;v', 'not', 'medi\u00ADcally', 'y  n', ' '],
    );
  });

  it('are the same string where nothing is to be folded', () => {
    const text = 'The knee locks (“gives way”), and it isn’t medically necessary – yet.';
    assert.deepEqual(fold(text, true), { text, runs: [{ at: 0, source: 0, length: text.length }] });
  });
});

const PARTS = [
  'knee', ' ', '  ', '\u00A0', '\u00AD', '\u200B', '\u2011', '\uFB03', '\uFF1A', '\u0301', '😀', '**', '*', '_', '\\', '&', '&nbsp;', '&shy;', '&#', ';', '<b>', '</b>', '<', '<br>',
  '[', ']', '{', '}', ']{.u}', '[^1]', '.', 'é', '\uD800', '\0',
];
const texts = fc.oneof(fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 40 }));

describe('any text', () => {
  const check = (property: (text: string, markdown: boolean) => void): void => fc.assert(fc.property(texts, fc.boolean(), property), { numRuns: 500 });

  it('is folded to single blanks between words', () => check((text, markdown) => {
    const { text: words } = fold(text, markdown);
    assert.doesNotMatch(words, /^ | $| {2}|[\t\u00A0\u00AD\u200B\u2011]/);
  }));

  it('has runs in order, within the text and the source', () => check((text, markdown) => {
    const { text: words, runs } = fold(text, markdown);
    let [at, source] = [0, 0];
    for (const run of runs) {
      assert.equal(run.at, at);
      assert.ok(run.source >= source && run.length > 0 && endOfRun(run) > run.source);
      [at, source] = [run.at + run.length, endOfRun(run)];
    }
    assert.equal(at, words.length);
    assert.ok(source <= text.length);
  }));

  it('has a place for each character, and the way back', () => check((text, markdown) => {
    const { text: words, runs } = fold(text, markdown);
    for (let offset = 0; offset < words.length; offset++) {
      const [start, end] = [startInSource(runs, offset), endInSource(runs, offset + 1)];
      assert.ok(start >= 0 && start < end && end <= text.length);
      const back = offsetInText(runs, start, words.length);
      assert.ok(back <= offset && startInSource(runs, back) === start);
    }
  }));

  it('can be cut, and the part stands where it stood', () => {
    fc.assert(fc.property(texts, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (text, from, length) => {
      const whole = fold(text, true);
      const part = sliceFolded(whole, from, from + length);
      const start = from + whole.text.slice(from).length - whole.text.slice(from).trimStart().length;
      assert.equal(part.text, whole.text.slice(from, from + length).trim());
      if (part.text !== '') assert.deepEqual(sourcePlace(part.runs, 0, part.text.length), sourcePlace(whole.runs, start, start + part.text.length));
    }), { numRuns: 500 });
  });

  it('takes linear time', () => {
    for (const part of ['[', ']{', '[x]{.u', '&a', '<b ', '**', '_', '\\', '\u0301', 'e\u0301', '\u00A0', '\uFB01', '&nbsp;', '`', '``x`']) {
      const text = part.repeat(20_000);
      fold(text, true);
      codeSpans(text);
    }
  });
});

describe('inline code', () => {
  const cases: readonly (readonly [name: string, text: string, code: readonly string[]])[] = [
    ['stands between backticks', 'a `b` c ``d ` e``', ['`b`', '``d ` e``']],
    ['needs its closing backtick', 'a `b c', []],
    ['is none where the backtick is escaped', 'a \\`b\\` c', []],
    ['is none within a comment', '<!-- a ` b --> c `d`', ['`d`']],
    ['holds a comment', 'a `<!-- b -->` c', ['`<!-- b -->`']],
  ];
  for (const [name, text, code] of cases) it(name, () => assert.deepEqual(codeSpans(text).map(({ start, end }) => text.slice(start, end)), code));
});
