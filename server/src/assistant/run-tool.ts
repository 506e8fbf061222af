import type { LookUpGuidelineInput, SuggestRationalesInput, TextOption, ToolName } from '../../../protocol/tools.ts';
import { urDenialDate } from '../rules/common/citations.ts';
import type { Letter } from '../service/letter.ts';
import { checkLetter } from './check-letter.ts';
import { listItems } from './list-items.ts';
import { lookUpGuideline } from './look-up-guideline.ts';
import { readInput } from './read-input.ts';
import { suggestRationales } from './suggest-rationales.ts';
import { ToolFailure } from './tool-failure.ts';
import { toolInputs } from './tool-inputs.ts';

/** @throws ToolFailure for a name that no tool has */
export function toolNamed(name: unknown): ToolName {
  if (typeof name === 'string' && Object.hasOwn(toolInputs, name)) return name as ToolName;
  throw new ToolFailure(`There is no such tool; there are ${Object.keys(toolInputs).join(', ')}.`);
}

/**
 * Answers a tool with plain JSON. `letter`: what it is about; for a tool that needs none, the letter whose UR denial date counts, if any.
 * @throws ToolFailure for an input that the tool doesn't take, and where it needs a letter and has none
 */
export function runTool(tool: ToolName, given: unknown, letter: Letter | null): object {
  const input: unknown = readInput(toolInputs[tool], given);
  if (tool === 'imr_look_up_guideline') return lookUpGuideline(input as LookUpGuidelineInput, letter && urDenialDate(letter.determination));
  if (!letter) throw new ToolFailure('There is no letter to look at; open a determination letter first.');
  switch (tool) {
    case 'imr_check_letter': return checkLetter(letter, input as TextOption);
    case 'imr_list_items': return listItems(letter, input as TextOption);
    case 'imr_suggest_rationales': return suggestRationales(letter, input as SuggestRationalesInput);
  }
}
