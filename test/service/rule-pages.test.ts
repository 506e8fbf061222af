import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '../../server/src/rules/rules.ts';
import { rulePageOf } from '../../server/src/service/rule-pages.ts';
import { complete } from '../../server/src/service/completion.ts';
import { hover } from '../../server/src/service/hover.ts';
import { draft, letterAt } from './letter.ts';

const DOCS = resolve(import.meta.dirname, '../../docs');

describe('the pages on rules', () => {
  it('are those that lie in docs/', () => {
    for (const name of ['README', ...rules.map(({ id }) => id)]) assert.equal(rulePageOf(name), readFileSync(resolve(DOCS, `rules/${name}.md`), 'utf8'), name);
  });

  it('are none under another name', () => {
    for (const name of ['', 'no-such-rule', '../phrases', 'constructor']) assert.equal(rulePageOf(name), null);
  });

  it('link to pages that are there', () => {
    for (const name of ['README', ...rules.map(({ id }) => id)]) {
      const links = [...(rulePageOf(name) ?? '').matchAll(/\]\((?!https?:|#)([^)#]+)\.md(?:#[^)]*)?\)/g)].map(([, page]) => page ?? '');
      for (const page of links) assert.notEqual(rulePageOf(page), null, `${name} → ${page}`);
    }
  });
});

const item = (comment: string): string => draft(`### Walking cane: Upheld\n\n${comment}\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n`);

describe('a rule in a comment that silences it', () => {
  const offered = (comment: string, typing = false): string[] => {
    const { letter, position } = letterAt(item(comment));
    return complete(letter, position, { snippets: false, typing }).items.map(({ label }) => label);
  };
  const said = (comment: string): string => JSON.stringify(hover(...pair(letterAt(item(comment))), { markdown: false })?.contents ?? null);
  const pair = ({ letter, position }: ReturnType<typeof letterAt>) => [letter, position] as const;

  it('is offered, what is found in the letter first', () => {
    assert.equal(offered('<!-- imr-disable-next-line | -->')[0], 'missing-guideline');
    assert(offered('<!-- imr-disable-next-line | -->').includes('date-order'));
    assert.deepEqual(offered('<!-- imr-disable-next-line | -->', true), ['missing-guideline']);
    assert.deepEqual(offered('<!-- imr-disable-next-line later|', true), ['laterality-mismatch']);
    assert(!offered('<!-- imr-disable | -->').includes('unused-suppression'));
  });

  it('is offered nowhere else', () => {
    for (const comment of ['<!-- imr-disable-next-line date-order -- since | -->', '<!-- imr-disable-next-line date-order "a | b" -->', '<!-- QA: | -->', '<!-- imr-disable x --> |']) {
      assert(!offered(comment).includes('laterality-mismatch'), comment);
    }
  });

  it('is explained in a word', () => {
    assert.match(said('<!-- imr-disable-next-line missing-|guideline -- why -->'), /missing-guideline/);
    assert.match(said('<!-- imr-enable date-order, laterality-mis|match -->'), /laterality-mismatch.*Error/);
    assert.doesNotMatch(said('<!-- imr-disable-next-line no-such-|rule -->'), /no-such/);
  });
});
