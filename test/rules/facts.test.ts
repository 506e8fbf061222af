import { checkRule, draft } from './check.ts';

/** A letter of a summary and one item's rationale, with the dates of its head. */
function letter(summary: string, rationale = 'The gait is steady. Therefore, a cane is not medically necessary.', head: readonly string[] = []): string {
  const front = head.length > 0 ? `---\ncase-number: CM17-9100002\n${head.join('\n')}\n---\n\n` : '';
  return front + draft('## Clinical Case Summary', summary, '### Walking cane for the left knee: Upheld', `**Decision rationale:** ${rationale}`);
}

const dates = ['date-of-injury: 2016-10-20', 'ur-denial-date: 2017-01-05', 'application-received: 2017-01-11', 'date-assigned: 2017-01-17', 'decision-date: 2017-02-08'];
const withDate = (line: string): string[] => dates.map((each) => (each.startsWith(line.split(':')[0] ?? '') ? line : each));

checkRule('date-order', {
  silent: [
    { name: 'dates in order', draft: letter('Words.', undefined, dates) },
    { name: 'an application on the day of the denial', draft: letter('Words.', undefined, withDate('application-received: 2017-01-05')) },
    { name: 'a date that can’t be read', draft: letter('Words.', undefined, withDate('ur-denial-date: soon')) },
    { name: 'records later than the denial', draft: letter('The note of 01/20/2017 is brief.', undefined, dates) },
    { name: 'an appointment after the decision', draft: letter('A visit is scheduled for 03/01/2017.', undefined, dates) },
    { name: 'a date in a quotation', draft: letter('The note says “seen on 03/01/2017”.', undefined, dates) },
    { name: 'a letter without dates', draft: letter('The note of 01/20/2017 is brief.') },
    { name: 'an appointment in other words', draft: letter('Follow up on 03/01/2017. The next recheck is 2/20/17.', undefined, dates) },
    { name: 'the end of a leave', draft: letter('The worker is disabled till 02/28/2017. The off work note was extended to 02/10/2017. Return to work as of 3/1/17.', undefined, dates) },
    { name: 'a span of time that was requested', draft: letter('Words.', 'Therefore, twelve visits between 12/1/2016 and 2/28/2017 are not medically necessary.', dates) },
    { name: 'an estimate and a pending operation', draft: letter('Estimated MMI: 06/01/2017. Surgery is pending for 03/10/2017.', undefined, dates) },
  ],
  flagged: [
    { name: 'a denial before the injury', draft: letter('Words.', undefined, withDate('ur-denial-date: ⟦2016-01-05⟧')), message: /UR denial date \(2016-01-05\) is before the date of injury \(2016-10-20\)/, severity: 'error' },
    { name: 'a decision before the assignment, once', draft: letter('Words.', undefined, withDate('decision-date: ⟦2016-02-08⟧')) },
    { name: 'two dates between which one is missing', draft: letter('Words.', undefined, ['date-of-injury: 2016-10-20', 'decision-date: ⟦2016-02-08⟧']) },
    { name: 'a visit after the decision in the summary', draft: letter('The worker was seen on ⟦12/11/2017⟧.', undefined, dates), message: /after the date of the decision/ },
    { name: 'a visit after the decision in the rationale', draft: letter('Words.', 'On ⟦March 3, 2017⟧ the gait was steady.', dates) },
  ],
});

