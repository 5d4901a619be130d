/**
 * One text for one JSON value, whatever the order of its keys (RFC 8785): what is hashed must read back the same from a
 * database that sorts keys its own way. Takes what JSON.stringify takes and leaves out what it leaves out.
 *
 * @param except the name of a member at the top that is left out
 * @throws TypeError for what JSON cannot hold exactly: NaN, infinities, bigint, functions at the top
 */
export function canonicalJson(value: unknown, except?: string): string {
  const text = write(value, [], except);
  if (text === undefined) throw new TypeError("expected a JSON value, found undefined");
  return text;
}

/** `path` is where the value stands, kept only to name a value that cannot be written. Every entry of the log and every report passes here. */
function write(raw: unknown, path: (string | number)[], except?: string): string | undefined {
  if (typeof raw === "string") return quoted(raw);
  if (raw === null) return "null";
  const value = typeof raw === "object" && hasToJson(raw) ? raw.toJSON() : raw;
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`expected a finite number at /${path.join("/")}, found ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value === "bigint") throw new TypeError(`expected a JSON value at /${path.join("/")}, found a bigint`);
  if (typeof value !== "object") return undefined;
  let text = "";
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      path.push(i);
      text += `${i === 0 ? "" : ","}${write(value[i], path) ?? "null"}`;
      path.pop();
    }
    return `[${text}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const key of inOrder(Object.keys(members))) {
    if (key === except) continue;
    path.push(key);
    const member = write(members[key], path);
    path.pop();
    if (member !== undefined) text += `${text === "" ? "" : ","}${keyText(key)}:${member}`;
  }
  return `{${text}}`;
}

/** Most texts hold nothing that JSON must escape, and to look is quicker than to have them quoted. */
function quoted(text: string): string {
  return text.length < 200 && /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** By UTF-16 units, as sort() does; by hand for the few keys that most values have, in a third of its time. */
function inOrder(names: string[]): string[] {
  if (names.length > 24) return names.sort();
  for (let i = 1; i < names.length; i++) {
    const name = names[i] as string;
    let at = i;
    for (; at > 0 && (names[at - 1] as string) > name; at--) names[at] = names[at - 1] as string;
    names[at] = name;
  }
  return names;
}

const keys = new Map<string, string>();
const mostKeys = 2_000;

/** The same few keys stand in every value. */
function keyText(key: string): string {
  const held = keys.get(key);
  if (held !== undefined) return held;
  const text = JSON.stringify(key);
  if (keys.size < mostKeys) keys.set(key, text);
  return text;
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}
