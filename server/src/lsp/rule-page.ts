import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { rulePageOf } from '../service/rule-pages.ts';

/** Answers `imr/rulePage`. */
export function namedPage(name: unknown): { readonly markdown: string } | null {
  if (typeof name !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no page.');
  const markdown = rulePageOf(name);
  return markdown === null ? null : { markdown };
}
