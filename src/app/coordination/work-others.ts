import { entityLines } from "../../store/queries/record-entities.ts";
import { type ActItem } from "../acts/act-kinds.ts";
import { listActs } from "../acts/list-acts.ts";
import type { App } from "../app.ts";
import { importJobs } from "../imports/read-import.ts";
import { markingOf } from "../marking-of.ts";
import { type Asking, asking } from "../record/asking.ts";
import { conflictItems, type FieldInConflict, fieldsInConflict } from "../record/conflicts.ts";
import { mayNow } from "../signed-in.ts";
import type { Stretch } from "./work-figures.ts";
import { type Counts, type WorkState, workStates } from "./work-states.ts";

type Source = { readonly app: App; readonly secret: string | null; readonly languages: readonly string[]; /** only what concerns this member or body */ readonly of: string | null };

/** Fields whose sources disagree; returned: a claim came in since a person decided. */
export function workConflicts({ app, secret, languages, of }: Source, wanted: readonly Stretch[]) {
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, { languages });
    const found = await fieldsInConflict(ask);
    const here = of === null ? found : await concerning(ask, found, of);
    const states = Map.groupBy(here, stateOfConflict);
    const stretches = [];
    for (const { state, from, limit } of wanted) stretches.push({ state, items: limit === 0 ? [] : await conflictItems(ask, (states.get(state) ?? []).slice(from, from + limit)) });
    return { counts: countsOf((state) => states.get(state)?.length ?? 0), stretches, marking: here.length === 0 ? null : await markingOf(reader, ask.used, languages) };
  });
}

function stateOfConflict({ composed }: FieldInConflict): WorkState {
  return composed.decision === null ? "waiting" : composed.newSince.length > 0 ? "returned" : "decided";
}

/** Of the member or body itself, and of what hangs on it: its meetings and what was said there, its texts, memberships, offices. */
async function concerning(ask: Asking, found: readonly FieldInConflict[], of: string): Promise<readonly FieldInConflict[]> {
  const lines = await entityLines(ask.reader.db, [...new Set(found.map((f) => f.record))]);
  const meetings = new Map((await entityLines(ask.reader.db, [...new Set(lines.flatMap((l) => l.meeting ?? []))])).map((l) => [l.id, l.body]));
  const ours = new Set(lines.filter((l) => l.id === of || l.body === of || l.who === of || (l.meeting !== null && meetings.get(l.meeting) === of)).map((l) => l.id));
  return found.filter((f) => ours.has(f.record));
}

/** The viewer's own side's files of which something was set aside, or that could not be read. A file that was brought again is judged by what came of it the last time. */
export function workImports({ app, secret, languages, of }: Source, wanted: readonly Stretch[]) {
  return app.store.read(secret, async (reader) => {
    const all = await reader.db.selectFrom("import").select(["id", "file_name", "state", "set_aside", "owner_id", "report_class_id"]).orderBy("created_at", "desc").orderBy("id").execute();
    const latest = new Set(new Map(all.toReversed().map((job) => [job.file_name, job.id])).values());
    const faulty = all.filter((job) => latest.has(job.id) && (job.set_aside > 0 || job.state === "failed") && (of === null || job.owner_id === of));
    const stretches = [];
    for (const { state, from, limit } of wanted) stretches.push({ state, items: state === "waiting" ? await importJobs(reader, faulty.slice(from, from + limit).map((job) => job.id), languages) : [] });
    return { counts: countsOf((state) => (state === "waiting" ? faulty.length : 0)), stretches, marking: faulty.length === 0 ? null : await markingOf(reader, faulty.map((job) => job.report_class_id), languages) };
  });
}

/** Acts that another person of the viewer's own side proposed, and that wait for them to second or refuse. */
export async function workActs({ app, secret, languages, of }: Source, wanted: readonly Stretch[]) {
  const { second, holder } = await app.store.read(secret, async ({ viewer }) => ({ second: mayNow(viewer, "propose-act"), holder: viewer.kind === "anonymous" ? null : viewer.holderId }));
  const waiting: readonly ActItem[] = second && (of === null || of === holder) ? (await listActs(app, secret, { languages })).items.filter((act) => act.mayDecide) : [];
  const stretches = wanted.map(({ state, from, limit }) => ({ state, items: state === "waiting" ? waiting.slice(from, from + limit) : [] }));
  const marking = waiting.length === 0 ? null : await app.store.read(secret, async (reader) => markingOf(reader, (await reader.db.selectFrom("two_person_act").select("class_id").where("id", "in", waiting.map((act) => act.id)).execute()).map((row) => row.class_id), languages));
  return { counts: countsOf((state) => (state === "waiting" ? waiting.length : 0)), stretches, marking };
}

function countsOf(of: (state: WorkState) => number): Counts {
  return Object.fromEntries(workStates.map((state) => [state, of(state)])) as Counts;
}
