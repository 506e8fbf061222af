import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { letterPlugin } from '../../client/src/preview/letter-plugin.ts';
import type { MarginNote } from '../../client/src/preview/margin.ts';
import { letters } from '../fixtures/letters.ts';

const URI = 'file:///letter.md';

/** VS Code's preview: it hides the front matter, reads the text without naming the document, and names it when it shows the tokens. */
function preview(text: string, findings: readonly MarginNote[] = [], env: object = { currentDocument: URI }): string {
  const md = letterPlugin(withFrontMatter(), (document) => (document === URI ? findings : []));
  return md.renderer.render(md.parse(text, {}), md.options, env);
}

function withFrontMatter(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  md.block.ruler.before('fence', 'front_matter', (state, line) => {
    const end = line === 0 ? state.src.split('\n').indexOf('---', 1) : -1;
    if (end < 0 || !state.src.startsWith('---\n')) return false;
    state.push('front_matter', '', 0).map = [0, (state.line = end + 1)];
    return true;
  });
  md.renderer.rules['front_matter'] = () => '';
  return md;
}

const head = '---\ncase-number: CM16-9000001\n---\n\n';

const pieces: readonly { readonly name: string; readonly text: string; readonly shows: readonly string[] }[] = [
  {
    name: 'the facts of the head stand in a table, dates as a letter prints them',
    text: '---\ncase-number: CM16-9000001\ndate-of-injury: 2015-06-02\nlicensed-in: [California, "Oregon"]\n---\n',
    shows: [
      '<th scope="row">Case number</th><td class="imr-number">CM16-9000001</td>', '<td class="imr-number">06/02/2015</td>', '<td>California, Oregon</td>',
    ],
  },
  {
    name: 'what is in dispute stands in it as a list',
    text: '---\ncase-number: CM16-9000001\ndisputed-items:\n  - "Associated surgical service: Crutches"\n  - Lumbar MRI\n---\n',
    shows: ['<ol><li>Associated surgical service: Crutches</li><li>Lumbar MRI</li></ol>'],
  },
  { name: 'the table stands below the title', text: `${head}# Final Determination\n`, shows: ['<h1>Final Determination</h1>\n<table class="imr-head">'] },
  { name: 'no word of the head becomes markup', text: '---\ncase-number: CM16\nspecialty: <b onclick="x">\n---\n', shows: ['<td>&lt;b onclick=&quot;x&quot;&gt;</td>'] },
  {
    name: 'a decision is a badge, whose word stays text',
    text: `${head}### Associated surgical service: Crutches: Overturned\n`,
    shows: [
      '<h3 class="imr-item">Associated surgical service: Crutches<span class="imr-colon">: </span><span class="imr-badge imr-overturned">Overturned</span></h3>',
    ],
  },
  { name: 'a word that is no decision gets no badge', text: `${head}### Knee brace: Denied\n`, shows: ['<h3>Knee brace: Denied</h3>'] },
  {
    name: 'a decision that is still a placeholder is marked as one',
    text: `${head}### Knee brace: [[Upheld or Overturned]]\n`,
    shows: ['<h3 class="imr-item">Knee brace: <mark class="imr-placeholder">[[Upheld or Overturned]]</mark></h3>'],
  },
  {
    name: 'labels of an item are set off',
    text: `${head}### Knee brace: Upheld\n\n**MAXIMUS guideline:** None.\n\n**Decision rationale:** No.\n`,
    shows: ['<p class="imr-field"><strong class="imr-label">MAXIMUS guideline:</strong> None.</p>', '<p class="imr-field imr-rationale">'],
  },
  { name: 'bold words outside of the items are no labels', text: `${head}## Clinical Case Summary\n\n**Note:** none.\n`, shows: ['<p><strong>Note:</strong> none.</p>'] },
  {
    name: 'placeholders are marked wherever they stand',
    text: `${head}The knee is [[stable]] and *[[quiet]]*.\n`,
    shows: ['is <mark class="imr-placeholder">[[stable]]</mark> and <em><mark class="imr-placeholder">[[quiet]]</mark></em>.'],
  },
  { name: 'a letter without front matter is known by its headings', text: '## IMR Issues, Decisions and Rationales\n\n### Brace: Upheld\n', shows: ['imr-badge'] },
];

const others: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'a recipe', text: '# Bread\n\n- flour\n- [[water]]\n\n### Verdict: Upheld\n\n**Note:** bake it.\n' },
  { name: 'a page with front matter of its own', text: '---\ntitle: case-number\ntags: [a, b]\n---\n\n# Case\n\n<b>Bold</b> and `code`\n' },
  { name: 'an unclosed front matter', text: '---\ncase-number: CM16-9000001\n\n### Knee brace: Upheld\n' },
  { name: 'an empty file', text: '' },
];

describe('the preview', () => {
  describe('of a letter', () => {
    for (const { name, text, shows } of pieces) {
      it(name, () => {
        const html = preview(text);
        for (const piece of shows) assert.ok(html.includes(piece), html);
      });
    }
  });

  describe('of any other text is what it was, to the byte:', () => {
    for (const { name, text } of others) {
      it(name, () => assert.equal(preview(text, [{ line: 0, severity: 'error', message: 'No.' }]), withFrontMatter().render(text)));
    }
  });

  it('loses no word of a letter', () => {
    for (const { name, text } of letters.filter((letter) => letter.kind === 'markdown')) {
      const words = (html: string) => html.replace(/<table class="imr-head">.*\n/, '').replace(/<[^<>]+>/g, '').replace(/\s+/g, ' ').trim();
      assert.equal(words(preview(text)), words(withFrontMatter().render(text)), name);
    }
  });

  describe('of findings', () => {
    const text = `${head}### Knee brace: Upheld\n\nFirst words.\n\n\nMore words.\n`;
    const note = (line: number, severity: MarginNote['severity'] = 'error'): MarginNote => ({ line, severity, message: `Look at <line> ${line}.` });

    it('shows each beside its block, with its severity in words', () => {
      const html = preview(text, [note(6, 'warning')]);
      assert.match(html, /<aside class="imr-notes imr-warning" aria-label="Findings"><p class="imr-warning"><strong>Warning<\/strong> Look at &lt;line&gt; 6\.<\/p><\/aside>\n<p>First words/);
    });

    it('shows those of the head before the first block, and those of an empty line with the block above', () => {
      const html = preview(text, [note(1), note(7, 'information'), note(99)]);
      assert.deepEqual(html.match(/<\/aside>\n<\w+/g), ['</aside>\n<h3', '</aside>\n<p', '</aside>\n<p']);
    });

    it('gives several of one block the colour of the gravest', () => {
      assert.match(preview(text, [note(4, 'information'), note(4, 'error')]), /<aside class="imr-notes imr-error"/);
    });

    it('does without where the preview doesn’t say which document it shows', () => assert.doesNotMatch(preview(text, [note(4)], {}), /<aside/));
  });
});
