import { opposites } from './opposites.ts';
import { places } from './places.ts';
import type { SignReader } from './sign-messages.ts';
import { signs } from './signs.ts';
import { structures } from './structures.ts';
import { symptoms } from './symptoms.ts';

/** Every way in which a rationale tells of an examination otherwise than the summary; words that one has found are left alone by those behind it. */
export const signReaders: readonly SignReader[] = [signs, symptoms, opposites, places, structures];
