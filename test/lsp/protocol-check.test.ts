import assert from 'node:assert/strict';
import type { Message } from 'vscode-languageserver/node';
import { createProtocolCheck } from './protocol-check.ts';

describe('the check of what the server sends', () => {
  const answered = (method: string, result: unknown): string | null => {
    const check = createProtocolCheck();
    check.sent({ jsonrpc: '2.0', id: 1, method } as Message);
    return check.wrongIn({ jsonrpc: '2.0', id: 1, result } as Message);
  };
  const said = (method: string, params: unknown): string | null => createProtocolCheck().wrongIn({ jsonrpc: '2.0', method, params } as Message);
  const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

  it('passes what the protocol has', () => {
    assert.equal(answered('textDocument/hover', { contents: { kind: 'markdown', value: 'A cane' }, range: place }), null);
    assert.equal(answered('textDocument/hover', null), null);
    assert.equal(said('window/showMessage', { type: 2, message: 'A word' }), null);
  });

  it('finds what is missing, of another kind, or unknown', () => {
    assert.match(answered('textDocument/hover', { range: place }) ?? '', /hover/);
    assert.match(answered('textDocument/hover', { contents: 'A cane', range: { ...place, end: 3 } }) ?? '', /hover/);
    assert.match(said('window/showMessage', { type: 2, message: 'A word', colour: 'red' }) ?? '', /additional properties/);
  });

  it('finds a message of another name, and an answer to nothing', () => {
    assert.match(said('window/shout', { type: 2, message: 'A word' }) ?? '', /none of the server/);
    assert.match(createProtocolCheck().wrongIn({ jsonrpc: '2.0', id: 7, result: null } as Message) ?? '', /none of the server/);
  });
});
