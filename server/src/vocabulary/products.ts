import type { Factor, Unit } from './factors.ts';

/** What some numbers come to, and whether a total says so. `comes`: "120", "84 to 93". */
export interface Reckoning {
  readonly agrees: boolean;
  readonly comes: string;
}

/** How a total is held against its parts. `equivalents`: what a dose is multiplied by for morphine equivalents; `roughly`: the total is called a rough one. */
export interface Terms {
  readonly equivalents?: readonly number[];
  readonly roughly?: boolean;
  /** The parts are the most that there can be ("as needed"): less is no contradiction. */
  readonly atMost?: boolean;
}

/** Units that are counted alike: a tablet, a visit, a time. */
type Dimension = Exclude<Unit, 'session' | 'piece' | 'percent' | 'refill'>;

/** How many of the one are in the other; a month has 28 to 31 days. */
const IN: Readonly<Record<string, readonly [number, number]>> = {
  'week day': [7, 7], 'month day': [28, 31], 'month week': [4, 4.5], 'year month': [12, 12], 'year week': [52, 52], 'year day': [365, 366], 'hour minute': [60, 60],
};

/**
 * Multiplies numbers with their units and holds a total against what comes out: 6 hours a day, 5 days a week, 4 weeks and 160 hours. Null where the
 * units of the two sides are not the same, or where there is nothing to multiply: then the numbers say nothing of each other.
 */
export function reckon(parts: readonly Factor[], said: Factor, { equivalents, roughly, atMost }: Terms = {}): Reckoning | null {
  const filled = refilled(parts, said);
  if (filled !== null) return { agrees: filled === said.value, comes: String(filled) };
  // "60 mg, and that times 1.5 is 90": a dose is multiplied, and the bare figure is one.
  if (said.unit === null && parts.some(({ unit }) => unit === 'mg') && parts.some(({ times, unit }) => times && unit === null)) return null;
  // "Four tablets at a factor of 1.5 come to 60": nobody knows of how many milligrams.
  if (said.unit !== 'piece' && parts.some(({ times, unit }) => times && unit === null) && parts.some(({ unit }) => unit === 'piece') && !parts.some(({ unit }) => unit === 'mg')) return null;
  const isDose = said.unit === 'mg' || said.unit === 'med';
  const dosed = isDose ? parts.map(inDays) : parts.filter(({ unit }) => unit !== 'mg' && unit !== 'mcg');
  const used = said.per === 'week' ? ofOneWeek(dosed) : dosed;
  // "40 mg, at 1.5, is 60 mg a day": both are of a day.
  const total = isDose && said.per === 'day' && used.every(({ unit, per }) => unit !== 'day' && (per === null || per === 'piece')) ? { ...said, per: null } : said;
  const all = [...used, total];
  if (used.some(isNoFactor) || total.vague || (all.some(({ unit }) => unit === 'session') && all.some(({ unit, sign }) => unit === 'piece' || sign))) return null;
  // "15 mg three times a day" is a rate; "three times a day he takes 45 mg" is its total.
  if (used.slice(1).some(({ unit, per }) => unit === 'mg' && !per)) return null;
  const left = remaining(used, total);
  // "Five days a week" says itself how many days there are.
  const isTold = used.some(({ unit, per }) => per !== null && (unit === 'day' || unit === 'week' || unit === 'month'));
  const found = left && converted(left, isDose && !total.per);
  const conversion = found && isTold && found.changes ? null : found;
  const isOfOne = conversion?.changes ? used.some(({ per }) => per) : equivalents !== undefined || used.some(({ made }) => made);
  if (!conversion || (used.length < 2 && !isOfOne)) return null;
  const value = used.reduce((made, part) => made * part.value, 1);
  const rates = total.unit === 'med' || equivalents ? equivalents ?? [1] : [1];
  const range = [Math.min(...rates) * value * conversion.range[0], Math.max(...rates) * value * conversion.range[1]] as const;
  const tolerance = roughly ? 0.15 : conversion.changes ? 0.03 : equivalents ? 0.06 : 0.005;
  return { agrees: (atMost === true || total.value >= range[0] * (1 - tolerance) - 1e-9) && total.value <= range[1] * (1 + tolerance) + 1e-9, comes: inWords(range) };
}

