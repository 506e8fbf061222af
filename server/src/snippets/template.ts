import type { PageRange } from '../guidelines/guideline.ts';
import type { DecisionValue } from './decision.ts';

/** Which generation of the MTUS a letter's date falls in, named by the year of its chronic pain guideline. */
export type Edition = '2009' | '2016' | '2017';

/**
 * The source that a template argues from. `guideline`: an entry of the catalogue. `subject`: whatever the catalogue has in force about
 * it on the letter's date, "region" being the item's body region. `odg: "region"`: the ODG chapter for the item's body region.
 */
export interface GuidelineReference {
  readonly guideline?: string;
  readonly subject?: string;
  readonly odg?: 'region';
  /** The entry to use while nothing about the subject is in force. */
  readonly otherwise?: string;
  /** Titles of the guideline's sections; "region" is the section for the item's body region. */
  readonly sections?: readonly string[];
  /** "303-305" or "178". */
  readonly pages?: readonly string[];
}

/** Something that the rationale has to speak of. */
export interface Criterion {
  readonly id: string;
  /** What to write about, to be read after "say": "the level and side of the injection". */
  readonly text: string;
  /** One of them stands in a rationale that speaks of it. Words of four letters and more are stems: "radicul" is found in "radiculopathy". */
  readonly words: readonly string[];
  /** A rationale that approves the treatment is expected to have it, and its words leave no doubt: that it is missing may be pointed out. */
  readonly expected?: boolean;
}

/** A situation that rationales deal with, and the text to start one from. Texts hold `[[facts to fill in]]` and `{variables}`. */
export interface RationaleTemplate {
  readonly id: string;
  /** As a list of templates shows it. */
  readonly title: string;
  /** A plain word by which a reviewer finds it while typing. */
  readonly word: string;
  /** Words of the item titles that it is for: treatments, drugs by generic and brand name. */
  readonly triggers: readonly string[];
  /** Classes of the drugs that it is for (vocabulary). */
  readonly classes?: readonly string[];
  /** Kinds of treatment that it serves where nothing speaks of the treatment itself (vocabulary). */
  readonly kinds?: readonly string[];
  /** Words that make it the better one of two that both fit. */
  readonly favors?: readonly string[];
  /** Body regions (ids of the vocabulary) that it is for; absent: any. */
  readonly regions?: readonly string[];
  readonly postsurgical?: boolean;
  /** For items that hang on another one, which is upheld, or supported. */
  readonly dependent?: 'upheld' | 'supported';
  /** For requests that were authorized in part. */
  readonly partial?: boolean;
  /** It serves only items with that decision, or with none yet. */
  readonly decision?: DecisionValue;
  /** Its body is all of the text: neither a finding nor a conclusion is added. */
  readonly isWhole?: boolean;
  /** What the MTUS does not address, where the source is not part of it. */
  readonly silentOn?: string;
  /** Null where the template follows no guideline of its own. */
  readonly guidelines: Readonly<Record<Edition, GuidelineReference | null>>;
  readonly criteria: readonly Criterion[];
  /** What the guideline looks for, and what the records document. */
  readonly body: readonly string[];
  /** Whether the criteria are met, by decision; `open` while there is none, where the usual words don't fit. */
  readonly finding: { readonly upheld: string; readonly overturned: string; readonly open?: string };
  /** What follows the closing sentence, such as the advice to taper. */
  readonly note?: { readonly upheld?: string; readonly overturned?: string };
}

/** The source that a template's text speaks of, so that the guideline line can carry the same. */
export interface TemplateCitation {
  readonly guidelineId: string;
  readonly sections: readonly string[];
  readonly pages: readonly PageRange[];
}

export interface RenderOptions {
  /** The item's title. */
  readonly title: string;
  /** Null while it is not made: the text then leaves it open. */
  readonly decision: DecisionValue | null;
  /** The day whose guidelines apply, the UR denial date, `YYYY-MM-DD`; null while it is unknown. */
  readonly date: string | null;
  /** Body regions of the item, the first one deciding the chapter. */
  readonly regions?: readonly string[];
  /** The item that this one depends on. */
  readonly parentNumber?: number;
  readonly parentTitle?: string;
  readonly partial?: { readonly original: string; readonly authorized: string; readonly remaining: string | null } | null;
  /** `snippet`: LSP snippet syntax with a tab stop for each fact; `plain`: the `[[facts]]` stay visible. */
  readonly format: 'snippet' | 'plain';
}
