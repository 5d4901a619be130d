import type { Calendar } from "./calendar.ts";
import { csvOf } from "./csv.ts";
import { countries, type Names, others } from "./names.ts";
import { story } from "./story.ts";

type Row = Readonly<Record<string, string | number | undefined>>;
const languages = ["en", "fr", "ar"] as const;
const members = [...countries.map((c) => ({ ...c, kind: "state" as const, region: "The coast" })), ...others.map((o) => ({ ...o, region: o.kind === "state" ? "Beyond the sea" : "" }))];

export const bodies = {
  concord: { en: "Concord of the Five Shores", fr: "Concorde des Cinq Rivages", ar: "وفاق الشواطئ الخمسة" },
  plenary: { en: "Plenary of the Concord", fr: "Plénière de la Concorde", ar: "الجلسة العامة للوفاق" },
  inland: { en: "Inland Focus Group", fr: "Groupe de l’intérieur", ar: "مجموعة الداخل" },
  money: { en: "Working group on money", fr: "Groupe de travail sur l’argent", ar: "فريق العمل المعني بالأموال" },
} as const satisfies Record<string, Names>;

/** The record of the invented coalition as the tables that any coalition's folder has. */
export function recordTables(c: Calendar): Readonly<Record<string, string>> {
  const y = c.year;
  const founded = story.disputedDate;
  const tables: Record<string, readonly Row[]> = {
    "sources.csv": [
      { key: "charter", title: "Charter of the Concord", publisher: "Office of the Concord", published: founded.one, language: "en", licence: "CC0-1.0", note: "" },
      { key: "herald", title: "Report on the signing", publisher: "Orvessa Herald", published: "2019-06-06", language: "en", licence: "CC0-1.0", note: "" },
      { key: "rolls", title: "Rolls of members, offices and meetings", publisher: "Office of the Concord", published: c.day(-25), language: "en", licence: "CC0-1.0", note: "" },
      { key: "communique", title: "Communiqué of the last plenary", publisher: "Office of the Concord", published: c.day(-200), language: "fr", licence: "CC0-1.0", note: "" },
      { key: "plan-en", title: "Plan for the inland districts", publisher: "Office of the Concord", published: c.day(-199), language: "en", licence: "CC0-1.0", note: "" },
      { key: "plan-ar", title: "خطة المقاطعات الداخلية", publisher: "Office of the Concord", published: c.day(-190), language: "ar", licence: "CC0-1.0", note: "" },
      { key: "follow-up", title: "What became of the plenary’s promises", publisher: "Office of the Concord", published: c.day(-12), language: "en", licence: "CC0-1.0", note: "" },
      { key: "gazette", title: "The week on the coast", publisher: "Ombrava Gazette", published: c.day(-196), language: "en", licence: "CC0-1.0", note: "" },
    ],
    "members.csv": members.map((m) => ({ key: m.code, code: m.code, kind: m.kind, iso2: m.kind === "state" ? m.code : "", region: m.region, source: "rolls" })),
    "member-names.csv": members.flatMap((m) => languages.map((language) => ({ member: m.code, language, name: m.names[language], source: "rolls" }))),
    "bodies.csv": [
      { key: "concord", parent: "", kind: "coalition", founded: founded.one, launched: "", status: "active", source: "charter" },
      { key: "plenary", parent: "concord", kind: "plenary", founded: "", launched: "2019-11", status: "active", source: "rolls" },
      { key: "inland", parent: "concord", kind: "focus-group", founded: "", launched: `${y - 3}-02-11`, status: "active", source: "rolls" },
      { key: "money", parent: "concord", kind: "working-group", founded: "", launched: `${y - 4}`, status: "active", source: "rolls" },
    ],
    "body-names.csv": Object.entries(bodies).flatMap(([body, names]) => languages.map((language) => ({ body, kind: "name", language, name: names[language], source: "charter" }))),
    "persons.csv": persons.map((p) => ({ key: p.key, name: p.names.en, language: "en", source: "rolls" })),
    "memberships.csv": [
      ...members.map((m, i) => ({ member: m.code, body: "concord", joined: m.code === "XH" ? `[${y - 2}-03-01..${y - 2}-09-30]` : i < 9 ? founded.one : `${y - 3}-0${(i % 8) + 1}`, left: "", number: i + 1, source: "rolls" })),
      ...["QO", "QT", "QS", "QV", "XV", "XE", "XT", "OSR"].map((m) => ({ member: m, body: "inland", joined: `${y - 3}-02-11`, left: "", number: "", source: "rolls" })),
      ...["QR", "XO", "BFS"].map((m) => ({ member: m, body: "money", joined: `${y - 4}`, left: "", number: "", source: "rolls" })),
    ],
    "offices.csv": [
      { key: "inland.QT.office", body: "inland", holder: "QT", office: "co-chair", from: `${y - 3}-02-11`, to: "", source: "rolls", note: "" },
      { key: "inland.XE.office", body: "inland", holder: "XE", office: "co-chair", from: `${y - 3}-02-11`, to: "", source: "rolls", note: "" },
      { key: "inland.QO.office", body: "inland", holder: "QO", office: "co-chair", from: `${y - 3}-02-11`, to: `[${y - 1}-04-20..${y - 1}-10-02]`, source: "rolls", note: "Named in April, no longer named in October; nobody said when it ended." },
      { key: "concord.QV.office", body: "concord", holder: "QV", office: "chair", from: `${y - 1}-01-01`, to: "", source: "rolls", note: "" },
      { key: "inland.dorrec.office", body: "inland", holder: "dorrec", office: "rapporteur", from: `${y - 2}-09-01`, to: "", source: "rolls", note: "" },
      { key: "money.BFS.office", body: "money", holder: "BFS", office: "chair", from: `${y - 4}`, to: "", source: "rolls", note: "" },
    ],
    ...meetings(c),
    "undertakings.csv": [
      { key: "u1", meeting: "plenary-4", body: "concord", by: "Talmeria", by_member: "QT", what: "Tell every training of police before it begins.", line: "capacity", amount: "", currency: "", due: c.day(-30), kind: "plan", source: "communique" },
      { key: "u2", meeting: "plenary-4", body: "concord", by: "Valdrenne", by_member: "XV", what: "Two million for the landings of Nemrath.", line: "resilience", amount: "2000000", currency: "USD", due: c.month(4), kind: "pledge", source: "communique" },
      { key: "u3", meeting: "plenary-4", body: "concord", by: "Estrimar", by_member: "XE", what: "Share what is known of the river villages with those who work there.", line: "resilience", amount: "", currency: "", due: c.month(1), kind: "plan", source: "communique" },
      { key: "u4", meeting: "plenary-4", body: "concord", by: "Bank of the Five Shores", by_member: "BFS", what: "One register of transfer offices for all five shores.", line: "counter-finance", amount: "", currency: "", due: String(y), kind: "plan", source: "communique" },
      { key: "u5", meeting: "plenary-4", body: "concord", by: "Zuvelle", by_member: "QV", what: "A desk where focal points ask and are answered within a week.", line: "capacity", amount: "", currency: "", due: c.day(-90), kind: "plan", source: "communique" },
      { key: "u6", meeting: "inland-3", body: "inland", by: "", by_member: "QT;XE", what: "Agree who trains whom in the districts where both train police.", line: "capacity", amount: "", currency: "", due: c.day(20), kind: "plan", source: "rolls" },
    ],
    "counts.csv": [
      { key: "concord.first", body: "concord", as_of: "2019-06", members: 9, source: "herald" },
      { key: "concord.now", body: "concord", as_of: c.day(-200), members: members.length, source: "communique" },
    ],
    "claims.csv": [
      { record: "concord", kind: "body", field: "founded", value: founded.other, source: "herald", locator: "first column", confidence: "reported", note: "The paper dates the signing a day later." },
      { record: "plenary-4", kind: "meeting", field: "date", value: c.day(-201), source: "gazette", locator: "page 2", confidence: "reported", note: "Counts one day, where the communiqué counts two." },
      ...progress(c),
      ...versions(c),
      ...persons.flatMap((p) => [{ record: p.key, kind: "person", field: "name", language: "ar", value: p.names.ar, source: "plan-ar" }, { record: p.key, kind: "person", field: "position", language: "en", value: p.position, source: "rolls" }]),
      { record: "dorrec", kind: "person", field: "alias", language: "en", value: "S. Dorec", source: "gazette", locator: "page 2" },
      { record: "plenary-4.QT", kind: "delegation", field: "head_person", value: "maldoun", source: "communique" },
      { record: "plenary-4.XE", kind: "delegation", field: "alternates", value: "venrault", source: "rolls" },
      { record: "inland.QO.office", kind: "office", field: "to", value: `[${y - 1}-04-20..]`, source: "gazette", locator: "page 5", confidence: "reported", note: "" },
    ],
  };
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, csvOf(name === "claims.csv" ? rows.map(asClaim) : rows)]));
}

