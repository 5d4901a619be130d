import { Option } from "commander";
import { type WorkKind, workKinds } from "../../app/coordination/work-states.ts";
import { readWorklist, type WorkItem } from "../../app/coordination/worklist.ts";
import type { AddCommand } from "../command.ts";
import { type PageOptions, pageOptions } from "../options.ts";
import { code, facts, table } from "../print/table.ts";
import { counted, say } from "../speak.ts";

export const addWorklist: AddCommand = (program, session) => {
  pageOptions(program.command("worklist").description("all that waits for a decision of yours: acts of two persons, overlaps, gaps, conflicts, own files; what returned comes first"))
    .addOption(new Option("--kind <kind>").choices(workKinds))
    .option("--of <id>", "only what concerns this member or body")
    .addOption(new Option("--show <which>").choices(["open", "decided"]).default("open"))
    .action((options: PageOptions & { kind?: WorkKind; of?: string; show: "open" | "decided" }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await readWorklist(app, secret, options, languages), (list) =>
          `${facts(list.sections.map((s) => [code(s.kind), `${counted("openOf", s.open, { total: s.total })}${s.returned > 0 ? `, ${counted("returned", s.returned)}` : ""}`]))}\n${table(["kind", "state", "what", "where to decide"], list.items.map(row))}\n${facts([["next", list.next]])}`);
      }),
    );
};

function row(item: WorkItem): readonly [string, string, string, string] {
  switch (item.kind) {
    case "act":
      return [item.kind, item.state, `${item.act.kind} ${item.act.subject?.name.text ?? ""}: ${item.act.reason.slice(0, 60)}`, say("by hand, on the page of administration: a script is no second person")];
    case "overlap":
      return [item.kind, item.state, `${item.overlap.a.title.text.slice(0, 40)} / ${item.overlap.b.title.text.slice(0, 40)}`, `finding decide-overlap ${item.overlap.a.id} ${item.overlap.b.id}`];
    case "gap":
      return [item.kind, item.state, `${item.gap.area.name.text}, ${item.gap.line ?? say("all lines")}`, `finding decide-gap ${item.gap.area.code} ${item.gap.line ?? "all"}`];
    case "conflict":
      return [item.kind, item.state, `${item.conflict.record.name.text.slice(0, 60)}: ${item.conflict.field}`, `claims ${item.conflict.record.id} ${item.conflict.field}`];
    case "import":
      return [item.kind, item.state, `${item.import.file}: ${counted("setAside", item.import.counts.setAside)}`, `import-summary ${item.import.id}`];
    default:
      return item satisfies never;
  }
}
