import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Calendar, calendarOf } from "./calendar.ts";
import { coalitionSettings } from "./coalition.ts";
import { csvOf } from "./csv.ts";
import { eventTables } from "./events.ts";
import { rates, reportFiles } from "./files.ts";
import { type Initiative, otherInitiatives, storyInitiatives } from "./initiatives.ts";
import { type DemoMap, makeMap } from "./map.ts";
import { type MemberNeeds, memberNeeds } from "./needs.ts";
import { recordTables } from "./record.ts";
import { seedOfStory } from "./story.ts";

export type DemoOptions = {
  /** YYYY-MM-DD: the day on which the story is told */
  readonly today: string;
  /** how many initiatives there are beside those of the story */
  readonly initiatives: number;
};
export const usualInitiatives = 240;

/** All that the demonstration is made of; the same options give the same, to the last byte. */
export type Demo = { readonly options: DemoOptions; readonly edition: string; readonly calendar: Calendar; readonly map: DemoMap; readonly initiatives: readonly Initiative[]; readonly needs: readonly MemberNeeds[] };

/** Raised when the generators change, so that a demonstration made by older ones says so. */
const generators = 1;

export function makeDemo(options: DemoOptions): Demo {
  const calendar = calendarOf(options.today);
  const map = makeMap(seedOfStory);
  const initiatives = [...storyInitiatives(map), ...otherInitiatives(map, seedOfStory, options.initiatives)];
  return { options, edition: editionOf(options), calendar, map, initiatives, needs: memberNeeds(map, seedOfStory, calendar, initiatives) };
}

/** What a made demonstration was made by and from, but for the day. */
export function editionOf({ initiatives }: Pick<DemoOptions, "initiatives">): string {
  return `${seedOfStory}/${generators}/${initiatives}`;
}

/** The coalition's folder, file by file. */
export function folderFiles(demo: Demo): Readonly<Record<string, string>> {
  const { calendar, map } = demo;
  const events = eventTables(map, seedOfStory, calendar);
  const record = Object.entries(recordTables(calendar)).map(([name, text]) => [`record/${name}`, text] as const);
  return {
    "coalition.json": `${JSON.stringify(coalitionSettings(calendar, demo.edition), null, 2)}\n`,
    ...Object.fromEntries(record),
    "areas/areas.topo.json": JSON.stringify(map.shown),
    "areas/second-level.topo.json": JSON.stringify(map.fine),
    "areas/codes.csv": "area,vocabulary,code\n",
    "areas/names.csv": "area,name\n",
    "areas/whole-country-points.csv": "area,latitude,longitude\n",
    "events/threat-by-area-month.csv": events.events,
    "events/sources.csv": events.sources,
    "money/usd-annual.csv": csvOf(Array.from({ length: 12 }, (_, i) => ({ currency: "XIL", year: calendar.year - 8 + i, ...rates.XIL, source: "invented" }))),
  };
}

/** Writes the coalition's folder, and beside it the members' files in `reports/`. */
export async function writeDemo(demo: Demo, folder: string): Promise<void> {
  for (const [name, text] of Object.entries(folderFiles(demo))) await write(join(folder, name), text);
  for (const file of reportFiles(demo.map, demo.calendar, demo.initiatives)) await write(join(folder, "reports", file.name), file.text);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
