import { checkRule, draft } from './check.ts';

const LINE = '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.';
const DENIES = '**Decision rationale:** The gait is steady. Therefore, the cane is not medically necessary.';

checkRule('missing-decision', {
  silent: [
    { name: 'a decision on the line below', draft: draft('### Walking cane for the left\nleg and foot', 'Upheld', LINE, DENIES) },
    { name: 'a title that wraps in plain text', kind: 'plaintext', draft: 'IMR ISSUES, DECISIONS AND RATIONALES\n\nA walking cane with a broad base for use at\nhome:\nUpheld\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n' },
    { name: 'a decision in bold capitals', draft: draft('### Walking cane: **UPHELD**', LINE, DENIES) },
    { name: 'a dash in the place of the colon', draft: draft('### Walking cane – Upheld', LINE, DENIES) },
    { name: 'a word outside the vocabulary, which has a rule of its own', draft: draft('### Walking cane: Denied', LINE, DENIES) },
    { name: 'a title with colons of its own', draft: draft('### Associated surgical service: Cane: wooden: Upheld', LINE, DENIES) },
    { name: 'a heading behind the items', draft: draft('## IMR Issues, Decisions and Rationales', '### Walking cane: Upheld', LINE, DENIES, '## Signature') },
  ],
  flagged: [
    { name: 'a bare title, and takes the decision from the rationale', draft: draft('### ⟦Walking cane⟧', LINE, DENIES), fixed: draft('### Walking cane: Upheld', LINE, DENIES), message: /Item 1 has no decision/ },
    { name: 'a title that ends in its colon', draft: draft('### ⟦Walking cane⟧:', LINE, DENIES), fixed: draft('### Walking cane: Upheld', LINE, DENIES) },
    { name: 'a rationale that approves', draft: draft('### ⟦Walking cane⟧', '**Decision rationale:** The gait is unsteady. Therefore, the cane is medically necessary.'), fixed: draft('### Walking cane: Overturned', '**Decision rationale:** The gait is unsteady. Therefore, the cane is medically necessary.') },
    { name: 'the second of two items', draft: draft('### Walking cane: Upheld', LINE, DENIES, '### ⟦Crutches⟧', LINE), message: /Item 2/ },
    { name: 'a title of a setext heading', draft: draft('⟦Walking cane⟧\n------------', LINE, DENIES) },
  ],
});
