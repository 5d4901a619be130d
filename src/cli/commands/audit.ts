import { listAudit } from "../../app/record/audit-entries.ts";
import { verifyAudit } from "../../app/audit/verify-audit.ts";
import type { AddCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { type PageOptions, pageOptions } from "../options.ts";
import { code, facts, table } from "../print/table.ts";
import { say } from "../speak.ts";

export const addAudit: AddCommand = (program, session) => {
  const audit = program.command("audit").description("the log of every write");
  audit
    .command("verify")
    .description("recompute the whole log and hold it against its signed checkpoints; exit code 5 names what does not hold. Needs no token and shows no record")
    .action(() =>
      session.run(async ({ app, answer }) => {
        const report = await verifyAudit(app);
        answer(report, (r) => `${facts([["holds", say(r.fault === null ? "yes" : "NO")], ["entries under a checkpoint", r.leaves], ["entries not yet signed", r.pending], ["checkpoints", r.checkpoints], ["checkpoints read from", r.checkpointsFrom], ["last root", r.root]])}${r.fault === null ? "" : `\n${facts(Object.entries(r.fault).map(([k, v]) => [code(k), v === null ? null : String(v)]))}`}`);
        return report.fault === null ? exitCodes.ok : exitCodes.broken;
      }),
    );
  pageOptions(audit.command("log").description("who did what, newest first, as far as you may see it"))
    .option("--record <id>", "only what touched this record")
    .action((options: PageOptions & { record?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await listAudit(app, secret, { ...options, languages }), (log) =>
          `${table(["when", "by", "for", "role", "act", "reason", "records"], log.items.map((e) => [e.at, e.by?.text, e.holder?.name.text, e.role, e.act, e.reason, e.records.map((r) => r.name.text).join("; ").slice(0, 60)]))}\n${facts([["next", log.next], ["marking", log.marking.tlp]])}`);
      }),
    );
};
