import { reporterLines } from "../../store/queries/report-counts.ts";
import type { App } from "../app.ts";
import { onCells } from "../coordination/on-cells.ts";
import { onPairs } from "../coordination/on-pairs.ts";
import { askPicture } from "../picture/ask-picture.ts";
import { gapItems } from "../picture/gap-item.ts";
import { memberName } from "../picture/member-reporters.ts";
import { readGapCell } from "../picture/read-gap-cell.ts";
import { reporterId } from "../picture/references.ts";
import type { SourceRef } from "./claim-value.ts";

/** What a line of a brief rests on: a document of the record, what one reporter reports, or what was entered as needed. Only a document has a page of its own. */
export type BriefSource = Omit<SourceRef, "id"> & { readonly kind: "document" | "reports" | "needs"; readonly id: string | null };
type Sourced<T> = T & { readonly from: readonly BriefSource[] };

/** How many of each a brief names. */
const first = 5;

/**
 * Where the work of these members collides, and where need stands without it: of what they report or is reported in their name, in the months around the day.
 * @returns null where no report is theirs as far as the viewer may see: nothing can be said then. `classes`: of all that was used
 */
export async function briefFindings(app: App, secret: string | null, { asOf, members, languages }: { readonly asOf: string; readonly members: readonly string[]; readonly languages: readonly string[] }) {
  const reporters = await reportersOf(app, secret, members);
  if (reporters.length === 0) return null;
  const wish = { asOf, member: reporters };
  const overlaps = await askPicture(app, secret, wish, { name: "overlaps", args: { limit: first }, languages }, async ({ items, total, period, basis, classes }, reader) => {
    const decided = await onPairs(app, reader, items, languages);
    const ids = items.flatMap(({ a, b }) => [...a.parts, ...b.parts]);
    const rows = ids.length === 0 ? [] : await reader.db.selectFrom("report").select(["initiative_id", "reporter_key", "reporter_name", "reporter_ref", "version_at", "received_at"]).where("current", "=", true).where("initiative_id", "in", ids).execute();
    return {
      total, period, basis, classes: [...classes, ...decided.classes],
      items: decided.items.map((item): Sourced<typeof item> => ({
        ...item,
        from: reportSources(rows.filter((r) => item.a.parts.includes(r.initiative_id) || item.b.parts.includes(r.initiative_id)).map((r) => ({ id: reporterId(r.reporter_key), name: r.reporter_name ?? r.reporter_ref ?? r.reporter_key, day: (r.version_at ?? r.received_at).toISOString().slice(0, 10) }))),
      })),
    };
  });
  const gaps = await askPicture(app, secret, wish, { name: "gaps", args: { limit: first }, languages }, async ({ items, total, classes }, reader) => {
    const decided = await onCells(app, reader, await gapItems(reader, items, languages), languages);
    const events = items.length === 0 ? [] : await reader.db.selectFrom("threat as t").innerJoin("source as s", "s.id", "t.source_id").select(["t.area", "s.id", "s.title", "s.publisher", "s.url", "s.published", "s.language", "s.licence", "s.class_id"]).where("t.area", "in", items.map(({ area }) => area.code)).distinct().execute();
    return { total, events, items: decided.items, classes: [...classes, ...decided.classes, ...events.map((e) => e.class_id)] };
  });
  const gapsFrom = [];
  for (const item of gaps.items) {
    const cell = await readGapCell(app, secret, { area: item.area.code, line: item.line }, wish, languages);
    const needs = cell.needFrom.map(({ source, by }): BriefSource => ({ kind: "needs", id: null, title: source.text, publisher: by?.text ?? null, url: null, published: null, language: source.language, licence: null }));
    const work = reportSources(cell.contributions.flatMap(({ reports }) => reports.map(({ reporter, lastUpdated }) => ({ id: reporter.id, name: reporter.name.text, day: lastUpdated?.slice(0, 10) ?? null }))));
    const threat = item.need === null || item.need.basis === "priority" ? gaps.events.filter(({ area }) => area === item.area.code).map(({ id, title, publisher, url, published, language, licence }): BriefSource => ({ kind: "document", id, title, publisher, url, published, language, licence })) : [];
    gapsFrom.push({ ...item, from: [...needs, ...threat, ...work] });
  }
  return { reporters: reporters.length, period: overlaps.period, basis: overlaps.basis, overlaps: { total: overlaps.total, items: overlaps.items }, gaps: { total: gaps.total, items: gapsFrom }, classes: [...overlaps.classes, ...gaps.classes] };
}

/** Reporters that are these members, as far as a name or an identifier of a government says it plainly; in the form that a picture is asked with. */
async function reportersOf(app: App, secret: string | null, members: readonly string[]): Promise<readonly string[]> {
  if (members.length === 0) return [];
  return app.store.read(secret, async ({ db }) => {
    const named = await db.selectFrom("claim").select("value").where("record_id", "in", [...members]).where("field", "=", "name").where("withdrawn_at", "is", null).execute();
    const names = new Set(named.map((n) => memberName(String(n.value))));
    const governments = (await db.selectFrom("member").select("iso2").where("id", "in", [...members]).execute()).flatMap(({ iso2 }) => (iso2 === null ? [] : [`${iso2}-GOV-`]));
    const brought = new Set((await db.selectFrom("report").select("reporter_key").where("current", "=", true).where("owner_id", "in", [...members]).distinct().execute()).map((r) => r.reporter_key));
    const theirs = (await reporterLines(db)).filter((r) => brought.has(r.reporter_key) || (r.reporter_name !== null && names.has(memberName(r.reporter_name))) || governments.some((start) => (r.reporter_ref ?? "").startsWith(start)));
    return theirs.map((r) => reporterId(r.reporter_key)).toSorted();
  });
}

/** One source for each reporter, with the last day on which any of these reports was brought up to date. */
function reportSources(reports: readonly { readonly id: string; readonly name: string; readonly day: string | null }[]): BriefSource[] {
  return [...Map.groupBy(reports, ({ id }) => id).values()].map((some) => ({
    kind: "reports", id: some[0]?.id ?? null, title: some[0]?.name ?? "?", publisher: null, url: null,
    published: some.map(({ day }) => day).reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b), null), language: null, licence: null,
  }));
}
