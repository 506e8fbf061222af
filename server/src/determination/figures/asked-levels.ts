import type { Mention } from '../../vocabulary/mention.ts';
import { findSpinalLevels, type SpinalLevels } from '../../vocabulary/spinal-levels.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { isOfTheReview } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { inEach, ownSentences } from '../statements.ts';

const ASKED = '(?:planned|requested|proposed|asked for|sought|intended|at issue|in dispute|wanted|to be (?:fused|injected|operated(?: on)?|decompressed|blocked|ablated|treated))';
/** "Surgery is planned at". */
const BEFORE = new RegExp(`\\b${ASKED}(?: (?:for|at|of|to|on|here|the|a|surgery|fusion|injection|level|levels|operation|decompression|block|ablation)){0,4} $`, 'i');
/** "C4-C5 fusion is requested". */
const BEHIND = new RegExp(`^(?: (?:fusion|level|levels|injection|decompression|surgery|operation|block|ablation|discectomy))?(?:,? (?:is|are|which is|that is|now|here|that are|which are)){0,2} ${ASKED}\\b`, 'i');

/** The spinal levels that a rationale calls planned or asked for, in sentences that say so of none else. Spans: in its text. */
export const askedLevels = (rationale: Prose): readonly Mention<SpinalLevels>[] => levelsIn(ownSentences(rationale));

const levelsIn = inEach((sentence: Sentence): readonly Mention<SpinalLevels>[] => {
  const { text } = sentence;
  const [level, ...others] = findSpinalLevels(text);
  const at = sentence.tokens.starts.findIndex((start) => start >= (level?.span.start ?? 0));
  if (!level || others.length > 0 || hasWord(sentence, 'denies-ahead', 0, Math.max(0, at)) || isOfTheReview(sentence)) return [];
  return BEFORE.test(text.slice(0, level.span.start)) || BEHIND.test(text.slice(level.span.end)) ? [level] : [];
});
