import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import type { CodeAction, Diagnostic, DocumentSymbol, InlayHint, Position, Range, SemanticTokens, TextEdit } from 'vscode-languageserver-types';
import { abilities, startClient, type Client } from './client.ts';
import { contradictions } from './letters.ts';

type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Signs of two, three and four bytes before all that is spoken of. */
const letter = contradictions
  .replaceAll('Therefore, ', '🦴 “Naïve” – 𝛼. Therefore, ').replaceAll('MTUS Low', '🦴–MTUS Low').replace('no spasm', 'no “é🦴” spasm')
  .replace('### MRI', '<!-- imr-disable-next-line missing-decision -- 🦴 é -->\n### MRI');

/** The words that a client finds at a range, counting in its own way. */
function wordsAt(text: string, encoding: Encoding, { start, end }: Range): string {
  const lines = text.split('\n');
  const cut = (line: string, from: number, to: number): string => {
    if (encoding === 'utf-16') return line.slice(from, to);
    return encoding === 'utf-32' ? [...line].slice(from, to).join('') : Buffer.from(line).subarray(from, to).toString();
  };
  if (start.line === end.line) return cut(lines[start.line]!, start.character, end.character);
  return [cut(lines[start.line]!, start.character, Infinity), ...lines.slice(start.line + 1, end.line), cut(lines[end.line]!, 0, end.character)].join('\n');
}

async function withClient<T>(encodings: readonly Encoding[] | undefined, work: (client: Client, uri: string) => Promise<T>, pull = true, files: Readonly<Record<string, string>> = {}): Promise<T> {
  const { diagnostic: _, ...pushing } = abilities.textDocument;
  const client = await startClient({
    files,
    capabilities: { ...abilities, textDocument: pull ? abilities.textDocument : pushing, ...(encodings && { general: { positionEncodings: [...encodings] } }) },
  });
  try {
    return await work(client, client.uri('a.md'));
  } finally {
    await client.stop();
  }
}

/** What a client understands of a letter: words instead of positions, so that all can be compared. */
async function understood(encoding: Encoding, text = letter, prepare?: (client: Client, uri: string) => Promise<void>): Promise<object> {
  return withClient([encoding], async (client, uri) => {
    const words = (range: Range): string => wordsAt(text, encoding, range);
    if (prepare) await prepare(client, uri);
    else await client.open(uri, text);
    const ask = <R>(method: string, params: object = {}): Promise<R> => client.connection.sendRequest<R>(method, { textDocument: { uri }, ...params });
    const diagnostics = await client.diagnostics(uri);
    const fixes = await Promise.all(diagnostics.map((each) => client.codeActions(uri, each.range, { diagnostics: [each] })));
    const edits = (action: CodeAction): unknown => action.edit?.documentChanges?.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]).map((edit) => [words(edit.range), edit.newText]) : []));
    const tokens = (await ask<SemanticTokens>('textDocument/semanticTokens/full')).data;
    const whole = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
    const hint = (position: Position): string => words({ start: { line: position.line, character: 0 }, end: position });
    const named = (symbols: readonly DocumentSymbol[]): unknown[] => symbols.map(({ name, range, selectionRange, children }) => [name, words(range), words(selectionRange), named(children ?? [])]);
    return {
      diagnostics: diagnostics.map((each: Diagnostic) => [each.code, words(each.range), each.relatedInformation?.map(({ location }) => words(location.range))]),
      fixes: fixes.map((actions) => actions.map((action) => [action.title, edits(action)])),
      tokens: tokenWords(tokens, words),
      hints: (await ask<InlayHint[]>('textDocument/inlayHint', { range: whole })).map(({ position, label }) => [hint(position), label]),
      symbols: named(await ask<DocumentSymbol[]>('textDocument/documentSymbol')),
    };
  });
}

function tokenWords(data: readonly number[], words: (range: Range) => string): string[] {
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    line += data[i]!;
    character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
    found.push(words({ start: { line, character }, end: { line, character: character + data[i + 2]! } }));
  }
  return found;
}

describe('a client that counts in its own way', function () {
  this.timeout(30_000);
  let plain: object;
  before(async () => { plain = await understood('utf-16'); });

  it('is told by which', async () => {
    const said = (encodings?: readonly Encoding[]): Promise<unknown> => withClient(encodings, async ({ initialized }) => initialized.capabilities.positionEncoding);
    assert.deepEqual(await Promise.all([said(['utf-8', 'utf-16']), said(['utf-16', 'utf-8']), said(['utf-32']), said()]), ['utf-8', 'utf-16', 'utf-32', undefined]);
  });

  for (const encoding of ['utf-8', 'utf-32'] as const) {
    it(`understands the same of a letter, in ${encoding}`, async () => assert.deepEqual(await understood(encoding), plain));

    it(`edits where it means to, in ${encoding}`, async () => {
      const place = letter.indexOf('is not medically necessary') + 'is '.length;
      const line = letter.slice(0, place).split('\n').length - 1;
      const before = letter.slice(letter.lastIndexOf('\n', place) + 1, place);
      const character = encoding === 'utf-8' ? Buffer.byteLength(before) : [...before].length;
      const changed = `${letter.slice(0, place)}🦴 ${letter.slice(place + 'not '.length)}`;
      const found = await understood(encoding, changed, async (client, uri) => {
        await client.open(uri, letter);
        await client.diagnostics(uri);
        await client.change(uri, 2, '🦴 ', { start: { line, character }, end: { line, character: character + 4 } });
      });
      assert.deepEqual(found, await understood('utf-16', changed));
    });

    it(`hears of a place that only moved as it counts, in ${encoding}`, () => withClient([encoding], async (client, uri) => {
      const at = letter.split('\n').findIndex((words) => words.startsWith('### MRI'));
      const wrong = letter.replace('lumbar spine: Upheld', 'lumbar spine: Denied');
      await client.open(uri, wrong);
      const first = await client.pull(uri);
      // One unit for the server, and another length for the client.
      await client.change(uri, 2, '🦴', { start: { line: at, character: 4 }, end: { line: at, character: 6 } });
      const second = await client.pull(uri, first.resultId);
      assert.ok(second.kind === 'full');
      const denied = second.items.find(({ code }) => code === 'unknown-decision');
      assert.equal(wordsAt(wrong.replace('### MRI', '### 🦴I'), encoding, denied!.range), 'Denied');
    }));

    it(`is sent findings, and those of letters that aren’t open, in ${encoding}`, async () => {
      const wrong = letter.replace('lumbar spine: Upheld', 'lumbar 🦴: Denied');
      await withClient([encoding], async (client, uri) => {
        await client.open(uri, wrong);
        await client.until(() => client.published.length > 0);
        const denied = client.published[0]?.diagnostics.find(({ code }) => code === 'unknown-decision');
        assert.equal(wordsAt(wrong, encoding, denied!.range), 'Denied');
      }, false);
      await withClient([encoding], async (client) => {
        const { items: [file] } = await client.connection.sendRequest<{ items: { items: Diagnostic[] }[] }>('workspace/diagnostic', { identifier: 'imr', previousResultIds: [] });
        assert.equal(wordsAt(wrong, encoding, file!.items.find(({ code }) => code === 'unknown-decision')!.range), 'Denied');
      }, true, { 'b.md': wrong });
    });
  }
});
