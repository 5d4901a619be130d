import { tlps } from "../../marking/tlp.ts";
import type { App } from "../app.ts";
import { readCircles } from "../circles/circle.ts";
import { listPeople } from "../door/people.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { mayNow, withRight } from "../signed-in.ts";

const staleMs = 7 * 86_400_000;
const kinds = ["record", "source", "claim", "report", "need", "import"] as const;

/**
 * How the place runs, for officers and auditors: accounts, markings in use, circles, imports that wait or failed, backups. Everything is counted as far
 * as this viewer may read it: looking after a server opens no record, and its figures tell of none that is hidden. @throws not-allowed
 */
export async function operation(app: App, secret: string | null, wanted: Wanted) {
  const people = await app.store.read(secret, async (reader) => mayNow(reader.viewer, "manage-accounts")).then((may) => (may ? listPeople(app, secret, wanted.languages) : null));
  return app.store.read(secret, async (reader) => {
    withRight(reader.viewer, "see-operation");
    const counts = [];
    for (const kind of kinds) {
      const rows = await reader.db.selectFrom(kind as "record").innerJoin("visibility_class as v", "v.id", `${kind}.class_id` as "record.class_id").select(["v.tlp", (e) => e.fn.countAll<string>().as("n")]).groupBy("v.tlp").execute();
      counts.push({ kind, byTlp: rows.map((r) => ({ tlp: `TLP:${tlps[r.tlp] as (typeof tlps)[number]}` as const, n: Number(r.n) })).toSorted((a, b) => tlps.indexOf(a.tlp.slice(4) as "CLEAR") - tlps.indexOf(b.tlp.slice(4) as "CLEAR")) });
    }
    const imports = await reader.db.selectFrom("import").select(["id", "file_name", "state", "created_at", "finished_at", "problem", "set_aside"]).where("state", "in", ["waiting", "running", "failed"]).orderBy("created_at", "desc").limit(100).execute();
    const circles = await readCircles(asking(app, reader, wanted), null);
    const backup = await reader.db.selectFrom("backup_made").select(["made_at", "file_name", "bytes", "verified_at"]).orderBy("made_at", "desc").limit(1).executeTakeFirst();
    return {
      accounts: people === null ? null : { standing: people.filter((p) => p.ended === null).length, ended: people.filter((p) => p.ended !== null).length, withoutRoleToday: people.filter((p) => p.ended === null && !p.roles.some((r) => r.holdsToday)).length, withoutSecondWay: people.filter((p) => p.ended === null && !p.secondWay).length },
      markings: counts,
      circles: circles.map((c) => ({ id: c.id, name: c.name, owner: c.owner, holders: c.holders.length })),
      imports: imports.map((i) => ({ id: i.id, name: i.file_name, state: i.state as "waiting" | "running" | "failed", made: i.created_at.toISOString(), finished: i.finished_at?.toISOString() ?? null, problem: i.problem?.code ?? null })),
      backup: backup === undefined ? null : { made: backup.made_at.toISOString(), name: backup.file_name, bytes: Number(backup.bytes), verified: backup.verified_at?.toISOString() ?? null, old: app.now().getTime() - backup.made_at.getTime() > staleMs },
      door: { passwords: app.door.passwords, publicView: app.door.publicView, providers: app.door.providers.length, idleMinutes: app.door.idleMinutes, sessionHours: app.door.sessionHours },
    };
  });
}
