import { assertionOf } from '../../language/assertion.ts';
import { phraseBefore, type WordMention } from '../../language/lexicon.ts';
import { mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { ClinicalFinding } from '../../vocabulary/findings.ts';
import { stretchesOf, type Part } from '../words/denial-parts.ts';
import { mayDeny } from '../words/denial-words.ts';
import type { Unplaced } from './history-fact.ts';
import { thingsNamed, type NamedThing, type Thing } from '../words/named-things.ts';

type FindingMention = WordMention<ClinicalFinding>;

/** What a test bears out: it shows the finding, or it doesn't. Kept with the sentence. */
export const proofsIn = keptBy((sentence: Sentence): readonly Unplaced[] => {
  if (!sentence.found.present.has('finding')) return NONE;
  const tests = thingsNamed(sentence).filter(({ thing }) => isTest(thing));
  const findings = mentionsOf<ClinicalFinding>(sentence, 'finding').filter(({ value }) => value.kind === 'diagnosis');
  if (tests.length === 0 || findings.length === 0) return NONE;
  return [...denied(sentence, tests, findings), ...shown(sentence, tests, findings)];
});

const NONE: readonly never[] = [];

function isTest({ id, kind }: Thing): boolean {
  return kind === 'imaging' || kind === 'electrodiagnostics' || id === 'imaging' || id === 'electrodiagnostics';
}

/** "Electrodiagnostic confirmation of carpal tunnel syndrome is missing", "the MRI does not show stenosis": a denial, a test and a finding in one clause, and nothing that narrows it. */
function denied(sentence: Sentence, tests: readonly NamedThing[], findings: readonly FindingMention[]): Unplaced[] {
  if (!mayDeny(sentence.tokens.keys)) return [];
  return stretchesOf(sentence).flatMap(({ parts, role }) => {
    const [from, to] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0];
    const isHere = (place: { readonly from: number; readonly to: number }) => from <= place.from && place.to <= to;
    const [test, ...others] = tests.filter(isHere);
    const [finding, ...more] = findings.filter(isHere);
    const isOne = role === 'clause' && test && finding && others.length + more.length === 0 && parts.filter(({ is }) => is === 'deny').length === 1;
    return isOne && parts.every((part) => saysNothing(part, test, finding)) ? [factOf(sentence, test, finding, 'absent', { from, to })] : [];
  });
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(['deny', 'silent', 'people', 'deed', 'place', 'comma']);

function saysNothing({ is, from, to }: Part, ...of: readonly (NamedThing | FindingMention)[]): boolean {
  return SAYS_NOTHING.has(is) || of.some((each) => from < each.to && each.from < to);
}

/** "EMG/NCS: moderate right carpal tunnel syndrome": a finding behind a test, and nothing that denies it or leaves it open. */
function shown(sentence: Sentence, tests: readonly NamedThing[], findings: readonly FindingMention[]): Unplaced[] {
  return findings.flatMap((finding) => {
    const test = tests.findLast(({ to }) => to <= finding.from);
    if (!test) return [];
    const { denied: isDenied, possible, conditional, planned } = assertionOf(sentence, finding.from, finding.to);
    // "EDX neg for CTS": the denial right before it is of nothing else.
    const isFirm = !isDenied || phraseBefore(sentence.found, 'denies-ahead', finding.from) !== null;
    return [{ ...factOf(sentence, test, finding, isDenied ? 'absent' : 'present', { from: test.from, to: finding.to }), sure: isFirm && !possible && !conditional && !planned }];
  });
}

/** A neuropathy is that of its nerve: of the median one a carpal tunnel syndrome. */
const NERVES: Readonly<Record<string, string>> = { median: 'carpal-tunnel-syndrome', ulnar: 'cubital-tunnel-syndrome', radial: 'radial-neuropathy', peroneal: 'peroneal-neuropathy', fibular: 'peroneal-neuropathy', tibial: 'tibial-neuropathy', sural: 'sural-neuropathy', femoral: 'femoral-neuropathy', axillary: 'axillary-neuropathy', peripheral: 'peripheral-neuropathy' };

function findingId({ tokens: { keys } }: Sentence, { value: { id }, from }: FindingMention): string {
  return id === 'neuropathy' ? NERVES[keys[from] ?? ''] ?? NERVES[keys[from - 1] ?? ''] ?? id : id;
}

function factOf(sentence: Sentence, test: NamedThing, finding: FindingMention, value: 'absent' | 'present', place: { readonly from: number; readonly to: number }): Unplaced {
  const { name } = finding.value;
  return { topic: 'proof', value, name, treatment: test.thing, of: [{ id: findingId(sentence, finding), kind: 'finding', name }], sure: true, ...place };
}
