import { once } from '../vocabulary/phrases.ts';
import { makeTables } from './make-tables.ts';

export const languageTables = once(makeTables);
