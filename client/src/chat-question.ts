import type { ItemList } from '../../protocol/items.ts';
import type { Answer } from './chat-answer.ts';
import { checkAnswer, citeAnswer, itemsAnswer, rationaleAnswer } from './chat-answers.ts';
import type { AskTool } from './tool-answers.ts';

const HELP: Answer = {
  pieces: [{
    markdown: 'I answer from the rules and the guideline catalogue, without a language model:\n\n'
      + '- `/check` lists what is wrong with the letter\n- `/items` lists its disputed items\n'
      + '- `/cite MTUS Low Back Complaints 2004` says what a citation means\n- `/rationale 2` suggests templates for an item\n\n'
      + 'With `with words` behind it, `/check` and `/rationale` also give words of the letter.',
  }],
};

/** Where answers come from. `items`: of the letter that the reviewer works on; null where none is open. */
export interface Engine {
  readonly ask: AskTool;
  readonly items: () => Promise<ItemList | null>;
}

/** Answers a question to `@imr` from the tools alone. `command` without its slash; rejected with a sentence for what the reviewer can put right. */
export async function answerQuestion(
  { command, prompt }: { readonly command?: string | undefined; readonly prompt: string }, { ask, items }: Engine,
): Promise<Answer> {
  const includeText = /\bwith (?:the )?words\b/i.test(prompt);
  switch (command) {
    case 'check': return checkAnswer(await ask('imr_check_letter', { includeText }));
    case 'items': {
      const list = await items();
      if (!list) throw new Error('Open a determination letter first.');
      return itemsAnswer(list);
    }
    case 'rationale': {
      const item = /\d+/.exec(prompt)?.[0];
      return rationaleAnswer(await ask('imr_suggest_rationales', { includeText, ...(item !== undefined && { item: Number(item) }) }));
    }
    case 'cite': return prompt.trim() === '' ? HELP : citeAnswer(await ask('imr_look_up_guideline', { citation: prompt }));
    case undefined:
    default: return answerWords(prompt, ask);
  }
}

/** A part of the body alone would be read as a chapter's name, so a citation has to sound like one. */
const CITES = /\b(?:MTUS|ACOEM|ODG|guidelines?|chapter|complaints|(?:19|20)\d\d)\b/i;

/** A citation is looked up; for anything else the commands are named. */
async function answerWords(prompt: string, ask: AskTool): Promise<Answer> {
  if (!CITES.test(prompt)) return HELP;
  const found = await ask('imr_look_up_guideline', { citation: prompt });
  return found.citations.some(({ guideline }) => guideline !== null) ? citeAnswer(found) : HELP;
}
