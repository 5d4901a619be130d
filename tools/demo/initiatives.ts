import type { Line } from "../../src/initiatives/report.ts";
import type { Calendar } from "./calendar.ts";
import type { Area, DemoMap } from "./map.ts";
import { countries, type Names, others } from "./names.ts";
import { type Random, randomOf } from "./random.ts";
import { story } from "./story.ts";

/** What a report of the demonstration says; `usd` null: the budget is not told. */
export type Initiative = {
  readonly identifier: string;
  readonly reporter: string;
  readonly title: Names;
  readonly line: Line | null;
  readonly sector: string;
  readonly country: string;
  /** none: known for the country only */
  readonly areas: readonly string[];
  /** months from the calendar's, both ends included */
  readonly months: readonly [number, number];
  readonly usd: number | null;
  readonly currency: string;
  readonly groups: readonly string[];
  readonly funder: string;
  readonly implementer: string;
};

type Kind = { readonly sector: string; readonly groups: readonly string[]; readonly title: (place: Names) => Names };
const titled = (en: string, fr: string, ar: string) => (p: Names): Names => ({ en: en.replace("*", p.en), fr: fr.replace("*", p.fr), ar: ar.replace("*", p.ar) });

/** What is done on each line, in words by which the line is known. */
const kinds: Readonly<Record<Line, readonly Kind[]>> = {
  capacity: [
    { sector: "15132", groups: ["police"], title: titled("Training of the police of *", "Formation de la police de *", "تدريب الشرطة في *") },
    { sector: "15130", groups: ["judges", "prosecutors"], title: titled("Access to justice: mobile courts of *", "Accès à la justice : audiences foraines de *", "العدالة الجنائية: محاكم متنقلة في *") },
    { sector: "15210", groups: ["border guards"], title: titled("Border management around *", "Gestion des frontières autour de *", "إدارة الحدود حول *") },
    { sector: "15137", groups: ["prison staff"], title: titled("Prison reform in *", "Réforme pénitentiaire à *", "إصلاح السجون في *") },
  ],
  stabilisation: [
    { sector: "15250", groups: ["returnees"], title: titled("Mine clearance on the roads of *", "Déminage des routes de *", "إزالة الألغام من طرق *") },
    { sector: "15240", groups: ["former fighters"], title: titled("Reintegration of former fighters in *", "Réinsertion des anciens combattants à *", "إعادة إدماج المقاتلين السابقين في *") },
    { sector: "73010", groups: ["returnees", "traders"], title: titled("Early recovery: markets and wells of *", "Relèvement précoce : marchés et puits de *", "تحقيق الاستقرار: أسواق وآبار *") },
  ],
  resilience: [
    { sector: "15220", groups: ["herders", "farmers"], title: titled("Peacebuilding between herders and farmers of *", "Consolidation de la paix entre éleveurs et agriculteurs de *", "بناء السلام بين الرعاة والمزارعين في *") },
    { sector: "15220", groups: ["youth"], title: titled("Young people of * against violent extremism", "Les jeunes de * face à l’extrémisme violent", "شباب * في وجه التطرف") },
    { sector: "15220", groups: ["women"], title: titled("Social cohesion: women mediators of *", "Cohésion sociale : médiatrices de *", "التماسك الاجتماعي: وسيطات *") },
  ],
  "counter-finance": [
    { sector: "15111", groups: ["banks"], title: titled("Financial intelligence: a first register for *", "Renseignement financier : un premier registre pour *", "الاستخبارات المالية: سجل أول في *") },
    { sector: "15111", groups: ["traders"], title: titled("Illicit financial flows on the markets of *", "Flux financiers illicites sur les marchés de *", "مكافحة تمويل الإرهاب في أسواق *") },
  ],
};
/** On no line of effort: kept and listed. */
const elsewhere: Kind = { sector: "12220", groups: ["families"], title: titled("Clinics of *", "Centres de santé de *", "عيادات *") };

const funders = others.filter((o) => o.kind === "state").map((o) => o.code);
const doers = ["Harrow Lane Trust", "Fondation des Puits", "Inland Legal Aid", "Marsh and Ferry Works", "جمعية الساحل للتنمية", story.partyToScreen] as const;
const reporters = [...funders, ...funders, "OSR", "BFS", "LIR", "QT", "QV"];

