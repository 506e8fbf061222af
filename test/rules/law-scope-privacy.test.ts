import { checkRule, draft } from './check.ts';

const item = (rationale: string, decision = 'Upheld'): string => draft(`### Walking cane: ${decision}`, `**Decision rationale:** ${rationale}`);
const summary = (words: string): string => draft('## Clinical Case Summary', words, '### Walking cane: Upheld', '**Decision rationale:** The gait is steady.');

checkRule('out-of-scope-reason', {
  silent: [
    { name: 'that the injury happened at work', draft: item('The worker sustained a work related injury. The industrial injury was a fall.') },
    { name: 'a request without a body part', draft: item('The request as submitted also failed to specify a body part for treatment.') },
    { name: 'what a study says of costs', draft: item('In a study, patients under guidelines had fewer visits, cost less and had less pain.') },
    { name: 'cost in passing', draft: item('Over the counter drugs are of equal efficacy, with cost savings.') },
    { name: 'a quotation', draft: item('The denial says “the knee is not an accepted body part”.') },
    { name: 'what the claims administrator says', draft: item('The claims administrator holds that the knee is not an accepted body part.') },
    { name: 'an approval', draft: item('The knee is not an accepted body part, which is not decided here.', 'Overturned') },
  ],
  flagged: [
    { name: 'a body part that isn’t accepted', draft: item('The knee is ⟦not an accepted body part⟧.'), severity: 'warning', message: /isn’t for an independent medical review/ },
    { name: 'causation', draft: item('The pain ⟦is not causally related to the industrial injury⟧.') },
    { name: 'an unrelated condition', draft: item('The arthritis ⟦is unrelated to the work injury⟧.') },
    { name: 'a condition from outside of work', draft: item('The diabetes ⟦is non-industrial⟧.') },
    { name: 'causation not established', draft: item('For the knee, ⟦causation has not been established⟧.') },
    { name: 'apportionment', draft: item('The need for it ⟦should be apportioned⟧ to age.') },
    { name: 'cost', draft: item('The cane is denied ⟦because of its high cost⟧.') },
    { name: 'a cheaper alternative', draft: item('There is a ⟦cheaper alternative⟧.') },
  ],
});

checkRule('wrong-standard', {
  silent: [
    { name: 'a recovery told as a fact', draft: item('The worker has made a complete recovery.') },
    { name: 'guideline text', draft: item('The guidelines say that traction will not cure back pain.') },
    { name: 'a quotation', draft: item('The denial says “it will not cure”.') },
    { name: 'relief that is missing', draft: item('The device did not relieve the pain.') },
    { name: 'an approval', draft: item('A cane will not cure the knee, but relieves it.', 'Overturned') },
    { name: 'relief that was not complete', draft: item('The worker did not have complete relief with twelve visits.') },
  ],
  flagged: [
    { name: 'what will not cure', draft: item('A cane ⟦will not cure⟧ the knee.'), severity: 'warning' },
    { name: 'what is not curative', draft: item('The device ⟦is not curative⟧.') },
    { name: 'a guarantee', draft: item('There is ⟦no guarantee⟧ of success.') },
    { name: 'complete recovery', draft: item('Therapy is ⟦unlikely to lead to complete recovery⟧.') },
    { name: 'full relief', draft: item('It would ⟦not provide permanent relief⟧.') },
    { name: 'relief that will not be complete', draft: item('A cane will ⟦not bring complete relief⟧.') },
  ],
});

checkRule('identifying-information', {
  silent: [
    { name: 'eponyms', draft: item('The Hawkins test, Phalen sign and McMurray test are positive; a Tinel sign is not.') },
    { name: 'authors of studies', draft: item('As shown by Carragee et al. (2007) and Smith, MD, et al., motion helps.') },
    { name: 'authors of a study with their degrees', draft: item('In a trial (John Smith, MD, Mary Jones, MD, et al. Pain 2014), motion helped.') },
    { name: 'a provider without a name', draft: item('Dr. X and the treating physician, an MD, agree.') },
    { name: 'numbers that are none of a person', draft: item('CPT 97110, 10-325 mg #60, ICD M54.16, pages 301-315, 2016-2017, 130-135 degrees.') },
    { name: 'doses and dates', draft: item('On 10-20-2016 and 12-27-16 the dose was 7.5-325.') },
    { name: 'a guideline line', draft: draft('### Walking cane: Upheld', '**MAXIMUS guideline:** Decision based on Non-MTUS Citation John Smith, MD, Canes, 2014.') },
    { name: 'somebody old enough', draft: summary('The injured worker is an 89 year old male.') },
    { name: 'what a worker does', draft: summary('The worker works for a school and is employed as a driver. The patient is a Spanish speaker.') },
    { name: 'boilerplate', draft: draft('## How the IMR Final Determination Was Made', 'MAXIMUS Federal Services sent the case file. State(s) of Licensure: Texas,Ohio Certification(s)/Specialty: Family Practice') },
    { name: 'brands with a doctor in them', draft: summary('Dr. Scholl’s inserts and a Dr. Comfort brace were tried.') },
    { name: 'an author without a year', draft: item('Per Dr. Snow et al, diet comes first. The worker tried none.') },
    { name: 'services and callings before a degree', draft: summary('Pain Management MD referral. Aqua Therapy, PT, 12 visits. Skilled Nursing RN care. Primary Treating Physician PA note. Urine Drug Screen PA result. Depression Inventory PT result. Orthopedic Surgery, M.D., saw the knee.') },
    { name: 'forms that begin with the patient', draft: summary('Patient Health Questionnaire was 12. Patient Global Impression is 3. Employee Assistance Program was offered.') },
    { name: 'a provider without a name at the end of a sentence', draft: summary('The knee was seen by Dr. X. The plan is a cane. It was seen again by Dr. R. Treatment included rest.') },
  ],
  flagged: [
    { name: 'a provider', draft: item('⟦Dr. Rivera⟧ asks for a cane.'), message: /provider’s name/, severity: 'error' },
    { name: 'a provider with a degree', draft: item('The report of ⟦Ana Rivera, M.D⟧., asks for a cane.') },
    { name: 'a patient with a title', draft: summary('⟦Mr. Garcia⟧ fell.'), message: /person’s name/ },
    { name: 'a patient by name', draft: summary('⟦The patient, John Garcia,⟧ fell.') },
    { name: 'a social security number', draft: summary('The number is ⟦123-45-6789⟧.'), message: /social security/ },
    { name: 'a telephone number', draft: summary('Call ⟦(916) 555-0123⟧ or ⟦916-555-0123⟧.') },
    { name: 'an e-mail address', draft: summary('Write to ⟦j.garcia@example.com⟧.') },
    { name: 'a record number', draft: summary('The ⟦MRN: 0045123⟧ is on file.') },
    { name: 'a claim number', draft: summary('The ⟦claim number: WC-2016-00123⟧ is on file.') },
    { name: 'a date of birth', draft: summary('The worker was born on ⟦03/04/1970⟧.') },
    { name: 'an address', draft: summary('The worker lives at ⟦12 Garden Street⟧, Fresno, ⟦CA 93701⟧.') },
    { name: 'an employer', draft: summary('The worker was ⟦employed by Acme Corp⟧ as a driver.'), message: /employer’s name/ },
    { name: 'an age over 89', draft: summary('The injured worker is a ⟦92⟧ year old male.'), message: /age over 89/ },
    { name: 'a therapist with initials behind the name', draft: summary('⟦Jane Roe, PT⟧, saw the knee.') },
    { name: 'a patient whose name opens a sentence', draft: summary('⟦Patient Maria Ortega was⟧ seen in May.') },
    { name: 'a provider with an initial', draft: summary('⟦Dr. A. Chen⟧ saw the knee.') },
  ],
});

