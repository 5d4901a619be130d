import type { Calendar } from "./calendar.ts";
import { csvOf } from "./csv.ts";
import { circleInitiative, datesOf, type Initiative, nameOf, refOf } from "./initiatives.ts";
import type { DemoMap } from "./map.ts";
import { story } from "./story.ts";

/** A member's file as it would send it, and whose circle it is for, if it is no publication. */
export type ReportFile = { readonly name: string; readonly from: string; readonly circle?: "talmeria"; readonly text: string };

/** Members that publish IATI; the others send a table. */
const publishers: readonly string[] = ["XT", "XO", "XH", "OSR"];
const fileNames: Readonly<Record<string, string>> = { XV: "valdrenne", XE: "estrimar", XT: "tarquesia", XO: "ombrava", XI: "ilmarsund", XH: "havrennia", OSR: "office-for-shared-relief", BFS: "bank-of-the-five-shores", LIR: "league-of-inland-rivers", QT: "talmerie", QV: "zuvelle" };
/** Ilmarsund counts in a currency of its own. */
export const rates = { XIL: { units: "8.4", usd: "1" } } as const;
const titleLanguage: Readonly<Record<string, "fr" | "ar">> = { QT: "fr", QV: "ar" };

/** Every reporter's file, in the format that it publishes in; a large one in parts that are imported one after another. */
export function* reportFiles(map: DemoMap, calendar: Calendar, initiatives: readonly Initiative[]): Generator<ReportFile> {
  const by = Map.groupBy(initiatives, (i) => i.reporter);
  for (const [code, base] of Object.entries(fileNames)) {
    const own = by.get(code) ?? [];
    for (let from = 0, part = 1; from < own.length || part === 1; from += atOnce, part++) {
      const slice = own.slice(from, from + atOnce);
      const name = `${base}${part === 1 ? "" : `-${part}`}`;
      if (publishers.includes(code)) yield { name: `${name}.xml`, from: code, text: iati(slice, map, calendar) };
      else yield { name: `${name}.csv`, from: code, text: `${csvOf(slice.map((i) => row(i, calendar)))}${code === "LIR" && part === 1 ? faulty(calendar) : ""}` };
    }
  }
  yield { name: "estrimar-for-talmeria.csv", from: "XE", circle: "talmeria", text: csvOf([row(circleInitiative(map), calendar)]) };
}

const atOnce = 20_000;

const organisation = (code: string): string => {
  const names = nameOf(code);
  return names === undefined ? code : `${names.en} [${refOf(code)}]`;
};

/** Rows of one shape, so that a table's columns are the same whatever its first row holds. */
function row(i: Initiative, calendar: Calendar) {
  const { start, end, status, updated } = datesOf(i, calendar);
  const language = titleLanguage[i.reporter] ?? "en";
  return {
    identifier: i.identifier, reporter_ref: refOf(i.reporter), reporter_name: nameOf(i.reporter)?.en ?? i.reporter, title: i.title[language], title_language: language, status,
    planned_start: start, actual_start: status === "1" ? "" : start, planned_end: end, actual_end: status === "4" ? end : "",
    commitment: i.usd === null ? "" : inCurrency(i), commitment_date: i.usd === null ? "" : start, currency: i.currency,
    funding: organisation(i.funder), implementing: organisation(i.implementer), countries: i.country, areas: i.areas.join("; "),
    sectors: i.line === null ? `DAC:${i.sector}` : "", lines: i.line ?? "", target_groups: i.groups.join("; "), last_updated: updated,
  };
}

function inCurrency(i: Initiative): string {
  return i.currency === "XIL" ? String(Math.round((i.usd ?? 0) * Number(rates.XIL.units))) : String(i.usd);
}

/** Two rows as tables are: an amount in words and a date that is none. They are set aside with line and column. */
function faulty(calendar: Calendar): string {
  const cells = (identifier: string, start: string, commitment: string) => `${identifier},XM-LIR,League of Inland Rivers,Ferry landings upstream,en,2,${start},${start},${calendar.lastDay(6)},,${commitment},${calendar.firstDay(-6)},USD,,,QS,QS-01,,stabilisation,traders,${calendar.day(-20)}\n`;
  return cells("XM-LIR-098", calendar.firstDay(-6), "about forty thousand") + cells("XM-LIR-099", "the spring before last", "40000");
}

function iati(initiatives: readonly Initiative[], map: DemoMap, calendar: Calendar): string {
  const middles = new Map(map.areas.map((a) => [a.code, a]));
  const activities = initiatives.map((i) => {
    const { start, end, status, updated } = datesOf(i, calendar);
    const org = (tag: string, code: string, more: string) => {
      const names = nameOf(code);
      return `<${tag}${more}${names === undefined ? "" : ` ref="${refOf(code)}"`}><narrative>${xml(names?.en ?? code)}</narrative></${tag}>`;
    };
    return [
      `<iati-activity default-currency="${i.currency}" xml:lang="en" last-updated-datetime="${updated}T09:00:00Z">`,
      `<iati-identifier>${i.identifier}</iati-identifier>`,
      org("reporting-org", i.reporter, ` type="${/^[A-Z]{2}$/.test(i.reporter) ? "10" : "40"}"`),
      `<title><narrative>${xml(i.title.en)}</narrative><narrative xml:lang="fr">${xml(i.title.fr)}</narrative></title>`,
      `<description><narrative>${xml(i.title.en)}.</narrative></description>`,
      org("participating-org", i.funder, ` role="1"`), org("participating-org", i.implementer, ` role="4"`),
      `<activity-status code="${status}"/>`,
      `<activity-date type="1" iso-date="${start}"/>`, ...(status === "1" ? [] : [`<activity-date type="2" iso-date="${start}"/>`]),
      `<activity-date type="3" iso-date="${end}"/>`, ...(status === "4" ? [`<activity-date type="4" iso-date="${end}"/>`] : []),
      `<recipient-country code="${i.country}"/>`,
      ...i.areas.map((code) => {
        const area = middles.get(code);
        if (area === undefined) throw new Error(`no area ${code} on the map`);
        const [x, y] = area.middle;
        return `<location><location-reach code="1"/><name><narrative>${xml(area.names.en)}</narrative></name><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>${y.toFixed(4)} ${x.toFixed(4)}</pos></point><exactness code="1"/></location>`;
      }),
      `<sector vocabulary="1" code="${i.sector}" percentage="100"/>`,
      ...(i.usd === null ? [] : [`<transaction><transaction-type code="2"/><transaction-date iso-date="${start}"/><value value-date="${start}">${i.usd}</value></transaction>`]),
      ...(i.usd === null || status === "1" ? [] : [`<transaction><transaction-type code="3"/><transaction-date iso-date="${start}"/><value value-date="${start}">${Math.round(i.usd * 0.6)}</value></transaction>`]),
      `</iati-activity>`,
    ].join("\n");
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" generated-datetime="${calendar.day(-19)}T06:00:00Z">\n${activities.join("\n")}\n</iati-activities>\n`;
}

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Whose report tells of the story's circle, for those who make it. */
export const circleOf = { talmeria: { name: "Talmeria and Estrimar", of: "XE", holders: [story.twoViewers.country] } } as const;
