import type { Span } from '../../markdown/span.ts';
import type { Words } from './own-words.ts';
import type { Determination, DisputedItem, Fact, FactKey, Layout, SilencedRule, Suppression } from '../../determination/model.ts';

/** The lightest first. `error`: the letter must not go out · `warning`: the reviewer must look · `information`: advice · `hint`. */
export const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** `safe`: fix-all may apply it. `suggestion`: only the reviewer may choose it. */
export type Applicability = 'safe' | 'suggestion';

/**
 * Where a place in a report counts from. `of` is the number of another item, from whose start it counts, or null for the start of the
 * document; without it a place counts from what the report's own span counts from. As a finding leaves the engine every place is an
 * offset of the document.
 */
export interface Elsewhere {
  readonly of?: number | null;
}

export interface FixEdit extends Elsewhere {
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  /** As the lightbulb shows it: "Replace by “Low Back Complaints”". */
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly FixEdit[];
}

export interface Related extends Elsewhere {
  readonly span: Span;
  readonly message: string;
}

/** Plain data, as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What a message speaks of. By it, and not by its words, a finding is known again: whatever tells it from others belongs here. `item` is the
 * number of the finding's own item; `other` and `others` are the numbers of other items.
 */
export type MessageData = { readonly [key: string]: Json };

/** What a rule can say: by the message's id a function of plain data that makes one sentence. */
export type Messages = Readonly<Record<string, (data: never) => string>>;

