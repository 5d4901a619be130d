import { restoreBackup, verifyBackup } from "../../app/backup/restore-backup.ts";
import { writeBackup } from "../../app/backup/write-backup.ts";
import type { AddCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { facts, table } from "../print/table.ts";
import { counted, say } from "../speak.ts";

export const addBackup: AddCommand = (program, session) => {
  program
    .command("backup")
    .description("write everything that is kept into one file, while the server runs. Needs no token and shows no record")
    .argument("<file>", "a file that is not there yet")
    .action((file: string) =>
      session.run(async ({ app, answer }) => {
        answer(await writeBackup(app, file), (b) => `${table(["table", "rows"], b.tables.map((t) => [t.name, t.rows]))}\n${facts([["file", b.file], ["bytes", b.bytes], ["files beside the tables", b.files], ["sha256", b.sha256]])}`);
      }),
    );
  program
    .command("restore")
    .description("fill an empty place (a new --data folder, or an empty database) with a backup; a damaged one changes nothing")
    .argument("<file>")
    .option("--check", "only verify the file, and write nothing")
    .action(async (file: string, options: { check?: boolean }) => {
      if (options.check === true) {
        session.answer(await verifyBackup(file), (h) => facts([["whole", say("yes")], ["made", h.made], ["tables", h.tables.length], ["schema", h.migrations.at(-1)]]));
        return;
      }
      const restored = await restoreBackup({ env: session.env() }, file);
      session.answer(restored, (r) =>
        `${table(["table", "rows"], r.tables.map((t) => [t.name, t.rows]))}\n${facts([["made", r.made], ["files", r.files], ["audit log", r.audit.fault === null ? say("holds: {entries}, {checkpoints}", { entries: counted("entries", r.audit.leaves + r.audit.pending), checkpoints: counted("checkpoints", r.audit.checkpoints) }) : say("does NOT hold: {fault}", { fault: JSON.stringify(r.audit.fault) })]])}${say("Everybody signs in again: sessions and tokens are not in a backup.")}\n`);
      session.exitCode = restored.audit.fault === null ? exitCodes.ok : exitCodes.broken;
    });
};
