import { SnippetString } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { askItems } from './ask-items.ts';
import { askLine } from './ask-line.ts';
import { askServer } from './ask-server.ts';
import { openDraft } from './open-draft.ts';

/** The question stands in the title: the prompt gives way to what is wrong with an answer. */
const TITLE = 'New Determination: ';
const DATE = '11/18/2016';

/** What is asked for, in the order of the letter's head; keys of the front matter. */
const FACTS = [
  { key: 'case-number', name: 'Case number', example: 'CM16-0123456', hint: '' },
  { key: 'date-of-injury', name: 'Date of injury', example: DATE, hint: '' },
  { key: 'ur-denial-date', name: 'Date of the UR denial', example: DATE, hint: 'It decides which guidelines were in force.' },
  { key: 'application-received', name: 'Date the application was received', example: DATE, hint: '' },
  { key: 'date-assigned', name: 'Date the case was assigned', example: DATE, hint: '' },
  { key: 'decision-date', name: 'Date of the decision', example: DATE, hint: '' },
  { key: 'specialty', name: 'Your specialty', example: 'Occupational Medicine', hint: '' },
] as const;

/** Asks for the facts of the case and what is in dispute, and opens an untitled letter with a tab stop at all that is left open. */
export async function newDetermination(client: BaseLanguageClient): Promise<void> {
  const known = new Map<string, string>();
  for (let step = 0; ;) {
    const facts = await askFacts(client, known, step);
    if (!facts) return;
    const items = await askItems(`${TITLE}Disputed Items`, FACTS.length + 1);
    if (items === undefined) return;
    if (items !== 'back') {
      const { snippet } = await askServer(client, 'imr/newLetter', { facts: Object.fromEntries(known), items: items.join('\n') });
      const editor = await openDraft('');
      await editor.insertSnippet(new SnippetString(snippet));
      return;
    }
    step = FACTS.length - 1;
  }
}

/** Fills `known`, from that question on. False where the reviewer gives up. */
async function askFacts(client: BaseLanguageClient, known: Map<string, string>, from: number): Promise<boolean> {
  for (let step = from; step < FACTS.length;) {
    const fact = FACTS[step];
    if (!fact) break;
    const answer = await askFact(client, fact, step, known.get(fact.key));
    if (answer === undefined) return false;
    if (answer === 'back') {
      step--;
      continue;
    }
    known.set(fact.key, answer);
    step++;
  }
  return true;
}

async function askFact(
  client: BaseLanguageClient, { key, name, example, hint }: typeof FACTS[number], step: number, value = '',
): Promise<string | undefined> {
  let read = '';
  const answer = await askLine({
    title: TITLE + name, step: step + 1, totalSteps: FACTS.length + 1, value, placeholder: example,
    prompt: `${hint} Enter alone leaves it open.`.trim(),
    problem: async (text) => {
      const reading = await askServer(client, 'imr/caseFact', { key, text });
      read = 'value' in reading ? reading.value : '';
      return 'problem' in reading ? reading.problem : undefined;
    },
  });
  return answer === undefined || answer === 'back' ? answer : answer.words && read;
}
