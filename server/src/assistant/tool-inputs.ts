import type { ToolName } from '../../../protocol/tools.ts';

/** The JSON schema of one value. */
export interface InputType {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly format?: 'date';
  readonly minimum?: number;
}

export interface ToolInput {
  /** False for a tool that needs the catalogue only. */
  readonly readsLetter: boolean;
  readonly takes: Readonly<Record<string, InputType>>;
  readonly needs: readonly string[];
}

const includeText: InputType = { type: 'boolean' };

/** What the tools take. Their words are in tools.ts: the language server, which goes into the package twice, does without. */
export const toolInputs: Readonly<Record<ToolName, ToolInput>> = {
  imr_check_letter: { readsLetter: true, takes: { includeText }, needs: [] },
  imr_look_up_guideline: { readsLetter: false, takes: { citation: { type: 'string' }, date: { type: 'string', format: 'date' } }, needs: ['citation'] },
  imr_list_items: { readsLetter: true, takes: { includeText }, needs: [] },
  imr_suggest_rationales: { readsLetter: true, takes: { item: { type: 'integer', minimum: 1 }, includeText }, needs: [] },
};
