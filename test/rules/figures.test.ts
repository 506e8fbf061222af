import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { ReadProse } from '../../server/src/determination/prose.ts';
import { span } from '../../server/src/markdown/span.ts';
import type { WordsPlace } from '../../server/src/rules/engine/own-words.ts';
import type { WordsCheck } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { findingsIn } from './findings.ts';
import { ruleNamed } from './check.ts';

const FOLDERS = ['structure', 'law-scope-privacy', 'guideline-citations', 'facts'];

describe('a rule that weighs no figures', () => {
  const named = rules.flatMap((rule): (readonly [string, WordsCheck])[] => {
    const words = rule.scope === 'words' ? rule : rule.scope === 'letter' ? rule.words : undefined;
    return words?.weighsNoFigures ? [[rule.id, words]] : [];
  });

  for (const [id, words] of named) {
    const isClean = (text: string, place: WordsPlace): boolean => {
      let found = 0;
      words.check({ prose: new ReadProse(text, span(0, text.length), []), place }, () => found++, undefined);
      return found === 0;
    };

    it(`finds something in a line of any of the cases, or nothing, whatever its figures: ${id}`, () => {
      for (const line of linesOfCases()) {
        for (const place of ['claims-guideline', 'reviewer-guideline'] as const) {
          assert.equal(isClean(line.replace(/\d/g, '1'), place), isClean(line, place), line);
        }
      }
    });
  }

  it('finds a fault behind many lines that had none', () => {
    const item = (guideline: string): string => `### Walking cane: Upheld\n\n**MAXIMUS guideline:** Decision based on ${guideline}\n\n**Decision rationale:** The gait is steady. The cane is not medically necessary.\n\n`;
    const letter = [item('MTUS Low Back Complaints, page 12.'), item('MTUS Low Back Complaints, page 34.'), item('MTUS Low Back Complaints, page {{page}}.'), item('MTUS Low Back Complaints, page 56.')].join('');
    assert.deepEqual(findingsIn(letter, [ruleNamed('placeholder-left')]).map(({ item: number }) => number), [3]);
  });
});

function linesOfCases(): readonly string[] {
  const texts = FOLDERS.flatMap((folder) => readdirSync(new URL(`${folder}/`, import.meta.url)).map((name) => readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8')));
  return [...new Set(texts.flatMap((text) => text.split('\n')).filter((line) => /\d/.test(line)))];
}
