import { fault } from "../../base/errors.ts";
import { combine } from "../../marking/class.ts";
import { explain } from "../../marking/may-read.ts";
import type { Reader } from "../../store/open-store.ts";
import type { App } from "../app.ts";
import { classesOf, type MarkingOf, markingOf, markingsOf, type NamedClass } from "../marking-of.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { labelsOf, type Ref, refOf } from "../record/labels-of.ts";

export const whyKinds = ["record", "source", "claim", "decision", "import", "initiative", "report", "need", "stated-none", "finding"] as const;
export type WhyKind = (typeof whyKinds)[number];

export type Why = {
  readonly kind: WhyKind;
  readonly id: string;
  readonly lookingAs: boolean;
  readonly marking: MarkingOf;
  /** One for each marking that has to be open to this viewer: of the thing itself, and of all that it is never seen without. */
  readonly reasons: readonly { readonly code: "clear" | "named" | "acts-for-owner" | "in-circle" | "in-coalition"; readonly through: Ref | null; readonly marking: MarkingOf }[];
};

/** Why this viewer may see something that has a page or stands on one: each rule that opened it, and the holder through whom it did. @throws not-found */
export async function why(app: App, secret: string | null, kind: WhyKind, id: string, wanted: Wanted): Promise<Why> {
  return app.store.read(secret, async (reader) => {
    const { viewer } = reader;
    const classes = [...new Set(await classesFor(reader, kind, id))];
    if (classes.length === 0) throw fault("not-found");
    const known = await classesOf(reader, classes);
    const [person, holder] = viewer.kind === "signed-in" ? [viewer.personId, viewer.lookingAs ?? viewer.holderId] : [null, null];
    const who = { kind: "viewer", person, actsFor: new Set(holder === null ? [] : [holder]) } as const;
    const explained = classes.map((c) => {
      const marked = known.get(c);
      const answer = marked === undefined ? null : explain(who, combine([namedOnly(marked, person)]));
      if (answer === null || !answer.may) return { c, code: "clear" as const, through: null };
      return { c, code: answer.code, through: "through" in answer ? answer.through : null };
    });
    const labels = await labelsOf(asking(app, reader, wanted), explained.flatMap((e) => e.through ?? []));
    const markings = await markingsOf(reader, classes, wanted.languages);
    const reasons = explained.flatMap(({ c, code, through }) => {
      const [label, marking] = [through === null ? undefined : labels.get(through), markings.get(c)];
      return marking === undefined ? [] : [{ code, through: label === undefined ? null : refOf(label), marking }];
    });
    return { kind, id, lookingAs: viewer.kind === "signed-in" && viewer.lookingAs !== null, marking: await markingOf(reader, classes, wanted.languages), reasons };
  });
}

/** What may be read and is RED names this person: who else is named is not told. */
const namedOnly = (marked: NamedClass, person: string | null): NamedClass => (marked.tlp === "RED" && person !== null ? { ...marked, named: new Set([person]) } : marked);

/** The classes that the thing is seen through, all readable to this viewer; none when it is not to be seen. */
async function classesFor({ db }: Pick<Reader, "db">, kind: WhyKind, id: string): Promise<readonly number[]> {
  const one = async (table: "record" | "source" | "import" | "need" | "stated_none" | "finding_decision" | "report") =>
    (await db.selectFrom(table).select("class_id").where("id", "=", id).execute()).map((r) => r.class_id);
  switch (kind) {
    case "record":
    case "source":
    case "import":
    case "need":
    case "report":
      return one(kind);
    case "stated-none":
      return one("stated_none");
    case "finding":
      return one("finding_decision");
    case "initiative":
      return (await db.selectFrom("report").select("class_id").distinct().where("initiative_id", "=", id).where("current", "=", true).execute()).map((r) => r.class_id);
    case "claim":
      return (await db.selectFrom("claim as c").innerJoin("record as r", "r.id", "c.record_id").innerJoin("source as s", "s.id", "c.source_id").select(["c.class_id", "r.class_id as record", "s.class_id as source"]).where("c.id", "=", id).execute()).flatMap((c) => [c.class_id, c.record, c.source]);
    case "decision":
      return (await db.selectFrom("decision as d").innerJoin("record as r", "r.id", "d.record_id").leftJoin("claim as c", "c.id", "d.claim_id").select(["d.class_id", "r.class_id as record", "c.class_id as claim"]).where("d.id", "=", id).execute()).flatMap((d) => [d.class_id, d.record, ...(d.claim === null ? [] : [d.claim])]);
  }
}
