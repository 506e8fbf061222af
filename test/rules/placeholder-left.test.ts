import { checkRule, draft } from './check.ts';

const rationale = (words: string): string => draft('### Walking cane: Upheld', `**Decision rationale:** ${words}`);

checkRule('placeholder-left', {
  silent: [
    { name: 'numbers of references', draft: rationale('The gait is steady [3], as others found [1-3, 28].') },
    { name: 'words put into a quotation', draft: rationale('The report says “the patient [Mr. X] walks [sic] well” and “[insert name]”.') },
    { name: 'an abbreviation in brackets', draft: rationale('Magnetic resonance imaging [MRI] was not done.') },
    { name: 'he/she', draft: rationale('He/she walks without his/her cane.') },
    { name: 'and/or', draft: rationale('Pain and/or swelling is not recorded.') },
    { name: 'emphasis with underscores', draft: rationale('The gait is __steady__ and ___very___ sure.') },
    { name: 'a Roman numeral and an x-ray', draft: rationale('Grade III changes on the x-ray, 3x a day, XXL brace.') },
    { name: 'a comment', draft: rationale('The gait is steady. <!-- TODO: ask for [[date]] -->') },
    { name: 'a name that was taken out of the summary, and a line of a form', draft: draft('## Clinical Case Summary', 'Dr. XXX saw the worker. Signed: ______ TBD', '### Walking cane: Upheld') },
    { name: 'lists of the head', draft: draft('---\ncase-number: CM17-9100001\nlicensed-in: [California, Nevada]\n---', '### Walking cane: Upheld') },
    { name: 'code', draft: draft('### Walking cane: Upheld', '```\n[[rationale]]\n```') },
  ],
  flagged: [
    { name: 'a blank of a snippet', draft: rationale('The gait of ⟦[[date]]⟧ was steady.'), message: /“\[\[date\]\]” is still in the letter/, fixed: null },
    { name: 'a blank of a form letter', draft: rationale('The gait of ⟦{{date}}⟧ was steady.') },
    { name: 'an instruction in brackets', draft: rationale('The gait was ⟦[describe gait]⟧ on ⟦[date of visit]⟧.') },
    { name: 'a line to write on', draft: rationale('The gait was ⟦_____⟧ on that day.') },
    { name: 'TBD and XXX', draft: rationale('The date is ⟦TBD⟧ and the dose ⟦XXXX⟧.') },
    { name: 'a choice that wasn’t made', draft: rationale('The cane ⟦is/is not⟧ medically necessary.'), message: /left undecided/ },
    { name: 'blanks of every field', draft: draft('### ⟦[[title]]⟧: ⟦[[Upheld or Overturned]]⟧', '**Claims Administrator guideline:** ⟦[[guideline]]⟧', '**MAXIMUS guideline:** ⟦[[guideline]]⟧', '**Decision rationale:** ⟦[[rationale]]⟧') },
    { name: 'a blank of the summary', draft: draft('## Clinical Case Summary', 'The worker is a ⟦[[age]]⟧ year old seen by ⟦[name of physician]⟧.', '### Walking cane: Upheld') },
    { name: 'a blank of the head', draft: draft('---\ncase-number: ⟦[[case number]]⟧\nspecialty: ⟦"[[specialty]]"⟧\ndisputed-items:\n  - ⟦[[request]]⟧\n---', '### Walking cane: Upheld'), message: /“\[\[(?:case number|specialty|request)\]\]”/ },
    { name: 'a blank in a pasted letter', kind: 'plaintext', draft: 'IMR ISSUES, DECISIONS AND RATIONALES\n\nWalking cane: Upheld\n\nDecision rationale: The gait of ⟦[[date]]⟧\nwas steady.\n' },
    { name: 'a blank of a template within a quotation', draft: draft('### Cane: Upheld', '**Decision rationale:** The note says “gait of ⟦[[date]]⟧ steady”. The cane is not medically necessary.') },
  ],
});
