/**
 * One text for one JSON value, whatever the order of its keys (RFC 8785): what is hashed must read back the same from a
 * database that sorts keys its own way. Takes what JSON.stringify takes and leaves out what it leaves out.
 *
 * @throws TypeError for what JSON cannot hold exactly: NaN, infinities, bigint, functions at the top
 */
export function canonicalJson(value: unknown): string {
  const text = write(value, "");
  if (text === undefined) throw new TypeError("expected a JSON value, found undefined");
  return text;
}

function write(raw: unknown, path: string): string | undefined {
  const value = hasToJson(raw) ? raw.toJSON() : raw;
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`expected a finite number at ${path || "/"}, found ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value === "bigint") throw new TypeError(`expected a JSON value at ${path || "/"}, found a bigint`);
  if (typeof value !== "object") return undefined;
  if (Array.isArray(value)) return `[${value.map((v, i) => write(v, `${path}/${i}`) ?? "null").join(",")}]`;
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, v]) => {
      const text = write(v, `${path}/${key}`);
      return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
    });
  return `{${members.join(",")}}`;
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}
