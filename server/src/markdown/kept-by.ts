/** Reads something out of an object that never changes, once, and keeps it as long as the object is there: the one memory by identity. */
export function keptBy<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const kept = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let known = kept.get(key);
    if (!known) kept.set(key, (known = { value: read(key) }));
    return known.value;
  };
}
