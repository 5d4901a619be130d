import { createReadStream, existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { parse } from "csv-parse";
import { monthNumber, parseEdtf } from "../base/edtf.ts";
import { replaceThreat, type ThreatRow } from "../store/queries/threat-rows.ts";
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
    for (const name of (await readdir(folder)).filter((f) => f.endsWith(".csv")).sort()) {
      const bySource = new Map<string, ThreatRow[]>();
      for await (const row of createReadStream(`${folder}/${name}`).pipe(parse({ columns: true, bom: true })) as AsyncIterable<Record<string, string>>) {
        const list = bySource.get(row["source"] ?? name) ?? [];
        list.push(threatRow(row));
        bySource.set(row["source"] ?? name, list);
      }
      for (const [title, rows] of bySource) {
        const sourceId = shippedId(app.coalition.rootBody, "source", `events/${title}`);
        await replaceThreat(writer, { ownerId, classId }, { id: sourceId, key: `events/${title}`, title }, rows);
        total += rows.length;
      }
    }
    await part.remember(writer);
    writer.note({ recordIds: [ownerId], classId, before: null, after: { rows: total, sha256: part.sha256 } });
    return total;
  });
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