checkRule('date-mismatch', {
  silent: [
    { name: 'the same dates in other forms', draft: letter('The worker sustained an industrial injury on October 20, 2016. On 1-5-17, utilization review denied the request.', undefined, dates) },
    { name: 'the date of a request next to the review’s', draft: letter('The request of 12/28/2016 was denied. The Utilization Review dated 1-5-2017 non-certified the request of 12-28-2016.', undefined, dates) },
    { name: 'a prior injury', draft: letter('The worker had a prior industrial injury on 03/04/2010.', undefined, dates) },
    { name: 'a second injury beside the right one', draft: letter('The worker sustained an industrial injury on 10-20-16. A date of injury of 11-2-16 belongs to another claim.', undefined, dates) },
    { name: 'an injury over a period', draft: letter('The date of injury is 10/20/2015 to 10/20/2016.', undefined, dates) },
    { name: 'a record that the review looked at', draft: letter('Utilization review denied the request because the note of 12-28-16 was brief.', undefined, dates) },
    { name: 'a quotation', draft: letter('The note says “date of injury 10/21/2016”.', undefined, dates) },
    { name: 'a head without the date', draft: letter('The worker sustained an industrial injury on 10-21-16.') },
    { name: 'a date in the rationale', draft: letter('Words.', 'Utilization review of 12/28/2016 denied it.', dates) },
    { name: 'an earlier review', draft: letter('In a prior UR decision dated 12/01/2016, an MRI was denied.', undefined, dates) },
  ],
  flagged: [
    { name: 'another date of injury', draft: letter('The worker sustained an industrial injury on ⟦10-21-16⟧.', undefined, dates), fixed: letter('The worker sustained an industrial injury on 10-20-16.', undefined, dates), severity: 'warning' },
    { name: 'another date of injury in words', draft: letter('The date of injury was ⟦October 2, 2016⟧.', undefined, dates), fixed: letter('The date of injury was October 20, 2016.', undefined, dates) },
    { name: 'another date of the review', draft: letter('The Utilization Review dated ⟦01/04/2017⟧ denied the request.', undefined, dates), fixed: letter('The Utilization Review dated 01/05/2017 denied the request.', undefined, dates) },
    { name: 'a date before the review', draft: letter('On ⟦1-4-17⟧, utilization review non-certified the request.', undefined, dates) },
    { name: 'a denial by utilization review', draft: letter('On ⟦January 4, 2017⟧, a request for a cane was denied by utilization review.', undefined, dates), fixed: letter('On January 5, 2017, a request for a cane was denied by utilization review.', undefined, dates) },
    { name: 'a review that failed to approve', draft: letter('In a utilization review report dated ⟦January 4, 2017⟧, the claims administrator failed to approve a request for a cane.', undefined, dates) },
  ],
});

const woman = 'The injured worker is a 59 year old female.';

checkRule('sex-mismatch', {
  silent: [
    { name: 'the right pronouns', draft: letter(`${woman} She fell.`, 'Her gait is steady. Currently, she walks well.') },
    { name: 'a pronoun for a provider', draft: letter(woman, 'The treating physician asks for a cane. He gives no reason. His note is brief.') },
    { name: 'a pronoun for Dr. somebody', draft: letter(woman, 'Dr. R saw the knee. He advised a cane.') },
    { name: 'a pronoun for a relative', draft: letter(woman, 'Her husband drives. He does the shopping.') },
    { name: 'he/she', draft: letter(woman, 'He/she has a cane.') },
    { name: 'a quotation', draft: letter(woman, 'The note says: “He walks well.”') },
    { name: 'a pronoun within a sentence', draft: letter(woman, 'The knee was seen, and he advised a cane.') },
    { name: 'a letter that names no sex', draft: letter('The injured worker fell.', 'He walks well.') },
    { name: 'studies of other people', draft: letter(woman, 'In one study a 40 year old male patient was followed.') },
    { name: 'a pronoun for a provider in capitals or in short', draft: letter(`${woman} The Treating Physician asks for a cane. He gives no reason.`, 'Her OB advised rest. He wanted no drugs.') },
  ],
  flagged: [
    { name: 'a pronoun that opens a sentence', draft: letter(woman, 'The knee is stable. ⟦He⟧ walks well.'), fixed: letter(woman, 'The knee is stable. She walks well.'), severity: 'warning' },
    { name: 'a possessive pronoun', draft: letter('The injured worker is a 30 year old male.', '⟦Her⟧ gait is steady.'), fixed: letter('The injured worker is a 30 year old male.', 'His gait is steady.') },
    { name: 'a pronoun behind a connective', draft: letter(woman, 'Currently, ⟦he⟧ walks well.'), fixed: letter(woman, 'Currently, she walks well.') },
    { name: 'the other sex outright', draft: letter(woman, 'This is a 59 year old ⟦male⟧ with a steady gait.'), fixed: letter(woman, 'This is a 59 year old female with a steady gait.') },
    { name: 'a pronoun in the summary', draft: letter(`${woman} ⟦His⟧ gait is steady.`) },
    { name: 'a pronoun where the patient is named again behind a provider', draft: letter(woman, 'The surgeon advised a cane. The patient has one. ⟦He⟧ walks well.') },
    { name: 'the sex in front of “injured worker”', draft: letter('The 58 year old female injured worker fell. ⟦He⟧ walks well.') },
  ],
});

