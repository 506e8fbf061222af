import { checkRule, draft } from './check.ts';

const HEAD = '---\ncase-number: CM16-0000001\nur-denial-date: 2016-11-21\n---';
const item = (title: string, line: string, rationale = 'The ACOEM guidelines were held against this patient’s records. The request is not medically necessary.'): string =>
  draft(HEAD, `### ${title}: Upheld`, `**MAXIMUS guideline:** ${line}`, `**Decision rationale:** ${rationale}`);
const quoted = (title: string, line: string): string =>
  draft(HEAD, `### ${title}: Upheld`, `**Claims Administrator guideline:** ${line}`);

checkRule('guideline-body-part', {
  silent: [
    { name: 'a guideline for every part', draft: item('MRI of the right knee', 'Decision based on MTUS Chronic Pain Medical Treatment 2016.') },
    { name: 'a title that names no part', draft: item('Naproxen 500 mg #60', 'Decision based on MTUS Low Back Complaints 2004.') },
    { name: 'one source of several that fits', draft: item('MRI of the right knee', 'Decision based on MTUS Low Back Complaints 2004, and Knee Complaints 2004.') },
    { name: 'postsurgical care', draft: item('Post-operative therapy for the right knee', 'Decision based on MTUS Postsurgical Treatment 2009.') },
    { name: 'pre-operative testing', draft: item('Pre-operative clearance for knee surgery', 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back.') },
    { name: 'a chapter of two parts', draft: item('MRI of the left hand', 'Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.') },
  ],
  flagged: [
    { name: 'a neck under the low back', draft: item('MRI of the cervical spine', 'Decision based on MTUS ⟦Low Back Complaints 2004⟧, Section(s): Special Studies.'), severity: 'error' },
    { name: 'a shoulder under the knee of ODG', draft: item('MRI of the left shoulder', 'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), ⟦Knee & Leg⟧.', 'The MTUS is silent. ODG was held against this patient’s records. The request is not medically necessary.') },
    { name: 'the claims administrator’s line, as information', draft: quoted('MRI of the right knee', 'Decision based on MTUS ⟦Low Back Complaints 2004⟧.'), severity: 'information' },
  ],
});

checkRule('unknown-guideline', {
  silent: [
    { name: 'another guideline', draft: item('MRI', 'Decision based on Non-MTUS Citation American College of Radiology Appropriateness Criteria.') },
    { name: 'a study', draft: item('MRI', 'Decision based on Non-MTUS Citation Ames J, et al. Pain after work. J Pain. 2009.') },
    { name: 'ODG', draft: item('MRI', 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg, MRI.') },
    { name: 'a placeholder', draft: item('MRI', 'Decision based on MTUS [[guideline, with year and sections]].') },
    { name: 'sections with commas, colons and “and”', draft: item('Gabapentin', 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): TENS, chronic pain (transcutaneous electrical nerve stimulation).') },
  ],
  flagged: [
    { name: 'a title that doesn’t exist', draft: item('MRI of the lumbar spine', 'Decision based on MTUS ⟦Lower Spine Complaints 2004⟧.'), message: /Lower Spine Complaints/ },
  ],
});

checkRule('guideline-title-mismatch', {
  silent: [
    { name: 'number and title that agree', draft: item('MRI of the lumbar spine', 'Decision based on MTUS ACOEM Chapter 12 Low Back Complaints.') },
    { name: 'a number alone', draft: item('MRI of the lumbar spine', 'Decision based on MTUS ACOEM Chapter 12.') },
  ],
  flagged: [
    { name: 'the number of another chapter', draft: item('MRI of the right knee', 'Decision based on MTUS ACOEM ⟦Chapter 12 Knee Complaints⟧.'), message: /“Knee Complaints” is chapter 13/ },
  ],
});

checkRule('guideline-not-in-force', {
  silent: [
    { name: 'the edition of the denial date', draft: item('Gabapentin', 'Decision based on MTUS Chronic Pain Medical Treatment 2016.') },
    { name: 'a letter without a denial date', draft: draft('### Gabapentin: Upheld', '**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2009.') },
  ],
  flagged: [
    { name: 'a superseded edition', draft: item('Gabapentin', 'Decision based on MTUS ⟦Chronic Pain Medical Treatment 2009⟧.'), severity: 'warning' },
    { name: 'a superseded edition on the claims administrator’s line, as information', draft: quoted('Gabapentin', 'Decision based on MTUS ⟦Chronic Pain Medical Treatment 2009⟧.'), severity: 'information' },
  ],
});

checkRule('unknown-section', {
  silent: [
    { name: 'sections that the chapter has', draft: item('MRI of the left shoulder', 'Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies, Surgical Considerations.') },
    { name: 'a bare number', draft: item('MRI of the left shoulder', 'Decision based on MTUS Shoulder Complaints 2004, Section(s): 208.') },
    { name: 'the first words of a longer title', draft: item('Gabapentin 600 mg', 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Antiepilepsy drugs (AEDs).') },
    { name: 'more words than the title has', draft: item('Therapy for the elbow', 'Decision based on MTUS Elbow Complaints 2007, Section(s): Lateral Epicondylalgia Treatment Recommendations.') },
  ],
  flagged: [
    { name: 'a section by another name', draft: item('MRI of the left shoulder', 'Decision based on MTUS Shoulder Complaints 2004, Section(s): ⟦Special Imaging Studies⟧.') },
    { name: 'a part that any guideline may have, as a hint', draft: item('Therapy for the knee', 'Decision based on MTUS Postsurgical Treatment 2009, Section(s): ⟦Summary⟧.'), severity: 'hint' },
  ],
});

checkRule('page-out-of-range', {
  silent: [
    { name: 'pages of the guideline', draft: item('Kit', 'Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 46-47.') },
    { name: 'pages of a source outside of the catalogue', draft: item('Kit', 'Decision based on Non-MTUS Citation Ames J. Pain at work. 2009, page 4711.') },
  ],
  flagged: [
    { name: 'a page beyond the last of the edition of that day', draft: item('Kit', 'Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): ⟦146⟧.').replace('2016-11-21', '2013-11-21'), severity: 'error' },
  ],
});

checkRule('missing-guideline', {
  silent: [
    { name: 'nothing cited on a dependant', draft: draft('### Left knee arthroscopy: Upheld', '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.', '### Associated surgical service: Crutches: Upheld', '**MAXIMUS guideline:** The Expert Reviewer did not cite any medical evidence for its decision.') },
    { name: 'an item that depends on nothing in the letter by its own words', draft: draft('### Crutches: Upheld', '**MAXIMUS guideline:** The Expert Reviewer did not cite any medical evidence for its decision.', '**Decision rationale:** As the requested surgery is not medically necessary, crutches are not medically necessary.') },
    { name: 'a dependant in two sentences', draft: draft('### Left knee arthroscopy: Upheld', '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.', '### Walker: Upheld', '**MAXIMUS guideline:** The Expert Reviewer did not cite any medical evidence for its decision.', '**Decision rationale:** The surgery is not medically necessary. Therefore, the walker is not medically necessary.') },
    { name: 'a dependant of a request that is named', draft: draft('### Epidural steroid injection: Upheld', '**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2016.', '### Sedation: Upheld', '**MAXIMUS guideline:** The Expert Reviewer did not cite any medical evidence for its decision.', '**Decision rationale:** The concurrent request for ESI has been non-certified. Hence sedation is not medically necessary.') },
  ],
  flagged: [
    { name: 'nothing cited on an item of its own', draft: draft('### Walking cane: Upheld', '**MAXIMUS guideline:** ⟦The Expert Reviewer did not cite any medical evidence for its decision.⟧', '**Decision rationale:** The gait is steady. A cane is not medically necessary.') },
    { name: 'an empty line', draft: draft('### Walking cane: Upheld', '⟦**MAXIMUS guideline:**⟧', '**Decision rationale:** The gait is steady. A cane is not medically necessary.') },
  ],
});