/** Where a report stands, and what goes with its message. Spans: see `scope` of the rule. */
interface ReportedPlace {
  readonly span: Span;
  /** Lower than the rule's own severity, where this case is less sure. */
  readonly severity?: Severity;
  readonly item?: number;
  readonly related?: readonly Related[];
  /** Best first. A function where they are dear: it is called when somebody asks for them, not at every keystroke. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
}

/** What a rule says of the letter, whichever rule. */
export interface Report extends ReportedPlace {
  readonly messageId: string;
  readonly data?: MessageData | undefined;
}

type DataOf<Make> = Make extends () => string ? { readonly data?: undefined } : Make extends (data: infer Data) => string ? { readonly data: Data } : never;

/** What a rule with these messages may say: one of them, with that message's data. */
export type ReportOf<Own extends Messages> = string extends keyof Own ? Report
  : { [Id in keyof Own & string]: ReportedPlace & { readonly messageId: Id } & DataOf<Own[Id]> }[keyof Own & string];

/** What a check says its findings to. */
export type Reporting<Own extends Messages = Messages> = (report: ReportOf<Own>) => void;

/** A finding as it leaves the engine: all spans in offsets of the document. */
export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly data: MessageData;
  readonly severity: Severity;
  /** The sentence that the rule makes of the data: shown, never compared. */
  readonly message: string;
  readonly span: Span;
  readonly item?: number;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** What every item of a letter shares. The same object as long as none of it changes, so that findings can be kept by item. */
export interface LetterContext {
  readonly layout: Layout;
  readonly facts: ReadonlyMap<FactKey, Fact>;
}

export type RuleFamily =
  | 'structure' | 'guideline-citations' | 'dependent-items' | 'decision-and-rationale' | 'facts' | 'law-scope-privacy' | 'suppressions';

interface RuleMeta<Own extends Messages> {
  /** The same as the file's name, the page's and the diagnostic's code. */
  readonly id: string;
  readonly family: RuleFamily;
  readonly severity: Severity;
  readonly offByDefault?: boolean;
  /** One sentence that states what a good letter does. */
  readonly summary: string;
  /** Why it matters, in a paragraph for the page. */
  readonly why: string;
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
  /** What it leaves alone on purpose, a line each. */
  readonly leavesAlone: readonly string[];
  /** What it can say. Two different faults are two messages. */
  readonly messages: Own;
  /** What says only that something isn't there yet: all that it says, or the messages of these ids. While its place is being written an editor doesn't show it. */
  readonly waits?: true | readonly (keyof Own & string)[];
  /** How sure its fix is; absent where there is none. */
  readonly fixable?: Applicability;
  /** Run as tests and printed on the page. The marks ⟦ ⟧ stand around the finding. */
  readonly examples: {
    readonly valid: readonly string[];
    readonly invalid: readonly { readonly draft: string; readonly fixed?: string }[];
  };
}

/**
 * What a rule that looks at one item or one stretch of words at a time has to know of the rest of the letter. It is asked at every
 * keystroke, so it must be quick. While the answer is alike, in all its parts, what was found in everything else is kept.
 */
export interface Asking<Answer> {
  readonly about?: (determination: Determination) => Answer;
}

/** Sees one item at a time: spans count from the item's start, and its reports are kept until the item, the context or the answer changes. */
export interface ItemRule<Answer = unknown, Own extends Messages = Messages> extends RuleMeta<Own>, Asking<Answer> {
  readonly scope: 'item';
  check(item: DisputedItem, context: LetterContext, report: Reporting<Own>, about: Answer): void;
}

/** Finds something in one stretch of the letter's own words. Spans count from what the prose's own spans count from. */
export interface WordsCheck<Answer = unknown, Says = Report> extends Asking<Answer> {
  /** Whether it finds something is told by the words alone, whatever figures stand among them: a guideline line with other pages than one before is passed by. */
  readonly weighsNoFigures?: true;
  check(words: Words, report: (report: Says) => void, about: Answer): void;
}

/** Sees one stretch of the letter's own words at a time, wherever it stands; its reports are kept as long as the item or the passage is the same. */
export interface WordsRule<Answer = unknown, Own extends Messages = Messages> extends RuleMeta<Own>, WordsCheck<Answer, ReportOf<Own>> {
  readonly scope: 'words';
}

/** Sees the whole letter: spans are offsets of the document, and it runs at every keystroke, so it must be quick. */
export interface LetterRule<Answer = unknown, Own extends Messages = Messages> extends RuleMeta<Own> {
  readonly scope: 'letter';
  check(determination: Determination, report: Reporting<Own>): void;
  /** What it looks for in the letter's words besides. */
  readonly words?: WordsCheck<Answer, ReportOf<Own>>;
}

/** A finding that a comment of the letter silences. Span: offsets of the document. */
export interface SilencedFinding extends Pick<Finding, 'ruleId' | 'severity' | 'span'> {
  readonly suppression: Suppression;
  /** By which of the rules that the comment names; null where it names none. */
  readonly by: SilencedRule | null;
}

/** What the comments that silence rules did in a letter. */
export interface Silencing {
  readonly suppressions: readonly Suppression[];
  readonly silenced: readonly SilencedFinding[];
  /** Whether there is a rule of this name, and whether it looked at the letter. */
  readonly isKnown: (ruleId: string) => boolean;
  readonly isActive: (ruleId: string) => boolean;
}

/** Sees the comments that silence other rules, after those have run; no comment silences it. Spans: offsets of the document. */
export interface SuppressionRule<Own extends Messages = Messages> extends RuleMeta<Own> {
  readonly scope: 'suppressions';
  check(silencing: Silencing, report: Reporting<Own>): void;
}

export type Rule = ItemRule | WordsRule | LetterRule | SuppressionRule;

/**
 * Only says what kind of rule it is, so that its parts know of each other what they give and take: a message that the rule doesn't declare,
 * or other data than that message takes, doesn't compile.
 */
export function defineRule<Answer, const Own extends Messages>(rule: ItemRule<Answer, Own>): ItemRule<Answer, Own>;
export function defineRule<Answer, const Own extends Messages>(rule: WordsRule<Answer, Own>): WordsRule<Answer, Own>;
export function defineRule<Answer, const Own extends Messages>(rule: LetterRule<Answer, Own>): LetterRule<Answer, Own>;
export function defineRule<const Own extends Messages>(rule: SuppressionRule<Own>): SuppressionRule<Own>;
export function defineRule(rule: Rule): Rule {
  return rule;
}
