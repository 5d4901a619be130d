import { seeded } from "./initiatives.ts";

/**
 * A made-up IATI 2.03 activities file of `count` activities, as bytes in pieces of about 64 KiB. The same seed gives the same bytes.
 *
 * Sizes and habits follow published files: about 3 KB an activity, two to three transactions on average with a long tail, three fifths
 * with places, a tenth with nothing more than the country, related activities in a third, sectors of the four lines of effort beside others. All
 * activities are valid unless `broken` says which share is not; those are damaged in turn by a wrong date, an amount in words, a bare
 * ampersand, a missing end tag and a missing identifier. `from` is the number of the first, `places` where they are
 * instead of twenty places of the Sahel and around it (more of a place that is named more often). Organisations and projects are invented; places exist.
 */
export async function* generateIati(
  count: number,
  seed: number,
  options: { readonly broken?: number; readonly from?: number; readonly places?: readonly Place[] } = {},
): AsyncGenerator<Uint8Array> {
  const random = seeded(seed);
  const encoder = new TextEncoder();
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" generated-datetime="2026-01-01T00:00:00Z">\n`;
  const from = options.from ?? 0;
  for (let i = from; i < from + count; i += 1) {
    const one = activity(i, random, options.places ?? places);
    text += random() < (options.broken ?? 0) ? damage(one, i) : one;
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(`${text}</iati-activities>\n`);
}

/** Country, ISO 3166-2, name, latitude, longitude; the last two may be left out. */
export type Place = readonly [country: string, area: string, name: string, latitude?: number, longitude?: number];
const places: readonly Place[] = [
  ["NE", "NE-1", "Agadez", 16.97, 7.99],
  ["NE", "NE-2", "Diffa", 13.31, 12.61],
  ["NE", "NE-5", "Tahoua", 14.89, 5.26],
  ["NE", "NE-6", "Tillabéri", 14.21, 1.45],
  ["ML", "ML-7", "Gao", 16.27, -0.04],
  ["ML", "ML-5", "Mopti", 14.49, -4.2],
  ["ML", "ML-6", "Tombouctou", 16.77, -3.01],
  ["BF", "BF-56", "Dori", 14.03, -0.03],
  ["BF", "BF-46", "Dédougou", 12.46, -3.46],
  ["NG", "NG-BO", "Maiduguri", 11.83, 13.15],
  ["NG", "NG-YO", "Damaturu", 11.75, 11.96],
  ["NG", "NG-AD", "Yola", 9.2, 12.48],
  ["TD", "TD-LC", "Bol", 13.46, 14.71],
  ["CM", "CM-EN", "Maroua", 10.59, 14.32],
  ["SO", "SO-BN", "Mogadishu", 2.05, 45.32],
  ["SO", "SO-BY", "Baidoa", 3.11, 43.65],
  ["MZ", "MZ-P", "Pemba", -12.97, 40.52],
  ["BJ", "BJ-AL", "Kandi", 11.13, 2.94],
  ["GH", "GH-NP", "Tamale", 9.4, -0.84],
  ["LY", "LY-BA", "Benghazi", 32.12, 20.07],
];

const sectors = [
  "15210",
  "15220",
  "15130",
  "15134",
  "15111",
  "15113",
  "24010",
  "24030",
  "73010",
  "15240",
  "15250",
  "16010",
  "11220",
  "12220",
  "14030",
  "31120",
  "43040",
  "72010",
];
const donors = [
  ["XX-GOV-1", "Ministry for Cooperation", "10", "EUR"],
  ["XX-GOV-2", "Agency for Stability", "10", "USD"],
  ["XX-GOV-3", "Foreign and Development Office", "10", "GBP"],
  ["XX-IGO-1", "Development Programme of the Union", "40", "USD"],
  ["XX-GOV-4", "Ministère de la coopération", "10", "XOF"],
] as const;
const doers = [
  "Relief Works",
  "Border Lakes Foundation",
  "Comité de paix",
  "Sahel Legal Aid",
  "Training & Mentoring Ltd",
  "جمعية التنمية المحلية",
];
const verbs = ["Training", "Rebuilding", "Support", "Equipment", "Formation", "Dialogue"];
const things = [
  "border posts",
  "courts & prosecutors",
  "police",
  "early recovery",
  "schools",
  "financial intelligence",
  "cohésion sociale",
  "former fighters",
];

type Random = () => number;

function activity(i: number, random: Random, places: readonly Place[]): string {
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const [ref, donor, type, currency] = pick(donors);
  const home = pick(places);
  const year = 2012 + below(14);
  const months = 6 + below(54);
  const day = (offset: number) =>
    new Date(Date.UTC(year, below(12) + offset, 1 + below(28))).toISOString().slice(0, 10);
  const [start, end] = [day(0), day(12 + months)];
  const money = () => (10 ** (4 + 3 * random())).toFixed(2);
  const doer = xml(pick(doers));
  const title = xml(`${pick(verbs)}: ${pick(things)} in ${home[2]} ${i}`);
  const lines = [
    `<iati-activity default-currency="${currency}" xml:lang="en" hierarchy="${1 + below(2)}" humanitarian="${below(2)}" last-updated-datetime="${year + 1}-0${1 + below(9)}-15T12:00:00Z">`,
    `<iati-identifier>${ref}-${String(i).padStart(7, "0")}</iati-identifier>`,
    `<reporting-org ref="${ref}" type="${type}" secondary-reporter="${below(10) === 0 ? 1 : 0}"><narrative>${donor}</narrative></reporting-org>`,
    `<title><narrative>${title}</narrative>${below(3) === 0 ? `<narrative xml:lang="fr">${title} (fr)</narrative>` : ""}</title>`,
    `<description type="1"><narrative>${`${title}. The work goes on with the authorities of the area and those who live there. `.repeat(1 + below(6))}</narrative></description>`,
    below(4) === 0 ? `<description type="3"><narrative>women and youth</narrative></description>` : "",
    `<participating-org role="1" ref="${ref}" type="${type}"><narrative>${donor}</narrative></participating-org>`,
    `<participating-org role="4" type="22"><narrative>${doer}</narrative></participating-org>`,
    `<activity-status code="${1 + below(4)}"/>`,
    `<activity-date type="1" iso-date="${start}"/><activity-date type="2" iso-date="${start}"/>`,
    below(10) < 8 ? `<activity-date type="3" iso-date="${end}"/>` : "",
    `<contact-info type="1"><organisation><narrative>${donor}</narrative></organisation><email>office@example.org</email></contact-info>`,
    `<recipient-country code="${home[0]}" percentage="100"/>`,
  ];
  if (random() < 0.6) {
    const near = places.filter((p) => p[0] === home[0]);
    for (let n = 1 + below(3); n > 0; n -= 1) lines.push(location(pick(near), random));
  }
  const share = below(3) === 0 ? 50 : 100;
  const first = below(sectors.length);
  for (let n = 0; n < 100 / share; n += 1)
    lines.push(`<sector vocabulary="1" code="${sectors[(first + n) % sectors.length]}" percentage="${share}"/>`);
  lines.push(`<policy-marker vocabulary="1" code="1" significance="${below(3)}"/>`);
  if (below(2) === 0)
    lines.push(
      `<budget type="1" status="2"><period-start iso-date="${year}-01-01"/><period-end iso-date="${year}-12-31"/><value value-date="${year}-01-01">${money()}</value></budget>`,
    );
  if (random() < 0.8) lines.push(transaction("2", start, money(), donor, ref, doer));
  for (let n = Math.floor(-Math.log(1 - random()) * 1.8); n > 0; n -= 1)
    lines.push(transaction(pick(["3", "3", "4", "1", "12"]), day(0), money(), donor, ref, doer));
  if (i > 0 && below(3) === 0)
    lines.push(`<related-activity type="${1 + below(3)}" ref="${ref}-${String(below(i)).padStart(7, "0")}"/>`);
  return `${lines.filter((line) => line !== "").join("\n    ")}\n  </iati-activity>\n`;
}

function location(place: Place, random: Random): string {
  const [, area, name, latitude, longitude] = place;
  const near = (degrees: number) => (degrees + (random() - 0.5) / 5).toFixed(4);
  const point = latitude === undefined || longitude === undefined ? "" : `<point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>${near(latitude)} ${near(longitude)}</pos></point>`;
  return `<location><location-reach code="1"/><name><narrative>${xml(name)}</narrative></name><administrative vocabulary="G2" level="1" code="${area}"/>${point}<exactness code="${random() < 0.5 ? 1 : 2}"/><location-class code="2"/></location>`;
}

function transaction(type: string, date: string, amount: string, donor: string, ref: string, doer: string): string {
  return `<transaction><transaction-type code="${type}"/><transaction-date iso-date="${date}"/><value value-date="${date}">${amount}</value><description><narrative>Payment</narrative></description><provider-org ref="${ref}"><narrative>${donor}</narrative></provider-org><receiver-org><narrative>${doer}</narrative></receiver-org></transaction>`;
}

function damage(text: string, i: number): string {
  if (i % 5 === 0) return text.replace(/iso-date="[^"]*"/, 'iso-date="31/02/2020"');
  if (i % 5 === 1)
    return text
      .replace("</activity-status>", "")
      .replace(/<related-activity|<\/iati-activity>/, (end) => `<budget><value>a lot</value></budget>${end}`);
  if (i % 5 === 2) return text.replace("The work", "The R & D work");
  return i % 5 === 3
    ? text.replace("</iati-activity>", "")
    : text.replace(/<iati-identifier>.*<\/iati-identifier>/, "");
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
