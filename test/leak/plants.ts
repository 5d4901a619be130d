import { createHash } from "node:crypto";
import type pg from "pg";
import { reportColumns } from "../../src/app/imports/report-columns.ts";
import type { App } from "../../src/app/app.ts";
import type { Report } from "../../src/initiatives/report.ts";
import { initiativeKey } from "../../src/store/queries/report-batch.ts";
import type { Cast } from "./cast.ts";

/** In every planted text; nothing else in the world says it. */
export const word = "xyloquint";
/** Planted numbers, in figures that nothing else has. */
export const numbers = ["7319553", "66077041", "1987-06-05", "48271"];

/** Planted ids by what they are. */
export type Planted = Readonly<Record<string, string>>;

/**
 * `closed`: AMBER, AMBER+STRICT and RED, alone and in a circle, all Orvelle's: nobody of the cast but its owner may notice.
 * `coalition`: the same rows at GREEN: the anonymous visitor alone may not notice.
 */
export type Depth = "closed" | "coalition";

type Row = Readonly<Record<string, unknown>>;

/** Plants records that the viewers may not see into every table that holds marked rows. */
export async function plant(client: pg.ClientBase, app: Pick<App, "places" | "rates">, cast: Cast, depth: Depth): Promise<Planted> {
  let n = 0;
  // The same ids in every run; random to whoever does not know them.
  const newId = (): string => {
    const hex = createHash("sha256").update(`plant ${depth} ${n++}`).digest("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  const ids: Record<string, string> = {};
  const insert = async (table: string, row: Row): Promise<void> => {
    const names = Object.keys(row);
    const values = names.map((name) => (row[name] !== null && typeof row[name] === "object" && !Array.isArray(row[name]) && !(row[name] instanceof Date) ? JSON.stringify(row[name]) : row[name]));
    await client.query(`insert into public.${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, values);
  };
  const owner = cast.id("member", "orvelle");
  const [tamsund, wardens, compact, group] = [cast.id("member", "tamsund"), cast.id("member", "warden-union"), cast.id("body", "compact"), cast.id("body", "upper-basin")];
  await client.query("begin");
  const one = async (tlp: number, circle: string | null = null): Promise<number> => {
    await client.query("insert into visibility_class (tlp, circle_id, owner_id) values ($1, $2, $3) on conflict do nothing", [tlp, circle, owner]);
    const { rows } = await client.query("select id from visibility_class where tlp = $1 and circle_id is not distinct from $2 and owner_id = $3", [tlp, circle, owner]);
    return rows[0].id;
  };
  const amber = await one(depth === "closed" ? 2 : 1);

  const record = async (name: string, kind: string, table: Row, classId = amber): Promise<string> => {
    const id = (ids[name] = newId());
    await insert("record", { id, kind, key: `${word}-${name}`, owner_id: owner, class_id: classId });
    await insert(kind, { id, ...table });
    return id;
  };
  const member = await record("member", "member", { code: word, kind: "state", iso2: "XQ", iso3: "XQQ" });
  ids["circle"] = newId();
  await insert("circle", { id: ids["circle"], owner_id: owner, name: `${word} circle` });
  await insert("circle_holder", { circle_id: ids["circle"], holder_id: member });
  const person = await record("person", "person", {});
  const [strict, inCircle] = depth === "closed" ? [await one(3), await one(2, ids["circle"])] : [amber, amber];
  // RED is new to the world, so that no class of it stands open to anyone.
  const red = depth === "closed" ? await one(4) : amber;
  if (depth === "closed") await insert("class_person", { class_id: red, person_id: person });

  const body = await record("body", "body", { parent_id: compact }, inCircle);
  await record("membershipOfMember", "membership", { member_id: member, body_id: compact });
  const membership = await record("membership", "membership", { member_id: tamsund, body_id: group }, strict);
  await record("membershipInBody", "membership", { member_id: tamsund, body_id: body });
  const office = await record("office", "office", { body_id: group, holder_id: tamsund, office: "rapporteur" }, inCircle);
  await record("officeOfPerson", "office", { body_id: compact, holder_id: person, office: "chair" });
  const meeting = await record("meeting", "meeting", { body_id: group }, strict);
  const delegation = await record("delegation", "delegation", { meeting_id: cast.open.meeting, member_id: wardens });
  await record("delegationOfMember", "delegation", { meeting_id: cast.open.meeting, member_id: member });
  const undertaking = await record("undertaking", "undertaking", { meeting_id: cast.open.meeting, body_id: group }, inCircle);
  await record("text", "text", { meeting_id: cast.open.meeting, body_id: group });
  const count = await record("count", "count", { body_id: compact }, strict);

  const source = async (name: string, classId: number): Promise<string> => {
    const id = (ids[name] = newId());
    await insert("source", { id, key: `${word}-${name}`, owner_id: owner, class_id: classId, title: `AAA ${word} ${name}`, publisher: word, url: `https://${word}.example/${name}`, published: "1987-06-05", language: "en", body: `The whole text of ${word}.` });
    return id;
  };
  const hiddenSource = await source("source", amber);
  const circleSource = await source("circleSource", inCircle);
  const redSource = await source("redSource", red);
  const openSource = cast.open.source;
  // Rows of an open class that hang on hidden ones: they must go with them.
  const open = (await client.query("select class_id from source where id = $1", [openSource])).rows[0].class_id as number;

  const claim = async (name: string, recordId: string, field: string, value: unknown, more: Row = {}, classId = amber, sourceId = hiddenSource): Promise<string> => {
    const id = (ids[name] = newId());
    await client.query(
      `insert into claim (id, record_id, field, language, value, source_id, quote, locator, note, confidence, owner_id, class_id, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'verified', $10, $11, $12)`,
      [id, recordId, field, more["language"] ?? null, JSON.stringify(value), sourceId, `quote of ${word}`, `page 48271 of ${word}`, word, owner, classId, cast.owner.accountId]);
    return id;
  };
  for (const [of, field] of [["member", "name"], ["person", "name"], ["body", "name"], ["meeting", "title"], ["text", "title"]] as const) await claim(`${of}Name`, ids[of] as string, field, `AAA ${word} ${of}`, { language: "en" }, of === "body" ? inCircle : amber);
  await claim("memberShownByOpenClaim", member, "name", `${word} open claim`, { language: "fr" }, open, openSource);
  await claim("meetingDate", meeting, "date", "2024-07-07");
  await claim("meetingHost", cast.open.meeting, "host", [member], {}, amber, openSource);
  await claim("officeFrom", office, "from", "1987-06-05", {}, strict);
  await claim("joined", membership, "joined", "1987-06-05", {}, strict);
  await claim("delegationHead", delegation, "head", `${word} head`, { language: "en" });
  await claim("undertakingWhat", undertaking, "what", `${word} undertaking`, {}, inCircle, circleSource);
  await claim("undertakingAmount", undertaking, "amount", { amount: "66077041", currency: "USD" }, {}, inCircle, circleSource);
  await claim("countDay", count, "as_of", "2024-06-06", {}, strict);
  await claim("countMembers", count, "members", 7319553, {}, inCircle, circleSource);
  await claim("nameOfOpenMember", tamsund, "name", `${word} for Tamsund`, { language: "es" });
  await claim("aliasOfOpenMember", tamsund, "name", `AA ${word}`, { language: "en" }, inCircle);
  // Alone these make a conflict, and turn what is shown.
  await claim("conflict", group, "launched", "1987-06-05");
  await claim("conflictByOpenSource", cast.open.meeting, "date", "1987-06-05", {}, strict, openSource);
  await claim("openClaimOnHiddenSource", cast.open.meeting, "place", `${word} place`, { language: "en" }, open);
  await claim("inCircle", cast.open.undertaking, "due", "1987-06-05", {}, inCircle, circleSource);
  await claim("red", tamsund, "standing", `${word} standing`, {}, red, redSource);

  const decision = async (name: string, recordId: string, field: string, claimId: string, classId = amber): Promise<void> => {
    ids[name] = newId();
    await insert("decision", { id: ids[name], record_id: recordId, field, claim_id: claimId, considered: [claimId], reason: `${word} reason`, decided_by: cast.owner.accountId, decided_role: "focal-point", owner_id: owner, class_id: classId });
  };
  await decision("decision", compact, "founded", (await client.query("select id from claim where record_id = $1 and field = 'founded' order by id desc limit 1", [compact])).rows[0].id);
  await decision("openDecisionOnHiddenClaim", group, "launched", ids["conflict"] as string, open);

  const job = (ids["import"] = newId());
  await insert("import", { id: job, owner_id: owner, class_id: amber, report_class_id: amber, account_id: cast.owner.accountId, file_name: `${word}.csv`, file_sha256: word, file_bytes: 48271, format: "initiatives-csv", state: "failed", seen: 48271, set_aside: 48271, problem: { code: "csv-invalid", params: { file: word } }, created_at: new Date("2026-02-28") });
  await insert("import_fault", { import_id: job, n: 0, class_id: amber, severity: "error", code: "missing", line: 48271, path: word, found: word, expected: word, identifier: word, raw: word });
  const report = async (name: string, identifier: string, title: string, usd: number, classId: number, reporter = { ref: "OV", name: `${word} agency`, secondary: false }): Promise<void> => {
    const made: Report = {
      kind: "report", identifier, reporter, title: { en: title }, description: { en: word }, status: "2", dates: { plannedStart: "2024-02-01", plannedEnd: "2026-11-30" },
      parties: [{ role: "implementing", name: `${word} works` }, { role: "funding", ref: reporter.ref, name: reporter.name }], sectors: [], countries: [], lines: [{ line: "capacity" }],
      locations: [{ administrative: [{ vocabulary: "iso3166-2", code: "NE-8" }] }], targetGroups: [word], related: [],
      money: [{ kind: "commitment", amount: String(usd), currency: "USD", date: "2024-02-01" }], lastUpdated: "2026-02-20", at: { file: `${word}.csv`, line: 48271, path: word },
    } as unknown as Report;
    const columns = reportColumns(app, made);
    ids[name] = newId();
    const key = initiativeKey(identifier);
    const { rows: held } = await client.query("select id from initiative where identifier = $1", [key]);
    const initiative = held[0]?.id ?? (ids[`${name}Initiative`] = newId());
    if (!held[0]) await insert("initiative", { id: initiative, identifier: key });
    await insert("report", { ...columns, money: JSON.stringify(columns.money), derived: JSON.stringify(columns.derived), body: JSON.stringify(made), id: ids[name], owner_id: owner, class_id: classId, initiative_id: initiative, import_id: job, source_id: hiddenSource, current: true, arrived: "added" });
  };
  await report("report", `${word}-1`, `AAA ${word} initiative`, 66_077_041, amber);
  // Of the same identifier as one that all see, by the same reporter and newer; and by another.
  await report("sameReport", "TS-1", `${word} of the same name`, 66_077_041, inCircle, { ref: "TS", name: "TS agency", secondary: false });
  await report("otherSide", "TS-2", `${word} other side`, 66_077_041, strict);
  await report("redReport", `${word}-2`, `${word} in red`, 66_077_041, red);

  // Decisions: marked so themselves, and open to all but for what they are about.
  const green = await one(1);
  const finding = async (name: string, classId: number, about: Row): Promise<void> => {
    ids[name] = newId();
    await insert("finding_decision", { id: ids[name], reason: word, about: { basis: "commitment", contestedUsd: 66_077_041, gapUsd: 66_077_041 }, decided_by: cast.owner.accountId, decided_role: "focal-point", owner_id: owner, class_id: classId, ...about });
  };
  const pair = async (name: string, classId: number, a: string, b: string): Promise<void> => {
    const { rows } = await client.query("select id from report where initiative_id = any($1::uuid[]) and current order by id", [[a, b]]);
    const [a_id, b_id] = [a, b].toSorted();
    await finding(name, classId, { kind: "overlap", a_id, b_id, outcome: "coordinate", reports: rows.map((r) => r.id) });
  };
  await pair("pairDecision", amber, cast.open.initiative, cast.open.otherInitiative);
  await pair("pairDecisionOnHidden", green, cast.open.initiative, ids["reportInitiative"] as string);
  const cell = { kind: "gap", area: "NE-8", from_month: 640, to_month: 690, outcome: "requested", lead_id: member, reports: [] };
  await finding("gapDecision", amber, { ...cell, line: "capacity" });
  await finding("gapDecisionOnHidden", green, { ...cell, line: null, classes: [amber] });
  for (const [name, classId, source_id] of [["statedNone", amber, null], ["statedNoneOfHiddenSource", green, hiddenSource]] as const) {
    ids[name] = newId();
    await insert("stated_none", { id: ids[name], owner_id: owner, class_id: classId, area: "NE-8", line: "resilience", from_month: 640, to_month: 690, source_id, note: word, quote: word, created_by: cast.owner.accountId });
  }

  for (const [name, shared] of [["view", true], ["ownView", false]] as const) {
    ids[name] = newId();
    await insert("saved_view", { id: ids[name], account_id: cast.owner.accountId, owner_id: owner, class_id: amber, shared, name: `${word} ${name}`, filter: { q: word }, columns: ["title"], sort: "title" });
  }

  ids["act"] = newId();
  await insert("two_person_act", { id: ids["act"], kind: "delete-source", subject_kind: "source", subject_id: ids["source"], owner_id: owner, class_id: amber, reason: word, proposed_by: cast.owner.accountId, expires_at: "2999-01-01" });

  ids["need"] = newId();
  await insert("need", { id: ids["need"], owner_id: owner, class_id: amber, source_id: hiddenSource, basis: "request", area: "NE-8", line: "capacity", from_month: 640, to_month: 690, usd_per_month: 66_077_041, note: word });
  await insert("threat", { owner_id: owner, class_id: amber, source_id: hiddenSource, area: "NE-8", month: 651, events: 48271, deaths: 48271 });
  await insert("threat", { owner_id: owner, class_id: inCircle, source_id: circleSource, area: "NE-2", month: 652, events: 48271, deaths: 48271 });
  await client.query("insert into picture_change default values");

  for (const [name, classId] of [["entry", amber], ["entryInCircle", inCircle], ["redEntry", red]] as const) {
    ids[name] = newId();
    // what open pages are told of: every kind of row, on records in the open, and one that is gone
    for (const kind of ["record", "source", "claim", "decision", "finding", "stated-none", "need", "import", "reports", "circle", "gone"])
      await insert("told_change", { act: `${word}-act`, kind, row_id: kind === "source" ? ids["source"] : kind === "import" || kind === "reports" ? ids["import"] : kind === "claim" ? ids["conflict"] : ids["meeting"], about: [compact, tamsund, meeting], class_id: classId, account_id: cast.owner.accountId, holder_id: owner });
    await insert("audit_leaf", { id: ids[name], account_id: cast.owner.accountId, role: "focal-point", holder_id: owner, act: `${word}-act`, reason: word, record_ids: [compact, tamsund, meeting], class_id: classId, before: JSON.stringify([word]), after: JSON.stringify([word]), salt: "00", before_hash: word, after_hash: word, leaf_hash: `${word} ${name}` });
  }
  const account = (ids["account"] = newId());
  await insert("account", { id: account, login: `${word}-login`, person_id: person, display_name: `${word} person`, password_hash: "none" });
  const role = (ids["actingRole"] = newId());
  await insert("acting_role", { id: role, account_id: account, role: "focal-point", holder_id: member, body_id: body });
  ids["session"] = newId();
  await insert("session", { id: ids["session"], secret_hash: Buffer.alloc(32, 7), kind: "token", name: word, account_id: account, role_id: role, expires_at: new Date("2099-01-01") });
  await insert("door_link", { secret_hash: Buffer.alloc(32, 8), purpose: "invitation", person_name: word, role: "focal-point", holder_id: member, body_id: body, expires_at: new Date("2099-01-01") });
  await client.query("commit");
  return ids;
}
