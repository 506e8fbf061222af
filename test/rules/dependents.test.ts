import { checkRule, draft } from './check.ts';

const surgery = (decision: string): string => draft(`### Left knee arthroscopy: ${decision}`, `**Decision rationale:** The knee was seen. Therefore, arthroscopy is ${decision === 'Upheld' ? 'not ' : ''}medically necessary.`);
const crutches = (decision: string, words: string): string => draft(`### Associated surgical service: Crutches: ${decision}`, `**Decision rationale:** ${words}`);

checkRule('dependent-contradicts-parent', {
  silent: [
    { name: 'a dependant denied on its own merits', draft: surgery('Overturned') + crutches('Upheld', 'Crutches are at home already. Therefore, crutches are not medically necessary.') },
    { name: 'a dependant that follows a denial', draft: surgery('Upheld') + crutches('Upheld', 'As the surgery is not medically necessary, crutches are not medically necessary.') },
    { name: 'a parent outside of the letter', draft: crutches('Overturned', 'The surgery was authorized. Therefore, crutches are medically necessary.') },
    { name: 'one of two parents approved', draft: draft('### Kit: Upheld', '### Brace: Overturned', '### Delivery: Overturned', '**Depends on:** items 1 and 2') },
    { name: 'therapy after an operation that was done before', draft: surgery('Upheld') + draft('### Post-operative physical therapy for the left knee: Overturned', '**Decision rationale:** The patient is status post meniscectomy of last month. Therefore, therapy is medically necessary.') },
    { name: 'an operation on another part of the body', draft: surgery('Upheld') + draft('### Post-operative physical therapy for the right shoulder: Overturned', '**Decision rationale:** Therapy is medically necessary.') },
    { name: 'therapy that is given because the operation is not', draft: surgery('Upheld') + draft('### Physical therapy 2x4: Overturned', '**Decision rationale:** As the requested surgery is not medically necessary, further therapy is medically necessary.') },
    { name: 'what is approved though the operation is not', draft: surgery('Upheld') + draft('### Screening by a psychologist: Overturned', '**Decision rationale:** It completes the work-up, even though the surgery is not approved. It is medically necessary.') },
  ],
  flagged: [
    { name: 'a service for a denied operation', draft: surgery('Upheld') + crutches('⟦Overturned⟧', 'Crutches help. Therefore, crutches are medically necessary.'), fixed: surgery('Upheld') + crutches('Upheld', 'Crutches help. Therefore, crutches are not medically necessary.'), message: /Item 2 depends on item 1, which is Upheld/ },
    { name: 'a dependence that the draft states', draft: draft('### Kit: Upheld', '### Delivery: ⟦Overturned⟧', '**Depends on:** item 1') },
    { name: 'the installation of a denied thing', draft: draft('### Home exercise kit: Upheld', '### Installation of the home exercise kit: ⟦Overturned⟧') },
    { name: 'a dependant that stands before its parent', draft: crutches('⟦Overturned⟧', 'Crutches help. Therefore, crutches are medically necessary.') + surgery('Upheld') },
    { name: 'a thing that is approved because the procedure is', draft: surgery('Upheld') + draft('### Sling: ⟦Overturned⟧', '**Decision rationale:** Given that the primary procedure is supported, the sling is medically necessary.') },
  ],
});

checkRule('dependent-needs-own-reason', {
  silent: [
    { name: 'a ground of its own', draft: surgery('Overturned') + crutches('Upheld', 'The operation is supported, but two pairs are at home. Therefore, crutches are not medically necessary.') },
    { name: 'a parent that is denied', draft: surgery('Upheld') + crutches('Upheld', 'As the requested surgery is not medically necessary, crutches are not medically necessary.') },
    { name: 'one of two parents denied', draft: draft('### Knee kit: Overturned', '### Back kit: Upheld', '### Delivery: Upheld', '**Decision rationale:** Since the kits were not certified in questions 1 and 2, delivery is not certified.') },
    { name: 'a parent that is supported', draft: surgery('Overturned') + crutches('Overturned', 'The concurrent request for surgery is supported. Therefore, crutches are medically necessary.') },
  ],
  flagged: [
    { name: 'a denial for want of what is approved', draft: surgery('Overturned') + crutches('Upheld', '⟦As the requested surgery is not medically necessary⟧, crutches are not medically necessary.'), message: /Item 2 is denied because item 1 is not necessary/ },
    { name: 'a denial by number', draft: draft('### Home exercise kit: Overturned', '### Delivery of the kit: Upheld', '**Decision rationale:** ⟦Since the kit was not certified⟧, in question 1, delivery is not certified.') },
  ],
});

