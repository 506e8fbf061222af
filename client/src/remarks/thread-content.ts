import { CommentMode, CommentThreadState, MarkdownString, type Comment } from 'vscode';
import type { Remark, RemarkState, Said } from '../../../protocol/remarks.ts';
import { withPrintedDates } from '../wording.ts';

/** What a thread shows of a remark. */
export interface ThreadContent {
  readonly label: string;
  readonly comments: readonly Comment[];
  readonly state: CommentThreadState;
  /** For the menus of the manifest: `open proposal`, `settled`, `letter`. */
  readonly contextValue: string;
  readonly canReply: boolean;
}

const LABELS: Readonly<Record<RemarkState, string>> = { open: 'Open', resolved: 'Resolved', taken: 'The proposed words were taken', withdrawn: 'Withdrawn' };

export function threadContent(remark: Remark): ThreadContent {
  const { form, text, words, proposal, isFound, said, answers, state, settled } = remark;
  const isOpen = state === 'open';
  const about = words === null ? '' : isFound ? '' : ` · its words “${words}” are gone`;
  const proposed = proposal === null ? [] : [`Proposed: “${proposal}”`, ...(words === null ? [] : [`instead of “${words}”`])];
  return {
    label: `${LABELS[state]}${settled ? ` by ${settled.who ?? 'somebody without a name'}` : ''}${about}`,
    comments: [comment([text, ...proposed], said, form === 'kept' ? '' : 'written into the letter'), ...answers.map((answer) => comment([answer.text], answer, ''))],
    state: isOpen ? CommentThreadState.Unresolved : CommentThreadState.Resolved,
    contextValue: form !== 'kept' ? 'letter' : !isOpen ? 'settled' : proposal !== null && isFound ? 'open proposal' : 'open',
    canReply: form === 'kept',
  };
}

/** Nothing of it is read as Markdown: what somebody wrote is no link and no picture. */
function comment(lines: readonly string[], said: Said | null, label: string): Comment {
  const body = new MarkdownString();
  lines.forEach((line, i) => body.appendText(i === 0 ? line : `\n${line}`));
  return {
    body, mode: CommentMode.Preview, author: { name: said === null ? 'In the letter' : said.who ?? 'No name given' },
    ...(label !== '' && { label }), ...(said && { timestamp: new Date(said.when) }),
  };
}

/** A remark in one line, for lists. */
export function remarkWords({ text, proposal, said, item }: Remark): { readonly label: string; readonly description: string } {
  const who = said ? `${said.who ?? 'no name given'}, ${withPrintedDates(said.when.slice(0, 'YYYY-MM-DD'.length))}` : 'in the letter';
  return { label: proposal === null ? text : `${text} → “${proposal}”`, description: `${item === null ? 'Letter' : `Item ${item}`} · ${who}` };
}
