import type { FrontMatter } from '../markdown/block.ts';
import type { EditorialMark } from '../markdown/editorial-marks.ts';
import type { Folded } from '../markdown/folded.ts';
import type { Span } from '../markdown/span.ts';
import type { Citation } from '../guidelines/guideline.ts';

/** The canonical draft, or the published layout by the years in which it was used. */
export type Layout = 'draft' | '2013-review' | '2013-first' | '2013-14-middle' | '2013-14' | '2014-on';

/** Words of the letter, folded (`markdown/fold.ts`) and with single blanks for line breaks, and the way back to the source. */
export interface Prose extends Folded {
  /** From the first to the last character in the source; an empty place where there are no words. */
  readonly span: Span;
  /** There were more words than are read. */
  readonly isCut?: boolean;
}

export type FactKey =
  | 'case-number' | 'date-of-injury' | 'ur-denial-date' | 'application-received' | 'date-assigned' | 'decision-date'
  | 'priority' | 'licensed-in' | 'specialty';

/** A fact of the letter's head. `value`: dates as YYYY-MM-DD where they can be read, else the words. Span: offsets of the document. */
export interface Fact {
  readonly key: FactKey;
  readonly value: string;
  readonly text: string;
  readonly span: Span;
}

export type SectionName = 'how-determination-was-made' | 'documents-reviewed' | 'clinical-case-summary' | 'issues-decisions-and-rationales';

/** A part of the letter. Spans: offsets of the document. */
export interface Section {
  readonly name: SectionName;
  readonly heading: Span;
  /** From the heading to the next section's. */
  readonly span: Span;
}

export type DecisionValue = 'Upheld' | 'Overturned';

export interface Decision {
  /** As it is written. */
  readonly word: string;
  /** Null for a word outside the vocabulary ("Denied"). */
  readonly value: DecisionValue | null;
  readonly span: Span;
}

/** The letter's own words of one section outside of its items, or of what stands above the first section (`section` null). */
export interface Passage {
  readonly section: SectionName | null;
  /** Offset of the document that the reading's spans count from. */
  readonly start: number;
  /** The same object as long as the passage's lines are the same: the key for whatever is kept about it. */
  readonly reading: PassageReading;
}

export interface PassageReading {
  readonly prose: Prose;
  /** Spans in `prose.text`, quotations still in them. */
  readonly sentences: readonly Span[];
}

/** The lines that an import found no place for. Spans: offsets of the document. */
export interface Unplaced {
  /** The words that say so: the heading, or the sentence below it where the heading is gone. */
  readonly said: Span;
  /** From there, the heading's marks included, to the next heading or the end of the letter. */
  readonly span: Span;
}

/** A rule that a comment names. `words`: those that it is silenced for, as the comment names them; null: for all that the comment covers. */
export interface SilencedRule {
  readonly id: string;
  readonly words: string | null;
  /** Of the rule and its words. */
  readonly span: Span;
}

/** A comment by which the letter silences rules. Spans: offsets of the document. */
export interface Suppression {
  readonly comment: Span;
  /** What goes when the comment does: with it the line that it has for itself. */
  readonly line: Span;
  /** As it is written: `imr-disable-next-line`, `imr-disable` or `imr-disable-file`. */
  readonly directive: string;
  /** Empty: every rule. */
  readonly rules: readonly SilencedRule[];
  /** What stands behind ` -- `; null where nothing does. */
  readonly reason: string | null;
  /** It silences findings that begin here. */
  readonly covers: Span;
}

/** A labelled field of an item. `label`: the label's words with their colon; `written`: these as they stand there, marks of emphasis and all. */
export interface GuidelineLine {
  readonly label: Span;
  readonly written: string;
  readonly prose: Prose;
  /** Spans count from the start of `prose.text`; `sourceSpan(prose, …)` takes them to the source. */
  readonly citations: readonly Citation[];
}

export type ConclusionValue = 'medically-necessary' | 'not-medically-necessary';

/** The last sentence of a rationale that speaks of medical necessity. Span: in the rationale's `prose.text`. */
export interface Conclusion {
  readonly value: ConclusionValue;
  readonly span: Span;
  /** The words that decide it ("is not medically necessary"). Span: in the rationale's `prose.text`. */
  readonly verdict: Span;
  /** The sentence says yes of one thing and no of another: `value` is what it ends with, and nothing may be accused on it. */
  readonly unsure?: boolean;
  /** What takes the verdict's force away: "may be", "provided that". Span: in the rationale's `prose.text`. */
  readonly hedge?: Span;
  /** A condition in the sentence of an approval, in whatever words: "if only the surgeon could show …". Span: in the rationale's `prose.text`. */
  readonly condition?: Span;
}

export interface Rationale {
  readonly label: Span;
  readonly written: string;
  readonly prose: Prose;
  /** Spans in `prose.text`, quotations still in them. */
  readonly sentences: readonly Span[];
  readonly conclusion: Conclusion | null;
  /** Where the last sentence puts the decision off. Span: in `prose.text`. */
  readonly open: Span | null;
  /** Guidelines that the rationale speaks of. Spans: in `prose.text`. */
  readonly citations: readonly Citation[];
}

