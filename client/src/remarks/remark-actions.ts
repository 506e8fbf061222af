import { CodeAction, CodeActionKind, languages, type Disposable } from 'vscode';
import { LETTER_LANGUAGES } from '../letter-languages.ts';
import { shortened } from '../wording.ts';
import { rangeOf } from './remark-commands.ts';
import type { RemarkThreads } from './threads.ts';

/** The lightbulb at a remark: take the proposed words, or resolve it. What is proposed within the letter has quick fixes of its rule. */
export function offerRemarkActions(threads: RemarkThreads): Disposable {
  return languages.registerCodeActionsProvider(LETTER_LANGUAGES, {
    provideCodeActions({ uri }, range) {
      const here = threads.of(uri).filter((remark) => remark.id !== null && remark.state === 'open' && rangeOf(remark).intersection(range));
      return here.flatMap(({ id, text, proposal, words, isFound }) => [
        ...(proposal !== null && words !== null && isFound ? [action(`Take “${shortened(proposal, 60)}”, as proposed`, 'imr.takeProposal', id)] : []),
        action(`Resolve the remark “${shortened(text, 60)}”`, 'imr.resolveRemark', id),
      ]);
    },
  }, { providedCodeActionKinds: [CodeActionKind.QuickFix] });
}

function action(title: string, command: string, id: string | null): CodeAction {
  const offered = new CodeAction(title, CodeActionKind.QuickFix);
  offered.command = { title, command, arguments: [id] };
  return offered;
}
