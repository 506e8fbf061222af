import type { ListedItem } from './items.ts';
import type { Severity } from './severity.ts';

/** The tools for assistants, by the names that the manifest gives them, each with what it takes and what it answers. Lines count from 1. */
export interface Tools {
  readonly imr_check_letter: { readonly takes: TextOption; readonly answers: LetterCheck };
  readonly imr_look_up_guideline: { readonly takes: LookUpGuidelineInput; readonly answers: GuidelineLookUp };
  readonly imr_list_items: { readonly takes: TextOption; readonly answers: ItemsAnswer };
  readonly imr_suggest_rationales: { readonly takes: SuggestRationalesInput; readonly answers: RationaleSuggestions };
}

export type ToolName = keyof Tools;

/**
 * Which words of the letter an answer holds. `titles`: those of the items' titles and decisions, and of nothing else.
 * `included`: others, because they were asked for.
 */
export type LetterText = 'none' | 'titles' | 'included';

export interface TextOption {
  readonly includeText?: boolean;
}

export interface LetterCheck {
  readonly letterText: LetterText;
  readonly items: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** In the order of the letter. */
  readonly findings: readonly FindingFacts[];
  /** Findings that comments in the letter silence. */
  readonly silenced: readonly { readonly ruleId: string; readonly line: number }[];
}

export interface FindingFacts {
  readonly ruleId: string;
  readonly severity: Severity;
  /** What a good letter does, and this one does not. */
  readonly rule: string;
  readonly line: number;
  /** Number of the disputed item; absent where the finding belongs to none. */
  readonly item?: number;
  /** Where else in the letter the reason stands. */
  readonly relatedLines: readonly number[];
  /** Whether the editor offers a fix: one that changes no meaning, or one to choose. */
  readonly fix: 'safe' | 'suggestion' | null;
  readonly help: string;
  /** Only where text was asked for: what is wrong and what to do, and the words that it is about. */
  readonly message?: string;
  readonly words?: string;
}

export interface LookUpGuidelineInput {
  readonly citation: string;
  /** The day on which it has to be in force, YYYY-MM-DD. */
  readonly date?: string;
}

export interface GuidelineLookUp {
  readonly letterText: LetterText;
  readonly citations: readonly CitationFacts[];
  /** Guidelines of such a name, where the words are no citation that the catalogue resolves. */
  readonly similar: readonly GuidelineFacts[];
  /** What was in force on that day in place of a cited guideline that was not. */
  readonly inForceInstead: readonly GuidelineFacts[];
}

/** A citation without its words: what stands here are the catalogue's own titles. */
export interface CitationFacts {
  readonly status: 'resolved' | 'unknown' | 'external' | 'none';
  readonly guideline: GuidelineFacts | null;
  /** Titles of the cited sections; null for one that the catalogue doesn't have. */
  readonly sections: readonly (string | null)[];
  /** "46-47", or "46" for a single page. */
  readonly pages: readonly string[];
}

/** A guideline as the catalogue has it. Dates: YYYY-MM-DD, both days included; null is open or unknown. */
export interface GuidelineFacts {
  readonly id: string;
  readonly title: string;
  readonly regulation: string | null;
  readonly inForce: { readonly from: string | null; readonly to: string | null; readonly certain: boolean };
  /** Of what has no known end: the last day for which the catalogue knows what is in force; null for all others. */
  readonly knownUntil: string | null;
  /** Whether it was in force on the day that was asked for, or on that of the letter's UR denial; null without such a day. */
  readonly thatDay: 'in-force' | 'not-yet' | 'superseded' | 'uncertain' | null;
  /** How sure the catalogue is. `recalled`: general knowledge, checked against nothing. */
  readonly confidence: 'high' | 'medium' | 'low' | 'recalled';
  /** Where the catalogue has it from: addresses, or where there is none, what the source is. */
  readonly sources: readonly string[];
}

export interface ItemsAnswer {
  readonly letterText: LetterText;
  readonly items: readonly ItemFacts[];
  /** Titles that the front matter lists and no item decides. */
  readonly undecided: readonly { readonly title: string; readonly line: number }[];
}

export interface ItemFacts extends Pick<ListedItem, 'number' | 'title' | 'decision' | 'missing' | 'counts'> {
  readonly line: number;
  readonly dependsOn: readonly number[];
  readonly regions: readonly string[];
  readonly claimsAdministratorGuideline: GuidelineLineFacts | null;
  readonly reviewerGuideline: GuidelineLineFacts | null;
  readonly rationale: { readonly conclusion: 'medically-necessary' | 'not-medically-necessary' | null; readonly text?: string } | null;
}

export interface GuidelineLineFacts {
  readonly citations: readonly CitationFacts[];
  readonly text?: string;
}

export interface SuggestRationalesInput extends TextOption {
  /** From 1; absent: every item that has no rationale yet. */
  readonly item?: number;
}

export interface RationaleSuggestions {
  readonly letterText: LetterText;
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    /** Best first. */
    readonly templates: readonly SuggestedTemplate[];
  }[];
}

export interface SuggestedTemplate {
  readonly id: string;
  readonly title: string;
  /** What of the item it fits. */
  readonly why: string;
  /** Only where text was asked for: the template written out for the item, its clinical facts left as `[[placeholders]]`. */
  readonly text?: string;
}
