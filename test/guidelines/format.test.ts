import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/guidelines/catalogue.ts';
import { readCitations } from '../../server/src/guidelines/citation.ts';
import { formatCitation, type CitationStyle } from '../../server/src/guidelines/format.ts';

const byId = (id: string) => catalogue().byId.get(id)!;

describe('formatCitation', () => {
  it('writes the line of each layout', () => {
    assert.equal(formatCitation(byId('acoem2-ch12'), { sections: ['Special Studies'] }),
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.');
    assert.equal(formatCitation(byId('acoem2-ch12'), { style: '2013' }), 'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints.');
    assert.equal(formatCitation(byId('mtus-chronic-pain-2009'), { style: '2013', pages: [{ from: 46, to: 47 }] }),
      'Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 46-47.');
    assert.equal(formatCitation(byId('odg-shoulder')),
      'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. '
      + 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Shoulder.');
  });

  for (const guideline of catalogue().guidelines) {
    it(`writes ${guideline.id} and each of its sections so that they are read again`, () => {
      for (const style of ['2016', '2013'] as readonly CitationStyle[]) {
        for (const section of [null, ...guideline.sections]) {
          const pages = style === '2013' && section?.pages ? [section.pages] : [];
          const line = formatCitation(guideline, { style, sections: section ? [section] : [], pages });
          const [citation, ...others] = readCitations(line);
          assert.ok(citation && others.length === 0, line);
          // Two COVID-19 guidelines of one year can't be told apart by title and year.
          assert.ok([citation.guideline, ...citation.alternatives].includes(guideline), line);
          if (section && guideline.family !== 'odg' && pages.length === 0) assert.equal(citation.sections[0]?.section?.id, section.id, line);
          assert.deepEqual(citation.pages.map(({ from, to }) => ({ from, to })), guideline.family === 'odg' ? [] : pages, line);
        }
      }
    });
  }
});
