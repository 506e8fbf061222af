import { remember } from '../markdown/remember.ts';
import { onceACatalogue } from './catalogue.ts';
import { editionDay } from './in-force.ts';

/** So many texts are remembered for each stretch of days, twice over. */
const MOST = 500;

/** Remembers by their characters what was read out of texts on a day: once for each catalogue, and for all days on which the same editions are in force. `read` must ask nothing else of the day. */
export function rememberByEdition<T>(read: (text: string, day: string | null) => T): (text: string, date: string | null) => T {
  const days = onceACatalogue(() => new Map<string | null, (text: string) => T>());
  return (text, date) => {
    const day = editionDay(date);
    const byDay = days();
    let known = byDay.get(day);
    if (!known) byDay.set(day, (known = remember((each) => read(each, day), MOST)));
    return known(text);
  };
}
