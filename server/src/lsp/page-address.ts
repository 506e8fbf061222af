import { PAGES_SCHEME } from '../../../protocol/initialization.ts';
import { rulePath } from '../rules/rule-url.ts';

/** Where a finding's code leads. */
export type PageAddress = (ruleId: string) => string;

/** To a page that the client shows itself, without files or a network. */
export const byScheme: PageAddress = (ruleId) => `${PAGES_SCHEME}:/${rulePath(ruleId)}`;

/** To the pages that were installed with the program. `docs`: their folder's address, with a slash at its end. */
export function inFolder(docs: string): PageAddress {
  return (ruleId) => docs + rulePath(ruleId);
}
