import data from './skeletons.json' with { type: 'json' };

/** The bare form of a part of the letter, for the reviewer to fill in. */
export interface Skeleton {
  readonly id: string;
  readonly title: string;
  readonly word: string;
  readonly description: string;
  /** Lines in LSP snippet syntax. */
  readonly body: readonly string[];
}

/** The item in its forms, the front matter and the whole letter. */
export const skeletons: readonly Skeleton[] = data;
