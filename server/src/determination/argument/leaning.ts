import type { Rationale } from '../model.ts';
import { statementsIn } from '../statements.ts';

/** Whether a rationale leans on the item before without depending on it: "Again, …", "as above", "for the same reasons". */
export function leansOnItemBefore({ prose }: Pick<Rationale, 'prose'>): boolean {
  return statementsIn(prose, 'dependence').some(({ statement }) => statement.says['leans'] === 'on-item-before');
}

/** Whether a rationale says what was decided in the item before: "the aids are approved in the item before this one". */
export function leansOnDecisionBefore({ prose }: Pick<Rationale, 'prose'>): boolean {
  return statementsIn(prose, 'dependence').some(({ statement }) => statement.says['leans'] === 'on-decision-before');
}

/** Whether a rationale goes on with the source of the item before: "the same guideline". */
export function goesOnWithSource({ prose }: Pick<Rationale, 'prose'>): boolean {
  return statementsIn(prose, 'dependence').some(({ statement }) => statement.says['leans'] === 'on-source-before');
}