/** Every row of claims.csv with the same columns. */
const asClaim = ({ record, kind, field, language = "", value, source, locator = "", confidence = "reported", note = "" }: Row): Row => ({ record, kind, field, language, value, source, locator, confidence, note });

/** Persons of the record; none of them is an account of the demonstration. */
const persons = [
  { key: "maldoun", names: { en: "Teyra Maldoun", ar: "تيرا مالدون" }, position: "Minister of the Interior of Talmeria" },
  { key: "venrault", names: { en: "Anselm Venrault", ar: "أنسلم فينرو" }, position: "Adviser on the river villages, Estrimar" },
  { key: "dorrec", names: { en: "Selda Dorrec", ar: "سيلدا دوريك" }, position: "Rapporteur of the Inland Focus Group" },
] as const;

/** One promise is past its day and half done, one is kept, of the others something is told or nothing. */
function progress(c: Calendar): readonly Row[] {
  const told = (record: string, value: string, language = "en", source = "follow-up") => ({ record, kind: "undertaking", field: "progress", language, value, source });
  return [
    told("u1", "Four of seven trainings were told before they began."),
    told("u3", "The list of river villages is written; it has not been handed over."),
    told("u5", "The desk answers; the longest answer took six days."),
    { record: "u5", kind: "undertaking", field: "done", value: c.day(-97), source: "follow-up" },
    ...["u1", "u3"].map((record) => ({ record, kind: "undertaking", field: "text", value: "plan", source: "plan-en" })),
  ];
}

