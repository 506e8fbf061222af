import { leansOnItemBefore } from '../../determination/argument/leaning.ts';
import type { Conclusion, Determination, DisputedItem, Prose } from '../../determination/model.ts';
import { deniesForSilenceAlone } from '../../determination/argument/mtus-silence.ts';
import { ownSentences } from '../../determination/statements.ts';
import { causeOf, voiceOf, type Voice } from '../../determination/words/voice.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { findTreatments, type Treatment } from '../../vocabulary/treatments.ts';
import { leansOnAnother } from '../common/citations.ts';
import { parentDecisionsOf, type ParentDecision } from '../common/dependence.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const noPatientApplication = defineRule({
  id: 'no-patient-application',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  waits: true,
  summary: 'A rationale applies the guideline to this patient.',
  why: 'The determination must rest on the patient’s condition. Guideline text and a verdict, with nothing of the case between them, could stand in any letter.',
  sources: [{ title: 'Labor Code 4610.6(e): specific to the employee’s medical condition and the relevant documents' }],
  leavesAlone: [
    'Whatever may be about this patient: a person, the record, a date, a measure, a side, a finding, what was tried, what is planned.',
    'A sentence that is neither surely general nor surely about this patient.',
    'A sentence on what another item of the letter asks for (“and the operation takes its place”).',
    'A denial for the silence of the MTUS alone: `denied-for-mtus-silence` speaks of that.',
    'Dependants, and a rationale that leans on the item before (“Again, …”, “as above”).',
    'A rationale that says only what is missing (“there were no red flags”) is information, not a warning.',
  ],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** A cane helps where the gait is unsafe. The patient walks steadily. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** ⟦The guidelines recommend a cane where walking is unsafe and the risk of a fall is high. Therefore, a cane is not medically necessary.⟧' }],
  },
  messages: {
    onlyLack: ({ item }: { item: number }) => `${itemName(item)} says what is missing, but no fact of this patient. Name the findings that were looked at.`,
    hardlyApplied: ({ item }: { item: number }) => `${itemName(item)} names no finding, record or history of this patient. Say what the records show and how the guideline applies to it.`,
    notApplied: ({ item }: { item: number }) =>
      `${itemName(item)} says what holds for patients in general and gives a verdict, with no fact of this patient in between. Say what the records show and how the guideline applies to it.`,
  },
  about: (letter: Determination) => ({
    parents: parentDecisionsOf(letter),
    requests: letter.items.map(({ number, reading }) => ({ number, treatments: findTreatments(reading.title.text).map(({ value: { id, kind } }) => ({ id, kind })) })),
  }),
  check(item, _context, report, { parents, requests }) {
    const { rationale } = item.reading;
    if (!rationale?.conclusion || rationale.sentences.length < 2 || followsParent(item, parents) || leansOnAnother(item.reading) || deniesForSilenceAlone(item.reading)) return;
    if (leansOnItemBefore(rationale) || speaksOfAnother(item, rationale.prose, requests) || rationale.prose.text.includes('[[')) return;
    const voices = voicesOf(rationale.prose, rationale.conclusion);
    const place = { span: rationale.prose.span, data: { item: item.number } };
    if ((voices.includes('case') || voices.includes('unsure')) && isOfAnybody(rationale.prose, rationale.conclusion)) return report({ ...place, messageId: 'hardlyApplied', severity: 'information' });
    if (!voices.some(isSilentOnCase) || voices.includes('case')) return;
    if (voices.includes('unsure')) {
      if (!ownSentences(rationale.prose).some(({ sentence }) => mayTellOfCase(sentence))) report({ ...place, messageId: 'hardlyApplied', severity: 'information' });
    } else if (voices.includes('lack')) report({ ...place, messageId: 'onlyLack', severity: 'information' });
    else report({ ...place, messageId: 'notApplied' });
  },
});

/** So many sentences tell how a rationale is written. */
const FEWEST = 3;

/** Words such as "the effect is greatest in the first days" may be of this patient by their verbs; where no sentence has a person, a place, a figure or a record, they are of a book. */
function isOfAnybody(prose: Prose, { span: { start } }: Conclusion): boolean {
  const sentences = ownSentences(prose);
  const others = sentences.filter((each) => each.start !== start);
  const last = sentences.find((each) => each.start === start);
  return others.length >= FEWEST && last !== undefined && causeOf(last.sentence) === null && others.some(({ sentence }) => voiceOf(sentence) === 'general') && others.every(({ sentence }) => isOnMtus(sentence) || namesNobody(sentence));
}

/** "No MTUS entry." */
function isOnMtus({ tokens: { keys, count } }: Sentence): boolean {
  return count <= SHORT && (keys.includes('mtus') || keys.includes('acoem'));
}

const SHORT = 8;

