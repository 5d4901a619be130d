import { standingOnFindings } from "../../store/queries/finding-rows.ts";
import type { Reader } from "../../store/open-store.ts";
import { reportBodies } from "../../store/queries/report-bodies.ts";
import type { App } from "../app.ts";
import { reportRef } from "../picture/report-refs.ts";
import { asking } from "../record/asking.ts";
import { shownFindings } from "./finding-decision.ts";
import type { PairDecision } from "./on-pairs.ts";

/**
 * Which decisions say that an initiative is one with others, and what else was decided on the same pairs. `linked`: both are parts of it. Else decisions contradict
 * each other, and they stay two. `classes`: of what is told here.
 */
export async function onLinks(app: App, reader: Reader, parts: readonly string[], languages: readonly string[]) {
  const ask = asking(app, reader, { languages });
  const touching = (await standingOnFindings(reader.db, "overlap")).filter((r) => parts.includes(r.a_id ?? "") || parts.includes(r.b_id ?? ""));
  const pairs = [...Map.groupBy(touching, (r) => `${r.a_id} ${r.b_id}`).values()].filter((rows) => rows.some((r) => r.outcome === "one-initiative"));
  if (pairs.length === 0) return { links: [], classes: [] };
  const shown = (await shownFindings(ask, pairs.flat())) as ReadonlyMap<string, PairDecision>;
  const bodies = (await reportBodies(reader, { initiatives: [...new Set(pairs.flat().flatMap((r) => [r.a_id as string, r.b_id as string]))] })).filter((b) => b.current);
  const side = (id: string) => {
    const body = bodies.find((b) => b.initiative_id === id);
    return body === undefined ? null : { id, title: reportRef(body, languages).title, identifier: body.identifier };
  };
  for (const b of bodies) ask.used.add(b.class_id);
  const links = pairs.flatMap((rows) => {
    const [first] = rows;
    const [a, b] = [side(first?.a_id ?? ""), side(first?.b_id ?? "")];
    // A side of which nothing is seen any more is one of no link.
    if (a === null || b === null) return [];
    return [{ a, b, linked: parts.includes(a.id) && parts.includes(b.id), decisions: rows.flatMap((r) => shown.get(r.id) ?? []) }];
  });
  return { links, classes: [...ask.used] };
}
