import type { Determination, DisputedItem, Passage, Prose } from '../../determination/model.ts';
import type { Sliced } from '../../markdown/sliced.ts';
import { Overrun, within } from '../../markdown/steps.ts';
import { alike } from './alike.ts';
import { ReadProse } from '../../determination/prose.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { remember, REMEMBERED } from '../../markdown/remember.ts';
import { span } from '../../markdown/span.ts';
import { isGuidelineLine, wordsOfItem, wordsOfPassage, type Words, type WordsPlace } from './own-words.ts';
import type { LetterContext, Reporting, Rule, WordsCheck } from './rule.ts';

/** A rule, or the part of one, that looks at items and passages one by one. Spans count from the item or the passage. */
export interface Check {
  readonly rule: Rule;
  readonly about: ((determination: Determination) => unknown) | undefined;
  readonly ofItem: (item: DisputedItem, context: LetterContext, report: Reporting, about: unknown) => void;
  readonly ofPassage: ((passage: Passage, report: Reporting, about: unknown) => void) | null;
}

export function checksOf(rule: Rule): Check[] {
  if (rule.scope === 'item') {
    return [{ rule, about: rule.about, ofItem: (item, context, report, about) => rule.check(item, context, report, about), ofPassage: null }];
  }
  if (rule.scope === 'words') return [checkOfWords(rule, rule)];
  return rule.scope === 'letter' && rule.words ? [checkOfWords(rule, rule.words)] : [];
}

function checkOfWords(rule: Rule, words: WordsCheck): Check {
  const isPassedBy = words.weighsNoFigures ? passingBy(words) : () => false;
  return {
    rule,
    about: words.about,
    ofItem({ reading }, _, report, about) {
      for (const each of wordsOfItem(reading)) if (!isPassedBy(each)) words.check(each, report, about);
    },
    ofPassage: (passage, report, about) => words.check(wordsOfPassage(passage), report, about),
  };
}

/** Guideline lines differ in their pages, and hardly in their words: those without a fault in their words are known by what is left without figures. */
function passingBy(words: WordsCheck): (each: Words) => boolean {
  const isCleanIn = (place: WordsPlace): ((text: string) => boolean) => remember((text) => {
    let isClean = true;
    words.check({ prose: new ReadProse(text, span(0, text.length), []), place }, () => (isClean = false), undefined);
    return isClean;
  }, REMEMBERED / 3);
  const [inClaims, inReviewers] = [isCleanIn('claims-guideline'), isCleanIn('reviewer-guideline')];
  return ({ prose, place }) => isGuidelineLine(place) && (place === 'claims-guideline' ? inClaims : inReviewers)(withoutFigures(prose));
}

const withoutFigures = keptBy(({ text }: Prose): string => text.replace(/\d/g, '1'));

/** What the rules that ask know of the rest of the letter, in the order of the checks: the same array as long as all answers are alike. */
export type Answers = readonly unknown[];

/** Stops behind each question, of which the first ones read much of the letter. */
export function* askAll(checks: readonly Check[], determination: Determination, before: Answers, steps: number): Sliced<Answers> {
  let same = before.length === checks.length;
  const answers: unknown[] = [];
  for (const [i, { about }] of checks.entries()) {
    const answer = ask(about, determination, steps);
    const isAlike = alike(answer, before[i]);
    same &&= isAlike;
    answers.push(isAlike ? before[i] : answer);
    if (about) yield;
  }
  return same ? before : answers;
}

/** A question that fails is asked again by the check, which then says that the rule failed. */
function ask(about: Check['about'], determination: Determination, steps: number): unknown {
  try {
    return about && within(steps, () => about(determination));
  } catch (error) {
    return error instanceof Overrun ? UNANSWERED : undefined;
  }
}

/** Stands for the answer to a question that took too many steps. */
const UNANSWERED = Symbol('overrun');

/** The answer to a rule's question. @throws Overrun where there is none, since the question took too many steps */
export function answered(about: unknown): unknown {
  if (about === UNANSWERED) throw new Overrun();
  return about;
}
