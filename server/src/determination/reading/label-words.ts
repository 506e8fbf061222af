import words from './label-words.json' with { type: 'json' };

/** The fields of an item that a label may name by its words. */
export type NamedField = 'claimsAdministratorGuideline' | 'reviewerGuideline' | 'rationale';

type Group = 'guideline' | 'evidence' | 'claimsAdministrator' | 'reviewer' | 'rationale' | 'beside';

const GROUPS: readonly Group[] = ['guideline', 'evidence', 'claimsAdministrator', 'reviewer', 'rationale', 'beside'];
/** Words of the table, by themselves or in a row, with what they may stand for. */
const known = new Map<string, readonly Group[]>();
for (const group of GROUPS) for (const each of words[group]) known.set(each, [...(known.get(each) ?? []), group]);
/** So many words stand in a row in the table. */
const LONGEST = Math.max(...[...known.keys()].map((each) => each.split(' ').length));

/**
 * The field that a label names which nobody listed ("Guidelines relied on by the reviewer"). Null where one of its words is none of the table's,
 * or where they leave open which field it is.
 */
export function fieldOfLabel(label: string): NamedField | null {
  const groups = groupsOf(wordsOf(label));
  if (!groups) return null;
  const has = (group: Group): boolean => groups.has(group);
  const [theirs, ours] = [has('claimsAdministrator'), has('reviewer')];
  const isOfGuideline = has('guideline') || has('evidence');
  if (theirs && ours) return null;
  if (has('rationale')) return isOfGuideline || theirs ? null : 'rationale';
  // A party's name alone stands for what it relied on; with other words it may be anything.
  if (theirs || ours) return isOfGuideline || !has('beside') ? (theirs ? 'claimsAdministratorGuideline' : 'reviewerGuideline') : null;
  return has('guideline') ? 'reviewerGuideline' : null;
}

/** Whether a label names the claims administrator, by whatever word: what stands behind it is not the reviewer's. */
export function namesClaimsAdministrator(label: string): boolean {
  return groupsIn(wordsOf(label)).has('claimsAdministrator');
}

function wordsOf(label: string): string[] {
  return label.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? [];
}

/** What any of the words stands for, one by one. */
function groupsIn(label: readonly string[]): ReadonlySet<Group> {
  return new Set(label.flatMap((_, at) => [1, 2].flatMap((length) => known.get(label.slice(at, at + length).join(' ')) ?? [])));
}

/** What the words of a label stand for, the longest rows of words first; null where one is not in the table. */
function groupsOf(label: readonly string[]): ReadonlySet<Group> | null {
  const groups = new Set<Group>();
  let at = 0;
  while (at < label.length) {
    let length = Math.min(LONGEST, label.length - at);
    while (length > 0 && !known.has(label.slice(at, at + length).join(' '))) length--;
    if (length === 0) return null;
    for (const group of known.get(label.slice(at, at + length).join(' ')) ?? []) groups.add(group);
    at += length;
  }
  return groups.size > 0 ? groups : null;
}