function namesNobody(sentence: Sentence): boolean {
  const { tokens: { keys, kinds }, text } = sentence;
  if (OF_ONE.some((list) => hasWord(sentence, list)) || keys.some((key, at) => OF_THE_CASE.has(key) && DEFINITE.has(keys[at - 1] ?? '')) || kinds.includes('number') || findSides(text).length > 0 || findDates(text).length > 0) return false;
  if (keys.some((key) => IN_TIME.has(key))) return false;
  if (voiceOf(sentence) === 'general') return true;
  return !keys.some((key) => OF_SOMEBODY.has(key)) && !hasWord(sentence, 'denies-a-thing') && mentionsOf(sentence, 'region').every(({ from }) => keys[from - 1] !== 'the');
}

const OF_ONE = ['person-pronoun', 'one-patient', 'always-this-person', 'this-case', 'title-of-person'] as const;
const OF_THE_CASE: ReadonlySet<string> = new Set(['record', 'note', 'chart', 'file', 'report', 'summary', 'surgeon', 'provider', 'physician', 'doctor', 'denial', 'reviewer', 'letter', 'log', 'plan', 'job', 'injury']);
const DEFINITE: ReadonlySet<string> = new Set(['the', 'his', 'her', 'treating', 'requesting', 'operating', 'this']);

/** What is told of somebody's past and present, whatever the sentence advises. */
const IN_TIME: ReadonlySet<string> = new Set(['was', 'were', 'had', 'did', 'here', 'now', 'already', 'still', 'yet', 'far', 'yesterday', 'today', 'ago', 'since', 'gone', 'elapsed']);
/** What may be, where nobody advises. */
const OF_SOMEBODY: ReadonlySet<string> = new Set([
  'exam', 'examination', 'benign', 'wnl', 'hx', 'dx', 'tx', 'sx', 'neg', 'pos', 'this', 'these', 'so', 'no', 'none', 'nothing', 'never', 'without', 'neither', 'i', 'we', 'will', 'request', 'requested', 'asked', 'prescribed', 'tried', 'failed', 'passed', 'likely', 'unsafe', 'apparent', 'clear', 'plain', 'too', 'only',
]);

/** A sentence that isn't read for sure may be of this patient, but for one on a treatment or drug ("Such a device is a convenience") that denies and announces nothing. */
function mayTellOfCase(sentence: Sentence): boolean {
  if (voiceOf(sentence) !== 'unsure') return false;
  const { keys } = sentence.tokens;
  const isOfTreatment = ON_TREATMENT.has(keys[0] ?? '') || (['treatment', 'drug'] as const).some((kind) => mentionsOf(sentence, kind, 0, FIRST_WORDS).length > 0);
  return !isOfTreatment || hasWord(sentence, 'denies-ahead') || keys.some((key) => key === 'not' || key === 'will');
}

const ON_TREATMENT: ReadonlySet<string> = new Set(['such', 'it', 'this', 'these']);
const FIRST_WORDS = 4;

/** What a request names. */
interface Requested {
  readonly number: number;
  readonly treatments: readonly Pick<Treatment, 'id' | 'kind'>[];
}

/** "And the operation takes its place": what another item asks for, and this one doesn't, is of this patient. */
function speaksOfAnother({ number }: DisputedItem, prose: Prose, requests: readonly Requested[]): boolean {
  if (requests.length < 2) return false;
  const named = definitelyNamed(prose);
  if (named.length === 0) return false;
  const own = requests.filter((each) => each.number === number).flatMap(({ treatments }) => treatments);
  const others = requests.filter((each) => each.number !== number).flatMap(({ treatments }) => treatments).filter(({ id, kind }) => !own.some((each) => each.id === id || (each.kind === 'surgery' && kind === 'surgery')));
  return named.some((id) => others.some((other) => other.id === id || (id === 'surgery' && other.kind === 'surgery')));
}

/** The treatments that have a “the” in front of them. */
function definitelyNamed(prose: Prose): readonly string[] {
  return ownSentences(prose).flatMap(({ sentence }) => namedWithArticle(sentence));
}

const namedWithArticle = keptBy((sentence: Sentence): readonly string[] =>
  mentionsOf<Treatment>(sentence, 'treatment').flatMap(({ value: { id }, from }) => (sentence.tokens.keys[from - 1] === 'the' ? [id] : [])));

/** Decided as what it hangs on is. One that is denied beside an approved parent is denied on its own merits. */
function followsParent({ number, reading }: DisputedItem, parents: readonly ParentDecision[]): boolean {
  return parents.some(({ item, decision }) => item === number && decision === reading.decision?.value);
}

/** Whom each sentence speaks of; of the conclusion only the cause that it gives counts, since it names the request as a form. */
function voicesOf(prose: Prose, conclusion: Conclusion): Voice[] {
  return ownSentences(prose).flatMap(({ sentence, start }) => {
    const voice = start === conclusion.span.start ? causeOf(sentence) : voiceOf(sentence);
    return voice === null ? [] : [voice];
  });
}

function isSilentOnCase(voice: Voice): boolean {
  return voice === 'general' || voice === 'lack';
}
