import { checkRule, draft } from './check.ts';

function item(title: string, decision: string, rationale: string): string {
  return sound(title, decision, rationale.replace(/medically necessary/, '⟦$&⟧'));
}

function sound(title: string, decision: string, rationale: string): string {
  return draft(`### ${title}: ${decision}`, `**Decision rationale:** ${rationale}`);
}

const esi = 'Epidural steroid injection';
const bare = 'This patient has leg pain, and the guideline supports an injection. Therefore, the injection is medically necessary.';

checkRule('rationale-incomplete', {
  silent: [
    { name: 'an approval that speaks of all', draft: sound(`${esi} at L4-L5, left`, 'Overturned', 'The pain radiates in the L5 dermatome, the MRI shows the root compressed, and exercise failed. The injection is medically necessary.') },
    { name: 'the level where the title has it', draft: sound(`${esi} at L4-L5, left`, 'Overturned', 'Radicular pain, a matching MRI and failed therapy are on record for this patient. The injection is medically necessary.') },
    { name: 'a denial', draft: sound(esi, 'Upheld', 'This patient has no leg pain. Therefore, the injection is not medically necessary.') },
    { name: 'an undecided item', draft: sound(esi, '[[Upheld or Overturned]]', bare) },
    { name: 'a rationale without its conclusion', draft: sound(esi, 'Overturned', 'This patient has leg pain.') },
    { name: 'a rationale with placeholders', draft: sound(esi, 'Overturned', `[[findings]] ${bare}`) },
    { name: 'a rationale that leans on the item before', draft: sound(esi, 'Overturned', `Again, the criteria are met. ${bare}`) },
    { name: 'a dependant', draft: draft('### Lumbar fusion at L4-L5: Upheld', `### Post-operative ${esi.toLowerCase()}: Overturned`, `**Depends on:** item 1`, `**Decision rationale:** ${bare}`) },
    { name: 'a treatment that no template knows', draft: sound('Large gloves', 'Overturned', 'This patient’s skin is sore. Gloves are medically necessary.') },
    { name: 'a title that two templates fit', draft: sound('Physical therapy, six visits', 'Overturned', 'This patient limps. Physical therapy is medically necessary.') },
    { name: 'a repeated injection that speaks of the relief', draft: sound(esi, 'Overturned', 'This patient had 60% relief from the last one. The injection is medically necessary.') },
    { name: 'criteria that stand for one another', draft: sound('MRI of the lumbar spine', 'Overturned', 'This patient has a new foot drop. The MRI is medically necessary.') },
  ],
  flagged: [
    {
      name: 'the level, the imaging and the care before an injection', draft: item(esi, 'Overturned', bare.replace('leg pain', 'radicular leg pain')), severity: 'information',
      message: /^Item 1 is approved, and the rationale doesn’t speak of imaging or electrodiagnostic findings .*; conservative care that failed; the level and side of the injection, and image guidance\. Say /,
    },
    {
      name: 'the trial of a TENS unit', draft: item('TENS unit, purchase', 'Overturned', 'This patient has chronic pain. The TENS unit is medically necessary.'),
      fixed: sound('TENS unit, purchase', 'Overturned', 'This patient has chronic pain. The records document [[the one-month rented trial, its log and outcome]]. The TENS unit is medically necessary.'),
    },
    { name: 'the psychological clearance before a stimulator', draft: item('Spinal cord stimulator trial', 'Overturned', 'This patient’s surgery failed. The trial is medically necessary.'), message: /doesn’t speak of the psychological clearance\. / },
    { name: 'the monitoring of an opioid', draft: item('Norco 10/325 mg #60', 'Overturned', 'This patient has less pain and better function with it. Norco is medically necessary.'), message: /monitoring/ },
  ],
});
