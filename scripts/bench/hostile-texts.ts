/** A text that is hard on a reader, the longer the larger `times` is: 1, 2, 4 … */
export interface HostileText {
  readonly name: string;
  readonly make: (times: number) => string;
}

const GUIDELINE = 'Decision based on MTUS Knee Complaints 2004';
const letter = (rationale: string, guideline = `${GUIDELINE}.`): string => `---
case-number: CM16-0000000
ur-denial-date: 2016-02-01
---

## IMR Issues, Decisions and Rationales

### Walking cane: Upheld

**MAXIMUS guideline:** ${guideline}

**Decision rationale:** ${rationale}
`;
const below = (text: string): string => letter(`x\n\n${text}`);
const head = (lines: string): string => letter('x').replace('case-number', `${lines}\ncase-number`);
const numbered = (count: number, line: (number: number) => string): string => Array.from({ length: count }, (_, number) => line(number)).join('');
const item = (title: string, rationale: string): string => `### ${title}\n\n**MAXIMUS guideline:** ${GUIDELINE}.\n\n**Decision rationale:** ${rationale}\n\n`;

/** What makes readers slow that go over the same words again for each sign that they meet. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  { name: 'one long line', make: (times) => letter('The knee is stable and the gait is steady. '.repeat(29_000 * times)) },
  { name: 'one endless sentence', make: (times) => letter('the knee is stable and the gait is steady '.repeat(4000 * times)) },
  { name: 'one endless word', make: (times) => letter('a'.repeat(250_000 * times)) },
  { name: 'one endless number', make: (times) => letter('1'.repeat(250_000 * times)) },
  { name: 'quotations that never end', make: (times) => letter('“'.repeat(25_000 * times)) },
  { name: 'brackets that never end', make: (times) => letter('('.repeat(50_000 * times)) },
  { name: 'not, not, not', make: (times) => letter('not '.repeat(50_000 * times)) },
  { name: 'nothing but denials', make: (times) => letter('no injection, '.repeat(20_000 * times)) },
  { name: 'nothing but schedules', make: (times) => letter('3 times a week for 4 weeks, 12 visits, '.repeat(5000 * times)) },
  { name: 'nothing but doses', make: (times) => letter('Norco 10/325 mg #60 and ibuprofen 800 mg twice a day, '.repeat(4000 * times)) },
  { name: 'nothing but dates', make: (times) => letter('MRI of 11/14/2016, X-ray of January 3, 2015, '.repeat(5000 * times)) },
  { name: 'sentences that all differ', make: (times) => letter(numbered(4000 * times, (number) => `On visit ${number} the knee bent to ${number} degrees with pain of ${number % 10}/10. `)) },
  { name: 'comments that silence', make: (times) => below('<!-- imr-disable-next-line placeholder-left -- why -->\n\n'.repeat(5000 * times)) },
  { name: 'silences and their ends', make: (times) => below('<!-- imr-disable missing-rationale -->\n\n<!-- imr-enable missing-rationale -->\n\n'.repeat(2500 * times)) },
  { name: 'silences and what they silence', make: (times) => below(`${'<!-- imr-disable-next-line -->\n[[x]]\n\n'.repeat(2500 * times)}`) },
  { name: 'comments that never end', make: (times) => below('a <!-- imr-disable '.repeat(10_000 * times)) },
  { name: 'lists in lists', make: (times) => below(numbered(150 * times, (depth) => `${'  '.repeat(depth)}- a\n`)) },
  { name: 'lists in quotations in lists', make: (times) => below(`${'> - '.repeat(150 * times)}a`) },
  { name: 'quotations in quotations', make: (times) => below(`${'> '.repeat(1000 * times)}a`) },
  { name: 'a long list', make: (times) => below(numbered(5000 * times, (number) => `- a report of visit ${number}\n`)) },
  { name: 'a long list with blank lines', make: (times) => below('-   a\n\n'.repeat(5000 * times)) },
  { name: 'nothing but items', make: (times) => below('### Cane: Upheld\n\n'.repeat(12_500 * times)) },
  { name: 'items with all their parts', make: (times) => below(numbered(500 * times, (number) => item(`Cane ${number}: Upheld`, 'The request is not medically necessary.'))) },
  { name: 'items that hang on each other', make: (times) => below(numbered(500 * times, (number) => item(`Knee surgery ${number}: Upheld`, 'Since the knee surgery is not medically necessary, the request is not medically necessary.'))) },
  { name: 'underlined headings', make: (times) => below('Knee complaints\n=====\n\n'.repeat(5000 * times)) },
  { name: 'nothing but sections of the letter', make: (times) => below('## Clinical Case Summary\n\na\n\n'.repeat(5000 * times)) },
  { name: 'nothing but labels', make: (times) => below('**Decision rationale:** x\n\n'.repeat(5000 * times)) },
  { name: 'a wide table', make: (times) => below(`${'| a '.repeat(10_000 * times)}|\n|${'---|'.repeat(10_000 * times)}\n`) },
  { name: 'a long table', make: (times) => below(`| a | b |\n|---|---|\n${'| Cane | Upheld |\n'.repeat(10_000 * times)}`) },
  { name: 'nothing but sections of guidelines', make: (times) => letter('x', `${GUIDELINE}, Section(s): ${'Special Studies; '.repeat(10_000 * times)}`) },
  { name: 'nothing but pages', make: (times) => letter('x', `${GUIDELINE} Page(s): ${numbered(10_000 * times, (page) => `${page + 1}, `)}1.`) },
  { name: 'nothing but guidelines', make: (times) => letter('x', `${GUIDELINE}, and ${'MTUS Chronic Pain 2009, and ODG Low Back, and '.repeat(2000 * times)}`) },
  { name: 'a head that never closes its brackets', make: (times) => head(`a: ${'['.repeat(2000 * times)}`) },
  { name: 'a head of brackets in brackets', make: (times) => head(`a: ${'[a, '.repeat(40)}a${']'.repeat(40)}\n`.repeat(200 * times)) },
  { name: 'a head of one long list', make: (times) => head(`disputed-items:\n${'  - Cane\n'.repeat(5000 * times)}`) },
  { name: 'a head of one long list in brackets', make: (times) => head(`disputed-items: [${'Cane, '.repeat(10_000 * times)}a]`) },
  { name: 'a head of long words', make: (times) => head(numbered(20, (key) => `k${key}: "${'a b\\n'.repeat(5000 * times)}"\n`)) },
  { name: 'a head of long lines', make: (times) => head(`a: >\n${'  some words\n'.repeat(10_000 * times)}`) },
  { name: 'a head of faulty keys', make: (times) => head('a: "b\n'.repeat(3000 * times)) },
  { name: 'a head that multiplies itself', make: (times) => head(numbered(50 * times, (key) => `k${key}: &k${key} [${key === 0 ? 'a' : `*k${key - 1}, `.repeat(9)}]\n`)) },
  { name: 'a head of one key again and again', make: (times) => head('case-number: CM16-0000000\n'.repeat(3000 * times)) },
  { name: 'stars without end', make: (times) => letter('**a '.repeat(5000 * times)) },
  { name: 'emphasis in emphasis', make: (times) => letter(`${'*a **b '.repeat(1000 * times)}${'** c* '.repeat(1000 * times)}`) },
  { name: 'square brackets without end', make: (times) => letter('[a'.repeat(10_000 * times)) },
  { name: 'links in links', make: (times) => letter(`${'[a '.repeat(2000 * times)}${'](b) '.repeat(2000 * times)}`) },
  { name: 'backticks', make: (times) => letter(numbered(300 * times, (length) => `${'`'.repeat(length + 1)} a `)) },
  { name: 'definitions and what refers to them', make: (times) => below(`${numbered(1000 * times, (number) => `[a${number}]: x\n`)}\n${numbered(1000 * times, (number) => `see [a${number}].\n\n`)}`) },
  { name: 'tags', make: (times) => letter('<b>a</b> <i> '.repeat(5000 * times)) },
  { name: 'tags that never close', make: (times) => letter('<a b="c '.repeat(10_000 * times)) },
  { name: 'ampersands and entities', make: (times) => letter('&amp; & &#65; '.repeat(10_000 * times)) },
  { name: 'backslashes', make: (times) => letter('\\* \\\\ '.repeat(20_000 * times)) },
  { name: 'NULs', make: (times) => letter('a \0 '.repeat(20_000 * times)) },
  { name: 'accents on one letter', make: (times) => letter(`e${'\u0301'.repeat(100_000 * times)}`) },
  { name: 'characters that nobody sees', make: (times) => letter('a\u200B\u00AD'.repeat(50_000 * times)) },
  { name: 'halves of characters', make: (times) => letter('\uD83D \uDE00 '.repeat(50_000 * times)) },
  { name: 'blanks', make: (times) => letter(`${' '.repeat(300_000 * times)}a${'\t'.repeat(100_000 * times)}a`) },
  { name: 'blank lines', make: (times) => below(`${'\n'.repeat(100_000 * times)}a`) },
  { name: 'lines that end with a lone CR', make: (times) => below('The knee is stable.\r\r- a\r'.repeat(5000 * times)).replaceAll('\n', '\r') },
  { name: 'pages', make: (times) => below('The knee is stable.\n\f\n1\n'.repeat(5000 * times)) },
  { name: 'short plain lines', make: (times) => below('the knee is stable\n'.repeat(10_000 * times)) },
  { name: 'hyphens at the ends of lines', make: (times) => below('the pa-\ntient is sta-\n'.repeat(10_000 * times)) },
  { name: 'colons', make: (times) => below('Note: a: b:\n'.repeat(10_000 * times)) },
  { name: 'a table of decisions', make: (times) => below(`| a | b |\n|---|---|\n${numbered(2000 * times, (number) => `| Cane ${number} | Upheld |\n`)}`) },
  { name: 'what is in dispute, and many items', make: (times) => head(`disputed-items:\n${numbered(300 * times, (number) => `  - Cane ${number}\n`)}`) + numbered(300 * times, (number) => `\n### Walker ${number}: Upheld\n`) },
  { name: 'a text of short lines', make: (times) => 'the knee is stable\n'.repeat(9000 * times) },
  { name: 'a text of list items', make: (times) => numbered(6000 * times, (number) => `- a report of visit ${number}\n`) },
  { name: 'a text of underlined headings', make: (times) => 'Knee complaints\n===============\n\n'.repeat(5000 * times) },
  { name: 'a text of headings in capitals', make: (times) => 'It is so.\nKNEE COMPLAINTS OF THE PATIENT\n\n'.repeat(5000 * times) },
  { name: 'placeholders', make: (times) => letter('[[date]] '.repeat(10_000 * times)) },
];
