import { compilePhrase } from '../rules/common/phrase-pattern.ts';
import { SEVERITIES } from '../rules/engine/rule.ts';
import type { Phrase } from '../rules/phrases.ts';
import { didYouMean } from './nearest.ts';

export interface ReadPhrases {
  readonly phrases: readonly Phrase[];
  /** A sentence for each phrase that is left out, without the origin. */
  readonly problems: readonly string[];
}

const KEYS = ['pattern', 'message', 'replacement', 'severity', 'id'];

/** Reads the `phrases` of a settings file. A phrase with a fault is left out and told of; the others hold. */
export function readPhrases(value: unknown, isRule: (id: string) => boolean): ReadPhrases {
  if (!Array.isArray(value)) return { phrases: [], problems: ['“phrases” is a list of phrases with “pattern” and “message” each.'] };
  const phrases: Phrase[] = [];
  const problems: string[] = [];
  value.forEach((given: unknown, index) => {
    const problem = problemOf(given, isRule);
    if (problem === null) phrases.push(given as Phrase);
    else problems.push(`“phrases[${index}]${problem.key}” ${problem.says}`);
  });
  return { phrases, problems };
}

interface Problem {
  /** `.pattern`, or nothing where the phrase as a whole is at fault. */
  readonly key: string;
  readonly says: string;
}

function problemOf(given: unknown, isRule: (id: string) => boolean): Problem | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { key: '', says: 'must hold “pattern” and “message”.' };
  const phrase = given as Record<string, unknown>;
  const unknown = Object.keys(phrase).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return { key: `.${unknown}`, says: `is not known.${didYouMean(unknown, KEYS)}` };
  for (const key of ['pattern', 'message']) {
    if (typeof phrase[key] !== 'string' || phrase[key].trim() === '') return { key: `.${key}`, says: 'is missing or no text.' };
  }
  if (phrase['replacement'] !== undefined && typeof phrase['replacement'] !== 'string') return { key: '.replacement', says: 'must be text.' };
  if (phrase['severity'] !== undefined && !SEVERITIES.some((severity) => severity === phrase['severity'])) return { key: '.severity', says: 'must be one of hint, information, warning, error.' };
  return problemOfId(phrase['id'], isRule) ?? problemOfPattern(phrase['pattern'] as string);
}

function problemOfId(id: unknown, isRule: (id: string) => boolean): Problem | null {
  if (id === undefined) return null;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 60) {
    return { key: '.id', says: 'must be a name in small letters, such as “say-patient”.' };
  }
  return isRule(id) ? { key: '.id', says: `is the name of a rule, “${id}”. Choose another.` } : null;
}

function problemOfPattern(pattern: string): Problem | null {
  const compiled = compilePhrase(pattern);
  return 'problem' in compiled ? { key: '.pattern', says: compiled.problem } : null;
}
