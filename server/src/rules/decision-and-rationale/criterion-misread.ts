import { argumentOf, isBareVerdict, type Argument } from '../../determination/argument/argument.ts';
import { misheldCriteria } from '../../determination/figures/criteria-held.ts';
import { leansOnItemBefore } from '../../determination/argument/leaning.ts';
import type { DisputedItem, Prose, Rationale } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { ownSentences, statementsIn, statedIn, type PlacedStatement } from '../../determination/statements.ts';
import { causeOf } from '../../determination/words/voice.ts';
import { clauseOf, hasWord, readSentence, type Sentence } from '../../language/sentence.ts';
import type { Slot } from '../../language/statement.ts';
import { span, type Span } from '../../markdown/span.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { leansOnAnother } from '../common/citations.ts';
import { dependantsOf } from '../common/dependence.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const criterionMisread = defineRule({
  id: 'criterion-misread',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale compares the patient’s figures with the guideline’s the right way round, and doesn’t deny what meets every criterion.',
  why: 'A figure that is held to fall short of a smaller one, or a denial right behind the finding that all criteria are met, is an error that anybody can see without a medical opinion. Determinations are set aside for such.',
  sources: [{ title: 'Labor Code 4610.6(h)(5): a mistake of fact as a matter of ordinary knowledge' }],
  leavesAlone: [
    'Figures of different units, ranges, scores (“7/10”), dates, and comparisons that are denied or stand under an “if”.',
    'A denial that gives any other ground, or turns with “but”, “however” and the like.',
    'Quotations, and dependants.',
  ],
  examples: {
    valid: ['### Repeat radiofrequency ablation: Upheld\n\n**Decision rationale:** The guideline asks for relief of 50 %. Relief of 40 % falls short of 50 %. Therefore, the ablation is not medically necessary.'],
    invalid: [
      { draft: '### Repeat radiofrequency ablation: Upheld\n\n**Decision rationale:** The guideline asks for relief of 50 %. Relief of ⟦70 % falls short of 50⟧ %. Therefore, the ablation is not medically necessary.' },
      { draft: '### Repeat radiofrequency ablation: Upheld\n\n**Decision rationale:** Relief was 70 % for a year. ⟦All of the criteria are met.⟧ Therefore, the ablation is not medically necessary.' },
    ],
  },
  messages: {
    wrongWay: ({ item, figure, bound, compares }: { item: number; figure: string; bound: string; compares: string }) =>
      `${itemName(item)} says that ${figure} is ${compares} ${bound}, and it isn’t. Compare them again, and see whether the conclusion holds.`,
    misheld: ({ item, said, figure, bound }: { item: number; said: string; figure: string; bound: string }) =>
      `${itemName(item)} concludes “${said}” where ${figure} is held against ${bound}, and it is the other way round. Compare them again, and see whether the conclusion holds.`,
    oneIsEnough: ({ item, said }: { item: number; said: string }) =>
      `${itemName(item)} says that any one of the criteria is enough, counts one or more, and still concludes “${said}”. Count again, and see whether the conclusion holds.`,
    allAreWanted: ({ item, said }: { item: number; said: string }) =>
      `${itemName(item)} says that all of the criteria are wanted, counts fewer, and still concludes “${said}”. Count again, and see whether the conclusion holds.`,
    oneAndAll: ({ item }: { item: number }) =>
      `${itemName(item)} says that all of the criteria must be met, and that one of them is enough. Look the list up again.`,
    notAll: ({ item, treatment }: { item: number; treatment: string }) =>
      `${itemName(item)} takes one of the criteria for enough. For ${treatment} the guidelines want all of theirs. Look the list up again.`,
    allAgainst: ({ item }: { item: number }) =>
      `${itemName(item)} is approved, and all that its rationale says speaks against the request. Say what speaks for it, or look at the decision again.`,
    allFor: ({ item }: { item: number }) =>
      `${itemName(item)} is denied, and all that its rationale says speaks for the request. Say what speaks against it, or look at the decision again.`,
    allMet: ({ item }: { item: number }) =>
      `${itemName(item)} finds every criterion met and denies the request without another reason. Say what speaks against it, or look at the decision again.`,
  },
  about: dependantsOf,
  check(item, _context, report, dependants) {
    const { rationale, decision } = item.reading;
    if (!rationale) return;
    for (const { span: place, ...data } of wrongComparisons(rationale)) {
      report({ span: sourceSpan(rationale.prose, place), messageId: 'wrongWay', data: { item: item.number, ...data } });
    }
    for (const { span: place, kind, said, figure, bound } of misheldIn(rationale.prose)) {
      const span = sourceSpan(rationale.prose, place);
      if (kind === 'bound') report({ span, messageId: 'misheld', data: { item: item.number, said, figure, bound } });
      else report({ span, messageId: kind === 'one-is-enough' ? 'oneIsEnough' : 'allAreWanted', data: { item: item.number, said } });
    }
    const one = oneForAll(item);
    const both = oneAndAll(rationale);
    if (both) report({ span: sourceSpan(rationale.prose, both), messageId: 'oneAndAll', data: { item: item.number } });
    else if (one) report({ span: sourceSpan(rationale.prose, one.span), severity: 'information', messageId: 'notAll', data: { item: item.number, treatment: one.treatment } });
    const met = decision?.value === 'Upheld' && !dependants.includes(item.number) ? deniedThoughMet(rationale) : null;
    if (met) report({ span: sourceSpan(rationale.prose, met), messageId: 'allMet', data: { item: item.number } });
    const argued = met || dependants.includes(item.number) ? null : arguedOtherwise(item);
    if (argued) report({ span: sourceSpan(rationale.prose, argued.span), severity: argued.isPlain ? 'warning' : 'information', messageId: argued.messageId, data: { item: item.number } });
  },
});

