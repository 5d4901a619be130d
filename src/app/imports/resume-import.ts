import { existsSync } from "node:fs";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import { uploadPath } from "./start-import.ts";

/** Lets an import that failed be read again from its kept file. @throws not-found; conflict-edit when it is not one that failed */
export async function resumeImport(app: App, secret: string, id: string): Promise<void> {
  await app.store.write(secret, { act: "resume-import" }, async (writer) => {
    withRight(writer.viewer, "import");
    const job = await writer.db.selectFrom("import").select(["class_id", "state"]).where("id", "=", id).executeTakeFirst();
    if (!job) throw fault("not-found");
    if (job.state !== "failed" || !existsSync(uploadPath(app, id))) throw fault("conflict-edit");
    await writer.db.updateTable("import").set({ state: "waiting", problem: null, finished_at: null }).where("id", "=", id).execute();
    writer.note({ recordIds: [id], classId: job.class_id, before: { state: "failed" }, after: { state: "waiting" }, told: [{ kind: "import", id, classId: job.class_id }] });
  });
}
