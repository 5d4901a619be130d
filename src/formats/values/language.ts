/** A BCP 47 tag in its usual spelling ("EN" is "en", "fr-ca" is "fr-CA"); undefined when it has not the shape of one. */
export function readLanguage(text: string): string | undefined {
  const clean = text.trim().replaceAll("_", "-");
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(clean)) return undefined;
  const known = seen.get(clean);
  if (known !== undefined) return known;
  try {
    const [canonical] = Intl.getCanonicalLocales(clean);
    if (canonical !== undefined && seen.size < 1000) seen.set(clean, canonical);
    return canonical;
  } catch (e) {
    if (e instanceof RangeError) return undefined;
    throw e;
  }
}

/** Asking Intl for each of a million words costs more than reading them; files use a handful of tags. */
const seen = new Map<string, string>();
