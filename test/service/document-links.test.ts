import assert from 'node:assert/strict';
import { documentLinks } from '../../server/src/service/document-links.ts';
import { draft, letterOf } from './letter.ts';
import { wordsIn } from './marked-letter.ts';

function linksIn(line: string): (readonly [string, string | undefined])[] {
  const letter = letterOf(draft(`### Knee MRI: Upheld\n\n**MAXIMUS guideline:** Decision based on ${line}.\n\n**Decision rationale:** None.\n`));
  return documentLinks(letter).map(({ range, target }) => [wordsIn(letter, range), target && new URL(target).hostname]);
}

describe('document links', () => {
  const cases: Readonly<Record<string, readonly [line: string, links: readonly (readonly [string, string])[]]>> = {
    'lead from a guideline to the public page on it': ['MTUS Chronic Pain Medical Treatment 2009', [['MTUS Chronic Pain Medical Treatment 2009', 'www.dir.ca.gov']]],
    'prefer the agency’s page': ['MTUS Postsurgical Treatment 2009', [['MTUS Postsurgical Treatment 2009', 'www.dir.ca.gov']]],
    'lead nowhere from a source that the catalogue doesn’t have': ['MTUS Lower Spine Complaints 2004', []],
    'lead nowhere from a study': ['Non-MTUS Citation Doe J. Knees. J Knee. 2011', []],
  };
  for (const [name, [line, links]] of Object.entries(cases)) it(name, () => assert.deepEqual(linksIn(line), links));
});
