import type { CriteriaMatrix } from '../../../protocol/criteria.ts';
import { criteriaMatrix } from '../service/criteria-matrix.ts';
import { itemByNumber } from '../service/cursor.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';

/** Answers `imr/criteria`; null where the letter has no such item. */
export function criteriaOf(session: Session, params: Asked<'imr/criteria'>): Promise<CriteriaMatrix | null> {
  return inLetter(session, params?.uri, (letter) => {
    const item = itemByNumber(letter.determination, Number(params?.item));
    return item && criteriaMatrix(letter, item);
  });
}
