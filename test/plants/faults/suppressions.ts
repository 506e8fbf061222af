import { withItem, type LetterSpec } from '../letter-spec.ts';
import type { Plant } from '../plant.ts';

/** A placeholder in the first item's line, for a comment to silence. */
function withPlaceholder(letter: LetterSpec): LetterSpec {
  return withItem(letter, 0, { reviewer: `${letter.items[0]?.reviewer ?? ''} [[further source]]` });
}

export const suppressionPlants: readonly Plant[] = [
  {
    rule: 'suppression-without-reason', name: 'a comment that silences a fault and doesn’t say why',
    plant: (letter, choose) => {
      if (letter.layout !== 'draft') return null;
      const comment = `<!-- imr-disable-next-line placeholder-left${choose.oneOf(['', ' --', ' -- because'])} -->`;
      return { letter: withPlaceholder(letter), item: null, at: comment, rewrite: (text) => text.replace('**MAXIMUS guideline:**', `${comment}\n**MAXIMUS guideline:**`) };
    },
  },
  {
    rule: 'unused-suppression', name: 'a comment where nothing is found',
    plant: (letter, choose) => {
      if (letter.layout !== 'draft') return null;
      const rule = choose.oneOf(['missing-decision', 'laterality-mismatch', 'duplicate-item']);
      return { letter, item: null, at: rule, rewrite: (text) => text.replace('\n### ', `\n<!-- imr-disable-next-line ${rule} -- decided with the parties -->\n### `) };
    },
  },
  {
    rule: 'unused-suppression', name: 'a rule of another name', noFix: 'which rule is meant the reviewer knows',
    plant: (letter) => (letter.layout === 'draft'
      ? { letter, item: null, at: 'mising-decision', rewrite: (text) => text.replace('\n### ', '\n<!-- imr-disable-next-line mising-decision -- decided with the parties -->\n### ') }
      : null),
  },
];
