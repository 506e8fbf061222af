import assert from 'node:assert/strict';
import { runTool, toolNamed } from '../../server/src/assistant/run-tool.ts';
import { ToolFailure } from '../../server/src/assistant/tool-failure.ts';
import { tools } from '../../server/src/assistant/tools.ts';
import { soundLetter } from '../lsp/letters.ts';
import { letterOf } from '../service/letter.ts';

const letter = letterOf(soundLetter);

describe('the input of a tool', () => {
  const refused: readonly [name: string, tool: string, input: unknown, sentence: RegExp][] = [
    ['a value of another type is refused', 'imr_check_letter', { includeText: 'yes' }, /“includeText” is true or false\./],
    ['an input that the tool does not know is refused, without repeating it', 'imr_check_letter', { patient: 'x' }, /takes no such input; it takes “includeText”/],
    ['the name of a property of every object is no input', 'imr_check_letter', { constructor: true }, /takes no such input/],
    ['a list is refused', 'imr_list_items', [], /is an object of named values/],
    ['a word in place of an object is refused', 'imr_list_items', 'all', /is an object of named values/],
    ['what is needed must be there', 'imr_look_up_guideline', {}, /needs “citation”/],
    ['and must not be empty', 'imr_look_up_guideline', { citation: '  ' }, /is a text/],
    ['a day is a day', 'imr_look_up_guideline', { citation: 'MTUS', date: '2016-13-40' }, /is a day as YYYY-MM-DD/],
    ['an item has a number from 1 on', 'imr_suggest_rationales', { item: 0 }, /is a whole number from 1 on/],
  ];
  for (const [name, tool, input, sentence] of refused) {
    it(name, () => assert.throws(() => runTool(toolNamed(tool), input, letter), (error) => error instanceof ToolFailure && sentence.test(error.message)));
  }

  it('may be left out where nothing is needed', () => {
    assert.deepEqual(runTool(toolNamed('imr_check_letter'), undefined, letter), runTool(toolNamed('imr_check_letter'), { includeText: null }, letter));
  });

  it('is of a tool that there is', () => {
    assert.throws(() => toolNamed('imr_sign_letter'), /There is no such tool; there are imr_check_letter,/);
  });
});

describe('each tool', () => {
  for (const tool of tools) {
    it(`${tool.name} ${tool.readsLetter ? 'asks for a letter where there is none' : 'needs no letter'}`, () => {
      const input = tool.readsLetter ? {} : { citation: 'MTUS Low Back Complaints 2004' };
      if (tool.readsLetter) assert.throws(() => runTool(tool.name, input, null), /open a determination letter first/);
      else assert('letterText' in runTool(tool.name, input, null));
    });

    it(`${tool.name} says which words of the letter its answer holds`, () => {
      const answer = runTool(tool.name, tool.readsLetter ? {} : { citation: 'MTUS' }, letter) as { readonly letterText: string };
      assert(['none', 'titles'].includes(answer.letterText));
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
    });
  }
});
