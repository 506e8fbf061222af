import { inEach } from '../../determination/statements.ts';
import { span, type Span } from '../../markdown/span.ts';
import { anyOf, wordsOf } from './pattern-parts.ts';
import words from './reviewer-words.json' with { type: 'json' };

// A reviewer gives himself away by where he works, teaches or publishes, too: "at the … Hand Center, of which I am director".

/** A name of a house: "the Redwood Valley Hand Center". */
const HOUSE = `(?:[A-Z][a-z]+ ){1,4}${wordsOf([...words.institutions, ...words.houses])}(?: of [A-Z][a-z]+)?`;
const HOUSES = new RegExp(`\\b(?:(?:University|College|Hospital|School) of (?:[A-Z][a-z]+ ?){1,3}|${HOUSE})\\b`, 'g');

const POST = wordsOf(words.posts);
/** What ties the one who writes to a house. */
const TIES = new RegExp(anyOf([
  `\\b(?:where|(?:of|at|in) which) (?:I|we) (?:am|are|was|were|have|had|${wordsOf(words.works)})\\b(?! aware)`,
  `\\b[MmOo](?:y|ur) (?:own )?${wordsOf(words.ownPlaces)} (?:at|of|in|with|from)\\b`,
  `\\bI (?:have |had |am |was |also |still |currently |once )*(?:an? |the )?(?:${wordsOf(words.works)}|${POST})\\b`,
  `\\b[Aa]s (?:a |the )?(?:past |former |current |vice )*${POST} (?:of|at)\\b[^.;]*\\b(?:I|my|we)\\b`,
  `\\bHaving (?:${wordsOf(words.works)})\\b[^.;]*\\b(?:I|my|we)\\b`,
]));

/** "My own series (Roe 2011)", "I am the author of the paper (Roe et al.)". */
const OWN_WORK = new RegExp(`\\b(?:[Mm]y (?:own )?${wordsOf(words.ownWorks)}|I (?:am|was) (?:an? |the |one of the )?(?:co-?)?authors?)\\b[^.;]*?\\b([A-Z][a-z]+ (?:et al|and colleagues|\\(?(?:19|20)\\d\\d))`);

/** Of each sentence the house that it ties the reviewer to, and the work by which it names the reviewer. */
export const reviewersPlaces = inEach(({ text }): readonly { readonly what: 'place' | 'name'; readonly span: Span }[] => {
  if (!/\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b/.test(text)) return [];
  const work = OWN_WORK.exec(text)?.[1];
  if (work !== undefined) return [{ what: 'name', span: span(text.indexOf(work), text.indexOf(work) + work.length) }];
  const houses = [...text.matchAll(HOUSES)];
  const [house] = houses;
  return house && TIES.test(text) ? [{ what: 'place', span: span(house.index, house.index + house[0].length) }] : [];
});
