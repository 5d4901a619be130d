import type { App } from "../app.ts";

/** How the server runs, for whoever operates it: counts alone. No name, title or word of any record, member or person is among them; needs no token. */
export async function wholeServer(app: App) {
  return app.store.system(null, async ({ db }) => {
    const count = async (table: "account" | "session" | "circle" | "audit_checkpoint") => Number((await db.selectFrom(table).select((e) => e.fn.countAll<string>().as("n")).executeTakeFirstOrThrow()).n);
    const imports = await db.selectFrom("import").select(["state", (e) => e.fn.countAll<string>().as("n")]).groupBy("state").execute();
    const backup = await db.selectFrom("backup_made").select(["made_at", "sha256", "bytes", "verified_at"]).orderBy("made_at", "desc").limit(1).executeTakeFirst();
    return {
      accounts: await count("account"), sessions: await count("session"), circles: await count("circle"), checkpoints: await count("audit_checkpoint"),
      imports: Object.fromEntries(imports.map((i) => [i.state, Number(i.n)])) as Readonly<Partial<Record<"waiting" | "running" | "done" | "failed", number>>>,
      backup: backup === undefined ? null : { made: backup.made_at.toISOString(), sha256: backup.sha256, bytes: Number(backup.bytes), verified: backup.verified_at?.toISOString() ?? null },
    };
  });
}
