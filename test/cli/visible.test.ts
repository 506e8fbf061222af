import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contradicting } from '../lsp/letters.ts';
import { folderWith, type Folder } from './command-line.ts';

// What comes from names, letters and settings commands neither a terminal nor a browser.

/** A window's title, the clipboard, a colour, a line that is written over, in 7 and in 8 bits, and words that are turned round. */
const ORDERS = '\u001b]0;seized\u0007\u001b]52;c;aGk=\u0007\u001b[31m\u001b[2K\u009b2J\u009d0;seized\u009c\u0008\u007f\u202e\u2066';
// eslint-disable-next-line no-control-regex
const ORDER = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/;
// eslint-disable-next-line no-control-regex
const OWN_COLOURS = /\x1b\[(?:0|4|31|33|34|90)m/g;
const MARKUP = '<img src=x onerror=alert(1)>"\'&';
// No name of a file on Windows has any of these.
const isWindows = process.platform === 'win32';

function spoiled(words: string): string {
  return contradicting
    .replace(/^(case-number: ).*$/m, (_, key: string) => `${key}${JSON.stringify(`CM16-0123456 ${words}`)}`)
    .replace('\n---', `\nspecialty: ${JSON.stringify(`Surgery ${words}`)}\n---`)
    .replace(/^### (.*): (\w+)$/gm, (_, title: string, decision: string) => `### ${title} ${words}: ${decision} ${words}`)
    .replace(/^\*\*Decision rationale:\*\* /gm, (label) => `${label}The XX ${words} [[${words}]]. `);
}

const commands: readonly (readonly string[])[] = [
  ...['stylish', 'compact', 'json', 'ndjson', 'sarif', 'junit', 'github', 'html'].map((format) => ['check', '--format', format, '.', 'none']),
  ['check', '--jobs', '2', '.'],
  ['outline', '.'], ['outline', '--format', 'json', '.'],
  ['sign-off', '.'], ['sign-off', '--format', 'json', '--out', 'reports', '.'],
  ['import', 'published.txt'],
];

function folderOf(words: string): Folder {
  const name = isWindows ? 'a.md' : `${words.replaceAll('/', '')}\n.md`;
  return folderWith({
    [name]: spoiled(words), 'bad/.imr.yaml': `${JSON.stringify(words)}: 1\nrules: {${JSON.stringify(`${words}\nall is well`)}: off}\n`, 'bad/b.md': spoiled(words),
    'published.txt': `Case Number: CM14-0001234 ${words}\n\nIMR DECISION(S) AND RATIONALE(S)\n\n1. The request for a cane ${words} is not medically necessary and appropriate.\n\n`
      + `The Claims Administrator based its decision on the MTUS guidelines ${words}.\n\nThe MAXIMUS guideline: MTUS ${words}.\n\nDecision rationale: The knee ${words} is stable.\n`,
  });
}

describe('names, letters and settings that hold orders for a terminal', () => {
  let hostile: Folder;
  before(() => {
    hostile = folderOf(ORDERS);
  });
  for (const args of commands) {
    it(`are shown by imr ${args.join(' ')}`, async () => {
      const { out, err } = await hostile.imr(args);
      assert.doesNotMatch(out + err, ORDER);
      assert.match(out + err, args[0] === 'import' ? /cane \]0;seized/ : /\\u001b\]0;seized/);
    });
  }

  it('are shown beside the colours of the findings', async () => {
    const { out } = await hostile.imr(['check', '.'], '', { colors: true });
    assert.match(out, OWN_COLOURS);
    assert.doesNotMatch(out.replace(OWN_COLOURS, ''), ORDER);
    assert.match(out, /\\u001b\[31m/);
  });

  it('are shown where they are words of the command line', async () => {
    for (const args of [
      ['cite', `MTUS Knee ${ORDERS} Complaints, page 3 ${ORDERS}`], ['explain', ORDERS], ['config', ORDERS], ['config', 'bad/b.md'], [ORDERS], ['check', ORDERS], ['check', `--${ORDERS}`],
      ['check', '--rule', ORDERS, '.'], ['check', '--format', ORDERS, '.'], ['check', '--config', ORDERS, '.'], ['check', '--stdin-filename', `${ORDERS}.md`, '-'],
      ['import', `${ORDERS}.pdf`], ['import', 'published.txt', '--out', `published.txt/${ORDERS}`], ['sign-off', '--out', `published.txt/${ORDERS}`, '.'],
    ]) {
      const { out, err } = await hostile.imr(args, spoiled(ORDERS));
      assert.doesNotMatch(out + err, ORDER, args.join(' '));
    }
  });

  it('give no line of their own', async () => {
    const { err } = await hostile.imr(['check', 'none\nimr: all is well', 'bad']);
    assert.doesNotMatch(err, /^(?:imr: )?all is well/m);
    if (!isWindows) assert.doesNotMatch((await hostile.imr(['check', '--format', 'compact', '.'])).out, /^\.md/m);
  });

  it('leave what is JSON as it is', async () => {
    const [letter] = JSON.parse((await hostile.imr(['outline', '--format', 'json', 'bad/b.md', '--no-config'])).out) as { items: { title: string }[] }[];
    assert(letter?.items[0]?.title.includes('seized'));
  });
});

describe('names and letters that hold markup', () => {
  it('are words in the reports', async () => {
    const folder = folderOf(MARKUP);
    const checked = (await folder.imr(['check', '--no-config', '--format', 'html', '.'])).out;
    await folder.imr(['sign-off', '--no-config', '--out', 'reports', '.']);
    const reports = readdirSync(join(folder.path, 'reports')).filter((name) => name.endsWith('.html'));
    assert(reports.length > 0);
    for (const page of [checked, ...reports.map((name) => folder.read(join('reports', name)).toString())]) {
      assert.doesNotMatch(page, /<img/);
      assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/);
    }
  });
});
