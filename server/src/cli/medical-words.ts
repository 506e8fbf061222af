import codes from '../vocabulary/codes.json' with { type: 'json' };
import drugs from '../vocabulary/drugs.json' with { type: 'json' };
import findings from '../vocabulary/findings.json' with { type: 'json' };
import measures from '../vocabulary/measures.json' with { type: 'json' };
import regions from '../vocabulary/regions.json' with { type: 'json' };
import treatments from '../vocabulary/treatments.json' with { type: 'json' };

/** Shorter ones a spelling checker passes by itself. */
const SHORTEST = 3;

/**
 * The words of the vocabularies as they are spelled right, each once, in the order of the alphabet: drugs, treatments, parts of the body, findings, scales.
 * Other spellings of a drug are left out: they are there to be understood, and some are slips.
 */
export function medicalWords(): string[] {
  const names = [
    ...drugs.drugs.flatMap(({ generic, brands }) => [generic, ...brands]),
    ...[...treatments.treatments, ...regions.regions, ...regions.groups, ...findings.findings, ...measures.scales].map(({ name }) => name),
    ...[...codes.procedures, ...codes.diagnoses, ...codes.older].map(({ name }) => name),
    ...[...treatments.treatments, ...regions.regions, ...findings.findings].flatMap(({ also }) => also),
  ];
  const words = names.flatMap((name) => name.match(/\p{L}[\p{L}’']*/gu) ?? []).filter(({ length }) => length >= SHORTEST);
  // As the name has it, "Norco" and "MRI", whatever other phrases do.
  const byFold = new Map(words.reverse().map((word) => [word.toLowerCase(), word]));
  return [...byFold.values()].sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
}
