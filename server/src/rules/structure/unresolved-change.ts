import type { EditorialMark } from '../../markdown/editorial-marks.ts';
import { span, type Span } from '../../markdown/span.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

export const unresolvedChange = defineRule({
  id: 'unresolved-change',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  summary: 'No change that somebody proposed is left open in the letter.',
  why: 'A letter with “{--not --}” in it reads one way to whoever takes the change and the other way to whoever doesn’t. Until the reviewer has decided, the program reads it as it was before.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Marks in code.', 'Remarks (“{>>…<<}”) and words that they point at (“{==…==}”): an open remark keeps the letter from being signed, but is no fault of its words.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady.{>>since when?<<} Therefore, a cane is not medically necessary.'],
    invalid: [{
      draft: '### Walking cane: Upheld\n\n**Decision rationale:** The gait is ⟦{~~good~>steady~~}⟧. Therefore, a cane is not medically necessary.',
      fixed: '### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.',
    }],
  },
  messages: {
    insertion: ({ proposed }: { proposed: string }) => `“${proposed}” is proposed to go in here. Take it, or leave it out.`,
    deletion: ({ words }: { words: string }) => `“${words}” is proposed to go. Take it out, or keep it.`,
    replacement: ({ words, proposed }: { words: string; proposed: string }) => `“${proposed}” is proposed in the place of “${words}”. Take it, or keep the words.`,
    open: ({ sign }: { sign: string }) => `Nothing closes “${sign}” within this paragraph. Close it, or take it out.`,
  },
  check: (determination, report) => {
    for (const mark of determination.marks) {
      const item = determination.items.find(({ start, end }) => start <= mark.span.start && mark.span.start < end)?.number;
      const said = { span: mark.span, ...(item !== undefined && { item }) };
      const [words, proposed] = [shown(mark.words), shown(mark.proposed ?? '')];
      if (mark.kind === 'open') report({ ...said, messageId: 'open', data: { sign: words } });
      else if (mark.kind === 'insertion') report({ ...said, messageId: 'insertion', data: { proposed }, fixes: () => fixesOf(determination.text, mark) });
      else if (mark.kind === 'deletion') report({ ...said, messageId: 'deletion', data: { words }, fixes: () => fixesOf(determination.text, mark) });
      else if (mark.kind === 'replacement') report({ ...said, messageId: 'replacement', data: { words, proposed }, fixes: () => fixesOf(determination.text, mark) });
    }
  },
});

/** To take the proposal comes first: it is what it was written for. */
function fixesOf(text: string, { span: place, words, proposed }: EditorialMark): Fix[] {
  const fix = (title: string, newText: string): Fix => ({ title, applicability: 'suggestion', edits: [{ span: newText === '' ? withBlank(text, place) : place, newText }] });
  return [
    fix(proposed === '' ? `Take “${shown(words)}” out, as proposed` : `Take “${shown(proposed ?? '')}”, as proposed`, proposed ?? ''),
    fix(words === '' ? `Leave “${shown(proposed ?? '')}” out` : `Keep “${shown(words)}”`, words),
  ];
}

/** With one of the two blanks around it. */
function withBlank(text: string, { start, end }: Span): Span {
  return text[start - 1] === ' ' && /[\s.,;:!?)]|^$/.test(text.charAt(end)) ? span(start - 1, end) : span(start, end);
}

function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 58)}…` : line;
}
