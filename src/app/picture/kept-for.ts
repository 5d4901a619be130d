const held = new WeakMap<object, Map<string, unknown>>();
/** Languages come from whoever asks: more than a few for one question are not kept. */
const most = 40;

/**
 * What follows from a question's figures (or a viewer's ground) alone, made once and kept as long as they are. It is as closed as they
 * are: kept figures are asked only by viewers who may read the same classes of the same writes.
 */
export function keptFor<T>(of: object, name: string, make: () => T): T {
  const kept = held.get(of) ?? new Map<string, unknown>();
  held.set(of, kept);
  if (kept.has(name)) return kept.get(name) as T;
  const made = make();
  if (kept.size >= most) kept.delete(kept.keys().next().value as string);
  kept.set(name, made);
  return made;
}
