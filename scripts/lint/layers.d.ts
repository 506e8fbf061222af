import type { Linter } from 'eslint';

/** The folders of server/src, from the ground up. */
export const LAYERS: readonly string[];
export const layerBans: Linter.Config[];
