import { runImport } from "../../src/app/imports/run-import.ts";
import { startImport } from "../../src/app/imports/start-import.ts";
import { classOf } from "../../src/store/queries/classes.ts";
import { goneOn, type SignedUp, type TestApp, testApp } from "../support/test-app.ts";
import type { FreshDatabase } from "../support/database.ts";

/** The day on which everything here happens, so that two runs answer alike. */
export const today = new Date("2026-03-01T12:00:00Z");

/** Who looks. Orvelle owns what is planted; nobody else here is in a circle of theirs. */
export type Cast = {
  readonly database: FreshDatabase;
  readonly viewers: Readonly<Record<"anonymous" | "focalPoint" | "observer" | "officer" | "officerAsMember", SignedUp | undefined>>;
  readonly owner: SignedUp;
  readonly ownerColleague: SignedUp;
  readonly password: { readonly login: string; readonly password: string };
  readonly id: TestApp["id"];
  /** what stands in the open, made by the officer and by members themselves */
  readonly open: Readonly<Record<"meeting" | "secondMeeting" | "delegation" | "undertaking" | "source" | "claim" | "decision" | "initiative" | "otherInitiative" | "import" | "importInFaults" | "circle", string>>;
};

const header = "identifier,reporter_ref,reporter_name,title,description,actual_start,planned_end,status,commitment,commitment_date,currency,implementing,areas,lines,last_updated";
const row = (identifier: string, reporter: string, title: string, usd: number, area: string, line: string) =>
  `${identifier},${reporter},${reporter} agency,${title},What it does,2024-01-01,2026-12-31,active,${usd},2024-01-15,USD,Works of ${reporter},${area},${line},2025-05-05`;
export const csv = (...rows: readonly (readonly [string, string, string, number, string, string])[]) => [header, ...rows.map((r) => row(...r))].join("\n");

/** Brings a file in as an importer would, and reads it to its end. */
export async function imported(t: TestApp, as: SignedUp, fileName: string, text: string, publication: boolean): Promise<string> {
  const id = await startImport(t.app, as.secret, { fileName, publication, bytes: (async function* () { yield Buffer.from(text, "utf8"); })() });
  await runImport(t.app, id, new AbortController().signal);
  return id;
}

