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

/** What makes readers slow that go over the same words again for each sign that they meet. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  { name: 'one long line', make: (times) => letter('The knee is stable and the gait is steady. '.repeat(12_000 * times)) },
  { name: 'one endless word', make: (times) => letter('a'.repeat(100_000 * times)) },
  { name: 'one endless number', make: (times) => letter('1'.repeat(100_000 * times)) },
  { name: 'quotations that never end', make: (times) => letter('“'.repeat(12_000 * times)) },
  { name: 'brackets that never end', make: (times) => letter('('.repeat(20_000 * times)) },
  { name: 'not, not, not', make: (times) => letter('not '.repeat(50_000 * times)) },
  { name: 'nothing but denials', make: (times) => letter('no injection, '.repeat(20_000 * times)) },
  { name: 'nothing but schedules', make: (times) => letter('3 times a week for 4 weeks, 12 visits, '.repeat(5000 * times)) },
  { name: 'comments that silence', make: (times) => letter(`x\n\n${'<!-- imr-disable-next-line placeholder-left -- why -->\n\n'.repeat(2500 * times)}`) },
  { name: 'silences and their ends', make: (times) => letter(`x\n\n${'<!-- imr-disable missing-rationale -->\n\n<!-- imr-enable missing-rationale -->\n\n'.repeat(1200 * times)}`) },
  { name: 'lists in lists', make: (times) => letter(`x\n\n${Array.from({ length: 40 * times }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')}`) },
  { name: 'quotations in quotations', make: (times) => letter(`x\n\n${'> '.repeat(200 * times)}a`) },
  { name: 'nothing but headings', make: (times) => letter(`x\n\n${'### Cane: Upheld\n\n'.repeat(2500 * times)}`) },
  { name: 'nothing but labels', make: (times) => letter(`x\n\n${'**Decision rationale:** x\n\n'.repeat(2500 * times)}`) },
  { name: 'a wide table', make: (times) => letter(`x\n\n${'| a '.repeat(10_000 * times)}|\n|${'---|'.repeat(10_000 * times)}\n`) },
  { name: 'nothing but sections', make: (times) => letter('x', `${GUIDELINE}, Section(s): ${'Special Studies; '.repeat(3000 * times)}`) },
  { name: 'nothing but pages', make: (times) => letter('x', `${GUIDELINE} Page(s): ${Array.from({ length: 4000 * times }, (_, page) => page + 1).join(', ')}.`) },
  { name: 'a head that never closes its brackets', make: (times) => letter('x').replace('case-number', `a: ${'['.repeat(2000 * times)}\ncase-number`) },
  { name: 'a head of one long list', make: (times) => letter('x').replace('case-number', `disputed-items:\n${'  - Cane\n'.repeat(2000 * times)}case-number`) },
  { name: 'stars without end', make: (times) => letter('**a '.repeat(5000 * times)) },
];
