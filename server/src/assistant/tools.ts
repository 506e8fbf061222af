import type { ToolName } from '../../../protocol/tools.ts';
import { toolInputs, type InputType, type ToolInput } from './tool-inputs.ts';

/** A tool as it is offered: to the assistant of the IDE by the manifest, which is made from this, and to others by `imr mcp`. */
export interface Tool {
  readonly name: ToolName;
  /** For people. */
  readonly title: string;
  readonly about: string;
  /** For the assistant: what the tool answers, and when to use it. */
  readonly description: string;
  readonly readsLetter: boolean;
  readonly input: InputSchema;
}

/** A JSON schema of flat values. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, InputType & { readonly description: string }>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

interface Words extends Pick<Tool, 'title' | 'about' | 'description'> {
  readonly takes: Readonly<Record<string, string>>;
}

const SAYS_WHICH = '“letterText” in the answer says which words of the letter it holds.';

const WORDS: Readonly<Record<ToolName, Words>> = {
  imr_check_letter: {
    title: 'Check the Letter',
    about: 'Finds what makes the determination letter in the editor defective.',
    description: 'Checks an Independent Medical Review determination letter and lists the findings: rule, severity, line, item, and what a good letter '
      + `does there. Use it before the letter goes out, and after each change. ${SAYS_WHICH}`,
    takes: { includeText: textOf('the findings’ own messages and the words that they are about') },
  },
  imr_look_up_guideline: {
    title: 'Look Up a Guideline',
    about: 'Says what a citation of an MTUS, ACOEM or ODG guideline means, and when it was in force.',
    description: 'Resolves a citation of an MTUS, ACOEM or ODG guideline in the catalogue, or finds guidelines by their names: title, sections, pages, when it was in '
      + 'force, and the source of these facts with how sure it is. It holds no text of a guideline. Use it before you name a guideline.',
    takes: {
      citation: 'The citation or the name, such as “MTUS Low Back Complaints 2004”.',
      date: 'The day on which it has to be in force, YYYY-MM-DD: the date of the UR denial.',
    },
  },
  imr_list_items: {
    title: 'List the Disputed Items',
    about: 'Lists the disputed items of the letter in the editor, and what is missing in each.',
    description: 'Lists the disputed items of the letter: title, decision, what is missing, the items that each depends on, and the guidelines cited with their status. '
      + SAYS_WHICH,
    takes: { includeText: textOf('the guideline lines and the rationales') },
  },
  imr_suggest_rationales: {
    title: 'Suggest Rationale Templates',
    about: 'Suggests rationale templates for an item of the letter in the editor.',
    description: 'Suggests templates for the rationale of a disputed item, best first, each with the reason why it fits. They leave every clinical fact to the '
      + `reviewer. ${SAYS_WHICH}`,
    takes: {
      item: 'Number of the item, from 1. Without it: every item that has no rationale yet.',
      includeText: textOf('the templates as written out for the item, with its title in them'),
    },
  },
};

export const tools: readonly Tool[] = (Object.keys(WORDS) as ToolName[]).map((name) => {
  const { takes, ...words } = WORDS[name];
  return { name, ...words, readsLetter: toolInputs[name].readsLetter, input: schemaOf(toolInputs[name], takes) };
});

function textOf(what: string): string {
  return `True also hands over ${what}. A letter is a health record: ask for its words only where the user wants them handed over. False by default.`;
}

/** The schema of an input, each value with what is said of it. */
export function schemaOf({ takes, needs }: Pick<ToolInput, 'takes' | 'needs'>, words: Readonly<Record<string, string>>): InputSchema {
  const properties = Object.fromEntries(Object.entries(takes).map(([key, value]) => [key, { ...value, description: words[key] ?? '' }]));
  return { type: 'object', properties, required: needs, additionalProperties: false };
}
