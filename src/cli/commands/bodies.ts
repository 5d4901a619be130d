import { type BodyNode, recordIndex } from "../../app/record/record-index.ts";
import type { AddCommand } from "../command.ts";
import { asOfOption } from "../options.ts";
import { code, facts, table } from "../print/table.ts";

export const addBodies: AddCommand = (program, session) => {
  asOfOption(program.command("bodies").description("the tree of bodies, and how much the record holds")).action((options: { asOf?: string }) =>
    session.run(async ({ app, secret, languages, answer }) => {
      answer(await recordIndex(app, secret, { asOf: options.asOf, languages }), (index) =>
        `${table(["body", "kind", "answer", "id"], rows(index.tree, 0))}\n${facts([["as of", index.asOf], ...Object.entries(index.counts).map(([kind, n]) => [code(kind), n] as const), ["marking", index.marking.tlp]])}`);
    }),
  );
};

function rows(nodes: readonly BodyNode[], depth: number): (readonly string[])[] {
  return nodes.flatMap((n) => [[`${"  ".repeat(depth)}${n.name.text}`, n.kind, n.answer, n.id], ...rows(n.children, depth + 1)]);
}
