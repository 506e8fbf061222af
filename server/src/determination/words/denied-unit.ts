import type { Thing } from './named-things.ts';

/** What a denial is of: a thing of a vocabulary, or a word. */
export interface DeniedUnit {
  readonly thing: Thing | null;
  /** Of a word, and of a thing whose name is one word. */
  readonly stem: string | null;
  readonly key: string;
  readonly from: number;
  readonly to: number;
}
