import type { Format } from "./format.ts";
import { iati } from "./iati/format.ts";
import { initiativesCsv } from "./initiatives-csv/format.ts";

/** Every format that can be imported. The next one is a folder and a line here. */
export const allFormats: readonly Format[] = [iati, initiativesCsv];

/**
 * The format that is surest of a file by its first bytes (64 KiB are plenty; gzip or not) and its name; undefined when
 * none has a reason to try.
 */
export function chooseFormat(head: Uint8Array, fileName: string): Format | undefined {
  let best: { readonly format: Format; readonly sure: number } | undefined;
  for (const format of allFormats) {
    const sure = format.sniff(head, fileName);
    if (sure > (best?.sure ?? 0)) best = { format, sure };
  }
  return best?.format;
}

export function formatNamed(name: string): Format | undefined {
  return allFormats.find((f) => f.name === name);
}
