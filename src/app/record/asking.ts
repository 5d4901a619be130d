import { dayNumber } from "../../base/edtf.ts";
import type { App } from "../app.ts";
import type { Reader } from "../../store/open-store.ts";

/** One question about the record: by whom, for which day, in which languages; and the classes of all rows that the answer used. */
export type Asking = {
  readonly reader: Pick<Reader, "db" | "viewer">;
  readonly languages: readonly string[];
  /** ISO day, and its number since 1970-01-01 */
  readonly asOf: string;
  readonly day: number;
  /** whose decisions come first: the holder the viewer acts for, or looks as; null for the anonymous visitor */
  readonly holder: string | null;
  readonly used: Set<number>;
};

/** What a page is asked with: day (today when absent) and languages, most wanted first. */
export type Wanted = { readonly asOf?: string | undefined; readonly languages: readonly string[] };

export function asking(app: App, reader: Pick<Reader, "db" | "viewer">, wanted: Wanted): Asking {
  const { viewer } = reader;
  const asOf = wanted.asOf ?? app.now().toISOString().slice(0, 10);
  return {
    reader,
    languages: wanted.languages,
    asOf,
    day: dayNumber(asOf),
    holder: viewer.kind === "anonymous" ? null : (viewer.lookingAs ?? viewer.holderId),
    used: new Set(),
  };
}
