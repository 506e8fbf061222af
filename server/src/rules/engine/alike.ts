/** Whether two pieces of plain data say the same: numbers, strings and the like, arrays, and objects of them. */
export function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((each, i) => alike(each, other[i]));
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length
    && keys.every((key) => Object.hasOwn(other, key) && alike(one[key as keyof typeof one], other[key as keyof typeof other]));
}