/** A coalition at work, with nothing hidden from anyone that these viewers could meet: the ground that is planted on. */
export async function makeCast(): Promise<Cast> {
  const t = await testApp({ now: () => today });
  const officer = await t.signedUp("secretariat", "upper-basin");
  const lookingOfficer = await t.signedUp("secretariat", "upper-basin");
  const [focalPoint, observer, owner, ownerColleague] = [await t.signedUp("focal-point", "tamsund"), await t.signedUp("observer", "warden-union"), await t.signedUp("focal-point", "orvelle"), await t.signedUp("observer", "orvelle")];
  const put = await t.api.request("/api/session/looking-as", { method: "PUT", headers: { ...lookingOfficer.headers, "content-type": "application/json" }, body: JSON.stringify({ member: t.id("member", "tamsund") }) });
  if (put.status !== 200) throw new Error(`looking as a member was refused: ${await put.text()}`);
  const officerAsMember = goneOn(lookingOfficer, put);
  const made = async <T>(path: string, body: unknown, as: SignedUp): Promise<T> => {
    const answer = await t.post<T>(path, body, as);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const marking = "TLP:CLEAR";
  const { id: source } = await made<{ id: string }>("/api/sources", { title: "Minutes of the basin", publisher: "Secretariat", published: "2024-05", language: "en", marking, text: "They met in May. Tamsund promised a school. The river rose." }, officer);
  const body = t.id("body", "upper-basin");
  const said = (field: string, value: object) => ({ field, ...value, confidence: "reported" });
  const meeting = await made<{ id: string; delegations: { id: string }[]; undertakings: { id: string }[] }>("/api/meetings", {
    body, source, marking,
    meeting: [said("title", { text: "Spring meeting", language: "en" }), said("date", { text: "2024-05-02" }), said("place", { text: "Harbour", language: "en" })],
    delegations: [{ member: t.id("member", "tamsund"), fields: [said("head", { text: "A minister", language: "en" })] }],
    undertakings: [{ fields: [said("what", { text: "A school" }), said("due", { text: "2025" })] }],
    counts: [{ body: t.id("body", "compact"), fields: [said("as_of", { text: "2024-05-02" }), said("members", { integer: 3 })] }],
  }, officer);
  const { id: secondMeeting } = await made<{ id: string }>("/api/meetings", { body, source, marking, meeting: [said("title", { text: "Autumn meeting", language: "en" }), said("date", { text: "2024-10-02" })], delegations: [], undertakings: [], counts: [] }, officer);
  const stated = await made<{ claims: { id: string }[] }>("/api/claims", { record: meeting.id, field: "format", source, value: { text: "in-person" }, confidence: "reported", marking }, officer);
  const differing = await t.get<{ claims: { id: string }[] }>(`/api/claims?record=${t.id("body", "compact")}&field=founded`, officer);
  const decided = await made<{ decisions: { id: string }[] }>("/api/decisions", { record: t.id("body", "compact"), field: "founded", claim: differing.body.claims[0]?.id, reason: "The charter itself says so.", marking }, officer);
  const publication = await imported(t, focalPoint, "tamsund.csv", csv(["TS-1", "TS", "Schools on the river", 900_000, "NE-8", "capacity"], ["TS-2", "TS", "Wells", 400_000, "NE-6", "resilience"], ["TS-3", "TS", "Boats", 100_000, "NE-6", "resilience"]), true);
  const importInFaults = await imported(t, focalPoint, "broken.csv", `${csv(["TS-9", "TS", "Kept to ourselves", 77, "NE-6", "capacity"])}\n,TS,no identifier,,,,,,,,,,,,`, false);
  await imported(t, owner, "orvelle.csv", csv(["OV-1", "OV", "Training on the river", 800_000, "NE-8", "capacity"]), true);
  const list = await t.get<{ items: { id: string; title: { text: string } }[] }>("/api/initiatives?sort=title");
  const initiative = (title: string) => list.body.items.find((i) => i.title.text === title)?.id ?? "";
  const root = t.id("body", "compact");
  const gazette = t.id("source", "gazette");
  await t.app.store.system(null, async ({ db }) => {
    const clear = { owner_id: root, class_id: await classOf(db, 0, root), source_id: gazette };
    await db.insertInto("threat").values([{ ...clear, area: "NE-8", month: 650, events: 3, deaths: 2 }, { ...clear, area: "NE-6", month: 651, events: 5, deaths: 0 }]).execute();
    await db.insertInto("need").values({ ...clear, basis: "request", area: "NE-6", line: "capacity", from_month: 648, to_month: 671, usd_per_month: 1000 }).execute();
    await db.insertInto("picture_change").defaultValues().execute();
  });
  const circle = (await t.post<{ id: string }>("/api/circles", { name: "Basin circle" }, officer)).body.id;
  const logins = await t.app.store.system(null, ({ db }) => db.selectFrom("account").select("login").where("id", "=", focalPoint.accountId).executeTakeFirstOrThrow());
  const { id } = t;
  const database = await t.leave();
  return {
    database, owner, ownerColleague, id,
    viewers: { anonymous: undefined, focalPoint, observer, officer, officerAsMember },
    password: { login: logins.login, password: "a long test password" },
    open: {
      meeting: meeting.id, secondMeeting, delegation: meeting.delegations[0]?.id ?? "", undertaking: meeting.undertakings[0]?.id ?? "", source, claim: stated.claims[0]?.id ?? "",
      decision: decided.decisions[0]?.id ?? "", initiative: initiative("Schools on the river"), otherInitiative: initiative("Wells"), import: publication, importInFaults, circle,
    },
  };
}
