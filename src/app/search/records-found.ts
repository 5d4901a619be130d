import { membershipsOf } from "../../store/queries/record-entities.ts";
import type { SearchHit } from "../../store/queries/search-hits.ts";
import type { App } from "../app.ts";
import type { Asking } from "../record/asking.ts";
import { readSheet } from "../record/claim-sheet.ts";
import { type AsOfAnswer, heldOn } from "../record/held.ts";
import { labelsOf } from "../record/labels-of.ts";
import { plainValue } from "../record/plain-value.ts";
import type { Words } from "../words.ts";
import { type Found, named } from "./found.ts";
import { hangsOn } from "./hangs-on.ts";
import { type HowMet, howMet, type SearchKind } from "./search-kinds.ts";

/** Records that were met, read again as the viewer: what they may not see is not in the answer, whatever was met. */
export async function recordsFound(asking: Asking, hits: readonly SearchHit[], q: string): Promise<ReadonlyMap<string, Found>> {
  if (hits.length === 0) return new Map();
  const ids = hits.map((hit) => hit.target_id);
  const around = await hangsOn(asking.reader.db, ids);
  const labels = await labelsOf(asking, [...ids, ...[...around.values()].flatMap((on) => [on.meeting, on.body, on.who].filter((id) => id !== null))]);
  const dates = await readSheet(asking, ids, ["date", "due", "issued"]);
  const said = await saidIn(asking, hits.map((hit) => hit.said_in));
  const found = new Map<string, Found>();
  for (const hit of hits) {
    const label = labels.get(hit.target_id);
    const met = said.get(hit.said_in);
    if (label === undefined || met === undefined) continue;
    const on = around.get(hit.target_id);
    const part = label.kind === "text" || label.kind === "undertaking" || label.kind === "delegation";
    const page = !part ? null : on?.meeting != null && labels.has(on.meeting) ? { kind: "meeting" as const, id: on.meeting } : on?.body != null && labels.has(on.body) ? { kind: "body" as const, id: on.body } : null;
    const of = [on?.who, on?.meeting ?? on?.body].flatMap((id) => (id == null ? [] : (labels.get(id)?.name ?? [])));
    const date = ["date", "due", "issued"].map((field) => dates.field(hit.target_id, label.kind, field).shown).find((shown) => shown !== null);
    // A delegation has no name but its head's.
    const name: Words = label.kind === "delegation" ? met : label.name;
    found.set(hit.target_id, {
      kind: label.kind as SearchKind, id: label.id, ...named(name, met, q), of, date: date == null ? null : plainValue(date.value), code: label.code, on: page, met: howMet[hit.tier] as HowMet, today: null,
    });
  }
  return found;
}

/** Whether each of these members is one today, as its membership in the root body stands. */
export async function membersToday(app: App, asking: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, AsOfAnswer>> {
  if (ids.length === 0) return new Map();
  const wanted = new Set(ids);
  const parts = (await membershipsOf(asking.reader.db, app.coalition.rootBodyId)).flatMap((p) => (p.kind === "membership" && wanted.has(p.member) ? [p] : []));
  const sheet = await readSheet(asking, parts.map((p) => p.id), ["joined", "left"]);
  const rank: readonly AsOfAnswer[] = ["no", "between", "yes"];
  const answers = new Map<string, AsOfAnswer>();
  for (const part of parts) {
    const { answer } = heldOn(asking, { sheet, id: part.id, kind: "membership" }, "joined", "left");
    const before = answers.get(part.member);
    if (before === undefined || rank.indexOf(answer) > rank.indexOf(before)) answers.set(part.member, answer);
    asking.used.add(part.class_id);
  }
  return answers;
}

async function saidIn(asking: Asking, claims: readonly string[]): Promise<ReadonlyMap<string, Words>> {
  const rows = await asking.reader.db.selectFrom("claim").innerJoin("source", "source.id", "claim.source_id").select(["claim.id", "claim.language", "claim.value", "claim.class_id", "source.class_id as source_class"]).where("claim.id", "in", [...claims]).where("claim.withdrawn_at", "is", null).execute();
  for (const row of rows) asking.used.add(row.class_id).add(row.source_class);
  return new Map(rows.map((row) => [row.id, { text: String(row.value), language: row.language ?? "und" }]));
}