checkRule('reviewer-identity', {
  silent: [
    { name: 'specialty and licensure', draft: draft('## How the IMR Final Determination Was Made', 'The physician reviewer is Board Certified in Occupational Medicine, and is licensed to practice in California.', '### Walking cane: Upheld') },
    { name: 'credentials', draft: draft('## How the IMR Final Determination Was Made', 'The Expert Reviewer has the following credentials: State(s) of Licensure: Florida Certification(s)/Specialty: Family Practice', '### Walking cane: Upheld') },
    { name: 'an empty key', draft: `---\ncase-number: CM17-9100004\nreviewer:\n---\n\n${item('The gait is steady.')}` },
    { name: 'who signed a record', draft: summary('The report was electronically signed by the surgeon.') },
  ],
  flagged: [
    { name: 'the name', draft: draft('## How the IMR Final Determination Was Made', '⟦The physician reviewer is Jane Roe, MD⟧.', '### Walking cane: Upheld').replace('⟦The ', 'The ⟦'), severity: 'error' },
    { name: 'a signature', draft: item('The gait is steady. ⟦Electronically signed by Jane Roe⟧') },
    { name: 'a closing', draft: item('The gait is steady. ⟦Respectfully submitted, Jane Roe⟧, MD') },
    { name: 'a licence number', draft: item('The gait is steady. ⟦License No. A123456⟧.') },
    { name: 'a key of the front matter', draft: `---\ncase-number: CM17-9100004\nreviewer: ⟦Jane Roe⟧\n---\n\n${item('The gait is steady.')}` },
  ],
});

checkRule('confusable-words', {
  silent: [
    { name: 'the words in their place', draft: item('Plain films, the peroneal tendon, the iliac crest and the perineum. He had had a cane.') },
    { name: 'a quotation', draft: item('The note says “plane film”.') },
    { name: 'vitamin A a day', draft: item('Vitamin A a day is taken.') },
    { name: 'words parted by a full stop', draft: item('That is that. That cane is his.') },
  ],
  flagged: [
    { name: 'a plane film', draft: item('⟦Plane⟧ films were taken.'), fixed: item('Plain films were taken.'), severity: 'information' },
    { name: 'generally excepted', draft: item('It is generally ⟦excepted⟧.'), fixed: item('It is generally accepted.') },
    { name: 'that that', draft: item('It shows ⟦that that⟧ cane helps.'), fixed: item('It shows that cane helps.') },
    { name: 'the perineal tendon', draft: item('The ⟦perineal⟧ tendon is torn.'), fixed: item('The peroneal tendon is torn.') },
    { name: 'the ileum as a bone', draft: item('A fracture of the ⟦ileum⟧ healed.'), fixed: item('A fracture of the ilium healed.') },
    { name: 'a title', draft: draft('### ⟦Plane⟧ films of the ankle: Upheld', 'Words.') },
  ],
});

checkRule('undefined-abbreviation', {
  silent: [
    { name: 'one that is spelled out', draft: item('An epidural steroid injection (ESI) was done. The ESI helped.') },
    { name: 'one that is spelled out later', draft: item('The ESI (epidural steroid injection) helped.') },
    { name: 'those that everybody knows', draft: item('MRI, EMG and NSAIDs are in the MTUS.') },
    { name: 'levels and codes', draft: item('L4-L5, C5 and G0283 are named.') },
  ],
  flagged: [
    { name: 'one that is not, once', draft: item('The ⟦ESI⟧ helped. Another ESI is asked for.') },
  ],
});
