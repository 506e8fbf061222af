import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { createLetters } from '../../server/src/lsp/letters.ts';
import type { Configuration } from '../../server/src/lsp/configuration.ts';
import { createDocuments } from '../../server/src/lsp/documents.ts';
import { createChecker, documentChecker, silentChecker, type Checker } from '../../server/src/service/checker.ts';
import { importInSlices } from '../../server/src/letter/import-letter.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { openSource } from '../../server/src/service/source.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';
import { startClient, type Client } from './client.ts';

const uri = 'file:///long.md';
const item = (number: number): string =>
  `### Cane ${number}: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** ${
    Array.from({ length: 20 }, (_, i) => `On visit ${number * 20 + i} the knee bent to ${number + i} degrees with pain of ${i % 10}/10.`).join(' ')} The request is not medically necessary.\n\n`;
const head = '---\ncase-number: CM16-0000000\n---\n\n## IMR Issues, Decisions and Rationales\n\n';
const huge = head + Array.from({ length: 300 }, (_, i) => item(i + 1)).join('');
const small = `${head}### Walking cane: Upheld\n`;

describe('While a huge letter is checked, the server', function () {
  this.timeout(120_000);
  let client: Client;
  before(async () => {
    client = await startClient();
    await client.open(uri, huge);
  });
  after(() => client.stop());

  /** Answered by a server that takes messages in. */
  const isListening = (): Promise<unknown> => client.connection.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///none.md' }, position: { line: 0, character: 0 } });

  it('answers what was cancelled before its work is done', async () => {
    const order: string[] = [];
    const { token, cancel } = cancellable();
    const pull = { textDocument: { uri } };
    const cancelled = client.connection.sendRequest('textDocument/diagnostic', pull, token).then(() => order.push('answered'), (error: { code: number }) => {
      order.push('cancelled');
      assert.equal(error.code, LSPErrorCodes.RequestCancelled);
    });
    const whole = client.connection.sendRequest('textDocument/diagnostic', pull).then(() => order.push('done'));
    await isListening();
    order.push('listening');
    cancel();
    await Promise.all([cancelled, whole]);
    assert.deepEqual(order, ['listening', 'cancelled', 'done']);
  });

  for (const [what, method, params] of [
    ['formats', 'textDocument/formatting', { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } }],
    ['imports', 'imr/importLetter', { text: 'The knee is stable, and the patient walks.\n\n'.repeat(15_000) }],
  ] as const) {
    it(`leaves undone what it ${what} once that is cancelled`, async function () {
      // On a busy machine the work may be done before its cancellation is written.
      this.retries(9);
      const { token, cancel } = cancellable();
      const asked = client.connection.sendRequest(method, params, token).then(() => 0, ({ code }: { code: number }) => code);
      await isListening();
      cancel();
      assert.equal(await asked, LSPErrorCodes.RequestCancelled);
    });
  }

  for (const method of ['textDocument/documentSymbol', 'textDocument/formatting', 'textDocument/diagnostic', 'imr/items']) {
    it(`answers at once what was cancelled before it was taken up: ${method}`, async () => {
      const codes: number[] = [];
      // On a busy machine a request may be done before its cancellation is written, but not each time.
      while (codes.at(-1) !== LSPErrorCodes.RequestCancelled && codes.length < 40) {
        const { token, cancel } = cancellable();
        const asked = client.connection.sendRequest(method, { textDocument: { uri }, uri, options: { tabSize: 2, insertSpaces: true } }, token).then(() => 0, ({ code }: { code: number }) => code);
        cancel();
        codes.push(await asked);
      }
      assert.equal(codes.at(-1), LSPErrorCodes.RequestCancelled, `${codes.length} tries`);
    });
  }

  it('leaves the check undone once there is a newer text', async () => {
    await client.change(uri, 2, `${huge}\n${item(301)}`);
    const pulled = client.pull(uri);
    await isListening();
    await client.change(uri, 3, small);
    const report = await pulled;
    const lines = report.kind === 'full' ? report.items.map(({ range }) => range.start.line) : [];
    assert.ok(lines.length > 0 && lines.every((line) => line <= 7), `found on lines ${lines.join(', ')}`);
  });
});

function cancellable(): { readonly token: CancellationTokenSource['token']; readonly cancel: () => void } {
  const source = new CancellationTokenSource();
  return { token: source.token, cancel: () => source.cancel() };
}

describe('The work on a giant', () => {
  const sentences = Array.from({ length: 1200 }, (_, i) => `On visit ${i} the knee bent to ${i} degrees.`);
  const giant = `${head}### Cane: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** `;
  const stops = (work: Iterator<void>): number => {
    let all = 0;
    while (!work.next().done) all++;
    return all;
  };
  const checkOf = (text: string): number => stops(createChecker(defaultSettings(rules)).start().sliced(openSource(text, 'markdown')));

  it('stops at each sentence of one rationale', () => {
    assert.ok(checkOf(giant + sentences.join(' ')) >= sentences.length);
  });

  it('stops within one paragraph of thousands of lines', () => {
    const lines = 'the knee is stable\n'.repeat(20_000);
    assert.ok(checkOf(giant + lines) >= 100);
    assert.ok(stops(importInSlices(lines)) >= 100);
  });
});

describe('A letter that is waited for', () => {
  /** Checks “a” without end. */
  const checker: Checker = {
    ...silentChecker,
    id: 'endless',
    start: () => {
      const { sliced } = silentChecker.start();
      return documentChecker(function* (source) {
        while (source.text.toString() === 'a') yield;
        return yield* sliced(source);
      });
    },
  };
  const opened = () => {
    const documents = createDocuments('utf-16');
    documents.open({ uri, languageId: 'markdown', version: 1, text: 'a' });
    const configuration = { checkerFor: () => Promise.resolve(checker) } as unknown as Configuration;
    return { documents, letters: createLetters(documents, configuration) };
  };

  it('is the newest version: the check of an older one is left undone', async () => {
    const { documents, letters } = opened();
    const waiting = [letters.letter(uri), letters.letter(uri)];
    setTimeout(() => documents.change(uri, 2, [{ text: 'b' }]), 60);
    assert.deepEqual((await Promise.all(waiting)).map((letter) => letter?.version), [2, 2]);
  });

  it('is nothing once the document is closed', async () => {
    const { documents, letters } = opened();
    const waiting = letters.letter(uri);
    setTimeout(() => documents.close(uri), 60);
    assert.equal(await waiting, undefined);
  });
});