checkRule('age-mismatch', {
  silent: [
    { name: 'one age', draft: letter('The worker is a 44-year-old man.', 'This 44 year old worker walks well.') },
    { name: 'the limit of a guideline', draft: letter(woman, 'Surgery is for patients over 40 years of age.') },
    { name: 'a quotation', draft: letter(woman, 'The note says “a 58 year old female”.') },
    { name: 'how long something lasts', draft: letter(woman, 'The 10 year old implant is stable. The complaint is 3 years old.') },
    { name: 'another person', draft: letter(woman, 'Her son is a 12 year old male patient.') },
    { name: 'the age at another time', draft: letter(woman, 'At the time of the first injury the patient was 50 years old.') },
    { name: 'whom a guideline recommends it for', draft: letter(woman, 'A foundation recommends the test in a 65 year old female. This patient is younger.') },
    { name: 'the age at the date of injury', draft: letter(`${woman} The patient was 51 years old at the date of injury.`) },
    { name: 'the age of a supervisor', draft: letter(`${woman} Her supervisor, a 50 year old man, told her to lift.`) },
  ],
  flagged: [
    { name: 'two ages in summary and rationale', draft: letter(woman, 'This ⟦57⟧-year-old female walks well.'), fixed: letter(woman, 'This 59-year-old female walks well.'), severity: 'warning' },
    { name: 'an age without the sex', draft: letter(woman, 'The patient is ⟦57⟧ years old and walks well.') },
    { name: 'two ages within the summary', draft: letter(`${woman} The ⟦95⟧ year old, right hand dominant worker fell.`) },
    { name: 'a birthday between, as information', draft: letter(woman, 'This ⟦60⟧ year old worker walks well.'), severity: 'information', message: /birthday/ },
  ],
});

const spasm = 'The physical examination of the lumbar spine revealed limited motion with spasm.';

checkRule('finding-contradicts-summary', {
  silent: [
    { name: 'a sign that the summary doesn’t report', draft: letter(spasm, 'There is no swelling noted.') },
    { name: 'a qualified denial', draft: letter(spasm, 'There is no significant spasm. There is no worsening spasm.') },
    { name: 'a denial that is narrowed', draft: letter(spasm, 'There is no spasm that would explain the pain.') },
    { name: 'another region', draft: letter(spasm, 'There is no spasm of the neck.') },
    { name: 'another side', draft: letter('Examination of the left knee showed swelling.', 'The right knee has no swelling.') },
    { name: 'a complaint', draft: letter('The worker complains of weakness in the left knee.', 'There is no weakness on examination.') },
    { name: 'a summary that denies it, too', draft: letter(`${spasm} On a later examination there was no spasm.`, 'There was no spasm on examination.') },
    { name: 'what a guideline asks for', draft: letter(spasm, 'The guidelines recommend against relaxants where there is no spasm.') },
    { name: 'a plan', draft: letter('The plan is to treat spasm on examination.', 'There is no spasm noted.') },
    { name: 'a quotation', draft: letter(spasm, 'The reviewer of the denial wrote “no spasm”.') },
    { name: 'a denial far before the sign', draft: letter(spasm, 'There is no note of the last month that speaks of spasm.') },
    { name: 'a utilization review that denies it', draft: letter('Utilization review found no spasm.', 'There is no spasm noted.') },
  ],
  flagged: [
    { name: 'a lack of it', draft: letter(spasm, 'There was ⟦a lack of acute muscle spasm⟧ noted on examination of the low back.'), message: /no spasm, but the case summary reports it/, severity: 'warning' },
    { name: 'a plain denial', draft: letter('Examination of the left knee showed swelling and tenderness.', 'The left knee has ⟦no swelling⟧.') },
    { name: 'a missing note', draft: letter('Examination of the left knee showed swelling.', 'There is ⟦no documentation of swelling⟧ on examination.') },
    { name: 'a denial where the utilization review is the source of the words', draft: letter(`${spasm} A prior determination denied it for no documentation of spasm.`, 'There was ⟦no spasm⟧ on examination of the lumbar spine.') },
  ],
});