/** "#120 with two refills" is three times that; null for anything else. */
function refilled([count, refills, ...others]: readonly Factor[], total: Factor): number | null {
  const isCount = count && !count.per && !count.vague && (count.unit === 'piece' || (count.unit === null && count.sign));
  if (!isCount || refills?.unit !== 'refill' || refills.vague || others.length > 0 || total.unit !== 'piece' || total.per) return null;
  return count.value * (1 + refills.value);
}

/** "Four hours daily on seven days" are those of a week where the total is one. */
function ofOneWeek(parts: readonly Factor[]): readonly Factor[] {
  if (parts.some(({ unit, per }) => unit === 'week' || per === 'week')) return parts;
  return parts.map((part) => (part.unit === 'day' && !part.per && part.value <= 7 ? { ...part, per: 'week' } : part));
}

/** A patch that gives so many micrograms an hour is told by the hour: its factor of morphine holds for a day. */
function inDays(part: Factor): Factor {
  return part.unit === 'mcg' && part.per === 'hour' ? { ...part, unit: 'mg', per: 'day' } : part;
}

function isNoFactor({ unit, vague, times, sign, per }: Factor): boolean {
  return vague === true || unit === 'percent' || unit === 'refill' || unit === 'med' || (unit === null && !times && !sign) || (times === true && per !== null && unit !== 'day');
}

/** The units that are left when those of the total are taken from those of the parts; null where a bare total can't be told. */
function remaining(parts: readonly Factor[], total: Factor): Map<Dimension, number> | null {
  const left = new Map<Dimension, number>();
  const add = (unit: Unit | null, by: number) => {
    if (unit) left.set(dimension(unit), (left.get(dimension(unit)) ?? 0) + by);
  };
  const isSpelt = parts.some(({ times, unit }) => times && unit === null);
  for (const { unit, per, sign } of parts) {
    add(unit ?? (sign ? 'piece' : null), 1);
    add(per ?? (unit === 'mg' && !isSpelt && parts.length > 1 ? 'time' : null), -1);
  }
  if (total.unit === null) {
    const [only, ...others] = [...left].filter(([, times]) => times !== 0);
    if (!only || others.length > 0 || only[1] !== 1 || (only[0] !== 'time' && only[0] !== 'hour')) return null;
    left.clear();
  } else {
    add(total.unit === 'med' ? 'mg' : total.unit, -1);
    add(total.per, 1);
  }
  return left;
}

function dimension(unit: Unit): Dimension {
  return unit === 'session' || unit === 'piece' ? 'time' : (unit as Dimension);
}

/** What makes the two sides of one unit; null where nothing does. A daily dose need not say "a day". */
function converted(left: ReadonlyMap<Dimension, number>, isDaily: boolean): { readonly range: readonly [number, number]; readonly changes: boolean } | null {
  const rest = [...left].filter(([unit, times]) => times !== 0 && !(isDaily && unit === 'day' && times === -1));
  if (rest.length === 0) return { range: [1, 1], changes: false };
  const [above, below] = [rest.find(([, times]) => times === 1)?.[0], rest.find(([, times]) => times === -1)?.[0]];
  if (rest.length > 2 || !above || !below) return null;
  const many = IN[`${above} ${below}`];
  if (many) return { range: many, changes: true };
  const few = IN[`${below} ${above}`];
  return few ? { range: [1 / few[1], 1 / few[0]], changes: true } : null;
}

function inWords([low, high]: readonly [number, number]): string {
  const [least, most] = [low, high].map((value) => String(Math.round(value * 10) / 10)) as [string, string];
  return least === most ? least : `${least} to ${most}`;
}
