import { membershipsOf, type Part } from "../../store/queries/record-entities.ts";
import type { App } from "../app.ts";
import { markingOf } from "../marking-of.ts";
import { asking, type Wanted } from "./asking.ts";
import { readSheet } from "./claim-sheet.ts";
import { labelsOf } from "./labels-of.ts";
import { membershipItem, type PartOf } from "./record-items.ts";
import { textOrder } from "./text-order.ts";

/** The members of the root body, each with the answer for the day. */
export async function memberList(app: App, secret: string | null, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const compareText = textOrder(ask.languages);
    const parts = (await membershipsOf(reader.db, app.coalition.rootBodyId)).filter(
      (p: Part): p is PartOf<"membership"> => p.kind === "membership",
    );
    for (const p of parts) ask.used.add(p.class_id);
    const sheet = await readSheet(
      ask,
      parts.map((p) => p.id),
    );
    const labels = await labelsOf(
      ask,
      parts.map((p) => p.member),
    );
    const items = parts
      .flatMap((p) => membershipItem({ asking: ask, sheet, labels }, p))
      .toSorted((a, b) => compareText(a.member.name.text, b.member.name.text));
    const answered = (answer: string) => items.filter((m) => m.held.answer === answer).length;
    return {
      asOf: ask.asOf,
      items,
      yes: answered("yes"),
      between: answered("between"),
      no: answered("no"),
      marking: await markingOf(reader, ask.used, ask.languages),
    };
  });
}
