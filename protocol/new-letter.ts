/** What *New Determination* asks for, by the key of the front matter. */
export type CaseFactKey =
  | 'case-number' | 'date-of-injury' | 'ur-denial-date' | 'application-received' | 'date-assigned' | 'decision-date' | 'specialty';

/** A fact as the front matter writes it, dates as YYYY-MM-DD, or what is wrong with the words, in a sentence. */
export type CaseFactReading = { readonly value: string } | { readonly problem: string };

/** What is known of a case before its letter is written. Facts by the keys of the front matter; `items`: the disputed items, one a line. */
export interface NewLetter {
  readonly facts: Readonly<Partial<Record<string, string>>>;
  readonly items: string;
}

/** The text of a published letter as a draft. */
export interface ImportedLetter {
  /** The canonical Markdown draft. */
  readonly draft: string;
  /** Some of the text could not be placed and stands at the draft's end. */
  readonly leftover: boolean;
}
