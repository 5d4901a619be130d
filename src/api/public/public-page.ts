import { createHash } from "node:crypto";
import type { PublicView } from "../../app/public/public-view.ts";
import { publicTables } from "../../app/public/public-data.ts";
import { type PublicLanguage, publicLanguages, type PublicWord } from "../../locales/public-words.ts";
import { escaped, type Pen, penFor, table } from "./html.ts";
import { pictureSentence } from "./picture-sentence.ts";
import { publicStyle } from "./public-style.ts";

/** No script; the only style is named by its hash. */
export const publicPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(publicStyle).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const languageNames: Readonly<Record<PublicLanguage, string>> = { en: "English", fr: "Français", ar: "العربية" };
const sections = ["picture", "coalition", "members", "meetings", "texts", "undertakings", "download"] as const;

/** The public view as one document: read without a script, printed, kept. */
export function publicPage(view: PublicView, language: PublicLanguage): string {
  const pen = penFor(language);
  const { say } = pen;
  const { coalition } = view;
  const links = publicLanguages.map((l) => `<li><a href="/public/${l}" lang="${l}" hreflang="${l}"${l === language ? ' aria-current="page"' : ""}>${languageNames[l]}</a></li>`).join("");
  const parts: Readonly<Record<(typeof sections)[number], string>> = {
    picture: picturePart(view, pen), coalition: coalitionPart(view, pen), members: membersPart(view, pen), meetings: meetingsPart(view, pen), texts: textsPart(view, pen), undertakings: undertakingsPart(view, pen), download: downloadPart(view, pen),
  };
  return `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(coalition.name.text)} · ${say("publicView")}</title><style>${publicStyle}</style></head>
<body><a class="skip" href="#content">${say("toContent")}</a>
<header><p><b>${pen.name(coalition.shortName ?? coalition.name)}</b> · ${say("publicView")}</p><nav aria-label="${say("languages")}"><ul>${links}</ul></nav><p><a href="/${language}">${say("workspace")}</a></p><p class="tlp" dir="ltr">TLP:CLEAR</p></header>
<main id="content"><h1>${pen.name(coalition.name)}</h1>
${coalition.fictional ? `<p class="fiction">${say("fictional")}</p>` : ""}<p class="quiet">${say("asOf", { day: pen.day(view.asOf) })}</p>
<nav aria-label="${say("contents")}"><ul>${sections.map((s) => `<li><a href="#${s}">${say(s)}</a></li>`).join("")}</ul></nav>
${sections.map((s) => `<section id="${s}"><h2>${say(s)}</h2>\n${parts[s]}</section>`).join("\n")}
</main></body></html>
`;
}

function picturePart({ picture, gaps, overlaps, coalition }: PublicView, pen: Pen): string {
  const { say, name, number, day } = pen;
  const lineName = (key: string | null) => name(coalition.lines.find(({ line }) => line === key)?.name ?? key);
  const states = { reported: say("reported"), "none-reported": say("noneReported"), "not-known": say("notKnown") } as const;
  return `<p class="sentence">${pictureSentence(pen, picture.sentence, coalition.region, (text) => `<b>${text}</b>`)}</p>
<p class="quiet">${say("period", { from: day(picture.period.from), to: day(picture.period.to), basis: say(picture.basis.basis) })}</p>
<h3>${say("lines")}</h3>${table(say("lines"), [{ head: say("line") }, { head: say("initiatives"), number: true }], picture.facets.lines.map((l) => [lineName(l.line), number(l.initiatives)]), say("none"))}
<h3>${say("countries")}</h3>${table(say("countries"), [{ head: say("country") }, { head: say("initiatives"), number: true }], picture.facets.countries.map((c) => [name(c.name), number(c.initiatives)]), say("none"))}
<h3>${say("gaps")}</h3><p class="quiet">${say("gapsOf", { shown: number(gaps.items.length), total: number(gaps.total) })}</p>${table(
    say("gaps"),
    [{ head: say("area") }, { head: say("line") }, { head: say("work") }, { head: say("events"), number: true }, { head: say("people"), number: true }, { head: say("need"), number: true }, { head: say("supply"), number: true }, { head: say("gap"), number: true }],
    gaps.items.map((g) => [`${name(g.area.name)}, ${name(g.area.country.name)}`, g.line === null ? "" : lineName(g.line), states[g.state], number(g.threat?.events), number(g.need?.people), number(g.need?.usd), number(g.supplyUsd), number(g.gapUsd)]),
    say("none"),
  )}
<h3>${say("overlaps")}</h3><p class="quiet">${say("overlapsOf", { shown: number(overlaps.items.length), total: number(overlaps.total) })}</p>${table(
    say("overlaps"),
    [{ head: say("initiative") }, { head: say("initiative") }, { head: say("areas") }, { head: say("lines") }, { head: say("months") }, { head: say("contested"), number: true }],
    overlaps.items.map((o) => [name(o.a.title), name(o.b.title), o.areas.map((a) => name(a.name)).join(", "), o.lines.map(lineName).join(", "), day(`${o.months.from}/${o.months.to}`), number(o.contestedUsd)]),
    say("none"),
  )}`;
}