/** "X was the original request. Y was authorized … The remaining IMR eligible portion …, Z is". Spans: in the title's text. */
export interface PartialRequest {
  readonly original: string;
  readonly authorized: string;
  /** Null where the whole request stays in dispute. */
  readonly remaining: string | null;
}

/**
 * One disputed item with its decision. All spans count from the item's `start`, so that an edit above
 * it moves one number only. A part that the draft lacks is null; a part that is there and empty has empty prose.
 */
export interface DisputedItem {
  /** From 1, in the order of the letter. */
  readonly number: number;
  /** Offsets of the document: from the heading's first character to the next item's or section's. */
  readonly start: number;
  readonly end: number;
  /** What was read, the same object as long as the item's text is the same: the key for whatever is kept about it. */
  readonly reading: ItemReading;
}

/** A label that is neither listed nor told by its words, and the field that was made of what stands behind it. Span: of its words, from the item's start. */
export interface UnknownLabel {
  readonly words: string;
  readonly field: 'claimsAdministratorGuideline' | 'reviewerGuideline' | 'rationale';
  readonly span: Span;
}

export interface ItemReading {
  readonly length: number;
  /** It is the row of a table: its fields are cells, and have no labels. */
  readonly isRow: boolean;
  /** Title, decision and all that stands on the heading. */
  readonly heading: Span;
  /** Without number and decision. */
  readonly title: Prose;
  readonly decision: Decision | null;
  readonly claimsAdministratorGuideline: GuidelineLine | null;
  readonly reviewerGuideline: GuidelineLine | null;
  readonly rationale: Rationale | null;
  readonly unknownLabels: readonly UnknownLabel[];
  /** "**Depends on:** items 1 and 2". */
  readonly dependsOn: { readonly span: Span; readonly numbers: readonly { readonly value: number; readonly span: Span }[] } | null;
  readonly partial: PartialRequest | null;
  /** What the title asks for. */
  readonly regions: readonly string[];
  readonly sides: readonly string[];
}

export type DependencyReason = 'stated' | 'numbered' | 'title' | 'rationale';

/** Item `item` hangs on item `parent` (both numbers). */
export interface Dependency {
  readonly item: number;
  readonly parent: number;
  /** `stated`: a Depends-on line; `numbered`: "questions 1 and 2"; `title`: "Associated surgical service: …"; `rationale`: "As the requested surgery is not …". */
  readonly reason: DependencyReason;
  /** The words that say so, in offsets of the document. */
  readonly span: Span;
}

/** One entry of a list of decisions that stands outside of the items. Spans: offsets of the document. */
export interface ListedDecision {
  readonly request: string;
  readonly decision: Decision;
}

/** A label of an item that was read into none. `item`: the one it stands in, null outside of all. Span: offsets of the document. */
export interface UnreadLabel {
  readonly words: string;
  readonly span: Span;
  readonly item: number | null;
}

/** Something that is read in part only, so that no text takes without end, and where; span: offsets of the document. */
export interface SetAside {
  /**
   * `long-block`: lists and the like whose lines are read as plain words. `many-words`: of a field or a section only the beginning is read.
   * `many-items`: which items hang on which by their words isn't read.
   */
  readonly what: 'long-block' | 'many-words' | 'many-items';
  readonly span: Span;
}

/** A letter as the program understands it. Any text gives one; what isn't there is null or empty. */
export interface Determination {
  readonly layout: Layout;
  /** False for any other Markdown, which is left alone. */
  readonly isDetermination: boolean;
  /** Put together when it is asked for: what runs at every keystroke does without. */
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  readonly facts: ReadonlyMap<FactKey, Fact>;
  /** The front matter's `disputed-items`, null where there is no such list. Spans: offsets of the document. */
  readonly listed: readonly { readonly text: string; readonly span: Span }[] | null;
  /** The decisions as the letter lists them outside of its items: on top in 2013, in a table or in lines since. */
  readonly decisionList: readonly ListedDecision[];
  readonly sections: readonly Section[];
  readonly items: readonly DisputedItem[];
  readonly unread: readonly UnreadLabel[];
  /** A row of a table that can't be read, where the letter has no items: they may stand in there. Offsets of the document. */
  readonly unreadTable: Span | null;
  readonly dependencies: readonly Dependency[];
  /** All own words outside of the items, in the order of the letter. */
  readonly passages: readonly Passage[];
  /** What the import of a letter found no place for; null where nothing of it is left. */
  readonly unplaced: Unplaced | null;
  /** In the order of the letter; none in plain text, where a comment is nothing but characters. */
  readonly suppressions: readonly Suppression[];
  /** What editors wrote into the letter about it (CriticMarkup), in its order; none in plain text. Spans: offsets of the document. */
  readonly marks: readonly EditorialMark[];
  /** What of the letter is too much to be read. */
  readonly setAside: readonly SetAside[];
}