/** Treatments whose criteria MTUS and ODG want met one and all; recalled, and so a word of advice. */
const WANTS_ALL: ReadonlySet<string> = new Set(['functional-restoration-program', 'work-hardening']);

/** Where one criterion is said to be enough of those that another sentence wants all. */
function oneAndAll({ prose }: Rationale): Span | null {
  const sentences = ownSentences(prose);
  const one = statedIn(sentences, 'guideline').find(({ statement, sentence }) => statement.says['criteria'] === 'one' && !hasWord(sentence, 'denies-ahead', 0, statement.from));
  const isOfAll = one && sentences.some(({ sentence }) => sentence !== one.sentence && hasWord(sentence, 'all-of-them') && hasWord(sentence, 'criteria-word') && !hasWord(sentence, 'denies-ahead'));
  return isOfAll ? one.span : null;
}

/** "A candidate need meet no more than one of the criteria", of a treatment that wants them all. */
function oneForAll({ reading: { title, rationale } }: DisputedItem): { readonly treatment: string; readonly span: Span } | null {
  const said = rationale && statementsIn(rationale.prose, 'guideline').find(({ statement, sentence }) => statement.says['criteria'] === 'one' && !hasWord(sentence, 'denies-ahead', 0, statement.from));
  const treatment = said && findTreatments(title.text).find(({ value }) => WANTS_ALL.has(value.id))?.value;
  return said && treatment ? { treatment: treatment.name, span: said.span } : null;
}

interface Argued {
  readonly messageId: 'allAgainst' | 'allFor';
  /** Nothing that it says may be taken otherwise. */
  readonly isPlain: boolean;
  readonly span: Span;
}

/** A rationale that argues for one decision and gives the other: nothing in it bears the conclusion out, and the conclusion is a bare verdict. */
function arguedOtherwise({ reading }: DisputedItem): Argued | null {
  const { rationale, decision, title } = reading;
  const conclusion = rationale?.conclusion;
  if (!rationale || !conclusion || conclusion.unsure || conclusion.hedge || !decision?.value || leansOnAnother(reading) || leansOnItemBefore(rationale)) return null;
  const isApproved = decision.value === 'Overturned';
  if (isApproved !== (conclusion.value === 'medically-necessary')) return null;
  const sentences = ownSentences(rationale.prose);
  const last = sentences.find(({ start }) => start === conclusion.span.start);
  if (!last || sentences.length < 3 || sentences.at(-1) !== last || !isBareVerdict(last.sentence)) return null;
  const argument = argumentOf(sentences.slice(0, -1).map(({ sentence }) => sentence), title.text);
  if (isApproved && hasWord(readSentence(title.text), 'answers-a-harm')) return null;
  const isPlain = argument.turned ? null : isApproved ? onlyAgainst(argument) : onlyFor(argument);
  return isPlain === null ? null : { messageId: isApproved ? 'allAgainst' : 'allFor', isPlain, span: conclusion.span };
}

/** Whether all speaks against a request, plainly or as far as can be told; null where anything is in favor. */
function onlyAgainst({ against, weaklyAgainst, inFavor, open, rules }: Argument): boolean | null {
  if (inFavor > 0 || open > 1 || against + weaklyAgainst < 2 || (against === 0 && (open > 0 || rules === 0))) return null;
  return against > 1 && open === 0;
}

function onlyFor({ against, weaklyAgainst, inFavor, plainly, open }: Argument): boolean | null {
  if (against + weaklyAgainst + open > 0 || inFavor < 2 || plainly < 2) return null;
  return plainly > 2;
}

const misheldIn = keptBy((prose: Prose) => misheldCriteria(ownSentences(prose)));

interface Compared {
  readonly figure: string;
  readonly bound: string;
  readonly compares: string;
  readonly span: Span;
}

function wrongComparisons({ prose }: Rationale): Compared[] {
  const found = statementsIn(prose, 'guideline').flatMap((stated) => compared(stated) ?? []);
  // "85 % and 90 % fall short of 80 %" is one comparison.
  return found.filter(({ span: { end } }, i) => found.findIndex((other) => other.span.end === end) === i);
}

