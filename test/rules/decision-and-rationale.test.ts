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
    { name: 'a visit that may be necessary in the future', draft: item('Visits without number', 'Upheld', 'Visits are recommended as determined to be medically necessary. While a visit may be necessary in the future, the open request is not medically necessary.') },
    { name: 'a small supply for a taper behind the verdict', draft: item('Norco #120', 'Upheld', 'Medical necessity of Norco #120 is not established. Of note, a supply for weaning such as Norco #60 may be considered medically appropriate by the physician.') },
    { name: 'a taper that is called necessary behind the verdict', draft: item('Norco #120', 'Upheld', 'Norco is not medically necessary. However, a slow taper is medically necessary.') },
    { name: 'what further sessions would take', draft: item('Six sessions', 'Overturned', 'The medical necessity of the six sessions is established. Additional sessions would require a record of gain and are not certified.') },
  ],
  flagged: [
    { name: 'an approval under Upheld', draft: item('Cane', 'Upheld', 'The gait is unsafe. The cane is ⟦medically necessary⟧.'), fixed: item('Cane', 'Overturned', 'The gait is unsafe. The cane is medically necessary.') },
    { name: 'a denial under Overturned', draft: item('Cane', 'Overturned', 'The gait is safe. The cane is ⟦not medically necessary⟧.'), fixed: item('Cane', 'Upheld', 'The gait is safe. The cane is not medically necessary.') },
    { name: 'certification under Upheld', draft: item('Cane', 'Upheld', 'The gait is unsafe. The cane is ⟦certified⟧.') },
    { name: 'a verdict that wraps in a pasted letter', kind: 'plaintext', draft: 'IMR ISSUES, DECISIONS AND RATIONALES\n\nCane: Overturned\n\nDecision rationale: The gait is safe. The cane is ⟦not\nmedically necessary⟧.\n' },
    { name: 'a taper that is all the rationale speaks of', draft: item('Norco #120', 'Upheld', 'The records show daily use. A slow taper of Norco is ⟦medically necessary⟧.') },
    { name: 'what is medically needed', draft: item('Cane', 'Upheld', 'The gait is unsafe. The cane is ⟦medically needed⟧.') },
  ],
});

checkRule('missing-rationale', {
  silent: [
    { name: 'a short rationale on a dependant', draft: draft('### Kit: Upheld', '**Decision rationale:** Exercise needs no kit. The kit is not medically necessary.') + item('Delivery', 'Upheld', 'As the kit in question 1 is not certified, its delivery is not certified.') },
    { name: 'a rationale without its label', draft: draft('### Cane: Upheld', '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.', 'The gait is steady and no fall is recorded. The cane is not medically necessary.') },
    { name: 'a dependant that follows from a denial in one sentence', draft: item('Crutches', 'Upheld', 'The surgery was not found to be medically necessary; therefore crutches are not medically necessary.') },
    { name: 'a dependant that begins with what is given', draft: item('Crutches', 'Upheld', 'Given the requested surgery is not supported, crutches are not medically necessary.') },
  ],
  flagged: [
    { name: 'an item that ends at its heading', draft: draft('### ⟦Cane: Upheld⟧', '### Crutches: Upheld', '**Decision rationale:** Crutches are at home. More are not medically necessary.'), severity: 'error' },
    { name: 'a label with nothing behind it', draft: draft('### Cane: Upheld', '⟦**Decision rationale:**⟧') },
    { name: 'a bare verdict', draft: draft('### Cane: Upheld', '**Decision rationale:** ⟦Therefore, the cane is not medically necessary.⟧'), message: /no reason/ },
    { name: 'a verdict behind “Given the above”', draft: item('Cane', 'Upheld', '⟦Given the above, the cane is not medically necessary.⟧') },
  ],
});

