import type MarkdownIt from 'markdown-it';
import { behindTitle, headTable, readFacts } from './head-table.ts';
import { markFields } from './fields.ts';
import { markItemHeadings } from './item-headings.ts';
import { addMargin, marginNotes, type FindingsOf } from './margin.ts';
import { markPlaceholders } from './placeholders.ts';
import type { NewToken } from './token.ts';

/** The headings by which the server, too, knows a letter without front matter. */
const SECTION = /^#{1,3} (?:IMR Issues, Decisions|How the IMR (?:Final )?Determination Was Made)/im;

/**
 * Shows a determination letter in the Markdown preview as it will read, and leaves every other text as it is.
 *
 * VS Code reads a text into tokens without saying whose they are, keeps them, and names the document only when it shows them
 * (`env.currentDocument`). So what the letter is made of is recognised by the text alone, and only the findings, which come
 * and go without an edit, are looked up by document, at the last moment.
 */
export function letterPlugin(md: MarkdownIt, findingsOf: FindingsOf): MarkdownIt {
  md.core.ruler.push('imr_letter', (state) => {
    const facts = readFacts(state.src);
    if (!facts.has('case-number') && !SECTION.test(state.src)) return;
    const token: NewToken = (type, tag, nesting, changed) => Object.assign(new state.Token(type, tag, nesting), changed);
    markPlaceholders(state.tokens, token);
    markItemHeadings(state.tokens, token);
    markFields(state.tokens);
    state.tokens = addMargin(state.tokens, token);
    state.tokens.splice(behindTitle(state.tokens), 0, token('imr_html', '', 0, { content: headTable(facts) }));
    state.tokens.unshift(token('imr_html', '', 0, { content: '<div class="imr-letter"></div>' }));
  });
  md.renderer.rules['imr_html'] = (tokens, index) => tokens[index]?.content ?? '';
  md.renderer.rules['imr_margin'] = (tokens, index, _options, env: object) => marginNotes(tokens[index]?.meta, env, findingsOf);
  return md;
}
