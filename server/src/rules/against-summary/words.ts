import type { DeniedUnit } from '../../determination/words/denied-unit.ts';
import type { HistoryFact } from '../../determination/case/history-fact.ts';
import type { Prose } from '../../determination/model.ts';
import type { Thing } from '../../determination/words/named-things.ts';
import { toldTogether, type ToldWords } from '../../determination/case/told-words.ts';
import { voiceOf } from '../../determination/words/voice.ts';
import { toldSince } from '../../determination/case/told-since.ts';
import { isAtPlace } from './compared-history.ts';
import { coversThing } from '../common/covered-things.ts';

/** Words of so general a meaning that alone they are nobody's. */
const GENERAL: ReadonlySet<string> = new Set(['flex', 'extens', 'dorsiflex', 'rotat', 'abduct', 'adduct', 'walk', 'sleep', 'bear', 'weight', 'sid', 'side', 'medic', 'med', 'drug', 'exerc', 'device', 'devic', 'unit', 'test', 'examin', 'evalu', 'injur', 'pain', 'day', 'dose', 'program', 'procedur', 'equipment', 'equip', 'function', 'activit', 'activ', 'result', 'level', 'numb', 'area', 'region', 'bod', 'type', 'employ', 'hour', 'home', 'famil', 'physic', 'condit', 'diagnos', 'disord', 'diseas', 'limit', 'motion', 'strength', 'sens', 'general', 'us', 'time', 'visit', 'contact', 'help', 'assist', 'servic', 'modif', 'agent', 'option', 'exposur', 'cover', 'suppl', 'prior', 'train', 'clinic', 'outpat', 'hand', 'letter', 'job', 'order', 'quest', 'chang', 'root', 'film', 'contract', 'team', 'cours', 'hospital', 'studi', 'study', 'scan', 'imag', 'view', 'screen', 'panel']);

/** Whether a word means nothing by itself: "pain", "test", "program". */
export function isGeneral({ thing, stem }: Pick<DeniedUnit, 'thing' | 'stem'>): boolean {
  return thing === null && GENERAL.has(stem ?? '');
}

/** The words of a summary that are contrary to a denial in the same words; null where none are, where it denies them, too, or where what it tells of has ended. */
export function contraryWords(fact: HistoryFact, summary: Prose, rationale: Prose): ToldWords | null {
  const { words, sure } = fact;
  if (!words || !sure) return null;
  const placed = { ...fact, treatment: words.find(({ thing }) => thing !== null)?.thing ?? IN_WORDS };
  const at = toldTogether(summary, words, coversThing).filter((other) => isAtPlace(placed, { ...placed, ...other }));
  const told = fact.since === undefined ? at : toldSince(at, fact.since, summary);
  if (told.some(({ how, isEnded }) => how === 'none' || (fact.isOfNow && isEnded))) return null;
  const other = told.find(({ how }) => how === 'done') ?? told[0];
  if (!other || !isSaying(words, other) || isConceded(fact, words, rationale)) return null;
  return other;
}

/** What no vocabulary has may be of a part of the body. */
const IN_WORDS: Thing = { id: 'words', kind: 'words', name: '' };

/** General words mean the same thing only where they stand side by side, a single other word only where it is told as done. */
function isSaying(words: readonly DeniedUnit[], { how, isAdjacent }: ToldWords): boolean {
  if (words.every(isGeneral)) return words.length > 1 && isAdjacent;
  return words.length > 1 || words[0]?.thing !== null || how === 'done';
}

/** The rationale tells itself, elsewhere, what it denies here: of another time, or of another kind. */
function isConceded({ span }: HistoryFact, words: readonly DeniedUnit[], rationale: Prose): boolean {
  return toldTogether(rationale, words, coversThing).some(({ how, span: place, sentence }) => how === 'done' && voiceOf(sentence) !== 'general' && (place.end < span.start || span.end < place.start));
}
