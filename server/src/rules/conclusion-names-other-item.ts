import { titleWords } from '../determination/title-words.ts';
import type { DisputedItem, ItemReading, Prose } from '../determination/model.ts';
import { findDrugs, sharesIngredient } from '../vocabulary/drugs.ts';
import { findTreatments } from '../vocabulary/treatments.ts';
import { leansOnAnother } from './citations.ts';
import { place, placeInProse } from './places.ts';
import { defineRule } from './rule.ts';
import { itemName, shortTitle } from './wording.ts';

export const conclusionNamesOtherItem = defineRule({
  id: 'conclusion-names-other-item',
  family: 'decision-and-rationale',
  scope: 'letter',
  severity: 'warning',
  summary: 'A conclusion decides the item it stands under.',
  why: 'A conclusion copied from a neighbouring item decides that one twice and leaves this one open.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Brand and generic names, classes and paraphrase: those are the same item.', 'A conclusion that shares any word of substance with its own title.', 'Dependants, which name their parent.'],
  examples: {
    valid: ['### Naproxen 500 mg: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, Aleve is not medically necessary.\n\n### Walking cane: Upheld'],
    invalid: [{ draft: '### Back brace: Upheld\n\n**Decision rationale:** The injury is old and the patient sits all day. Therefore, the request for ⟦a walking cane⟧ is not medically necessary.\n\n### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.' }],
  },
  check: (determination, report) => {
    if (determination.items.length < 2) return;
    for (const item of determination.items) {
      const { rationale } = item.reading;
      const request = strangeRequest(item.reading);
      if (!request || !rationale) continue;
      const { words } = request;
      const other = determination.items.find((each) => each !== item && names(each, words));
      if (!other) continue;
      report({
        span: placeInProse(item, rationale.prose, { start: request.start, end: request.start + request.text.length }),
        item: item.number,
        message: `${itemName(item)} is about “${shortTitle(item.reading)}”, but its conclusion decides “${request.text}”, which is item ${other.number}. Decide the item it stands under.`,
        related: [{ span: place(other, other.reading.title.span), message: `Item ${other.number}` }],
      });
    }
  },
});

/** A request that a conclusion decides; `start` counts in the rationale's `prose.text`. */
interface ConcludedRequest {
  readonly text: string;
  readonly start: number;
  readonly words: ReadonlySet<string>;
}

const keptRequests = new WeakMap<ItemReading, { readonly request: ConcludedRequest | null }>();

/** The request in an item's conclusion, where it shares nothing with the item's own title. Kept, as all items are looked at at every keystroke. */
function strangeRequest(reading: ItemReading): ConcludedRequest | null {
  let known = keptRequests.get(reading);
  if (!known) keptRequests.set(reading, (known = { request: readStrangeRequest(reading) }));
  return known.request;
}

function readStrangeRequest(reading: ItemReading): ConcludedRequest | null {
  const { rationale } = reading;
  const conclusion = rationale?.conclusion;
  if (!rationale || !conclusion || leansOnAnother(reading)) return null;
  const request = requestedWords(rationale.prose.text.slice(conclusion.span.start, conclusion.verdict.end));
  if (!request) return null;
  const words = titleWords(request.text);
  if (words.size === 0 || sharesSubject(reading, request.text, words)) return null;
  return { text: request.text, start: conclusion.span.start + request.start, words };
}

/** What stands behind "the request for" and the like. */
function requestedWords(sentence: string): { readonly text: string; readonly start: number } | null {
  const match = /\b(?:requests? (?:for|of)|necessity (?:for|of)|need for|the requested)\s+((?:[\w/%#.,'’()+-]+\s+){1,14}?)(?:is|are|was|were|has|have|cannot|does|at this time|therefore)\b/i.exec(`${sentence} is`);
  const text = match?.[1]?.trim();
  return match && text ? { text, start: match.index + match[0].indexOf(text) } : null;
}

const kept = new WeakMap<Prose, ReadonlySet<string>>();

function wordsOf(reading: ItemReading): ReadonlySet<string> {
  let words = kept.get(reading.title);
  if (!words) kept.set(reading.title, (words = titleWords(reading.partial?.remaining ?? reading.title.text)));
  return words;
}

/** All words of the request stand in that item's title, or the other way round. */
function names(item: DisputedItem, words: ReadonlySet<string>): boolean {
  const title = wordsOf(item.reading);
  return title.size > 0 && ([...title].every((word) => words.has(word)) || (words.size > 1 && [...words].every((word) => title.has(word))));
}

function sharesSubject(reading: ItemReading, request: string, words: ReadonlySet<string>): boolean {
  const own = wordsOf(reading);
  if ([...words].some((word) => own.has(word))) return true;
  const title = reading.title.text;
  const drugs = findDrugs(title);
  if (findDrugs(request).some(({ value }) => drugs.some((drug) => sharesIngredient(drug.value, value)))) return true;
  const treatments = findTreatments(title).map(({ value }) => value);
  return findTreatments(request).some(({ value }) => treatments.some((treatment) => treatment.id === value.id)
    || drugs.some((drug) => drug.value.class === value.id));
}
