import { listCircles } from "../../app/circles/list-circles.ts";
import { makeCircle } from "../../app/circles/make-circle.ts";
import { setHolders } from "../../app/circles/set-holders.ts";
import type { AddCommand } from "../command.ts";
import { names } from "../print/shown.ts";
import { table } from "../print/table.ts";
import { say } from "../speak.ts";

type Circle = Awaited<ReturnType<typeof listCircles>>["items"][number];

export const addCircles: AddCommand = (program, session) => {
  program.command("circles").description("circles that your side owns or is in").action(() =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await listCircles(app, secret, { languages }), (list) => circleRows(list.items));
    }),
  );
  const circle = program.command("circle").description("make a circle, or say who is in it");
  circle
    .command("make")
    .description("make a circle of your own")
    .argument("<name>")
    .argument("[holders...]", "ids of members and bodies")
    .action((name: string, holders: string[]) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await makeCircle(app, secret, { name, holders }, { languages }), (made) => circleRows([made]));
      }),
    );
  circle
    .command("set")
    .description("who is in it from now on: all of them")
    .argument("<id>")
    .argument("[holders...]", "ids of members and bodies")
    .action((id: string, holders: string[]) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await setHolders(app, secret, id, holders, { languages }), (made) => circleRows([made]));
      }),
    );
};

function circleRows(items: readonly Circle[]): string {
  return table(["circle", "owner", "", "in it", "id"], items.map((c) => [c.name, c.owner?.name.text, c.mine ? say("yours") : "", names(c.holders), c.id]));
}
