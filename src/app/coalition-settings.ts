import { readFile } from "node:fs/promises";
import { z } from "zod";
import { stableId } from "../base/stable-id.ts";

const words = z.record(z.string(), z.string());
/** One of the people whom a fictional coalition is looked at as. */
const person = z.object({ login: z.string(), name: words, role: words, actsFor: words, comesFor: words, language: z.string() });
const settingsFile = z.object({
  name: words,
  shortName: words.optional(),
  /** the region in focus, as it stands in a sentence: "the Sahel and the Lake Chad basin" */
  region: words.optional(),
  /** the folder of the record's CSV files, beside this file */
  record: z.string(),
  language: z.string(),
  rootBody: z.string(),
  focusBody: z.string(),
  lines: z.array(z.object({ key: z.string(), name: words })),
  /** ISO 3166-1 alpha-2 of the countries that the map frames; all of the areas file when absent */
  countries: z.array(z.string()).optional(),
  licence: z.string(),
  /** Nothing in this folder is so: every page says it, and only a database that is marked for it takes it in (see demonstration/). */
  fictional: z.object({ edition: z.string(), people: z.array(person) }).optional(),
  extent: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }).optional(),
});

/** What the folder of a coalition says of itself: names by language, its root body, and the body whose room opens first. */
export type CoalitionSettings = z.infer<typeof settingsFile> & { readonly folder: string; readonly rootBodyId: string; readonly focusBodyId: string };

/** The id of a shipped row of this coalition. The namespace holds the root body's key, so that two coalitions never meet. */
export function shippedId(rootBody: string, kind: string, key: string): string {
  return stableId(`${rootBody}/${kind}`, key);
}

/** @param folder holds coalition.json and a folder of CSV files for the record */
export async function readCoalitionSettings(folder: string): Promise<CoalitionSettings> {
  const parsed = settingsFile.parse(JSON.parse(await readFile(`${folder}/coalition.json`, "utf8")));
  return { ...parsed, folder, rootBodyId: shippedId(parsed.rootBody, "body", parsed.rootBody), focusBodyId: shippedId(parsed.rootBody, "body", parsed.focusBody) };
}
