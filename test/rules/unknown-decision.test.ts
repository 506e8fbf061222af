import { checkRule, draft } from './check.ts';

const APPROVES = '**Decision rationale:** The gait is unsteady. Therefore, the cane is medically necessary.';
const SILENT = '**Decision rationale:** The gait was looked at twice.';

checkRule('unknown-decision', {
  silent: [
    { name: 'lower case', draft: draft('### Walking cane: upheld', SILENT) },
    { name: 'a full stop behind the word', draft: draft('### Walking cane: Overturned.', APPROVES) },
    { name: 'a title that ends in no decision word', draft: draft('### Walking cane: wooden', '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.') },
    { name: 'a placeholder, which has a rule of its own', draft: draft('### Walking cane: [[Upheld or Overturned]]', SILENT) },
  ],
  flagged: [
    { name: 'the verb for the word', draft: draft('### Walking cane: ⟦Uphold⟧', SILENT), fixed: draft('### Walking cane: Upheld', SILENT) },
    { name: 'a slip of the pen', draft: draft('### Walking cane: ⟦Overtunred⟧', SILENT), fixed: draft('### Walking cane: Overturned', SILENT) },
    { name: 'a word of utilization review', draft: draft('### Walking cane: ⟦Certified⟧', SILENT), fixed: draft('### Walking cane: Overturned', SILENT) },
    { name: 'a word against the rationale, which weighs more', draft: draft('### Walking cane: ⟦Denied⟧', APPROVES), fixed: draft('### Walking cane: Overturned', APPROVES) },
    { name: 'a modification, which there isn’t', draft: draft('### Walking cane: ⟦Modified⟧', SILENT), message: /“Modified” is no decision/ },
    { name: 'a word alone on the next line in plain text', kind: 'plaintext', draft: 'IMR ISSUES, DECISIONS AND RATIONALES\n\nA cane for the left leg: ⟦Reversed⟧\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n' },
  ],
});
