import { checkRule, draft } from './check.ts';

const ITEM = '### Walking cane: Upheld';
const HOW = '## How the IMR Final Determination Was Made';
const SUMMARY = '## Clinical Case Summary';
const ISSUES = '## IMR Issues, Decisions and Rationales';

checkRule('missing-section', {
  silent: [
    { name: 'a draft that was started from a blank page', draft: draft(ITEM, '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.') },
    { name: 'a whole letter', draft: draft(HOW, 'A physician.', SUMMARY, 'A knee.', ISSUES, ITEM) },
    { name: 'other headings in between', draft: draft(HOW, '## Credentials', SUMMARY, '## Notes', ISSUES, ITEM) },
    { name: 'a list of documents', draft: draft(HOW, '## Documents Reviewed', SUMMARY, ISSUES, ITEM) },
    { name: 'headings in capitals, numbered or not quite as printed', draft: draft('# 1. HOW THE IMR DETERMINATION WAS MADE', '# 2. CASE SUMMARY', '# 3. ISSUES, DECISIONS AND RATIONALES', ITEM) },
  ],
  flagged: [
    { name: 'a letter without a summary', draft: draft(HOW, '## ⟦IMR Issues, Decisions and Rationales⟧', ITEM), fixed: draft(HOW, SUMMARY, ISSUES, ITEM) },
    { name: 'a letter without its first part', draft: draft('## ⟦Clinical Case Summary⟧', ISSUES, ITEM), fixed: draft(HOW, SUMMARY, ISSUES, ITEM) },
    { name: 'a summary behind the decisions', draft: draft(HOW, '## ⟦IMR Issues, Decisions and Rationales⟧', ITEM, SUMMARY), message: /out of its place/ },
    { name: 'a published letter without a summary', kind: 'plaintext', draft: 'HOW THE IMR FINAL DETERMINATION WAS MADE\n\nBy a physician.\n\n⟦IMR ISSUES, DECISIONS AND RATIONALES⟧\n\nWalking cane: Upheld\n', fixed: 'HOW THE IMR FINAL DETERMINATION WAS MADE\n\nBy a physician.\n\nCLINICAL CASE SUMMARY\n\nIMR ISSUES, DECISIONS AND RATIONALES\n\nWalking cane: Upheld\n' },
  ],
});
