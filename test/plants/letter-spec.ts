// A fictional letter before it is written: what stands in each of its places. Plants change a place and leave the rest alone.

/** The rules of citation changed twice: pages of the 2009 edition, sections of the 2016 ones, ACOEM's topic guidelines. */
export type Era = '2014' | '2017' | '2020';
export type Layout = 'draft' | '2014-on' | '2013-14';
export type Side = 'left' | 'right';
export type DecisionWord = 'Upheld' | 'Overturned';
export type PartName = 'made' | 'summary' | 'decisions';

/** Dates as YYYY-MM-DD. */
export interface Head {
  readonly caseNumber: string;
  readonly injury: string;
  readonly denial: string;
  readonly application: string;
  readonly assigned: string;
  readonly decision: string;
}

export interface Patient {
  readonly sex: 'male' | 'female';
  readonly age: number;
  /** As the letter calls the patient: "worker", "patient". */
  readonly noun: string;
}

export type RequestKind = 'imaging' | 'therapy' | 'acupuncture' | 'injection' | 'equipment' | 'drug' | 'test' | 'surgery' | 'dependant';

export type QuantityForm = 'hash' | 'count' | 'tablets' | 'visits' | 'sessions' | 'weekly';

/** "#60", "sixty count", "60 tablets", "12 visits", "12 sessions"; `weekly`: so many weeks, twice a week. */
export interface QuantitySpec {
  readonly number: number;
  readonly form: QuantityForm;
}

/** What an item asks for. */
export interface Request {
  readonly kind: RequestKind;
  /** What the conclusion decides: "MRI of the left knee", "Naproxen 500 mg #60". */
  readonly words: string;
  /** A key of the regions in letter-words.ts. */
  readonly region: string | null;
  /** The words of the title for it: "lumbar spine". */
  readonly regionWords: string | null;
  readonly side: Side | null;
  readonly quantity: QuantitySpec | null;
  /** A key of the drugs in letter-words.ts, and the name that the title uses. */
  readonly drug: { readonly key: string; readonly name: string } | null;
  /** "L4-5". */
  readonly level: string | null;
  /** What its rationale argues from. */
  readonly source: SourceName;
}

/** Which guideline an item is decided by; which edition follows from the era, which chapter from the region. */
export type SourceName = 'chapter' | 'chronic-pain' | 'opioids' | 'acupuncture' | 'odg' | 'none';

/** The sentences of a rationale, in their order; any may be missing. */
export interface RationaleSpec {
  readonly guideline: string;
  readonly facts: readonly string[];
  readonly conclusion: string;
  /** The note on tapering. */
  readonly after: string;
}

export interface ItemSpec {
  readonly request: Request;
  readonly title: string;
  /** Null: nothing behind the title. */
  readonly decision: string | null;
  /** The words of a line; null where the line is missing. */
  readonly claimsAdministrator: string | null;
  readonly reviewer: string | null;
  /** Null where not even the label is there. */
  readonly rationale: RationaleSpec | null;
  /** Items it hangs on, as its words say. */
  readonly parents: readonly number[];
  /** The words of a "Depends on" line of the draft. */
  readonly dependsOn: string | null;
}

export interface LetterSpec {
  readonly layout: Layout;
  readonly era: Era;
  readonly head: Head;
  readonly patient: Patient;
  /** The front matter's list; null: none. */
  readonly listed: readonly string[] | null;
  readonly parts: readonly PartName[];
  readonly made: readonly string[];
  readonly summary: readonly string[];
  readonly items: readonly ItemSpec[];
}

export function withItem(letter: LetterSpec, index: number, change: Partial<ItemSpec>): LetterSpec {
  return { ...letter, items: letter.items.map((item, i) => (i === index ? { ...item, ...change } : item)) };
}

export function withRationale(letter: LetterSpec, index: number, change: Partial<RationaleSpec>): LetterSpec {
  const before = letter.items[index]?.rationale;
  return before ? withItem(letter, index, { rationale: { ...before, ...change } }) : letter;
}

/** Indexes of the items that stand on their own, and that nothing hangs on. */
export function loneItems({ items }: LetterSpec): number[] {
  const parents = new Set(items.flatMap((item) => item.parents));
  return items.flatMap(({ parents: own }, i) => (own.length === 0 && !parents.has(i + 1) ? [i] : []));
}

/** Indexes of the items that stand on their own. */
export function independentItems({ items }: LetterSpec): number[] {
  return items.flatMap(({ parents }, i) => (parents.length === 0 ? [i] : []));
}
