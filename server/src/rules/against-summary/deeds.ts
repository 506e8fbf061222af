import { deedsOfItem } from '../common/item-history.ts';
import { contraryHistory } from './compared-history.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';
import { historyMessage } from './history-messages.ts';
import { onceEach, placeOf, toldHistory } from './history.ts';

/** What the rationale tells as done by the way, and the summary says was never done. */
export const deeds: FactReader = (compared) => onceEach(deedsOfItem(compared.reading)).flatMap((deed) => {
  const contrary = contraryHistory(deed, toldHistory(compared));
  if (contrary?.other.value !== 'never') return [];
  return [{ span: deed.span, ...historyMessage(compared.item, deed, contrary.other), ...(contrary.grave ? {} : LIKELY), ...placeOf(contrary.other, compared) }];
});
