import { createReadStream, existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { parse } from "csv-parse";
import { monthNumber, parseEdtf } from "../base/edtf.ts";
import { replaceThreat, type ThreatRow, type ThreatSource } from "../store/queries/threat-rows.ts";
import { classOf } from "../store/queries/classes.ts";
import type { App } from "./app.ts";
import { shippedId } from "./coalition-settings.ts";
import { changedPart } from "./shipped-part.ts";

/** @returns how many sums of an area and month came in; null when the files are those loaded before */
export async function loadEvents(app: App): Promise<number | null> {
  const folder = `${app.coalition.folder}/events`;
  if (!existsSync(folder)) return null;
  const part = await changedPart(app.store, `events:${app.coalition.rootBody}`, folder);
  if (!part) return null;
  return app.store.system({ act: "load-events" }, async (writer) => {
    const ownerId = app.coalition.rootBodyId;
    const classId = await classOf(writer.db, 0, ownerId);
    let total = 0;
    const cited = await citations(folder);
    for (const name of (await readdir(folder)).filter((f) => f.endsWith(".csv") && f !== sourcesFile).sort()) {
      const bySource = new Map<string, ThreatRow[]>();
      for await (const row of createReadStream(`${folder}/${name}`).pipe(parse({ columns: true, bom: true })) as AsyncIterable<Record<string, string>>) {
        const list = bySource.get(row["source"] ?? name) ?? [];
        list.push(threatRow(row));
        bySource.set(row["source"] ?? name, list);
      }
      for (const [title, rows] of bySource) {
        const sourceId = shippedId(app.coalition.rootBody, "source", `events/${title}`);
        await replaceThreat(writer, { ownerId, classId }, { id: sourceId, key: `events/${title}`, title, ...cited.get(title) }, rows);
        total += rows.length;
      }
    }
    await part.remember(writer);
    writer.note({ recordIds: [ownerId], classId, before: null, after: { rows: total, sha256: part.sha256 }, told: [] });
    return total;
  });
}

const sourcesFile = "sources.csv";

/** Publisher, licence and address by the name that the rows give their source; a folder without the file cites by name alone. */
async function citations(folder: string): Promise<ReadonlyMap<string, Pick<ThreatSource, "publisher" | "licence" | "url">>> {
  const cited = new Map<string, Pick<ThreatSource, "publisher" | "licence" | "url">>();
  if (!existsSync(`${folder}/${sourcesFile}`)) return cited;
  for await (const row of createReadStream(`${folder}/${sourcesFile}`).pipe(parse({ columns: true, bom: true })) as AsyncIterable<Record<string, string>>) {
    const stated = (name: string) => (row[name] === "" ? undefined : row[name]);
    cited.set(row["source"] ?? "", { publisher: stated("publisher"), licence: stated("licence"), url: stated("url") });
  }
  return cited;
}

function threatRow(row: Record<string, string>): ThreatRow {
  const number = (name: string) => (row[name] === undefined || row[name] === "" ? null : Number(row[name]));
  return {
    area: row["area"] ?? "",
    month: monthNumber(parseEdtf(row["month"] ?? "").start.notBefore ?? 0),
    events: number("events") ?? 0,
    deaths: number("deaths_best") ?? 0,
    deaths_low: number("deaths_low"),
    deaths_high: number("deaths_high"),
  };
}
