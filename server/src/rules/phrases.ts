import type { Prose } from '../determination/model.ts';
import { ownText } from '../determination/quotations.ts';
import { span, type Span } from '../markdown/span.ts';
import { sourceSpan } from '../determination/prose.ts';
import { keptBy } from '../markdown/kept-by.ts';
import { compilePhrase } from './common/phrase-pattern.ts';
import type { Fix, WordsRule, Severity } from './engine/rule.ts';

/** One line of the house style: words that a letter should not hold, and what to write instead. Data, not code. */
export interface Phrase {
  /** A literal phrase, or a regular expression between slashes: see `compilePhrase`. */
  readonly pattern: string;
  readonly message: string;
  readonly replacement?: string;
  /** `warning` where it isn't said. */
  readonly severity?: Severity;
  /** The name of its findings; `phrase` where it has none. */
  readonly id?: string;
}

export const phraseRuleId = 'phrase';

/** Rules of the house-style phrases: one for each name and severity. A phrase whose pattern is refused finds nothing. */
export function phraseRules(phrases: readonly Phrase[]): WordsRule[] {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const key = `${phrase.id ?? phraseRuleId} ${phrase.severity ?? 'warning'}`;
    groups.set(key, [...groups.get(key) ?? [], phrase]);
  }
  return [...groups.values()].map(phraseRule);
}

interface Found {
  readonly phrase: Phrase;
  readonly text: string;
  readonly span: Span;
}

function phraseRule(phrases: readonly Phrase[]): WordsRule {
  const compiled = phrases.flatMap((phrase) => {
    const pattern = compilePhrase(phrase.pattern);
    return 'expression' in pattern ? [{ phrase, expression: pattern.expression }] : [];
  });
  const foundIn = keptBy((prose: Prose): readonly Found[] => {
    const own = ownText(prose);
    return compiled.flatMap(({ phrase, expression }) => [...own.matchAll(expression)]
      .map(({ 0: words, index }) => ({ phrase, text: words, span: span(index, index + words.length) })));
  });
  return {
    id: phrases[0]?.id ?? phraseRuleId,
    family: 'law-scope-privacy',
    scope: 'words',
    severity: phrases[0]?.severity ?? 'warning',
    summary: 'The letter keeps to the house style.',
    why: 'The team’s settings say so.',
    sources: [], leavesAlone: [], examples: { valid: [], invalid: [] },
    messages: { phrase: ({ says }: { says: string; words: string }) => says },
    check: ({ prose, place }, report) => {
      if (place === 'claims-guideline') return;
      for (const found of foundIn(prose)) {
        const at = sourceSpan(prose, found.span);
        report({ span: at, messageId: 'phrase', data: { says: found.phrase.message, words: found.text }, fixes: fixesOf(found, at) });
      }
    },
  };
}

function fixesOf({ phrase: { replacement }, text }: Found, place: Span): Fix[] {
  if (replacement === undefined) return [];
  const newText = /^[A-Z]/.test(text) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
  return [{ title: newText === '' ? 'Take it out' : `Replace by “${newText}”`, applicability: 'suggestion', edits: [{ span: place, newText }] }];
}