/** The initiatives of the story alone, told by those who report them. */
export function storyInitiatives(map: DemoMap): readonly Initiative[] {
  const place = placeIn(map);
  const { overlap, doubleReport, twoIdentifiers, underServed, crowded, twoViewers } = story;
  const base = { country: "QT", currency: "USD", groups: [] as readonly string[] };
  const training = kinds.capacity[0] as Kind;
  const mines = kinds.stabilisation[0] as Kind;
  const markets = kinds.stabilisation[2] as Kind;
  const peace = kinds.resilience[0] as Kind;
  const told = (kind: Kind, area: string) => ({ title: kind.title(place(area)), sector: kind.sector });
  return [
    { ...base, ...told(training, overlap.area), identifier: overlap.larger, reporter: "XV", line: "capacity", areas: [overlap.area], months: [-18, 5], usd: 3_600_000, groups: [overlap.group], funder: "XV", implementer: "Harrow Lane Trust" },
    { ...base, identifier: overlap.smaller, reporter: "XE", sector: training.sector, line: "capacity", areas: [overlap.area], months: [-10, 1], usd: 1_200_000, groups: [overlap.group], funder: "XE", implementer: "Marsh and Ferry Works", title: titled("Patrol schools for the police of *", "Écoles de patrouille pour la police de *", "مدارس الدوريات لشرطة *")(place(overlap.area)) },
    { ...base, ...told(markets, doubleReport.area), country: "QR", identifier: doubleReport.identifier, reporter: "XT", line: "stabilisation", areas: [doubleReport.area], months: [-14, 9], usd: doubleReport.usd, funder: "XT", implementer: "OSR" },
    { ...base, ...told(markets, doubleReport.area), country: "QR", identifier: doubleReport.identifier, reporter: "OSR", line: "stabilisation", areas: [doubleReport.area], months: [-13, 9], usd: 850_000, funder: "XT", implementer: "OSR" },
    { ...base, ...told(mines, twoIdentifiers.area), country: "QV", identifier: twoIdentifiers.first, reporter: "OSR", line: "stabilisation", areas: [twoIdentifiers.area], months: [-8, 7], usd: twoIdentifiers.usd, funder: "XH", implementer: "OSR" },
    { ...base, ...told(mines, twoIdentifiers.area), country: "QV", identifier: twoIdentifiers.second, reporter: "XH", line: "stabilisation", areas: [twoIdentifiers.area], months: [-8, 7], usd: twoIdentifiers.usd, funder: "XH", implementer: "OSR" },
    { ...base, ...told(peace, underServed.area), country: "QS", identifier: "XM-LIR-031", reporter: "LIR", line: "resilience", areas: [underServed.area], months: [-36, 11], usd: underServed.supplyUsdPerMonth * 48, groups: ["herders", "farmers"], funder: "LIR", implementer: "Fondation des Puits" },
    { ...base, ...told(markets, crowded.area), identifier: crowded.first, reporter: "XO", line: "stabilisation", areas: [crowded.area], months: [-40, 13], usd: 54 * 25_000, funder: "XO", implementer: "Marsh and Ferry Works" },
    { ...base, ...told(mines, crowded.area), identifier: crowded.second, reporter: "XI", line: "stabilisation", areas: [crowded.area], months: [-40, 13], usd: 54 * 20_000, currency: "XIL", groups: ["returnees"], funder: "XI", implementer: "Fondation des Puits" },
    { ...base, ...told(peace, twoViewers.country), identifier: twoViewers.identifier, reporter: "OSR", line: "resilience", areas: [], months: [-9, 14], usd: twoViewers.publicUsd, funder: "XE", implementer: "OSR" },
  ];
}

/** Told to a circle alone: the same programme as its funder knows it. */
export function circleInitiative(map: DemoMap): Initiative {
  const { twoViewers } = story;
  const kind = kinds.resilience[0] as Kind;
  return { identifier: twoViewers.identifier, reporter: "XE", title: kind.title(placeIn(map)(twoViewers.area)), sector: kind.sector, line: "resilience", country: twoViewers.country, areas: [twoViewers.area], months: [-9, 14], usd: twoViewers.circleUsd, currency: "USD", groups: ["herders", "farmers"], funder: "XE", implementer: "OSR" };
}

