import data from './kin.json' with { type: 'json' };
import { once } from './phrases.ts';
import type { Treatment } from './treatments.ts';

/** Whether letters may name one treatment for the other: manipulation for chiropractic care, "the injection" for any injection. */
export function areKin(one: Treatment, other: Treatment): boolean {
  return one.id === other.id || together().has(`${one.id} ${other.id}`) || mayMeanAny(one, other) || mayMeanAny(other, one);
}

/** Whether a name says only what sort of thing is meant: "injection", "consultation", "brace". */
export function isGeneralName({ id }: Treatment): boolean {
  return generalNames().has(id);
}

/** A treatment's id, or that of the first of those with another name for the same. */
export function sameName({ id }: Treatment): string {
  return data.same.find((names) => names.includes(id))?.[0] ?? id;
}

/** Whether all names of a treatment mean the very same thing: "UDS" and "urine drug screen", not a ramp and a handrail. */
export function isOneThing({ id }: Treatment): boolean {
  return oneThing().has(id);
}

const oneThing = once(() => new Set(data.oneThing));

/** Whether a name may mean a treatment of any kind: "surgery", "fluoroscopy". */
export function meansAnything({ id }: Treatment): boolean {
  return general()['every']?.includes(id) === true;
}

function mayMeanAny(treatment: Treatment, { kind }: Treatment): boolean {
  const { id } = treatment;
  return meansAnything(treatment) || general()[kind]?.includes(id) === true;
}

const general = once(() => data.general as Readonly<Record<string, readonly string[]>>);

const generalNames = once(() => new Set(Object.values(general()).flat()));

const together = once(() => new Set(data.groups.flatMap((group) => group.flatMap((one) => group.map((other) => `${one} ${other}`)))));
