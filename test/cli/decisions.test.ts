import assert from 'node:assert/strict';
import { folderWith } from './command-line.ts';

const LETTER = '---\ncase-number: CM16-9100073\n---\n\n### Knee brace: Upheld\n\n**Decision rationale:** The joint gives way on stairs. Therefore, the brace is medically necessary.\n';
const RULE = 'conclusion-contradicts-decision';

/** A line as the editor writes it, of what `imr check` finds. */
async function lineOn(rule: string): Promise<string> {
  const { out } = await folderWith({ 'case.md': LETTER }).imr(['check', 'case.md', '--format', 'json']);
  const { messageId, data } = JSON.parse(out)[0].messages.find(({ ruleId }: { ruleId: string }) => ruleId === rule);
  const { item: _, ...rest } = data;
  return `${JSON.stringify({ letter: 'CM16-9100073', rule, item: 'Knee brace', message: messageId, data: rest, reason: 'told to the team', who: null, when: '2026-11-29T08:00:00.000Z' })}\n`;
}

describe('decisions outside of letters on the command line', () => {
  it('count, and are listed for an audit', async () => {
    const folder = folderWith({ 'in/case.md': LETTER, '.imr/decisions.jsonl': await lineOn(RULE) });
    const [file] = JSON.parse((await folder.imr(['check', 'in/case.md', '--format', 'json'])).out);
    assert(!file.messages.some(({ ruleId }: { ruleId: string }) => ruleId === RULE));
    assert.deepEqual(file.suppressed, [{ ruleId: RULE, line: 7, reason: 'told to the team', who: null, when: '2026-11-29T08:00:00.000Z' }]);
    assert.match((await folder.imr(['sign-off', 'in/case.md'])).out, /1 decision outside of the letter/);
  });

  it('are left alone with --no-config', async () => {
    const folder = folderWith({ 'case.md': LETTER, '.imr/decisions.jsonl': await lineOn(RULE) });
    assert.match((await folder.imr(['check', 'case.md', '--no-config', '--format', 'compact'])).out, new RegExp(RULE));
  });

  it('stop the check where they can’t be read', async () => {
    const { code, err } = await folderWith({ 'case.md': LETTER, '.imr/decisions.jsonl': '{\n' }).imr(['check', 'case.md']);
    assert.deepEqual([code, err], [2, 'imr: .imr/decisions.jsonl: line 1 is no decision that can be read. Mend it, or take it out.\n']);
  });
});
