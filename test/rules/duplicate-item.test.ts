import { checkRule, draft } from './check.ts';

checkRule('duplicate-item', {
  silent: [
    { name: 'left and right', draft: draft('### Wrist brace, left: Upheld', '### Wrist brace, right: Upheld') },
    { name: 'two levels', draft: draft('### Facet injection at L4-L5: Upheld', '### Facet injection at L5-S1: Upheld') },
    { name: 'two strengths of one drug', draft: draft('### Gabapentin 300 mg #60: Upheld', '### Gabapentin 600 mg #60: Upheld') },
    { name: 'two items that have no title yet', draft: draft('### : Upheld', '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.', '### : Upheld', '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.') },
  ],
  flagged: [
    { name: 'the same words', draft: draft('### Walking cane: Upheld', '### ⟦Walking cane⟧: Overturned'), message: /Item 2 has the same title as item 1/ },
    { name: 'the same words in other type', draft: draft('### Ketoprofen 10% cream: Upheld', '### ⟦KETOPROFEN 10%  cream⟧: Upheld') },
    { name: 'the third of three', draft: draft('### Walking cane: Upheld', '### Crutches: Upheld', '### ⟦Walking cane⟧: Upheld') },
  ],
});
