import type { BlockDocument } from '../markdown/block.ts';
import type { Determination } from './model.ts';

const NOTHING: Omit<Determination, 'text' | 'frontMatter'> = {
  layout: 'draft', isDetermination: false, facts: new Map(), listed: null, decisionList: [],
  sections: [], items: [], unread: [], unreadTable: null, dependencies: [], passages: [], unplaced: null, suppressions: [], marks: [], setAside: [],
};

/** What was read of a document; what isn't given is empty, as in a document that is no letter. */
export function determinationOf(document: BlockDocument, read: Partial<typeof NOTHING>): Determination {
  return new ReadDetermination(document, { ...NOTHING, ...read });
}

/** Puts the text together when somebody asks for it: a keystroke doesn't. */
class ReadDetermination implements Determination {
  readonly layout: Determination['layout'];
  readonly isDetermination: boolean;
  readonly facts: Determination['facts'];
  readonly listed: Determination['listed'];
  readonly decisionList: Determination['decisionList'];
  readonly sections: Determination['sections'];
  readonly items: Determination['items'];
  readonly unread: Determination['unread'];
  readonly unreadTable: Determination['unreadTable'];
  readonly dependencies: Determination['dependencies'];
  readonly passages: Determination['passages'];
  readonly unplaced: Determination['unplaced'];
  readonly suppressions: Determination['suppressions'];
  readonly marks: Determination['marks'];
  readonly setAside: Determination['setAside'];
  readonly frontMatter: Determination['frontMatter'];
  readonly #document: BlockDocument;

  constructor(document: BlockDocument, read: typeof NOTHING) {
    this.layout = read.layout;
    this.isDetermination = read.isDetermination;
    this.facts = read.facts;
    this.listed = read.listed;
    this.decisionList = read.decisionList;
    this.sections = read.sections;
    this.items = read.items;
    this.unread = read.unread;
    this.unreadTable = read.unreadTable;
    this.dependencies = read.dependencies;
    this.passages = read.passages;
    this.unplaced = read.unplaced;
    this.suppressions = read.suppressions;
    this.marks = read.marks;
    this.setAside = read.setAside;
    this.frontMatter = document.frontMatter;
    this.#document = document;
  }

  get text(): string {
    return this.#document.text.toString();
  }
}
