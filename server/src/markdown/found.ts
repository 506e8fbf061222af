import type { Block } from './block.ts';

export interface FoundBlock {
  readonly block: Block;
  /** Offset of the block's first character in the text. */
  readonly start: number;
}

/** The blocks that begin at a fresh place (see flow.ts), and the place behind them, fresh too once blank lines are passed over. */
export interface Found {
  readonly blocks: readonly FoundBlock[];
  readonly next: number;
}
