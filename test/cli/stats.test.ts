import assert from 'node:assert/strict';
import { folderWith } from './command-line.ts';

const LINE = '{"when":"2026-11-02","rules":{"mtus-skipped":{"accepted":0,"dismissed":2,"ignored":0}}}\n';

describe('imr stats', () => {
  it('says how a ledger comes about where there is none', async () => {
    const { code, out } = await folderWith({}).imr(['stats']);
    assert.deepEqual([code, out.startsWith('There is no ledger here yet.')], [0, true]);
  });

  it('shows the nearest ledger, and which rule had better be lowered', async () => {
    const { out } = await folderWith({ '.imr/ledger.jsonl': LINE.repeat(50) }).imr(['stats']);
    assert.match(out, /^50 letters signed since 2026-11-02 /);
    assert.match(out, /\nmtus-skipped +0 +100 +0 +50\n/);
    assert.match(out, /mtus-skipped was dismissed more often than not, in 50 letters\. Lower it in \.imr\.yaml/);
  });

  it('gives the same as JSON, and names what it can’t read', async () => {
    const { out, err } = await folderWith({ '.imr/ledger.jsonl': `${LINE}{\n` }).imr(['stats', '--format', 'json']);
    const { letters, since, rules } = JSON.parse(out);
    assert.deepEqual([letters, since, rules], [1, '2026-11-02', [{ rule: 'mtus-skipped', letters: 1, accepted: 0, dismissed: 2, ignored: 0, isTiresome: false }]]);
    assert.match(err, /line 2 can't be read and doesn't count/);
  });
});
