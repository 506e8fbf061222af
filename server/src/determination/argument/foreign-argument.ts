import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { span, type Span } from '../../markdown/span.ts';
import { areKin, isGeneralName, meansAnything } from '../../vocabulary/kin.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import type { Treatment, TreatmentKind } from '../../vocabulary/treatments.ts';
import { isKindred, isForeign } from '../words/subject.ts';
import type { PlacedSentence } from '../statements.ts';
import { voiceOf } from '../words/voice.ts';
import { titleWords } from '../words/title-words.ts';

/** What a rationale argues of in the place of what was requested. Span: of its first mention, in the prose's text. */
export interface ForeignArgument {
  readonly text: string;
  readonly span: Span;
  /** In how many sentences it stands. */
  readonly times: number;
}

/** What is asked for so that something else may be done: its rationale speaks of that. */
const SERVES_OTHERS: ReadonlySet<TreatmentKind> = new Set(['transport', 'evaluation', 'other']);

/** What a test or a programme may be for: a urine screen for an opioid, a laboratory test for an operation. */
const SERVED: ReadonlySet<TreatmentKind> = new Set(['surgery', 'injection', 'therapy', 'medication-class']);

/**
 * The thing whose rule a rationale states while it never speaks of the request: no name of it, no kindred treatment, no word of the title, no "the
 * injection" that may mean it. Null where the rationale weighs one treatment against another, or where what is asked for serves others.
 * @param sentences all of the rationale but its conclusion
 */
export function foreignArgument(title: string, sentences: readonly PlacedSentence[]): ForeignArgument | null {
  // Asked first, since it is known of each sentence, and most rationales state no rule of any treatment.
  if (!sentences.some(({ sentence }) => mayRule(sentence))) return null;
  const asked = mentionsOf<Treatment>(readSentence(title), 'treatment').map(({ value }) => value);
  const drugs = mentionsOf<Drug>(readSentence(title), 'drug');
  if (asked.length + drugs.length === 0 || (drugs.length === 0 && asked.every((each) => isGeneralName(each) || SERVES_OTHERS.has(each.kind)))) return null;
  const own = titleWords(title);
  if (sentences.some(({ sentence }) => mayMeanTheRequest(sentence, title, own, asked) || hasWord(sentence, 'compares-treatments'))) return null;
  const mayServe = asked.some(({ kind }) => kind === 'testing' || kind === 'program' || kind === 'imaging');
  // Most things may be asked for around an operation.
  const isOperation = asked.some(({ kind }) => kind === 'surgery');
  const named = sentences.flatMap((each) => foreignIn(each, title)).filter(({ kind }) => (isOperation || kind !== 'surgery') && (!mayServe || (kind !== null && !SERVED.has(kind))));
  const first = named.find(({ isRuled }) => isRuled);
  return first ? { text: first.text, span: first.span, times: named.filter(({ id }) => id === first.id).length } : null;
}

function mayMeanTheRequest(sentence: Sentence, title: string, own: ReadonlySet<string>, asked: readonly Treatment[]): boolean {
  if (sentence.tokens.keys.some((key) => own.has(key)) || hasWord(sentence, 'the-thing-itself')) return true;
  if (mentionsOf<Treatment>(sentence, 'treatment').some(({ value }) => isGeneralName(value) && !meansAnything(value) && (asked.length === 0 || asked.some((each) => areKin(each, value))))) return true;
  return mentionsOf(sentence, 'treatment').length + mentionsOf(sentence, 'drug').length + mentionsOf(sentence, 'drug-class').length > 0 && isKindred(title, sentence.text);
}

interface Named {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  readonly isRuled: boolean;
  /** Null of a drug. */
  readonly kind: TreatmentKind | null;
}

/** Whether a sentence says of some treatment or drug what holds for patients in general. */
const mayRule = keptBy((sentence: Sentence): boolean => {
  const { present } = sentence.found;
  const isAdvice = present.has('voice-of-advice') || present.has('wants-of-anybody') || present.has('has-its-place');
  return isAdvice && (present.has('treatment') || present.has('drug')) && voiceOf(sentence) === 'general';
});

function foreignIn({ sentence, start }: PlacedSentence, title: string): readonly Named[] {
  const { tokens, text, found: { present } } = sentence;
  if (!present.has('treatment') && !present.has('drug')) return [];
  const isRuled = mayRule(sentence);
  const things = [...mentionsOf<Treatment>(sentence, 'treatment').filter(({ value }) => !isGeneralName(value)).map((each) => ({ ...each, id: each.value.id, kind: each.value.kind })),
    ...mentionsOf<Drug>(sentence, 'drug').map((each) => ({ ...each, id: each.value.generic, kind: null }))];
  return things.flatMap(({ id, kind, from, to }) => {
    const [begin, end] = [tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0];
    const name = text.slice(begin, end);
    return !namesGuideline(tokens.keys, to) && isForeign(title, name) ? [{ id, kind, text: name, span: span(start + begin, start + end), isRuled: isRuled && from <= OPENING }] : [];
  });
}

/** So far into a sentence stands what it is about: "A course of three shockwave sessions is reasonable". */
const OPENING = 7;

/** "The acupuncture guideline", "Acupuncture Medical Treatment Guidelines": the title of a source, and nothing that it is about. */
function namesGuideline(keys: readonly string[], to: number): boolean {
  return keys.slice(to, to + TITLE_REST).some((key) => key === 'guideline' || key === 'chapter' || key === 'section');
}

/** So many words of a guideline's title may stand behind the thing that it names. */
const TITLE_REST = 3;
