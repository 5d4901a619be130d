import { addDecimal, parseDecimal, printDecimal } from "../../src/base/decimal.ts";
import { linesOfEffort } from "../../src/initiatives/lines-of-effort.ts";
import type { Location, Money, Report } from "../../src/initiatives/report.ts";
import type { Places } from "../../src/places/places.ts";

/** What the shipped file says beside the publication: which, and under which licence. */
export type Provenance = { readonly source: string; readonly licence: string; readonly secondary?: boolean };

/**
 * A report as facts only: no descriptions, sums of money by kind and year, DAC sectors, places that lie in a country it names, and the lines of
 * effort that title, description and sectors of the publication give.
 */
export function condense(report: Report, places: Places, provenance: Provenance): Report {
  const { description: _description, humanitarian: _humanitarian, ...kept } = report;
  const countries = report.countries.map((country) => country.code);
  const lines = linesOfEffort(report).lines;
  const whole = lines.map((entry) => Math.round(entry.share * 100));
  const rest = 100 - whole.slice(1).reduce((sum, percent) => sum + percent, 0);
  return {
    ...kept,
    reporter: { ...report.reporter, secondary: report.reporter.secondary || provenance.secondary === true },
    title: titleOf(report.title),
    parties: report.parties.filter((party) => !nobody.test(party.name ?? "")),
    sectors: report.sectors
      .filter((sector) => ["1", "2"].includes(sector.vocabulary))
      .map(({ name: _name, ...sector }) => sector),
    regions: [],
    locations: distinct(
      report.locations
        .filter((location) => isHere(location, countries, places))
        .map(({ gazetteer: _gazetteer, ...location }) => location),
    ),
    money: condenseMoney(report.money),
    lines: lines.map((entry, index) => ({ line: entry.line, percent: index === 0 ? rest : (whole[index] as number) })),
    published: {
      source: provenance.source,
      licence: provenance.licence,
      locator: `${report.at.file} ${report.at.path}`,
    },
  };
}

/** What stands where a party's name should: nobody, everybody, those who benefit, or perhaps a person. */
const nobody = /^(name withheld|unspecified|other\.?|ndam sena|b[ée]n[ée]ficiaires.*|populations .*)$/i;

/** Template points left in another country and empty places are not facts about the activity. */
function isHere(location: Location, countries: readonly string[], places: Places): boolean {
  const found = places.locate(location, countries);
  return (
    found.kind === "located" &&
    found.note !== "point-elsewhere" &&
    !(found.how === "country" && location.latitude === undefined)
  );
}

function distinct(locations: readonly Location[]): readonly Location[] {
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
}

/** Sums by kind, currency and (for commitments) year; budgets by period. A year with one date keeps the day. */
function condenseMoney(money: readonly Money[]): readonly Money[] {
  const groups = Map.groupBy(
    money.filter((entry) => ["commitment", "budget", "disbursement", "expenditure", "pledge"].includes(entry.kind)),
    (entry) =>
      [
        entry.kind,
        entry.currency ?? "",
        entry.constantYear ?? "",
        entry.kind === "commitment" ? (entry.date ?? "").slice(0, 4) : "",
        entry.kind === "budget" ? `${entry.from ?? ""}/${entry.to ?? ""}` : "",
      ].join("|"),
  );
  return [...groups.values()].flatMap((entries): readonly Money[] => {
    const first = entries[0] as Money;
    const amount = printDecimal(entries.map((entry) => parseDecimal(entry.amount)).reduce(addDecimal));
    if (/^-?0*(\.0*)?$/.test(amount)) return [];
    const dates = new Set(entries.map((entry) => entry.date ?? ""));
    const date = first.kind !== "commitment" ? undefined : dates.size === 1 ? first.date : first.date?.slice(0, 4);
    const period =
      first.kind === "budget"
        ? {
            ...(first.from === undefined ? {} : { from: first.from }),
            ...(first.to === undefined ? {} : { to: first.to }),
          }
        : {};
    return [
      {
        kind: first.kind,
        amount,
        ...(first.currency === undefined ? {} : { currency: first.currency }),
        ...(date === undefined || date === "" ? {} : { date }),
        ...period,
        ...(first.constantYear === undefined ? {} : { constantYear: first.constantYear }),
      },
    ];
  });
}

/** Publishers leave `en` on French titles: where the small words plainly are of one language, they decide. */
function titleOf(title: Report["title"]): Report["title"] {
  const entries = Object.entries(title)
    .map(([language, words]) => [language, plainWords(words)] as const)
    .filter(([, words]) => words !== "");
  const [only] = entries;
  if (entries.length !== 1 || only === undefined) return Object.fromEntries(entries);
  return { [languageOf(only[1]) ?? only[0]]: only[1] };
}

/** Ampersands that were escaped again on each way from one system to the next. */
function plainWords(text: string): string {
  const once = text
    .replaceAll(/&(?:amp|#38);|(?<=&)#38;/g, "&")
    .replaceAll(/\s+/g, " ")
    .trim();
  return once === text ? text : plainWords(once);
}

const smallWords: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    "de du des la le les et au aux pour dans en l d un une par sur appui projet programme renforcement construction rehabilitation equipement amelioration".split(
      " ",
    ),
  ),
  en: new Set(
    "the of and to for in on with from by support project program programme strengthening building improving through".split(
      " ",
    ),
  ),
  es: new Set("el los las y para con por del en apoyo proyecto fortalecimiento".split(" ")),
};

function languageOf(text: string): string | undefined {
  const words = text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/);
  const counts = Object.entries(smallWords).map(([language, known]) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  }));
  const [best, second] = counts.toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count > (second?.count ?? 0) ? best.language : undefined;
}
