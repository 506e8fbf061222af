import { patternCost, RefusedPattern } from './bounded-pattern.ts';

/** Words that a "…" of a phrase may stand for. */
const GAP = String.raw` (?:[^\s.;:!?]{1,30} ){0,5}`;

export type CompiledPhrase = { readonly expression: RegExp } | { readonly problem: string };

/**
 * A phrase of the house style as an expression that can't run away. A literal phrase is found whatever its case, as whole words;
 * "…" or "..." between words stands for up to five words of the same sentence. `/…/` and `/…/i` are regular expressions, which
 * are refused where they could take more than linear time, with a sentence that says what to change.
 */
export function compilePhrase(pattern: string): CompiledPhrase {
  const written = /^\/(.+)\/([a-z]*)$/s.exec(pattern.trim());
  try {
    return { expression: written ? regular(written[1] ?? '', written[2] ?? '') : literal(pattern) };
  } catch (error) {
    if (error instanceof RefusedPattern) return { problem: error.message };
    return { problem: `is no regular expression (${reason(error)}).` };
  }
}

function regular(source: string, flags: string): RegExp {
  if (/[^iu]/.test(flags)) throw new RefusedPattern(`has the flags “${flags}”. Only “i”, for any case, is known.`);
  const expression = new RegExp(source, `g${flags}`);
  patternCost(source);
  if (new RegExp(source, flags).test('')) throw new RefusedPattern('matches where nothing stands. Let it match at least one character.');
  return expression;
}

function literal(pattern: string): RegExp {
  const words = pattern.trim().split(/…|\.{3}/).map((part) => part.trim());
  if (words.some((part) => part === '')) throw new RefusedPattern('is empty or begins or ends with “…”. Write the words to look for.');
  if (pattern.length > 300 || words.length > 4) throw new RefusedPattern('is too long. Make two phrases of it.');
  const source = words.map((part) => part.split(/\s+/).map(escapeWord).join(' ')).join(GAP);
  const first = /^\w/.test(pattern.trim()) ? String.raw`(?<![\w’'])` : '';
  const last = /\w$/.test(pattern.trim()) ? String.raw`(?!\w)` : '';
  return new RegExp(first + source + last, 'gi');
}

/** Either apostrophe stands for both. */
function escapeWord(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/['’]/g, '[\'’]');
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^Invalid regular expression: (?:\/.*\/[a-z]*: )?/s, '') : 'unknown error';
}
