import type { Determination, FactKey } from '../determination/model.ts';

/** In the order of the canonical draft. */
const KEYS: readonly FactKey[] = [
  'case-number', 'date-of-injury', 'ur-denial-date', 'application-received', 'date-assigned', 'decision-date', 'priority', 'licensed-in', 'specialty',
];

/** The draft's front matter; empty where no fact is known. `how`: the section that tells of the reviewer, a paragraph a line. */
export function frontMatter({ facts }: Determination, caseNumber: string | null, how: string): string {
  const values = new Map<FactKey, string>([...facts].map(([key, { value }]) => [key, scalar(key === 'priority' ? value.toLowerCase() : value)]));
  if (!values.has('case-number') && caseNumber !== null) values.set('case-number', caseNumber);
  const states = statesOfLicence(how).map(scalar);
  const specialty = specialtyOf(how);
  if (states.length > 0) values.set('licensed-in', `[${states.join(', ')}]`);
  if (specialty !== null) values.set('specialty', scalar(specialty));
  const lines = KEYS.flatMap((key) => values.has(key) ? [`${key}: ${values.get(key)}`] : []);
  return lines.length > 0 ? `---\n${lines.join('\n')}\n---` : '';
}

/** "State(s) of Licensure: California, Oregon" since 2014, "is licensed to practice in California" before. */
function statesOfLicence(how: string): string[] {
  const listed = /^State\(s\) of Licensure: (.{1,200})$/m.exec(how)?.[1] ?? /\blicensed to practice in ([^.\n]{1,200})/.exec(how)?.[1] ?? '';
  const names = listed.split(/,|\sand\s/).map((name) => name.trim()).filter((name) => name !== '');
  const end = names.findIndex((name) => !/^[A-Z][A-Za-z .]{1,40}$/.test(name));
  return end < 0 ? names : names.slice(0, end);
}

/** "Certification(s)/Specialty: Family Practice" since 2014, "is Board Certified in Occupational Medicine, and is licensed" before. */
function specialtyOf(how: string): string | null {
  const listed = /^Certification\(s\)\/Specialty: (.{1,200})$/m.exec(how)?.[1];
  if (listed !== undefined) return listed.trim();
  const told = /\bBoard Certified in ([^.\n]{1,200})/i.exec(how)?.[1];
  return told?.split(/,?\s(?:and\s)?(?:is|has)\s|,?\sand\s(?:in|licensed|currently|actively)\s/, 1)[0]?.trim() ?? null;
}

/** A value as YAML reads it back: in quotes where it holds anything but words. */
function scalar(value: string): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N} /&().-]*$/u.test(value) && !/^(?:null|true|false|yes|no|on|off|y|n|\d+(?:\.\d*)?)$/i.test(value);
  return plain ? value : JSON.stringify(value);
}
