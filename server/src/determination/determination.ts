import type { BlockDocument } from '../markdown/block.ts';
import type { Determination } from './model.ts';

const NOTHING: Omit<Determination, 'text' | 'frontMatter'> = {
  layout: 'draft', isDetermination: false, facts: new Map(), listed: null, decisionList: [],
  sections: [], items: [], unread: [], unreadTable: null, dependencies: [], passages: [], unplaced: null, suppressions: [], marks: [], setAside: [],
};

/** What was read of a document; what isn't given is empty, as in a document that is no letter. */
export function determinationOf(document: BlockDocument, read: Partial<typeof NOTHING>): Determination {
  return {
    ...NOTHING,
    ...read,
    frontMatter: document.frontMatter,
    get text() {
      return document.text.toString();
    },
  };
}
