/** Endings of one family of words, the longest first: "evaluation" and "evaluated", "psychologist" and "psychologically". */
const ENDINGS = [
  'ographically', 'ologically', 'ographic', 'ologist', 'ological', 'ographed', 'ography', 'ologic', 'ogram', 'ograph', 'ology',
  'ications', 'ication', 'ically', 'ations', 'ements', 'ation', 'ating', 'ement', 'ments', 'ated', 'ment', 'ical', 'ator', 'ance', 'ence', 'osis', 'otic', 'ings', 'ions', 'ing', 'ion', 'ive', 'ist', 'ery', 'ate', 'ied', 'ly', 'al', 'ic', 'ed', 'y', 'e', 's',
];
/** What the endings of learned words stand for, so that a discogram is of one family with discography, and a discologist isn't. */
const LEARNED: Readonly<Record<string, string>> = { ographically: 'ograph', ographic: 'ograph', ographed: 'ograph', ography: 'ograph', ogram: 'ograph', ograph: 'ograph', ologically: 'olog', ologist: 'olog', ological: 'olog', ologic: 'olog', ology: 'olog', osis: 'ot', otic: 'ot' };
/** So many letters a stem has at least. */
const SHORTEST = 3;

/** What the words of one family have in common, for a word in lower case and singular. Rough, and the same for all of them. */
export function stemOf(word: string): string {
  const plain = word.replace('ae', 'e').replace(/mme$/, 'm');
  const ending = ENDINGS.find((each) => plain.endsWith(each) && plain.length - each.length >= SHORTEST);
  return undoubled(ending === undefined ? plain : plain.slice(0, -ending.length) + (LEARNED[ending] ?? '')).replace(/iz$/, 'is');
}

/** "Fitt" of "fitted" is "fit", "admiss" of "admission" is "admit". */
function undoubled(stem: string): string {
  if (stem.endsWith('miss')) return `${stem.slice(0, -2)}t`;
  if (stem.endsWith('ript')) return `${stem.slice(0, -2)}b`;
  const last = stem.at(-1) ?? '';
  return stem.length > SHORTEST && last === stem.at(-2) && !'aeiou'.includes(last) ? stem.slice(0, -1) : stem;
}
