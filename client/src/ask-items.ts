import { env, type InputBox } from 'vscode';
import { askLine } from './ask-line.ts';
import { linesLostIn } from './pasted-lines.ts';
import { count } from './wording.ts';

/**
 * Asks for the disputed items, one after the other until Enter alone is pressed. A list may be pasted as a whole: the box
 * has one line only, so its lines are taken from the clipboard. `step`: of the questions that went before.
 */
export async function askItems(title: string, step: number): Promise<readonly string[] | 'back' | undefined> {
  const items: string[] = [];
  let typed = 0;
  for (;;) {
    const answer = await askLine({
      title, step, totalSteps: step,
      prompt: items.length === 0
        ? 'Type one, or paste the list, one a line. Enter alone goes on.'
        : `${count(items.length, 'item')} so far, the last: ${items.at(-1)}. Type the next one; Enter alone opens the letter.`,
      placeholder: 'Norco 10/325 mg #120 (#60 authorized) · Crutches (depends on item 1)',
      whileTyping: (box) => {
        // A key adds one letter: what somebody copied is looked at only where more came at once.
        if (box.value.length > typed + 1) void takePasted(box, items);
        typed = box.value.length;
      },
    });
    if (answer === undefined || answer === 'back') return answer;
    if (answer.words === '') return items;
    items.push(answer.words);
    typed = 0;
  }
}

async function takePasted(box: InputBox, items: string[]): Promise<void> {
  const pasted = linesLostIn(box.value, await env.clipboard.readText());
  if (pasted.length === 0) return;
  items.push(...pasted);
  box.value = '';
  box.prompt = `${count(pasted.length, 'item')} pasted, ${items.length} in all. Type the next one; Enter alone opens the letter.`;
}