/** The comparison of a statement where it is wrong; null where it is right, or can't be told. */
function compared({ statement, sentence, span: place }: PlacedStatement): Compared | null {
  const { slots: { figure, by, bound }, says: { compares } } = statement;
  if (!figure || !by || !bound || !compares || !isPlain(sentence, figure, by, bound) || clauseOf(sentence, statement)?.role === 'condition') return null;
  const [one, other] = [valueOf(figure), valueOf(bound)];
  if (one === null || other === null || !sameUnit(sentence, figure, bound)) return null;
  return (compares === 'below' ? one > other : one < other) ? { figure: figure.text, bound: bound.text, compares, span: place } : null;
}

function valueOf({ text }: Slot): number | null {
  const amount = readAmount(text, 0);
  return amount?.form === 'one' && amount.end === text.length ? (amount.values[0] ?? null) : null;
}

/** No range, score or date around them, no denial between them, and no third figure in the way that "and" doesn't join. */
function isPlain({ text, tokens }: Sentence, figure: Slot, by: Slot, bound: Slot): boolean {
  if ([figure, bound].some(({ span: { start, end } }) => GLUED_BEFORE.test(text.slice(0, start)) || GLUED_BEHIND.test(text.slice(end)))) return false;
  if (tokens.keys.some((key, at) => TURNS.has(key) && at >= figure.to && at < bound.from && (at < by.from || at >= by.to))) return false;
  return figuresOfClause(tokens, figure, bound).every((at) => tokens.keys[at - 1] === 'and' || tokens.keys.slice(at, at + 3).includes('and'));
}

const GLUED_BEFORE = /\d\s?[-/:–.,]\s?$/;
const GLUED_BEHIND = /^\s?[-/:–]\s?\d/;

/** What turns a comparison round, or makes a sum of it; the denials that belong to a comparison are in the rows. */
const TURNS = new Set(['not', 'no', 'never', 'neither', 'nor', 'without', 'time', 'per', 'x', 'every', 'from', 'to']);

/** Where the other figures stand between the beginning of the clause and the bound. */
function figuresOfClause({ keys, kinds }: Sentence['tokens'], figure: Slot, bound: Slot): number[] {
  const others: number[] = [];
  for (let at = bound.from - 1; at >= 0 && keys[at] !== ',' && keys[at] !== ';'; at--) if (kinds[at] === 'number' && at !== figure.from) others.push(at);
  return others;
}

/** The same unit behind both, or one behind one of them and nothing that could be another behind the other. */
function sameUnit(sentence: Sentence, figure: Slot, bound: Slot): boolean {
  const [one, other] = [unitOf(sentence, figure), unitOf(sentence, bound)];
  return one === other || other === null || (one === null && other === 'percent');
}

/** "Percent", or the word behind a figure where it isn't one that leads on. */
function unitOf({ text, tokens }: Sentence, { to, span: { end } }: Slot): string | null {
  if (/^\s?%/.test(text.slice(end, end + 2))) return 'percent';
  const unit = tokens.kinds[to] === 'word' ? (tokens.keys[to] ?? null) : null;
  return unit === null || LEADS_ON.has(unit) ? null : unit;
}

const LEADS_ON = new Set(['is', 'are', 'was', 'were', 'fall', 'falls', 'fell', 'exceed', 'that', 'which', 'allowed', 'recommended', 'required', 'asked', 'and', 'or', 'in', 'by', 'of', 'for', 'do', 'doe', 'did', 'lie', 'stay', 'remain', 'set', 'wanted', 'needed', 'called', 'as', 'so', 'mentioned']);

/** The sentence that finds all criteria met, where the denial follows it at once and nothing in the rationale speaks against the request. */
function deniedThoughMet({ prose, conclusion }: Rationale): Span | null {
  if (conclusion?.value !== 'not-medically-necessary' || conclusion.unsure) return null;
  const sentences = ownSentences(prose);
  const last = sentences.findIndex(({ start }) => start === conclusion.span.start);
  const [met, verdict] = [sentences[last - 1], sentences[last]];
  if (!met || !verdict || causeOf(verdict.sentence) !== null) return null;
  const others = sentences.filter((each) => each !== verdict);
  if (!statedIn([met], 'guideline').some(findsAllMet) || others.some(({ sentence }) => hasWord(sentence, 'against-it'))) return null;
  return span(met.start, met.start + met.sentence.text.length);
}

/** Not "not all criteria are met", nor "when all criteria are met". */
function findsAllMet({ statement, sentence }: PlacedStatement): boolean {
  const role = clauseOf(sentence, statement)?.role;
  return statement.says['criteria'] === 'met' && sentence.tokens.keys[statement.from - 1] !== 'not' && !hasWord(sentence, 'denies-ahead')
    && (role === 'main' || role === 'cause') && !hasWord(sentence, 'modal');
}
