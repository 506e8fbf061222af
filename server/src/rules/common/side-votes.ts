import { PARTS, regionsWithin } from '../../determination/words/placed-words.ts';
import type { Prose } from '../../determination/model.ts';
import { allSentences, placeInProse } from '../../determination/statements.ts';
import { partAround } from '../../language/clauses.ts';
import type { Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';

/** That a summary speaks of a side, whatever it says there. Tokens count in the sentence. */
export interface SideVote {
  readonly side: Side;
  /** The parts of the body that its part of the sentence names, else those of the sentence. */
  readonly regions: readonly RegionId[];
  /** It calls the side healthy, or gives it beside the other one, to compare. */
  readonly isWell: boolean;
  /** Its part of the sentence tells nothing of a plan, a denial or a possibility. */
  readonly isPlain: boolean;
  readonly span: Span;
}

/** Each side that a summary names. Kept with the prose. */
export const sideVotes = keptBy((prose: Prose): readonly SideVote[] => allSentences(prose).flatMap((placed) => votesIn(placed.sentence).map(({ from, to, ...vote }) => ({ ...vote, span: placeInProse(placed, from, to) }))));

type ReadVote = Omit<SideVote, 'span'> & { readonly from: number; readonly to: number };

const votesIn = keptBy((sentence: Sentence): readonly ReadVote[] => {
  const { tokens } = sentence;
  const sides = findSides(sentence.text).map(({ value, span: { start } }) => ({ value, at: Math.max(0, tokens.starts.findLastIndex((each) => each <= start)) })).filter(({ at }) => !WITHIN.has(tokens.keys[at + 1] ?? ''));
  return sides.map(({ value, at }, i): ReadVote => {
    const [from, to] = partAround(sentence, at, PARTS);
    const own = regionsWithin(sentence, from, to);
    const keys = tokens.keys.slice(from, to);
    const isPair = sides.filter((each) => from <= each.at && each.at < to && (tokens.kinds[each.at - 1] === 'number' || tokens.kinds[each.at + 1] === 'number')).length > 1;
    const isSecond = i > 0 && tokens.keys.slice(Math.max(0, at - COMPARED_WITHIN), at).some((key) => COMPARES.has(key));
    return {
      side: value, regions: own.length > 0 ? own : regionsWithin(sentence, 0, tokens.count), from: at, to: at + 1,
      isWell: isPair || isSecond || keys.some((key) => WELL.has(key)), isPlain: !keys.some((key) => OPEN.has(key)),
    };
  });
});

/** What has sides of its own within the body: the left hemisphere moves the right arm. */
const WITHIN: ReadonlySet<string> = new Set(['hemisphere', 'hemispheric', 'brain', 'frontal', 'parietal', 'temporal', 'occipital', 'basal', 'cerebral', 'middle', 'mca', 'ventricle', 'ventricular', 'atrium', 'atrial', 'coronary', 'anterior']);
/** So few words stand between "than" and the side that is told of to compare. */
const COMPARED_WITHIN = 8;
const COMPARES: ReadonlySet<string> = new Set(['than', 'against', 'versus', 'vs', 'compared', 'unlike']);
const WELL: ReadonlySet<string> = new Set(['normal', 'normally', 'unremarkable', 'intact', 'full', 'painless', 'pain-free', 'healthy', 'sound', 'unaffected', 'uninjured', 'uninvolved', 'asymptomatic', 'spared', 'contralateral', 'opposite', 'dominant', 'handed']);
const OPEN: ReadonlySet<string> = new Set(['no', 'not', 'never', 'without', 'if', 'may', 'might', 'could', 'would', 'should', 'except']);

/** How sure it is that a summary speaks of one side only. */
export interface LoneSide {
  readonly side: 'left' | 'right';
  readonly vote: SideVote;
  /** The other side stands nowhere in the summary. */
  readonly isAlone: boolean;
}

/** How often a side has to be told of: of the part in question, and of any part where that one isn't named with its side. */
const ENOUGH = 2;
const ENOUGH_OF_ANY = 3;

/**
 * The one side that a summary knows as ill, by its own count, of some parts of the body; null where the asked side stands there of anything that may be ill, too.
 * @param side the side that a request or a rationale names
 */
export function loneOtherSide(prose: Prose, side: string, regions: readonly RegionId[]): LoneSide | null {
  const other = side === 'left' ? 'right' : 'left';
  const votes = sideVotes(prose);
  if (votes.some((vote) => vote.side === 'bilateral' || (vote.side === side && !vote.isWell))) return null;
  const there = votes.filter((vote) => vote.side === other && vote.isPlain && !vote.isWell);
  const ofPart = there.filter((vote) => vote.regions.some((one) => regions.some((region) => one !== 'whole-body' && regionsRelated(one, region))));
  const [vote] = ofPart.length >= ENOUGH ? ofPart : regions.length === 0 && there.length >= ENOUGH_OF_ANY ? there : [];
  return vote ? { side: other, vote, isAlone: !votes.some((each) => each.side === side) } : null;
}