checkRule('laterality-mismatch', {
  silent: [
    { name: 'the same side', draft: item('MRI of the left knee', 'Upheld', 'The left knee is stable. The MRI of the left knee is not medically necessary.') },
    { name: 'both sides of a bilateral request', draft: item('MRI of the bilateral knees', 'Upheld', 'The MRI of the left and right knee is not medically necessary.') },
    { name: 'no side in the title', draft: item('MRI of the knee', 'Upheld', 'The MRI of the right knee is not medically necessary.') },
    { name: 'the other side for comparison', draft: item('MRI of the left knee', 'Upheld', 'The right knee is well and the left knee is stable. The MRI of the left knee is not medically necessary.') },
    { name: 'the other side in the history', draft: item('MRI of the left knee', 'Upheld', 'The patient had a right knee replacement. The MRI is not medically necessary.') },
    { name: 'the other side to compare', draft: item('Nerve conduction study of the right arm', 'Overturned', 'Though numbness is worse on the left, a comparison is needed. The study is medically necessary.') },
    { name: 'the other side in a quotation', draft: item('MRI of the right knee', 'Upheld', 'The report lists “left knee”. The patient has full motion. The MRI is not medically necessary.') },
  ],
  flagged: [
    { name: 'the other side in the conclusion', draft: item('MRI of the left knee', 'Upheld', 'This patient’s knee is stable. The MRI of the ⟦right⟧ knee is not medically necessary.'), severity: 'error' },
    { name: 'an injury of the other side, as a warning', draft: item('MRI of the left hip', 'Upheld', 'The patient is status post injury of the ⟦right⟧ hip. The MRI is not medically necessary.'), severity: 'warning' },
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
    { name: 'all of a partly authorised request, as a warning', draft: item('Norco #120 was the original request. Norco #90 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco #30 is', 'Upheld', 'Norco ⟦#120⟧ is not medically necessary.'), severity: 'warning', message: /leaves #30 in dispute/ },
    { name: 'all visits of a partly authorised request, as a warning', draft: item('Acupuncture 2x4 was the original request. Acupuncture 6 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Acupuncture 2 visits is', 'Upheld', 'The ⟦eight visits⟧ are not medically necessary.'), severity: 'warning' },
    { name: 'sessions where another figure happens to be the same', draft: item('Six visits, one time a week for six weeks', 'Upheld', 'Therefore, the request for ⟦nine visits⟧, one time a week for six weeks is not medically necessary.') },
  ],
});

checkRule('opioid-denial-without-taper', {
  silent: [
    { name: 'a taper', draft: item('Norco 10/325 mg #60', 'Upheld', 'No gain is recorded. Norco is not medically necessary. A slow taper is advised.') },
    { name: 'weaning', draft: item('Norco 10/325 mg #60', 'Upheld', 'No gain is recorded, and weaning has begun. Norco is not medically necessary.') },
    { name: 'an approval', draft: item('Norco 10/325 mg #60', 'Overturned', 'Function has improved. Norco is medically necessary.') },
    { name: 'a drug that can be stopped', draft: item('Naproxen 500 mg #60', 'Upheld', 'No gain is recorded. Naproxen is not medically necessary.') },
    { name: 'a drug that was given once', draft: item('Ativan 1 mg #30', 'Upheld', 'The patient had one fill and it was never refilled. Ativan is not medically necessary.') },
    { name: 'a drug that would be a new start', draft: item('Norco 5/325 mg #20', 'Upheld', 'This would be a new start for the patient. Norco is not medically necessary.') },
    { name: 'a retrospective request', draft: item('Retrospective tramadol 50 mg #30 (DOS 11/2/16)', 'Upheld', 'The record shows no failure of other drugs. Tramadol is not medically necessary.') },
  ],
  flagged: [
    { name: 'an opioid that is simply denied', draft: item('⟦Norco⟧ 10/325 mg #60', 'Upheld', 'No gain is recorded. Norco is not medically necessary.') },
  ],
});

checkRule('no-patient-application', {
  silent: [
    { name: 'one sentence on this patient', draft: item('Cane', 'Upheld', 'A cane helps where walking is unsafe. The patient walks safely. The cane is not medically necessary.') },
    { name: 'a reason that leans on the item before', draft: item('Cane', 'Upheld', 'Again, the guideline asks for an unsafe gait. The cane is not medically necessary.') },
    { name: 'what was seen on examination', draft: item('MRI of the neck', 'Upheld', 'Imaging is for deficits. There are none on the examination. The MRI is not medically necessary.') },
    { name: 'a sentence on what this is', draft: item('Six visits for the ankle', 'Overturned', 'This is an ankle sprain with gain after four visits. Six visits are medically necessary.') },
    { name: 'a chart', draft: item('Injection', 'Upheld', 'Injections are for taut bands. The chart has none described. The injection is not medically necessary.') },
    { name: 'a verdict that gives the cause', draft: item('Home care', 'Upheld', 'Home care is for patients who cannot leave home. Because the procedure will not keep the patient there, home care is not medically necessary.') },
  ],
  flagged: [
    { name: 'guideline text alone', draft: item('Cane', 'Upheld', '⟦A cane is recommended where walking is unsafe. Falls are to be avoided. The cane is not medically necessary.⟧'), severity: 'warning' },
  ],
});

const partly = (original: string, authorized: string, remaining: string): string => `### ${original} was the original request. ${authorized} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${remaining} is: Upheld`;

checkRule('partial-arithmetic', {
  silent: [
    { name: 'refills in dispute of a supply that was authorised whole', draft: partly('Tramadol 50mg #60 with 3 refills', 'Tramadol 50mg #60 with no refills', '3 refills of Tramadol 50mg #60') },
    { name: 'a sum that is right', draft: partly('Therapy 12 sessions', 'Therapy 6 sessions', 'Therapy 6 sessions') },
  ],
  flagged: [
    { name: 'a sum that is wrong', draft: partly('Therapy 12 sessions', 'Therapy 6 sessions', 'Therapy ⟦8 sessions⟧'), message: /12 sessions less 6 sessions leaves 6/ },
  ],
});

checkRule('missing-conclusion', {
  silent: [
    { name: 'what is not medically needed', draft: item('Gym membership', 'Upheld', 'The patient can exercise at home. It is my opinion that the membership is not medically needed.') },
    { name: 'what can’t be supported as necessary', draft: item('Therapy 3x4', 'Upheld', 'The request exceeds the guidelines. I cannot support it as medically necessary.') },
  ],
  flagged: [
    { name: 'a guideline’s “as determined to be medically necessary” alone', draft: item('Visits', 'Upheld', 'Visits are recommended as determined to be medically necessary. No number was ⟦stated.⟧') },
    { name: 'what was approved before', draft: item('Six sessions', 'Upheld', 'The patient had six sessions, which were approved. Six more surpass what is ⟦allowed.⟧') },
  ],
});

checkRule('drug-class-mismatch', {
  silent: [
    { name: 'a class that the patient tolerates', draft: item('Norco 5/325 mg #20', 'Upheld', 'The worker tolerates NSAIDs. Norco is not medically necessary.') },
    { name: 'a class that was tried', draft: item('Elavil 25 mg', 'Upheld', 'Muscle relaxants were tried by the patient. Elavil is not medically necessary.') },
  ],
  flagged: [
    { name: 'a drug that is called what it isn’t', draft: item('Pepcid 20 mg', 'Upheld', 'Pepcid is a ⟦proton pump inhibitor⟧. The patient has no complaint. Pepcid is not medically necessary.') },
  ],
});

checkRule('rationale-body-part', {
  silent: [
    { name: 'an injection at C7-T1 for the roots above', draft: item('Cervical epidural injection at C7-T1', 'Upheld', 'The patient has stenosis at C5-6 and a deficit of C6. The injection is not medically necessary.') },
    { name: 'another part in the history', draft: item('MRI of the neck', 'Upheld', 'The patient is s/p knee surgery. The MRI is not medically necessary.') },
    { name: 'another part in a quotation', draft: item('MRI of the neck', 'Upheld', 'The report lists “the knee”. The patient has no deficit. The MRI is not medically necessary.') },
  ],
  flagged: [
    { name: 'levels far away', draft: item('Lumbar epidural injection at L4-5', 'Upheld', 'The patient has stenosis at ⟦L1⟧. The injection is not medically necessary.') },
    { name: 'a request for another part', draft: item('MRI of the right knee', 'Upheld', 'The plan was to request authorization for x-rays of the ⟦lumbar spine⟧. No red flags were noted on examination. The request is not medically necessary.') },
  ],
});

const two = (title: string, rationale: string, other: string): string => item(title, 'Upheld', rationale) + item(other, 'Upheld', 'The patient has full motion. The request is not medically necessary.');

checkRule('conclusion-names-other-item', {
  silent: [
    { name: 'a conclusion that names both', draft: two('Cervical pillow', 'The patient sleeps well. The request for the cervical and wedge pillow is not medically necessary.', 'Wedge pillow') },
    { name: 'a conclusion in other words', draft: two('MRI of the cervical spine', 'The patient has no deficit. The request for magnetic resonance imaging of the neck is not medically necessary.', 'MRI of the lumbar spine') },
    { name: 'a title that says more of the same', draft: two('Physical therapy', 'The patient has full motion. The request for physical therapy for the knee is not medically necessary.', 'Physical therapy for the knee') },
  ],
  flagged: [
    { name: 'the same study of another region', draft: two('MRI of the cervical spine', 'The patient has no deficit. The request for ⟦an MRI of the lumbar spine⟧ is not medically necessary.', 'MRI of the lumbar spine') },
    { name: 'another therapy with the same figures', draft: two('Four sessions of infrared therapy', 'The patient has no deficit. Therefore, ⟦four sessions of manual therapy⟧ are not medically necessary.', 'Four sessions of manual therapy') },
  ],
});