const officeWords: Readonly<Record<string, PublicWord>> = { chair: "chair", "co-chair": "coChair", lead: "lead", "co-lead": "coLead", rapporteur: "rapporteur" };

function coalitionPart({ coalition, tree, offices }: PublicView, pen: Pen): string {
  const { say, name } = pen;
  const officesOf = (id: string) =>
    (offices.get(id) ?? []).map((o) => {
      const word = officeWords[o.office];
      const held = say("officeSentence", { office: word === undefined ? name(o.office) : say(word), holder: name(o.holder.name) });
      return o.held.answer === "between" ? `${held} <span class="quiet">(${say("unsettled")})</span>` : held;
    });
  const node = (b: PublicView["tree"][number]): string => {
    const held = officesOf(b.id);
    return `<li>${name(b.name)}${held.length === 0 ? "" : `<br><small>${held.join(" · ")}</small>`}${b.children.length === 0 ? "" : `<ul>${b.children.map(node).join("")}</ul>`}</li>`;
  };
  const founded = coalition.root.founded?.value;
  return `${founded == null ? "" : `<p>${say("founded", { day: pen.day(founded) })}</p>`}<h3>${say("bodies")}</h3>${tree.length === 0 ? `<p class="quiet">${say("none")}</p>` : `<ul class="bodies">${tree.map(node).join("\n")}</ul>`}`;
}

function membersPart({ members }: PublicView, pen: Pen): string {
  const { say, name, day } = pen;
  return table(
    say("members"),
    [{ head: say("member") }, { head: say("kind") }, { head: say("joined") }],
    members.map((m) => [`${name(m.member.name)}${m.held.answer === "between" ? ` <span class="quiet">(${say("unsettled")})</span>` : ""}`, say(m.memberKind), day(m.held.from.edtf)]),
    say("none"),
  );
}

function meetingsPart({ meetings }: PublicView, pen: Pen): string {
  const { say, name, day } = pen;
  return table(say("meetings"), [{ head: say("meeting") }, { head: say("body") }, { head: say("date") }, { head: say("place") }], meetings.map((m) => [name(m.title), name(m.body.name), day(m.date.value), name(m.place.value)]), say("none"));
}

function textsPart({ texts }: PublicView, pen: Pen): string {
  const { say, name, day } = pen;
  const title = (t: PublicView["texts"][number]) => {
    const words = name(t.title.value ?? t.meeting?.title);
    return t.url.value !== null && /^https?:\/\//.test(t.url.value) ? `<a href="${escaped(t.url.value)}" rel="noreferrer">${words}</a>` : words;
  };
  return table(say("texts"), [{ head: say("text") }, { head: say("meeting") }, { head: say("date") }], texts.map((t) => [title(t), t.meeting === null ? "" : name(t.meeting.title), day(t.adopted.value ?? t.issued.value)]), say("none"));
}

const undertakingStates: Readonly<Record<string, PublicWord>> = { open: "open", done: "done", dropped: "dropped", overdue: "overdue", undated: "undated", between: "unsettled" };

function undertakingsPart({ undertakings }: PublicView, pen: Pen): string {
  const { say, name, day, number } = pen;
  const by = (u: PublicView["undertakings"][number]) => ((u.byMembers.value ?? []).length > 0 ? (u.byMembers.value ?? []).map((m) => name(m.name)).join(", ") : name(u.by.value));
  const amount = (u: PublicView["undertakings"][number]) => (u.amount.value === null ? "" : `${number(Number(u.amount.value.amount))} ${name(u.amount.value.currency ?? "")}`);
  return table(
    say("undertakings"),
    [{ head: say("undertaking") }, { head: say("by") }, { head: say("meeting") }, { head: say("amount"), number: true }, { head: say("due") }, { head: say("standing") }],
    undertakings.map((u) => [name(u.what.value), by(u), u.meeting === null ? "" : name(u.meeting.title), amount(u), day(u.due.value), say(undertakingStates[u.state] ?? "unknown")]),
    say("none"),
  );
}

const tableWords = { records: "tableRecords", claims: "tableClaims", sources: "tableSources", initiatives: "tableInitiatives" } as const;

function downloadPart({ licence }: PublicView, { say, name }: Pen): string {
  const tables = publicTables.map((t) => `<li><a href="/public/data/${t}.csv" download>${say(tableWords[t])} (CSV)</a></li>`).join("");
  return `<p>${say("downloadWhy")}</p><p>${say("licence", { licence: name(licence) })}</p><ul class="files"><li><a href="/public/data/entente.zip" download>${say("allTables")}</a></li><li><a href="/public/data/entente.jsonld" download>${say("jsonLd")}</a></li>${tables}</ul>`;
}
