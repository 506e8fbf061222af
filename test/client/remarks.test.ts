import assert from 'node:assert/strict';
import type * as Commands from '../../client/src/remarks/remark-commands.ts';
import type * as Content from '../../client/src/remarks/thread-content.ts';
import type { Remark } from '../../protocol/remarks.ts';
import { withVSCode } from './fake-vscode.ts';

class MarkdownString {
  value = '';
  appendText(text: string): void {
    this.value += text;
  }
}

const vscode = { MarkdownString, CommentMode: { Preview: 1 }, CommentThreadState: { Unresolved: 0, Resolved: 1 } };
const REMARK: Remark = {
  form: 'kept', id: 'a1', text: 'since when?', words: 'gives way', proposal: null, item: 1, range: { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } }, isFound: true,
  said: { who: 'Dana Quill', when: '2026-11-29T08:00:00.000Z' }, answers: [], state: 'open', settled: null,
};

describe('the thread of a remark', () => {
  let content: typeof Content;
  let commands: typeof Commands;
  before(async () => {
    content = await withVSCode('remarks/thread-content.ts', vscode);
    commands = await withVSCode('remarks/remark-commands.ts', { workspace: {} });
  });
  const shown = (change: Partial<Remark>) => {
    const { label, comments, contextValue, state, canReply } = content.threadContent({ ...REMARK, ...change });
    return { label, contextValue, state, canReply, said: comments.map(({ author, body }) => `${author.name}: ${(body as unknown as MarkdownString).value}`) };
  };

  it('has what was said and what was answered', () => {
    assert.deepEqual(shown({ answers: [{ who: null, when: '2026-11-29T09:00:00.000Z', text: 'since March' }] }), { label: 'Open', contextValue: 'open', state: 0, canReply: true, said: ['Dana Quill: since when?', 'No name given: since March'] });
  });

  it('offers proposed words as long as those are there that they are for', () => {
    assert.deepEqual([shown({ proposal: 'buckles' }).contextValue, shown({ proposal: 'buckles' }).said], ['open proposal', ['Dana Quill: since when?\nProposed: “buckles”\ninstead of “gives way”']]);
    assert.deepEqual([shown({ proposal: 'buckles', isFound: false }).contextValue, shown({ isFound: false }).label], ['open', 'Open · its words “gives way” are gone']);
  });

  it('tells who settled it, and takes no answer within the letter', () => {
    assert.deepEqual([shown({ state: 'resolved', settled: { who: 'Dr. Ames', when: '' } }).label, shown({ state: 'resolved' }).contextValue], ['Resolved by Dr. Ames', 'settled']);
    assert.deepEqual([shown({ form: 'criticmarkup', id: null, said: null }).canReply, shown({ form: 'comment', id: null, said: null }).contextValue], [false, 'letter']);
  });

  for (const [text, left] of [['{==gives way==}{>>since when?<<}', 'gives way'], ['{>>since when?<<}', ''], ['<!-- QA: {>> -->', ''], ['{==gives {--no--} way==}{>>x<<}', 'gives {--no--} way']] as const) {
    it(`leaves “${left}” of “${text}” once it is taken out`, () => assert.equal(commands.withoutRemark(text), left));
  }
});
