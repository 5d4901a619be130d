import { type Kysely, sql } from "kysely";
import { type LinkDecision, linkInitiatives, type Links, noLinks } from "../../coordination/link-initiatives.ts";
import type { Schema } from "../schema.ts";

/** Standing decisions that link two initiatives, and those that keep apart what others link, as far as the viewer may see them. In order of id. */
export async function linkDecisions(db: Kysely<Schema>): Promise<readonly LinkDecision[]> {
  const standing = db.selectFrom("finding_decision").select(["id", "a_id", "b_id", "outcome", "class_id"]).where("kind", "=", "overlap").where("withdrawn_at", "is", null);
  const links = await standing.where("outcome", "=", "one-initiative").execute();
  if (links.length === 0) return [];
  const ids = [...new Set(links.flatMap((d) => [d.a_id, d.b_id]))].filter((id) => id !== null);
  const apart = await standing.where("outcome", "<>", "one-initiative").where("a_id", "in", ids).where("b_id", "in", ids).execute();
  return [...links, ...apart]
    .map((d): LinkDecision => ({ id: d.id, a: d.a_id as string, b: d.b_id as string, one: d.outcome === "one-initiative", classId: d.class_id }))
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** Which initiatives are one for this viewer, whose current reports are read here. Where pictures are kept, they know by themselves. */
export async function seenLinks(db: Kysely<Schema>): Promise<Links> {
  const decisions = await linkDecisions(db);
  if (decisions.length === 0) return noLinks;
  const ids = [...new Set(decisions.flatMap((d) => [d.a, d.b]))];
  const present = new Set((await db.selectFrom("report").select("initiative_id").distinct().where("current", "=", true).where("initiative_id", "in", ids).execute()).map((r) => r.initiative_id));
  return linkInitiatives(decisions, (id) => present.has(id));
}

/** To be called with every decision on a pair and where one ends: pictures that it changes are computed anew. `initiatives`: all that stand on either side. */
export async function initiativesLinked(db: Kysely<Schema>, initiatives: readonly string[], links: boolean): Promise<void> {
  await sql`select initiatives_linked(${[...initiatives]}::uuid[], ${links})`.execute(db);
}
