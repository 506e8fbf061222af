import type { PartialRequest } from '../model.ts';

/**
 * A request of which the claims administrator authorised a part, as the published titles tell it: "X was the original request.
 * Y was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Z is".
 * Null for any other title.
 */
export function readPartialRequest(title: string): PartialRequest | null {
  const original = /^(.{1,400}?)\s(?:was|were|is|are) the original request\b/i.exec(title);
  if (!original?.[1]) return null;
  const rest = title.slice(original[0].length).replace(/^[\s.,;]+/, '');
  const remaining = /\bremaining (?:IMR[- ]eligible )?portions?(?: of the original request)?,?\s(.+)$/i.exec(rest)?.[1];
  const before = remaining === undefined ? rest : rest.slice(0, rest.search(/\b(?:The )?remaining (?:IMR[- ]eligible )?portion/i));
  const authorized = authorizedPart(before);
  if (authorized === null) return null;
  return { original: original[1].trim(), authorized, remaining: remaining === undefined ? null : withoutVerb(remaining) };
}

function authorizedPart(sentence: string): string | null {
  const active = /\bClaims Administrator (?:has )?authorized\s(.{1,400}?)(?:,\s*leaving\b|\.\s|\.?$)/i.exec(sentence);
  if (active?.[1]) return active[1].trim();
  const passive = /^(.{1,400}?)\s(?:was|were|has been|have been)\s(?:authorized|certified|approved)\b/i.exec(sentence);
  return passive?.[1]?.trim() ?? null;
}

function withoutVerb(words: string): string {
  return words.replace(/[\s:]{1,4}$/, '').replace(/,?\s(?:is|are)$/i, '').trim();
}