/** What else goes on along the coast: `count` initiatives, small beside the story's, spread unevenly as in life. */
export function otherInitiatives(map: DemoMap, seed: string, count: number): readonly Initiative[] {
  const random = randomOf(seed, "initiatives");
  const place = placeIn(map);
  const districts = map.areas.filter((a) => a.level === 1);
  const liked = new Map(districts.map((d) => [d.code, 0.25 + random.unit() ** 2]));
  return Array.from({ length: count }, (_, i) => {
    const reporter = random.pick(reporters);
    const line = lineOf(reporter, random);
    const where = weighted(districts, liked, random);
    const kind = line === null ? elsewhere : random.pick(kinds[line]);
    const kept = isOfStory(where.code, line) ? neighbourOf(districts, where) : where;
    const countryOnly = line === "counter-finance" ? random.unit() < 0.6 : random.unit() < 0.08;
    const beside = random.unit() < 0.15 && !countryOnly ? neighbourOf(districts, kept) : undefined;
    const second = beside === undefined || isOfStory(beside.code, line) ? undefined : beside;
    const start = random.between(-46, 3);
    const length = random.between(10, 36);
    const rate = 3_000 + Math.round(random.unit() ** 2 * 21_000);
    const dark = random.unit() < 0.09 && kept.code !== story.underServed.area && second?.code !== story.underServed.area;
    const funder = funders.includes(reporter as never) ? reporter : random.pick(funders);
    return {
      identifier: `${refOf(reporter)}-${String(5_000 + i)}`, reporter, line, sector: kind.sector, country: kept.country,
      title: kind.title(countryOnly ? place(kept.country) : place(kept.code)),
      areas: countryOnly ? [] : second === undefined ? [kept.code] : [kept.code, second.code],
      months: [start, start + length - 1], usd: dark ? null : Math.round((rate * length) / 1_000) * 1_000, currency: reporter === "XI" ? "XIL" : "USD",
      groups: [random.pick(kind.groups)], funder, implementer: reporter === "OSR" ? "OSR" : random.pick(doers),
    };
  });
}

/** How a reporter is referred to in files. */
export const refOf = (code: string): string => (/^[A-Z]{2}$/.test(code) ? `${code}-GOV` : `XM-${code}`);

export function nameOf(code: string): Names | undefined {
  return [...countries, ...others].find((one) => one.code === code)?.names;
}

/** Where the story needs its own figures undisturbed. */
function isOfStory(area: string, line: Line | null): boolean {
  return [story.overlap, story.underServed, story.twoIdentifiers, story.crowded].some((told) => told.area === area && told.line === line);
}

function lineOf(reporter: string, random: Random): Line | null {
  if (reporter === "BFS") return random.unit() < 0.8 ? "counter-finance" : "stabilisation";
  const x = random.unit();
  return x < 0.3 ? "capacity" : x < 0.58 ? "stabilisation" : x < 0.9 ? "resilience" : x < 0.95 ? "counter-finance" : null;
}

function weighted(districts: readonly Area[], weights: ReadonlyMap<string, number>, random: Random): Area {
  const whole = districts.reduce((sum, d) => sum + (weights.get(d.code) ?? 0), 0);
  let left = random.unit() * whole;
  for (const d of districts) {
    left -= weights.get(d.code) ?? 0;
    if (left <= 0) return d;
  }
  return random.pick(districts);
}

function neighbourOf(districts: readonly Area[], of: Area): Area {
  const far = (d: Area) => Math.hypot(d.middle[0] - of.middle[0], d.middle[1] - of.middle[1]);
  return districts.filter((d) => d.code !== of.code && d.country === of.country).toSorted((a, b) => far(a) - far(b))[0] ?? of;
}

function placeIn(map: DemoMap): (code: string) => Names {
  const names = new Map(map.areas.map((a) => [a.code, a.names]));
  return (code) => {
    const found = names.get(code);
    if (found === undefined) throw new Error(`no area ${code} on the map`);
    return found;
  };
}

/** USD a month that an initiative spends in each of its areas. */
export function monthlyUsd(i: Initiative): number {
  return i.usd === null || i.areas.length === 0 ? 0 : i.usd / (i.months[1] - i.months[0] + 1) / i.areas.length;
}

export function datesOf(i: Initiative, calendar: Calendar): { readonly start: string; readonly end: string; readonly status: string; readonly updated: string } {
  const [from, to] = i.months;
  return { start: calendar.firstDay(from), end: calendar.lastDay(to), status: from > 0 ? "1" : to < 0 ? "4" : "2", updated: calendar.day(-20) };
}
