import { checkRule, draft } from './check.ts';

const item = (line: string, rationale: string): string => draft('### Seat cushion: Upheld', `**MAXIMUS guideline:** ${line}`, `**Decision rationale:** ${rationale}`);
const ODG = 'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back';

checkRule('mtus-skipped', {
  silent: [
    { name: 'an MTUS without provisions', draft: item(`${ODG}.`, 'The MTUS has no provisions for cushions. The patient can use a pillow. The cushion is not medically necessary.') },
    { name: 'no recommendation of the MTUS', draft: item(`${ODG}.`, 'There is no MTUS recommendation on cushions. The patient can use a pillow. The cushion is not medically necessary.') },
    { name: 'an MTUS that gives nothing', draft: item(`${ODG}.`, 'The MTUS does not give criteria for cushions. The patient can use a pillow. The cushion is not medically necessary.') },
    { name: 'what is not found in the MTUS', draft: item(`${ODG}.`, 'Cushions are not found in the MTUS. The patient can use a pillow. The cushion is not medically necessary.') },
    { name: 'an MTUS that has nothing on it', draft: item(`${ODG}.`, 'The MTUS has nothing on this. The patient can use a pillow. The cushion is not medically necessary.') },
  ],
  flagged: [
    { name: 'what the MTUS recommends', draft: item(`${ODG.replace('Official', '⟦Official')}⟧.`, 'The MTUS recommends activity where there is no contraindication. The patient can use a pillow. The cushion is not medically necessary.') },
  ],
});

checkRule('rationale-guideline-mismatch', {
  silent: [
    { name: 'a rationale that names the MTUS only for its silence', draft: item(`${ODG}.`, 'The MTUS is silent. The patient can use a pillow. The cushion is not medically necessary.') },
    { name: 'what the claims administrator argued from', draft: item('Decision based on MTUS Low Back Complaints 2004.', 'The claims administrator cited the ODG. ACOEM gives cushions no benefit, and the patient can use a pillow. The cushion is not medically necessary.') },
  ],
  flagged: [
    { name: 'ODG in the rationale alone', draft: item('Decision based on MTUS Low Back Complaints 2004.', 'The ⟦ODG⟧ recommend no cushion. The patient can use a pillow. The cushion is not medically necessary.') },
  ],
});

checkRule('denied-for-mtus-silence', {
  silent: [
    { name: 'a verdict with a ground of its own', draft: item(`${ODG}.`, 'The MTUS is silent. As the patient walks all day, the cushion is not medically necessary.') },
  ],
  flagged: [
    { name: 'a verdict behind “as such”', draft: item(`${ODG}.`, '⟦The MTUS is silent on cushions.⟧ As such, the cushion is not medically necessary.') },
  ],
});
