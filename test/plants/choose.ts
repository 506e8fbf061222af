import fc, { type GeneratorValue } from 'fast-check';

/** Picks at random, the same for the same seed. */
export interface Choose {
  readonly oneOf: <T>(values: readonly T[]) => T;
  /** Both ends are picked, too. */
  readonly whole: (from: number, to: number) => number;
  /** True in about so many of a hundred cases. */
  readonly inPercent: (percent: number) => boolean;
  /** So many different ones, or all, in any order. */
  readonly some: <T>(values: readonly T[], count: number) => T[];
}

function oneOfAll(values: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...values);
}

function someOfAll(values: readonly unknown[], count: number): fc.Arbitrary<unknown[]> {
  return fc.shuffledSubarray([...values], { minLength: count, maxLength: count });
}

function whole(from: number, to: number): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min: from, max: to }));
}

function choosing(generate: GeneratorValue): Choose {
  return {
    oneOf: <T>(values: readonly T[]) => generate(oneOfAll, values) as T,
    whole: (from, to) => generate(whole, from, to),
    inPercent: (percent) => generate(whole, 1, 100) <= percent,
    some: <T>(values: readonly T[], count: number) => generate(someOfAll, values, Math.min(count, values.length)) as T[],
  };
}

/** Anything that is made by choosing. */
export function chosen<T>(make: (choose: Choose) => T): fc.Arbitrary<T> {
  return fc.gen().map((generate) => make(choosing(generate)));
}
