import { operation } from "../../app/operation/operation.ts";
import { verifyForViewer } from "../../app/operation/verify-for-viewer.ts";
import { wholeServer } from "../../app/operation/whole-server.ts";
import type { AddCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { code, facts, type Head } from "../print/table.ts";
import { signedInSecret } from "../session.ts";
import { counted, say } from "../speak.ts";

export const addOperation: AddCommand = (program, session) => {
  const command = program.command("operation").description("how the place runs");
  command
    .command("server")
    .description("counts of the whole server, for its operator. Needs no token and shows no record")
    .action(() =>
      session.run(async ({ app, answer }) => {
        answer(await wholeServer(app), (s) => facts([["accounts", s.accounts], ["sessions and tokens", s.sessions], ["circles", s.circles], ["checkpoints", s.checkpoints], ["imports", Object.entries(s.imports).map(([state, n]) => `${n} ${state}`).join(", ")], ["last backup", s.backup?.made], ["read back whole", s.backup?.verified]]));
      }),
    );
  command
    .command("show")
    .description("accounts, markings in use, imports that wait or failed and the last backup, as far as you may read")
    .action(() =>
      session.run(async (asked) => {
        asked.answer(await operation(asked.app, asked.secret, { languages: asked.languages }), (o) => facts([["accounts", o.accounts === null ? null : [counted("accountsStanding", o.accounts.standing), counted("accountsClosed", o.accounts.ended), counted("accountsWithoutRole", o.accounts.withoutRoleToday), counted("accountsPasswordAlone", o.accounts.withoutSecondWay)].join(", ")], ...o.markings.map((m): [Head, string] => [code(say("{kind} by marking", { kind: m.kind })), m.byTlp.map((t) => `${t.n} ${t.tlp}`).join(", ")]), ["circles", o.circles.length], ["imports that wait or failed", o.imports.length], ["last backup", o.backup?.made]]));
      }),
    );
  command
    .command("verify-audit")
    .description("whether the audit log holds, for officers and auditors; on the server itself entente audit verify says more")
    .action(() =>
      session.run(async (asked) => {
        const verdict = await verifyForViewer(asked.app, signedInSecret(asked));
        asked.answer(verdict, (v) => facts([["holds", say(v.holds ? "yes" : "NO")], ["computed", v.at]]));
        return verdict.holds ? exitCodes.ok : exitCodes.broken;
      }),
    );
};
