/**
 * One text for one JSON value, whatever the order of its keys (RFC 8785): what is hashed must read back the same from a
 * database that sorts keys its own way. Takes what JSON.stringify takes and leaves out what it leaves out.
 *
 * @throws TypeError for what JSON cannot hold exactly: NaN, infinities, bigint, functions at the top
 */
export function canonicalJson(value: unknown): string {
  const text = write(value, []);
  if (text === undefined) throw new TypeError("expected a JSON value, found undefined");
  return text;
}

/** `path` is where the value stands, kept only to name a value that cannot be written. Every entry of the log and every report passes here. */
function write(raw: unknown, path: (string | number)[]): string | undefined {
  if (typeof raw === "string") return JSON.stringify(raw);
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
  for (const key of Object.keys(members).sort()) {
    path.push(key);
    const member = write(members[key], path);
    path.pop();
    if (member !== undefined) text += `${text === "" ? "" : ","}${keyText(key)}:${member}`;
  }
  return `{${text}}`;
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
