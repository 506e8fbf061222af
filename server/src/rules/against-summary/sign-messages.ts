import { itemName } from '../common/wording.ts';
import type { Contrary, Reader } from './compared.ts';

/** What finding-contradicts-summary can say. */
export const signMessages = {
  contradicted: ({ item, finding }: { item: number; finding: string }) =>
    `${itemName(item)} says that there is no ${finding}, but the case summary reports it. Correct the one that is wrong, or say what makes the difference.`,
  denied: ({ item, finding }: { item: number; finding: string }) =>
    `${itemName(item)} speaks of ${finding}, but the case summary says that there is none. Correct the one that is wrong, or say what makes the difference.`,
  otherwise: ({ item, stated, reported }: { item: number; stated: string; reported: string }) =>
    `${itemName(item)} speaks of ${stated}, but the case summary reports ${reported}. Correct the one that is wrong, or say what makes the difference.`,
  'other-side': ({ item, finding, side }: { item: number; finding: string; side: string }) =>
    `${itemName(item)} gives for the ${side} side what the case summary reports of the other side only (${finding}). Check the side.`,
  'lone-side': ({ item, side, other }: { item: number; side: string; other: string }) =>
    `${itemName(item)} speaks of the ${side} side, but all that the case summary reports there is on the ${other} side. Check the side.`,
  'other-level': ({ item, finding, stated, reported }: { item: number; finding: string; stated: string; reported: string }) =>
    `${itemName(item)} gives for ${stated} what the case summary reports at ${reported} (${finding}). Check the level.`,
};

export type ContrarySign = Contrary<typeof signMessages>;
export type SignReader = Reader<typeof signMessages>;
