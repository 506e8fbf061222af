import { HEAD_KEYS, isoDate } from '../../determination/reading/facts.ts';
import type { Determination, Fact } from '../../determination/model.ts';
import { distance } from '../../determination/reading/wordings.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import type { Span } from '../../markdown/span.ts';
import { HEAD_DATES } from '../common/dates.ts';

export const unreadHead = defineRule({
  id: 'unread-head',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  summary: 'The head of the letter can be read: it is whole as YAML, has each key once, spells the keys as they are known, and has days for its dates.',
  why: 'On the dates of the head hangs which edition of a guideline was in force. Where a quotation mark is missing or a key is misspelt, the date is not read, and whatever rests on it is not checked, while the letter looks as if it had been.',
  sources: [{ title: 'YAML 1.2.2, chapter 3.2.1.1: the keys of a mapping are unique' }],
  leavesAlone: ['Keys of your own that resemble none of the known ones.', 'A head that is empty, or not there.', 'Days that are none, which are for `date-order`.', 'A date of injury that names a year: it may be a period.'],
  fixable: 'suggestion',
  examples: {
    valid: ['---\ncase-number: CM17-9100003\nur-denial-date: 2017-01-05\nteam: Blue\n---\n\n### Walking cane: Upheld\n'],
    invalid: [
      { draft: '---\ncase-number: CM17-9100003\nur-denial-date: 2017-01-05\n⟦ur-denial-date⟧: 2017-02-05\n---\n\n### Walking cane: Upheld\n' },
      {
        draft: '---\ncase-number: CM17-9100003\n⟦ur-denail-date⟧: 2017-01-05\n---\n\n### Walking cane: Upheld\n',
        fixed: '---\ncase-number: CM17-9100003\nur-denial-date: 2017-01-05\n---\n\n### Walking cane: Upheld\n',
      },
    ],
  },
  messages: {
    unreadable: ({ says }: { says: string }) => says,
    misspelt: ({ key, known }: { key: string; known: string }) => `The head has no key “${key}”, so that what stands behind it is not read. “${known}” seems to be meant.`,
    noDate: ({ name, date }: { name: string; date: string }) => `The ${name} (“${date}”) can't be read as a date, so that nothing is checked that rests on it. Write it as YYYY-MM-DD.`,
  },
  check: (determination, report) => {
    const { frontMatter } = determination;
    for (const { message: says, span } of frontMatter?.errors ?? []) report({ span, messageId: 'unreadable', data: { says } });
    for (const { key, keySpan } of frontMatter?.entries ?? []) {
      const known = meantKey(key);
      if (known) report({ span: keySpan, messageId: 'misspelt', severity: 'warning', data: { key, known }, fixes: [respelt(keySpan, known)] });
    }
    for (const { name, fact } of wordsForDates(determination)) {
      // On the day of the denial hangs which editions were in force.
      const severity = fact.key === 'ur-denial-date' ? 'warning' : 'information';
      report({ span: fact.span, messageId: 'noDate', severity, data: { name, date: shortened(fact.text) } });
    }
  },
});

/** What stands in the head for a date and is neither one nor a blank to be filled in; figures that are no day of the calendar are for `date-order`. */
function wordsForDates({ frontMatter, facts }: Determination): { readonly name: string; readonly fact: Fact }[] {
  if (!frontMatter) return [];
  return HEAD_DATES.flatMap(([key, name]) => {
    const fact = facts.get(key);
    if (!fact || isoDate(fact) !== null || /^[\d./-]+$|[[\]{}_?]|xx/i.test(fact.text)) return [];
    return key === 'date-of-injury' && /\d{4}/.test(fact.text) ? [] : [{ name, fact }];
  });
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The known key that another one seems to be meant for: one with the same letters, or with two slips at most; null for a known key and one of the reviewer's own. */
function meantKey(key: string): string | null {
  if (HEAD_KEYS.includes(key)) return null;
  const letters = key.toLowerCase().replace(/[\s_]+/g, '-');
  return HEAD_KEYS.find((known) => known === letters || distance(known, letters, slipsIn(known)) <= slipsIn(known)) ?? null;
}

function slipsIn(known: string): number {
  return known.length < 10 ? 1 : 2;
}

function respelt(span: Span, known: string): Fix {
  return { title: `Replace by “${known}”`, applicability: 'suggestion', edits: [{ span, newText: known }] };
}
