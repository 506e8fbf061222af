import { checkRule, draft } from './check.ts';

const item = (title: string, decision: string, rationale: string): string => draft(`### ${title}: ${decision}`, `**Decision rationale:** ${rationale}`);

checkRule('conclusion-contradicts-decision', {
  silent: [
    { name: 'a verdict at the opening that the end takes back', draft: item('Cane', 'Upheld', 'Canes are medically necessary after a stroke. This patient had none. The cane is not medically necessary.') },
    { name: 'a quotation with the other verdict', draft: item('Cane', 'Upheld', 'The cane is not medically necessary. The appeal says: “the cane is medically necessary”.') },
    { name: 'a note on tapering behind the verdict', draft: item('Norco', 'Upheld', 'Norco is not medically necessary. This decision addresses medical necessity only; a taper is medically necessary where the drug is stopped, and the patient is advised to see the physician.') },
    { name: 'a study without contrast', draft: item('MRI of the knee', 'Overturned', 'The knee locks. The MRI without contrast is medically necessary.') },
    { name: 'a word outside the vocabulary', draft: item('Cane', 'Denied', 'The cane is medically necessary.') },
    { name: 'one visit of six', draft: item('Therapy', 'Upheld', 'One visit is medically necessary, but the other five are not medically necessary.') },
    { name: 'no verdict at all', draft: item('Cane', 'Upheld', 'The gait is steady.') },
  ],
  flagged: [
    { name: 'an approval under Upheld', draft: item('Cane', 'Upheld', 'The gait is unsafe. The cane is ⟦medically necessary⟧.'), fixed: item('Cane', 'Overturned', 'The gait is unsafe. The cane is medically necessary.') },
    { name: 'a denial under Overturned', draft: item('Cane', 'Overturned', 'The gait is safe. The cane is ⟦not medically necessary⟧.'), fixed: item('Cane', 'Upheld', 'The gait is safe. The cane is not medically necessary.') },
    { name: 'certification under Upheld', draft: item('Cane', 'Upheld', 'The gait is unsafe. The cane is ⟦certified⟧.') },
    { name: 'a verdict that wraps in a pasted letter', kind: 'plaintext', draft: 'IMR ISSUES, DECISIONS AND RATIONALES\n\nCane: Overturned\n\nDecision rationale: The gait is safe. The cane is ⟦not\nmedically necessary⟧.\n' },
  ],
});

checkRule('missing-rationale', {
  silent: [
    { name: 'a short rationale on a dependant', draft: draft('### Kit: Upheld', '**Decision rationale:** Exercise needs no kit. The kit is not medically necessary.') + item('Delivery', 'Upheld', 'As the kit in question 1 is not certified, its delivery is not certified.') },
    { name: 'a rationale without its label', draft: draft('### Cane: Upheld', '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.', 'The gait is steady and no fall is recorded. The cane is not medically necessary.') },
  ],
  flagged: [
    { name: 'an item that ends at its heading', draft: draft('### ⟦Cane: Upheld⟧', '### Crutches: Upheld', '**Decision rationale:** Crutches are at home. More are not medically necessary.'), severity: 'error' },
    { name: 'a label with nothing behind it', draft: draft('### Cane: Upheld', '⟦**Decision rationale:**⟧') },
    { name: 'a bare verdict', draft: draft('### Cane: Upheld', '**Decision rationale:** ⟦Therefore, the cane is not medically necessary.⟧'), message: /no reason/ },
  ],
});

checkRule('laterality-mismatch', {
  silent: [
    { name: 'the same side', draft: item('MRI of the left knee', 'Upheld', 'The left knee is stable. The MRI of the left knee is not medically necessary.') },
    { name: 'both sides of a bilateral request', draft: item('MRI of the bilateral knees', 'Upheld', 'The MRI of the left and right knee is not medically necessary.') },
    { name: 'no side in the title', draft: item('MRI of the knee', 'Upheld', 'The MRI of the right knee is not medically necessary.') },
    { name: 'the other side for comparison', draft: item('MRI of the left knee', 'Upheld', 'The right knee is well and the left knee is stable. The MRI of the left knee is not medically necessary.') },
  ],
  flagged: [
    { name: 'the other side in the conclusion', draft: item('MRI of the left knee', 'Upheld', 'This patient’s knee is stable. The MRI of the ⟦right⟧ knee is not medically necessary.'), severity: 'error' },
  ],
});

checkRule('quantity-mismatch', {
  silent: [
    { name: 'the same number', draft: item('Acupuncture, 12 visits', 'Upheld', 'This patient had none. Acupuncture, 12 visits, is not medically necessary.') },
    { name: 'a number that multiplies out', draft: item('Acupuncture, 2 times a week for 6 weeks', 'Upheld', 'This patient had none. Acupuncture, 12 visits, is not medically necessary.') },
    { name: 'a maximum of the guideline', draft: item('Acupuncture, 12 visits', 'Upheld', 'The guideline allows 6 visits. Acupuncture, 12 visits, is not medically necessary.') },
    { name: 'what remains of a partly authorized request', draft: item('Therapy, 12 visits was the original request. Therapy, 4 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Therapy, 8 visits is', 'Upheld', 'This patient had ten. Therapy, 8 visits, is not medically necessary.') },
  ],
  flagged: [
    { name: 'another number of visits', draft: item('Acupuncture, 12 visits', 'Upheld', 'This patient had none. The request for acupuncture, ⟦6 visits⟧, is not medically necessary.'), severity: 'error' },
  ],
});

checkRule('opioid-denial-without-taper', {
  silent: [
    { name: 'a taper', draft: item('Norco 10/325 mg #60', 'Upheld', 'No gain is recorded. Norco is not medically necessary. A slow taper is advised.') },
    { name: 'weaning', draft: item('Norco 10/325 mg #60', 'Upheld', 'No gain is recorded, and weaning has begun. Norco is not medically necessary.') },
    { name: 'an approval', draft: item('Norco 10/325 mg #60', 'Overturned', 'Function has improved. Norco is medically necessary.') },
    { name: 'a drug that can be stopped', draft: item('Naproxen 500 mg #60', 'Upheld', 'No gain is recorded. Naproxen is not medically necessary.') },
  ],
  flagged: [
    { name: 'an opioid that is simply denied', draft: item('⟦Norco⟧ 10/325 mg #60', 'Upheld', 'No gain is recorded. Norco is not medically necessary.') },
  ],
});

checkRule('no-patient-application', {
  silent: [
    { name: 'one sentence on this patient', draft: item('Cane', 'Upheld', 'A cane helps where walking is unsafe. The patient walks safely. The cane is not medically necessary.') },
    { name: 'a reason that leans on the item before', draft: item('Cane', 'Upheld', 'Again, the guideline asks for an unsafe gait. The cane is not medically necessary.') },
  ],
  flagged: [
    { name: 'guideline text alone', draft: item('Cane', 'Upheld', '⟦A cane is recommended where walking is unsafe. Falls are to be avoided. The cane is not medically necessary.⟧'), severity: 'warning' },
  ],
});
