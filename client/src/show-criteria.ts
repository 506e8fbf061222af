import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CriteriaMatrix, CriterionStatus, CriterionWords } from '../../protocol/criteria.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { showPlace } from './go-to.ts';
import { itemOf } from './item-of.ts';
import { shortened } from './wording.ts';

const STATUSES: Readonly<Record<CriterionStatus, string>> = {
  'met': '$(pass) met', 'not-met': '$(circle-slash) not met', 'said': '$(eye) read the words', 'not-stated': '$(question) not stated',
};
const WHERE: Readonly<Record<CriterionWords['of'], string>> = { case: '', rule: 'The guideline: ', title: 'The title: ', summary: 'The summary: ' };
const SEEN = 60;

interface Row extends QuickPickItem {
  readonly words?: CriterionWords;
}

/** What an item's request is usually judged by, and the sentence on each; a row goes to its sentence. */
export async function showCriteria(client: BaseLanguageClient, letter: ActiveLetter, row: unknown): Promise<void> {
  const { item } = await itemOf(letter, row);
  const editor = await letter.editor();
  const matrix = await askServer(client, 'imr/criteria', { uri: editor.document.uri.toString(), item: item.number });
  if (!matrix) throw new Error('This file is no determination letter.');
  if (matrix.situation === null) throw new Error(`What a request such as item ${item.number} is usually judged by isn’t known for certain.`);
  const title = `Item ${item.number}, ${shortened(item.title, SEEN)}: What It Is Usually Judged By`;
  const chosen = await window.showQuickPick(rowsOf(matrix), { title, placeHolder: 'General knowledge, no guideline’s words; choose a sentence to go there', matchOnDetail: true });
  if (chosen?.words) await showPlace(editor, chosen.words.range);
}

/** What isn't stated stands first: it is what is looked for. */
function rowsOf({ rows }: CriteriaMatrix): Row[] {
  const of = (status: CriterionStatus): Row[] => rows.filter((each) => each.status === status).flatMap(({ criterion, words }): Row[] => {
    const label = `${STATUSES[status]}: ${criterion}`;
    return words.length === 0 ? [{ label }] : words.map((each) => ({ label, detail: `${WHERE[each.of]}${each.text}`, words: each }));
  });
  const [open, told] = [of('not-stated'), (['not-met', 'said', 'met'] as const).flatMap(of)];
  const between: Row[] = open.length > 0 && told.length > 0 ? [{ label: 'in the rationale', kind: QuickPickItemKind.Separator }] : [];
  return [...open, ...between, ...told];
}
