import { SnippetString, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { askItems } from './ask-items.ts';
import { askLine } from './ask-line.ts';
import { askServer } from './ask-server.ts';
import { openDraft } from './open-draft.ts';
import { count } from './wording.ts';

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

/** What was answered so far. */
interface Answers {
  readonly facts: Map<string, string>;
  readonly items: string[];
  /** The question that comes next. */
  step: number;
}

/** Of a letter whose questions were left by Escape. Kept in memory only, until the next one. */
let unfinished: Answers | undefined;

/** Asks for the facts of the case and what is in dispute, and opens an untitled letter with a tab stop at all that is left open. Escape keeps the answers. */
export async function newDetermination(client: BaseLanguageClient): Promise<void> {
  const answers = await answersToGoOnWith();
  if (!answers) return;
  unfinished = answers;
  for (;;) {
    if (!await askFacts(client, answers)) return;
    const asked = await askItems(`${TITLE}Disputed Items`, FACTS.length + 1, answers.items);
    if (asked === undefined) return;
    if (asked === 'done') break;
    answers.step = FACTS.length - 1;
  }
  const { snippet } = await askServer(client, 'imr/newLetter', { facts: Object.fromEntries(answers.facts), items: answers.items.join('\n') });
  unfinished = undefined;
  const editor = await openDraft('');
  await editor.insertSnippet(new SnippetString(snippet));
}

/** Those of the letter that was left, where the reviewer wants to go on with it; undefined for Escape. */
async function answersToGoOnWith(): Promise<Answers | undefined> {
  const anew: Answers = { facts: new Map(), items: [], step: 0 };
  if (!unfinished || (unfinished.items.length === 0 && [...unfinished.facts.values()].every((fact) => fact === ''))) return anew;
  const name = unfinished.facts.get('case-number') || 'The letter without a case number';
  const rows = [
    { label: 'Go on where you stopped', detail: `${name}, ${count(unfinished.items.length, 'item')}`, answers: unfinished },
    { label: 'Begin another letter', detail: 'What you answered is forgotten.', answers: anew },
  ];
  return (await window.showQuickPick(rows, { title: 'New Determination', ignoreFocusOut: true }))?.answers;
}

/** Fills the facts, from the next question on. False where the reviewer gives up. */
async function askFacts(client: BaseLanguageClient, answers: Answers): Promise<boolean> {
  while (answers.step < FACTS.length) {
    const fact = FACTS[answers.step];
    if (!fact) break;
    const answer = await askFact(client, fact, answers.step, answers.facts.get(fact.key));
    if (answer === undefined) return false;
    if (answer === 'back') {
      answers.step--;
      continue;
    }
    answers.facts.set(fact.key, answer);
    answers.step++;
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
