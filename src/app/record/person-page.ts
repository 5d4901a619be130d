import { fault } from "../../base/errors.ts";
import { normaliseName } from "../../base/names.ts";
import { partsOfKinds, recordsNaming } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { heldOn } from "./held.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { plainValue } from "./plain-value.ts";
import { proofedDate, proofedName, proofedNames, refIds } from "./proofed.ts";
import { onPart, type PartOf, titleOf } from "./record-items.ts";
import { toldWords } from "./told-words.ts";

const parts = { head_person: "head", alternates: "alternate", advisers: "adviser" } as const;

/** One person of the record: offices, delegations, every spelling of the name, with sources. An account is another thing. @throws not-found */
export async function personPage(app: App, secret: string | null, id: string, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const person = await reader.db.selectFrom("person").innerJoin("record", "record.id", "person.id").select("record.class_id").where("person.id", "=", id).executeTakeFirst();
    if (person === undefined) throw fault("not-found");
    ask.used.add(person.class_id);
    const named = await recordsNaming(reader.db, id, Object.keys(parts));
    const all = await partsOfKinds(reader.db, ["office", "delegation"]);
    const offices = all.filter((p): p is PartOf<"office"> => p.kind === "office" && p.holder === id);
    const delegations = all.filter((p): p is PartOf<"delegation"> => p.kind === "delegation");
    const aside = { ...ask, used: new Set<number>() };
    const heads = await readSheet(aside, delegations.map((p) => p.id), ["head"]);
    const own = await readSheet(ask, [id]);
    const spellings = new Set(["name", "alias"].flatMap((field) => own.claimsOf(id, field).map((c) => normaliseName(plainValue(c.value)))).filter((n) => n !== ""));
    const linked = new Set(named.map((n) => n.record_id));
    const called = delegations.filter((p) => !linked.has(p.id) && heads.claimsOf(p.id, "head").some((c) => spellings.has(normaliseName(plainValue(c.value)))));
    const there = [...delegations.filter((p) => linked.has(p.id)), ...called];
    for (const p of [...offices, ...there]) ask.used.add(p.class_id);
    const sheet = await readSheet(ask, [id, ...offices.map((p) => p.id), ...there.flatMap((p) => [p.id, p.meeting])]);
    const labels = await labelsOf(ask, [...offices.map((p) => p.body), ...there.flatMap((p) => [p.meeting, p.member])]);
    const page = { asking: ask, sheet, labels };
    const on = { sheet, id, kind: "person" };
    const partIn = (p: PartOf<"delegation">) =>
      (Object.keys(parts) as (keyof typeof parts)[]).find((field) => refIds(sheet.field(p.id, "delegation", field).shown?.value).includes(id));
    return {
      id,
      asOf: ask.asOf,
      name: proofedName(ask, on, "name"),
      names: proofedNames(ask, on, "name"),
      spellings: [...(await toldWords(ask, id, "name")), ...(await toldWords(ask, id, "alias"))],
      positions: await toldWords(ask, id, "position"),
      offices: offices.flatMap((p) => {
        const body = labels.get(p.body);
        return body ? [{ id: p.id, body: refOf(body), office: p.office, held: heldOn(ask, onPart(page, p), "from", "to") }] : [];
      }),
      delegations: there.flatMap((p) => {
        const [member, field] = [labels.get(p.member), partIn(p)];
        if (member === undefined || !labels.has(p.meeting) || (field === undefined && linked.has(p.id))) return [];
        return [
          {
            id: p.id,
            member: refOf(member),
            meeting: { id: p.meeting, title: titleOf(page, p.meeting), date: proofedDate({ sheet, id: p.meeting, kind: "meeting" }, "date") },
            /** null: a source calls the head by this name, and nobody has said that it is this person */
            part: field === undefined ? null : parts[field],
            title: proofedName(ask, onPart(page, p), "head_title"),
          },
        ];
      }),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
