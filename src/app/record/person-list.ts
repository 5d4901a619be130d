import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { labelsOf, refOf } from "./labels-of.ts";
import { mayEdit } from "./may-edit.ts";
import { textOrder } from "./text-order.ts";

/** The persons of the record by name. They are no accounts: whether someone can sign in is told nowhere here. */
export async function personList(app: App, secret: string | null, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const compareText = textOrder(ask.languages);
    const persons = await reader.db.selectFrom("person").innerJoin("record", "record.id", "person.id").select(["person.id", "record.class_id"]).execute();
    const claimed = new Set((await reader.db.selectFrom("claim").select("record_id").distinct().where("record_id", "in", persons.length === 0 ? ["00000000-0000-0000-0000-000000000000"] : persons.map((p) => p.id)).where("field", "=", "name").where("withdrawn_at", "is", null).execute()).map((c) => c.record_id));
    // A person of whom no source gives a name is there for an account alone.
    const known = persons.filter((p) => claimed.has(p.id));
    for (const p of known) ask.used.add(p.class_id);
    const labels = await labelsOf(ask, known.map((p) => p.id));
    return {
      items: [...labels.values()].map(refOf).toSorted((a, b) => compareText(a.name.text, b.name.text)),
      mayEdit: mayEdit(reader.viewer),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
