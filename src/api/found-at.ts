const most = 80;
/** What an answer must not repeat, for it may be read over a shoulder or kept in a log. */
const secret = /password|secret|token|code/i;

/**
 * What was sent at a path of an input, in at most 80 characters: "nothing" where it is absent, the kind alone of what may be a secret.
 *
 * @param sent the input as it came, before it was found to be wrong
 */
export function foundAt(sent: unknown, path: readonly PropertyKey[]): string {
  let value = sent;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return "nothing";
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  if (value === undefined) return "nothing";
  const hidden = path.some((key) => typeof key === "string" && secret.test(key));
  if (hidden) return typeof value;
  const text = typeof value === "string" ? value : JSON.stringify(value, (key, inner: unknown) => (secret.test(key) ? "…" : inner));
  return text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;
}
