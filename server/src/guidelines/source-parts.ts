import type { CitedPages, CitedSection, Guideline } from './guideline.ts';
import type { Word } from './words.ts';

/** What readers of one text share. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** The day that decides between editions where no year is printed, or null. */
  readonly date: string | null;
}

/** The parts of a source as they are met. Word indexes are kept only as spans. */
export interface SourceParts {
  start: number;
  end: number;
  kind: 'mtus' | 'acoem' | null;
  title: { text: string; span: { start: number; end: number } } | null;
  /** What the catalogue calls so; empty for a name that it doesn't have. */
  named: readonly Guideline[];
  chapter: { number: number; span: { start: number; end: number } } | null;
  year: { value: number; span: { start: number; end: number } } | null;
  regulation: string | null;
  sections: CitedSection[];
  pages: CitedPages[];
}
