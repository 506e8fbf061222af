import { commands, window, type Disposable, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveLetter } from './active-letter.ts';
import { mergeItem, moveItem, splitItem } from './arrange-items.ts';
import { stepToBlank } from './blanks.ts';
import { checkLetter } from './check-letter.ts';
import { compareRounds } from './compare-rounds.ts';
import { explainRule } from './explain-rule.ts';
import { fixProblem, goToItem, stepToItem, stepToProblem } from './go-to.ts';
import { insertFromList } from './insert-from-list.ts';
import { makeDraft, pasteLetter } from './letter-as-draft.ts';
import type { LetterStatuses } from './letter-statuses.ts';
import { newDetermination } from './new-determination.ts';
import { readyToSign } from './ready-to-sign.ts';
import { answerRemark, leaveRemark, markAsRead, nextRemark, proposeWords, settleRemark, takeProposal, type Remarking } from './remarks/remark-commands.ts';
import type { RemarkThreads } from './remarks/threads.ts';
import { restartServer } from './restart-server.ts';
import { reportFalseAlarm } from './report-false-alarm.ts';
import { openSampleLetter, openWalkthrough } from './sample-letter.ts';
import { showCriteria } from './show-criteria.ts';
import { showLetter } from './show-letter.ts';
import type { LetterSummaryPanel } from './summary/letter-summary.ts';

/** The commands of the manifest. What goes wrong in one is said in a sentence. */
export function registerCommands(
  { extension }: ExtensionContext, client: BaseLanguageClient, statuses: LetterStatuses, letter: ActiveLetter, summary: LetterSummaryPanel, threads: RemarkThreads,
): Disposable[] {
  const remarking: Remarking = { client, letter, threads };
  const handlers: Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>> = {
    'imr.newDetermination': () => newDetermination(client),
    'imr.pasteLetter': () => pasteLetter(client, letter),
    'imr.makeDraft': () => makeDraft(client, letter),
    'imr.openSampleLetter': () => openSampleLetter(extension),
    'imr.openWalkthrough': () => openWalkthrough(extension),
    'imr.insertRationale': async (row) => {
      // The chat names the item; from anywhere else it is the one with the cursor in it.
      if (typeof row === 'string') await goToItem(letter, row);
      await insertFromList(client, letter, 'imr/rationaleTemplates', {
        title: 'Insert Rationale',
        none: 'No rationale template fits here. Put the cursor into a disputed item.',
      });
    },
    'imr.insertGuidelineCitation': () => insertFromList(client, letter, 'imr/guidelineCitations', {
      title: 'Insert Guideline Citation',
      none: 'No guideline fits here. Put the cursor into a disputed item.',
    }),
    'imr.checkLetter': () => checkLetter(letter, statuses),
    'imr.readyToSign': () => readyToSign(client, letter),
    'imr.showLetterSummary': () => summary.show(),
    'imr.nextItem': () => stepToItem(letter, 'next'),
    'imr.previousItem': () => stepToItem(letter, 'previous'),
    'imr.goToItem': (row) => goToItem(letter, row),
    'imr.moveItemUp': (row) => moveItem(client, letter, row, 'up'),
    'imr.moveItemDown': (row) => moveItem(client, letter, row, 'down'),
    'imr.moveItem': (row) => moveItem(client, letter, row, 'asked'),
    'imr.mergeItem': (row) => mergeItem(client, letter, row),
    'imr.splitItem': (row) => splitItem(client, letter, row),
    'imr.showCriteria': (row) => showCriteria(client, letter, row),
    'imr.nextBlank': async () => stepToBlank('next'),
    'imr.previousBlank': async () => stepToBlank('previous'),
    'imr.nextProblem': () => stepToProblem(client, letter, 'next'),
    'imr.previousProblem': () => stepToProblem(client, letter, 'previous'),
    'imr.fixProblem': () => fixProblem(client, letter),
    'imr.compareRounds': () => compareRounds(client, letter),
    'imr.leaveRemark': (given) => leaveRemark(remarking, given),
    'imr.proposeWords': (given) => proposeWords(remarking, given),
    'imr.answerRemark': (given) => answerRemark(remarking, given),
    'imr.resolveRemark': (given) => settleRemark(remarking, given, 'resolved'),
    'imr.reopenRemark': (given) => settleRemark(remarking, given, 'open'),
    'imr.takeProposal': (given) => takeProposal(remarking, given),
    'imr.nextRemark': () => nextRemark(remarking),
    'imr.markAsRead': () => markAsRead(remarking),
    'imr.reportFalseAlarm': () => reportFalseAlarm(client, letter),
    'imr.explainRule': (name) => explainRule(client, name),
    'imr.showLetter': () => showLetter(letter),
    'imr.restartServer': () => restartServer(client, letter),
    'imr.showOutput': async () => client.outputChannel.show(),
  };
  return Object.entries(handlers).map(([id, run]) => commands.registerCommand(id, async (...given: unknown[]) => {
    try {
      await run(...given);
    } catch (error) {
      void window.showErrorMessage(`IMR: ${error instanceof Error ? error.message : String(error)}`);
    }
  }));
}
