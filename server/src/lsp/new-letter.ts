import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CaseFactKey, CaseFactReading, NewLetter } from '../../../protocol/new-letter.ts';
import { readCaseFact } from '../service/case-facts.ts';
import { newLetter } from '../service/new-letter.ts';
import type { Asked } from './row.ts';
import type { Session } from './session.ts';

/** What *New Determination* asks, one fact after the other. */
export function caseFact(_session: Session, params: Asked<'imr/caseFact'>): CaseFactReading {
  if (typeof params?.key !== 'string' || typeof params.text !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no fact.');
  return readCaseFact(params.key as CaseFactKey, params.text);
}

/** And in the end the letter. */
export function newLetterSnippet(_session: Session, params: Asked<'imr/newLetter'>): { snippet: string } {
  return { snippet: newLetter({ facts: (params?.facts ?? {}) as NewLetter['facts'], items: typeof params?.items === 'string' ? params.items : '' }) };
}