checkRule('dependency-without-parent', {
  silent: [
    { name: 'a parent in the letter', draft: surgery('Upheld') + crutches('Upheld', 'As the requested surgery is not medically necessary, crutches are not medically necessary.') },
    { name: 'a parent that is supported outside of the letter', draft: crutches('Overturned', 'The concurrent request for surgery is supported. Therefore, crutches are medically necessary.') },
    { name: 'the item itself', draft: draft('### Knee surgery: Upheld', '**Decision rationale:** As the requested knee surgery is not supported by imaging, it is not medically necessary.') },
    { name: 'the item itself in other words', draft: draft('### Left knee arthroscopy: Upheld', '**Decision rationale:** As the requested surgery is not supported by imaging, arthroscopy is not medically necessary.') },
    { name: 'surgery that was never asked for', draft: draft('### Walking cane: Upheld', '**Decision rationale:** As the patient is not a candidate for surgery, he walks well. Therefore, a cane is not medically necessary.') },
    { name: 'a primary procedure in the letter', draft: surgery('Upheld') + draft('### Sling: Upheld', '**Decision rationale:** Since the primary procedure is not medically necessary, none of the associated services are medically necessary.') },
    { name: 'a letter with a denied item in words that aren’t known', draft: draft('### Left knee scope-and-wash: Upheld', '### Crutches: Upheld', '**Decision rationale:** As the requested surgery is not medically necessary, crutches are not medically necessary.') },
  ],
  flagged: [
    { name: 'a denial for want of an operation that isn’t there', draft: draft('### Walking cane: Upheld', '**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.', '### Crutches: Upheld', '**Decision rationale:** ⟦Since the proposed surgery is not certified⟧, crutches are not medically necessary.'), message: /Item 2 is denied for want of “proposed surgery”/ },
  ],
});

checkRule('unknown-item-reference', {
  silent: [
    { name: 'a questionnaire', draft: draft('### Walking cane: Upheld', '**Decision rationale:** She scored question 9 of the depression questionnaire with 3. A cane is not medically necessary.') },
    { name: 'numbers of guidelines, visits and days', draft: draft('### Walking cane: Upheld', '**Decision rationale:** The request for 12 visits and 30 days is long. Section 4 and page 46 say so. A cane is not medically necessary.') },
    { name: 'a range within the letter', draft: draft('### Cane: Upheld', '### Crutches: Upheld', '### Delivery: Upheld', '**Decision rationale:** As the requests in questions 1 to 2 are not certified, delivery is not certified.') },
    { name: 'an item of a form', draft: draft('### Cane: Upheld', '**Decision rationale:** Item 1 on the RFA was illegible. The cane is not medically necessary.') },
  ],
  flagged: [
    { name: 'a number beyond the last item', draft: draft('### Cane: Upheld', '### Delivery: Upheld', '**Decision rationale:** Since the cane was not certified in question ⟦4⟧, delivery is not certified.'), message: /points to item 4, but the letter has 2 items/ },
    { name: 'a reference to itself', draft: draft('### Cane: Upheld', '### Delivery: Upheld', '**Decision rationale:** Since the cane was not certified in question ⟦2⟧, delivery is not certified.'), message: /points to itself/ },
    { name: 'a stated dependence on nothing', draft: draft('### Cane: Upheld', '### Delivery: Upheld', '**Depends on:** items 1 and ⟦7⟧', '**Decision rationale:** Delivery is not medically necessary.') },
    { name: 'item zero', draft: draft('### Cane: Upheld', '**Depends on:** item ⟦0⟧', '**Decision rationale:** The cane is not medically necessary.') },
  ],
});

checkRule('circular-dependency', {
  silent: [
    { name: 'a chain', draft: draft('### Surgery: Upheld', '### Brace: Upheld', '**Depends on:** item 1', '### Delivery: Upheld', '**Depends on:** item 2') },
    { name: 'two items on one parent', draft: draft('### Surgery: Upheld', '### Brace: Upheld', '**Depends on:** item 1', '### Crutches: Upheld', '**Depends on:** item 1') },
  ],
  flagged: [
    { name: 'a circle of three, once', draft: draft('### Kit: Upheld', '**Depends on:** item ⟦3⟧', '### Delivery: Upheld', '**Depends on:** item 1', '### Set-up: Upheld', '**Depends on:** item 2') },
  ],
});
