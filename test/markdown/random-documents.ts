import fc from 'fast-check';
import type { TextEdit } from '../../server/src/markdown/text-edit.ts';

/** Pieces that Markdown gives a meaning, put together anyhow: most documents made of them are broken, as drafts are. */
const LINES = [
  '# Title', '## Sub title ##', '### Knee brace: Upheld', '#', '#no-space', '####### seven', '   ## set in', '\t# tabbed',
  'plain words', 'more plain words of a letter', '**Decision rationale:** the request', '*emphasis* and _more_', '**open', '__a__ b',
  '  set in by two', '    set in by four', '     set in by five', '\ttab first', ' \ttab second', '   \t', '    ', '\t',
  'trailing  ', 'trailing\t', 'back\\', '\\# escaped', 'a &amp; b &#35; &nosuch;', '`code` and ``more``', '`open', '<b>inline</b> html',
  '- item', '- ', '-', '* item', '*', '+ item', '1. one', '2. two', '1) one', '10. ten', '  - nested', '    - deeper', '   - by three', '\t- tabbed item',
  '- - two at once', '- > quoted item', '-     code in item', '- # heading in item', '1.', '1986. A year', '-foo', '+1 visit', '- ```',
  '> quote', '>', '> > nested', '> - list in quote', '>lazy next', '   > set in', '> ```', '>     code', '> # h',
  '```', '```js', '````', '~~~', '~~~ a`b', '  ```', '    ```', '``` a`b', '```x``` y', '``` ', '> [q]: /quoted', '- [l]: /listed',
  '<!-- note -->', '<!-- open', 'close -->', '-->', '<!-->', '  <!-- in -->', '<!-- a --> b', '<!-- imr-disable-next-line x -- why -->', '<!---', '<!',
  '<div>', '</div>', '<script>', '</script>', '<?php', '?>', '<custom-tag>', '<br/>', '<a href="', '<pre', '<![CDATA[', ']]>',
  '[label]: /url', '[label]: /url "title"', '[other]:', '/url-on-next-line', '"title"', '[LABEL]', '[text][label]', '[label][]', '![image][other]', '[a](b)',
  '[[placeholder]]', '[unclosed', '[x]: <', '   [set in]: /u', '      [far in]: /u', '[ẞ]: /s', '[ss]', '[a\\]b]: /e', '[a\\]b]', '[', ']', ']:', '[other]: /o',
  '***', '---', '___', '* * *', '- - -', '--', '==', '===', '=', '-- -', '----', '...', '  ---', '    ---', '**', '**a', '_', '_a', '*a',
  '| a | b |', '|---|---|', 'MTUS, Page(s): 46-47.', '1. X is not necessary', 'Norco 10/325 mg #60', 'case-number: CM13', 'key: [', '  - item of list',
  '\f', 'a\fb', '\fPage 2', 'smart “quotes” – dash', '😀 astral 𝒳', '\uFEFFmark inside', '\uFEFF', 'nul\0here', '\u00a0', '\u2028', 'é\u0301',
];
const ENDS = ['\n', '\n', '\n', '\n\n', '\n\n', '\n\n', '\n\n', '\n\n\n', '\n   \n', '\n\t\n', '\r\n', '\r\n\r\n', '\r', '\r\r', '\n\r', '', ' '];
const HEADS = [
  '', '', '', '', '', '', '\uFEFF', '---\ncase-number: CM13\n---\n', '---\ncase-number: CM13\n---\n\n', '---\n', '\uFEFF---\na: [b\n...\n', '---\r\na: b\r\n---\r\n\r\n',
  '---\ra: b\r---\r', '\n---\n', '---  \nitems:\n  - one\n  - two\n---\t\n', '---\n---\n', '---\n---', '\uFEFF\uFEFF',
];
const SNIPS = ['\n', '\n\n', '\r', '\r\n', ' ', '    ', '\t', '-', '- ', '#', '# ', '`', '```', '*', '**', '>', '> ', '<', '<!--', '-->', '[', ']', ']:', ':', '---', '---\n', '=', '1. ', 'x', '\uFEFF', '\f', '\\'];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...LINES), fc.constantFrom(...ENDS)).map(([line, end]) => line + end) },
  { weight: 3, arbitrary: fc.constantFrom('plain words of a letter\n\n', 'two plain\nlines\n\n', '**bold** start\n\n', '## Heading\n\n', '- a\n- b\n\n') },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);

export const markdownText = fc.tuple(fc.constantFrom(...HEADS), fc.array(piece, { maxLength: 24 }))
  .map(([head, pieces]) => head + pieces.join(''));

/** An edit before it is known how long the text is: `at` and `length` are taken modulo what there is. */
export interface LooseEdit {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

const newText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SNIPS) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom(...LINES) },
  { weight: 2, arbitrary: fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('')) },
);

const looseEdit: fc.Arbitrary<LooseEdit> = fc.record({
  at: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 9, arbitrary: fc.nat(2000) }),
  length: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(3) }, { weight: 2, arbitrary: fc.nat(60) }),
  newText,
});

export const looseEdits = fc.array(looseEdit, { minLength: 1, maxLength: 5 });

export function fitEdit(loose: LooseEdit, text: string): TextEdit {
  const start = loose.at % (text.length + 1);
  return { start, end: Math.min(text.length, start + loose.length), newText: loose.newText };
}
