import type { Reader } from "../../store/open-store.ts";
import { type ReportBody, reportBodies } from "../../store/queries/report-bodies.ts";
import type { App } from "../app.ts";
import { markingOf, markingsOf } from "../marking-of.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { latestFirst, pageOf, type PageWish } from "../record/history-place.ts";
import { whoDid } from "../record/who-did.ts";
import { askPicture } from "./ask-picture.ts";
import { changesOf, versionsOf } from "./report-versions.ts";
import { reportRef } from "./report-refs.ts";

/**
 * The versions of the reports on an initiative as they came in, who brought each, and what it changed against the one before it; the newest first, a page of it.
 * Of what this viewer may read: a version that may not be read is not told of by a gap. @throws not-found, bad-input for a cursor that is none of ours
 */
export async function initiativeHistory(app: App, secret: string | null, id: string, wish: PageWish & Wanted) {
  const { languages } = wish;
  return askPicture(app, secret, {}, { name: "initiative", args: id, languages }, async ({ i }, reader) => {
    const ask = asking(app, reader, wish);
    const bodies = await reportBodies(reader, { initiatives: i.parts });
    for (const b of bodies) ask.used.add(b.class_id);
    const place = ({ body }: { readonly body: ReportBody }) => [body.received_at.toISOString(), body.identifier, body.id];
    const page = pageOf(versionsOf(bodies).toSorted((a, b) => latestFirst(place(a), place(b))), place, wish);
    const shown = page.items.map(({ body }) => body);
    const bringers = await whoBrought(reader, shown);
    const signs = await whoDid(ask, bringers.values(), shown.map((b) => b.owner_id));
    const markings = await markingsOf(reader, shown.map((b) => b.class_id), languages);
    return {
      items: page.items.flatMap(({ body, before }) => {
        const marking = markings.get(body.class_id);
        const by = signs(bringers.get(body.id) ?? body.owner_id, body.owner_id);
        return marking === undefined ? [] : [{ at: body.received_at.toISOString(), report: reportRef(body, languages), by, first: before === undefined, changes: before === undefined ? [] : changesOf(before, body), marking }];
      }),
      next: page.next,
      marking: await markingOf(reader, ask.used, languages),
    };
  });
}

/** The account of the import that a report came by, as far as the import may be seen. */
async function whoBrought(reader: Pick<Reader, "db">, bodies: readonly ReportBody[]): Promise<ReadonlyMap<string, string | null>> {
  if (bodies.length === 0) return new Map();
  const rows = await reader.db.selectFrom("report").innerJoin("import", "import.id", "report.import_id").select(["report.id", "import.account_id"]).where("report.id", "in", bodies.map((b) => b.id)).execute();
  return new Map(rows.map((r) => [r.id, r.account_id]));
}
