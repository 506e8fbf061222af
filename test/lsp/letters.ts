/** A fictional letter that no rule finds fault with, and ways to spoil it. */
export const soundLetter = `---
case-number: CM16-0000001
date-of-injury: 2016-01-11
ur-denial-date: 2016-06-03
application-received: 2016-06-10
date-assigned: 2016-06-20
decision-date: 2016-07-08
---

# Independent Medical Review Final Determination

## How the IMR Final Determination Was Made

An expert reviewer read the whole case file.

## Clinical Case Summary

The injured worker is a 44 year old woman who slipped on a wet floor and has had low back pain since.

## IMR Issues, Decisions and Rationales

### MRI of the lumbar spine: Upheld

**Claims Administrator guideline:** Decision based on MTUS Low Back Complaints 2004.

**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004.

**Decision rationale:** The MTUS asks for unequivocal findings of nerve compromise before imaging of the low back. The records of
this worker show normal reflexes, strength and sensation, and no red flags. Therefore, the request is not medically necessary.

### Physical therapy, six visits for the low back: Overturned

**Claims Administrator guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine.

**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine.

**Decision rationale:** The MTUS recommends a short course of active therapy. This worker has had none so far, and her function is
limited. Therefore, the request is medically necessary.
`;

/** The word that decides the first item is none that a letter knows. */
export const unknownDecision = soundLetter.replace('lumbar spine: Upheld', 'lumbar spine: Denied');

/** The first item has no decision at all. */
export const undecided = soundLetter.replace('lumbar spine: Upheld', 'lumbar spine');

/** The rationale of the first item ends with the opposite of its decision. */
export const contradicting = soundLetter.replace('the request is not medically necessary', 'the request is medically necessary');

/** Findings that point from one place to another: from item to item, and from items to the summary and the head. */
export const contradictions = `${soundLetter
  .replace('44 year old woman who slipped', '44 year old woman, with spasm found on examination, who slipped')
  .replace('no red flags.', 'no spasm and no red flags. He is a 54 year old man seen on 08/20/2016.')}
### Left knee arthroscopy: Upheld

**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.

**Decision rationale:** The knee is stable. The claimant is 45 years old. Therefore, the arthroscopy is not medically necessary.

### Associated surgical service: Crutches: Overturned

**MAXIMUS guideline:** The Expert Reviewer did not cite any medical evidence for its decision.

**Decision rationale:** As the requests in questions 3 and 9 say, crutches help. Therefore, crutches are medically necessary.

### MRI of the lumbar spine: Overturned

**Decision rationale:** His legs are weak and numb. Therefore, the request for crutches is medically necessary.
`;

/** Markdown that is no letter. */
export const recipe = '# Bread\n\n- flour\n- water: [insert amount]\n\nBake it.\n';
