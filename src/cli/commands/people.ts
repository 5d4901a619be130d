import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Option } from "commander";
import type { RoleName } from "../../access/rights.ts";
import { endInvitation, listInvitations, renewInvitation } from "../../app/door/invitations.ts";
import { resetSecondFactor } from "../../app/door/reset-second-factor.ts";
import { endAccount, endRole, giveRole, listPeople } from "../../app/door/people.ts";
import { importPeople } from "../../app/people-file/import-people.ts";
import { peopleColumns } from "../../app/people-file/example.ts";
import { fault } from "../../base/errors.ts";
import { findRecord } from "../../app/find-record.ts";
import { addressOf } from "../address.ts";
import type { AddCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { day } from "../options.ts";
import { table } from "../print/table.ts";
import { signedInSecret } from "../session.ts";
import { counted, say } from "../speak.ts";

const roles = ["officer", "chair", "co-chair", "focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"];
type Give = { role: string; member?: string; body?: string; from?: string; until?: string; through?: string };

/** Accounts, the roles that they act in, and invitations that nobody took up yet. */
export const addPeople: AddCommand = (program, session) => {
  const people = program.command("people").description("accounts and their roles; members, offices and focal points from a file");
  people
    .command("import")
    .description("members, memberships, offices and focal points from a CSV, in one transaction; nothing is done while a row is refused (exit code 4)")
    .argument("<file>", `columns: ${peopleColumns.join(", ")}`)
    .option("--dry-run", "only tell what each row would do")
    .addOption(new Option("--marking <label>", "of what the file states").choices(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]))
    .action((file: string, options: { dryRun?: boolean; marking?: string }) =>
      session.run(async (asked) => {
        const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
          throw fault("bad-input", { file, path: "", found: cause.code ?? cause.message, expected: "a file that can be read" }, cause);
        });
        const done = await importPeople(asked.app, signedInSecret(asked), { name: basename(file), text, dryRun: options.dryRun === true, marking: options.marking });
        const invitations = done.invitations.map(({ secret, ...i }) => ({ ...i, link: `${addressOf(asked.io.env)}/invitation#token=${secret}` }));
        asked.answer({ ...done, invitations }, (d) => `${table(["line", "what", "about", "column", "found", "expected"], d.rows.flatMap((r) => (r.fault !== null ? [[r.line, r.what, r.about, r.fault.column, r.fault.found, r.fault.expected]] : r.changes.length === 0 ? [[r.line, r.what, r.about]] : r.changes.map((c) => [r.line, r.what, r.about, c.column, c.was, c.becomes]))))}${say(d.applied ? "Applied: {counts}." : "Nothing was written: {counts}.", { counts: [counted("toCreate", d.counts.create), counted("toChange", d.counts.change), counted("asTheyStand", d.counts.same), counted("refused", d.counts.refused)].join(", ") })}\n${d.invitations.map((i) => `${i.name}: ${i.link}\n`).join("")}`);
        return done.counts.refused > 0 ? exitCodes.faults : exitCodes.ok;
      }),
    );
  people
    .command("list", { isDefault: true })
    .description("accounts and their roles")
    .action(() =>
      session.run(async (asked) => {
        const people = await listPeople(asked.app, asked.secret, asked.languages);
        asked.answer({ items: people }, ({ items }) =>
          table(["account", "login", "name", "role", "acts for", "from", "to", "today", "role id"], items.flatMap((p) => (p.roles.length === 0 ? [[p.id, p.login, p.name]] : p.roles.map((r) => [p.id, p.login, p.name, r.role, r.actsFor.name.text, r.from, r.ended ?? r.to, say(p.ended !== null ? "closed" : r.holdsToday ? "yes" : "no"), r.id])))));
      }),
    );
  const role = program.command("role").description("roles of accounts");
  role
    .command("give")
    .description("give an account a further role")
    .argument("<account>", "the account's id")
    .addOption(new Option("--role <role>").choices(roles).makeOptionMandatory())
    .option("--member <code-key-or-id>", "for whom the person acts")
    .option("--body <key-or-id>", "of which body a further officer")
    .option("--from <day>", "its first day (today)", day)
    .option("--until <day>", "its last day", day)
    .option("--through <id>", "the office or membership that it rests on, and ends with")
    .action((account: string, options: Give) =>
      session.run(async (asked) => {
        const secret = signedInSecret(asked);
        const holder = options.body !== undefined ? await findRecord(asked.app, secret, "body", options.body) : await findRecord(asked.app, secret, "member", options.member ?? "");
        const made = await giveRole(asked.app, secret, account, { role: (options.role === "officer" ? "secretariat" : options.role) as RoleName, holder, from: options.from, to: options.until, through: options.through });
        asked.answer(made, (m) => `${m.id}\n`);
      }),
    );
  role
    .command("end")
    .description("end a role at once, or after a day; its rights end with it")
    .argument("<role>", "the role's id")
    .option("--until <day>", "its last day", day)
    .action((id: string, options: { until?: string }) =>
      session.run(async (asked) => {
        await endRole(asked.app, signedInSecret(asked), id, options.until ?? null);
        asked.answer({ ended: 1 }, () => `${say("Ended.")}\n`);
      }),
    );
  program
    .command("close-account")
    .description("close an account with all its sessions and tokens")
    .argument("<account>", "the account's id")
    .action((id: string) =>
      session.run(async (asked) => {
        await endAccount(asked.app, signedInSecret(asked), id);
        asked.answer({ ended: 1 }, () => `${say("Closed.")}\n`);
      }),
    );
  program
    .command("reset-second-factor")
    .description("take away a second factor that its bearer has lost: its sessions end, and its bearer is told")
    .argument("<account>", "the account's id")
    .requiredOption("--reason <words>", "why, for its bearer and the audit")
    .action((id: string, options: { reason: string }) =>
      session.run(async (asked) => {
        await resetSecondFactor(asked.app, signedInSecret(asked), id, options.reason);
        asked.answer({ ended: 1 }, () => `${say("Taken away.")}\n`);
      }),
    );
  const invitations = program.command("invitations").description("invitations that nobody took up yet");
  invitations
    .command("list")
    .description("invitations that nobody took up yet")
    .action(() =>
      session.run(async (asked) => {
        asked.answer({ items: await listInvitations(asked.app, asked.secret, asked.languages) }, ({ items }) => table(["id", "name", "role", "acts for", "made", "good until"], items.map((i) => [i.id, i.name, i.role, i.actsFor.name.text, i.made, i.expires])));
      }),
    );
  invitations
    .command("renew")
    .description("a new link for one that was lost or is too old; the earlier one opens nothing any more")
    .argument("<invitation>", "its id")
    .action((id: string) =>
      session.run(async (asked) => {
        const made = await renewInvitation(asked.app, signedInSecret(asked), id);
        asked.answer({ link: `${addressOf(asked.io.env)}/invitation#token=${made.secret}`, expires: made.expiresAt.toISOString() }, (i) => `${i.link}\n${say("Good once, until {expires}.", { expires: i.expires })}\n`);
      }),
    );
  invitations
    .command("end")
    .description("its link opens nothing any more")
    .argument("<invitation>", "its id")
    .action((id: string) =>
      session.run(async (asked) => {
        await endInvitation(asked.app, signedInSecret(asked), id);
        asked.answer({ ended: 1 }, () => `${say("Ended.")}\n`);
      }),
    );
};