/** The plan in three languages: one text, each version the source that holds it. */
function versions(c: Calendar): readonly Row[] {
  const of = (field: string, language: string, value: string, source: string) => ({ record: "plan", kind: "text", field, language, value, source });
  return [
    of("title", "fr", "Plan pour les districts de l’intérieur", "communique"),
    of("title", "ar", "خطة المقاطعات الداخلية", "plan-ar"),
    of("version", "en", "as adopted", "plan-en"),
    of("version", "fr", "telle qu’adoptée", "communique"),
    of("version", "ar", "ترجمة الأمانة", "plan-ar"),
    of("adopted", "", c.day(-201), "communique"),
  ];
}

function meetings(c: Calendar): Record<string, readonly Row[]> {
  const plain = { country: "", host: "", co_chairs: "", participants: "", members_represented: "", result: "", follows: "" };
  const plenaries = [-1_260, -900, -560, -201].map((day, i) => ({ ...plain, key: `plenary-${i + 1}`, body: "plenary", date: i === 3 ? `${c.day(day - 1)}/${c.day(day)}` : c.day(day), sequence: i + 1, level: "ministerial", format: "in-person", country: ["QO", "QV", "QT", "QR"][i], host: ["QO", "QV", "QT", "QR"][i], members_represented: [9, 11, 13, 14][i], follows: i === 0 ? "" : `plenary-${i}`, source: i === 3 ? "communique" : "rolls" }));
  const inland = [-800, -430, -120, 22].map((day, i) => ({ ...plain, key: `inland-${i + 1}`, body: "inland", date: c.day(day), sequence: i + 1, level: "experts", format: i % 2 === 0 ? "in-person" : "remote", host: ["QT", "XE", "QT", "XE"][i], co_chairs: i < 2 ? "QO;QT;XE" : "QT;XE", follows: i === 0 ? "" : `inland-${i}`, source: "rolls" }));
  const titles = [
    ...plenaries.map((m, i) => ({ m, names: { en: `Plenary no. ${i + 1}`, fr: `Plénière n° ${i + 1}`, ar: `الجلسة العامة رقم ${i + 1}` } })),
    ...inland.map((m, i) => ({ m, names: { en: `Inland Focus Group, meeting ${i + 1}`, fr: `Groupe de l’intérieur, réunion ${i + 1}`, ar: `مجموعة الداخل، الاجتماع ${i + 1}` } })),
  ];
  return {
    "meetings.csv": [...plenaries, ...inland],
    "meeting-names.csv": titles.flatMap(({ m, names }) => languages.map((language) => ({ meeting: m.key, field: "title", language, name: names[language], source: m.source }))),
    "delegations.csv": members.filter((m) => m.code !== "XH").map((m) => ({ meeting: "plenary-4", member: m.code, attendance: "present", head: m.code === "QT" ? "Teyra Maldoun" : "", head_title: m.code === "QT" ? "Minister of the Interior" : "", language: m.code === "QT" ? "en" : "", source: "communique" })),
    "texts.csv": [
      { key: "plan", meeting: "plenary-4", body: "concord", language: "en", title: "Plan for the inland districts", kind: "action-plan", issued: c.day(-201), url: "", source: "plan-en", note: "" },
      { key: "draft-statement", meeting: "inland-4", body: "inland", language: "en", title: "Statement on the river villages, second draft", kind: "statement", issued: "", url: "", source: "rolls", note: "Goes under silence before the next meeting, once silence procedures are kept here." },
    ],
  };
}
