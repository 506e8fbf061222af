/** What an assistant may ask for: its name, what it is for, and the input that it takes. Without code, so that the manifest can be made from it. */
export interface Tool {
  readonly name: ToolName;
  /** For people. */
  readonly title: string;
  readonly about: string;
  /** For the assistant: what the tool answers, and when to use it. */
  readonly description: string;
  /** False for a tool that needs the catalogue only. */
  readonly readsLetter: boolean;
  readonly input: InputSchema;
}

export type ToolName = 'imr_check_letter' | 'imr_look_up_guideline' | 'imr_list_items' | 'imr_suggest_rationales';

/** A JSON schema of flat values. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, InputProperty>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

export interface InputProperty {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description: string;
  readonly format?: 'date';
  readonly minimum?: number;
}

const includeText = (what: string): InputProperty => ({
  type: 'boolean',
  description: `True also hands over ${what}. A letter is a health record: ask for its words only where the user wants them handed over. False by default.`,
});

const inputOf = (properties: InputSchema['properties'], required: readonly string[] = []): InputSchema =>
  ({ type: 'object', properties, required, additionalProperties: false });

const SAYS_WHICH = '“letterText” in the answer says which words of the letter it holds.';

export const tools: readonly Tool[] = [
  {
    name: 'imr_check_letter',
    title: 'Check the Letter',
    about: 'Finds what makes the determination letter in the editor defective.',
    description: 'Checks an Independent Medical Review determination letter and lists the findings: rule, severity, line, item, and what a good letter '
      + `does there. Use it before the letter goes out, and after each change. ${SAYS_WHICH}`,
    readsLetter: true,
    input: inputOf({ includeText: includeText('the findings’ own messages and the words that they are about') }),
  },
  {
    name: 'imr_look_up_guideline',
    title: 'Look Up a Guideline',
    about: 'Says what a citation of an MTUS, ACOEM or ODG guideline means, and when it was in force.',
    description: 'Resolves a citation of an MTUS, ACOEM or ODG guideline in the catalogue, or finds guidelines by their names: title, sections, pages, when it was in '
      + 'force, and the source of these facts with how sure it is. It holds no text of a guideline. Use it before you name a guideline.',
    readsLetter: false,
    input: inputOf({
      citation: { type: 'string', description: 'The citation or the name, such as “MTUS Low Back Complaints 2004”.' },
      date: { type: 'string', format: 'date', description: 'The day on which it has to be in force, YYYY-MM-DD: the date of the UR denial.' },
    }, ['citation']),
  },
  {
    name: 'imr_list_items',
    title: 'List the Disputed Items',
    about: 'Lists the disputed items of the letter in the editor, and what is missing in each.',
    description: 'Lists the disputed items of the letter: title, decision, what is missing, the items that each depends on, and the guidelines cited with their status. '
      + SAYS_WHICH,
    readsLetter: true,
    input: inputOf({ includeText: includeText('the guideline lines and the rationales') }),
  },
  {
    name: 'imr_suggest_rationales',
    title: 'Suggest Rationale Templates',
    about: 'Suggests rationale templates for an item of the letter in the editor.',
    description: 'Suggests templates for the rationale of a disputed item, best first, each with the reason why it fits. They leave every clinical fact to the '
      + `reviewer. ${SAYS_WHICH}`,
    readsLetter: true,
    input: inputOf({
      item: { type: 'integer', minimum: 1, description: 'Number of the item, from 1. Without it: every item that has no rationale yet.' },
      includeText: includeText('the templates as written out for the item, with its title in them'),
    }),
  },
];
