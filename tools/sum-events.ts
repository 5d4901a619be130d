/**
 * Writes data/events/threat-by-area-month.csv from a file of UCDP GED events.
 *
 *   node tools/sum-events.ts events.csv.gz [out]      (default data/events/threat-by-area-month.csv)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { shippedPlaces } from "../src/places/places.fixture.ts";
import { sumByAreaMonth, type GedEvent } from "./events/sum-by-area-month.ts";

/** UCDP gives countries by name (and Gleditsch-Ward number); the version of GED each was published in. */
const countries: Readonly<Record<string, { readonly code: string; readonly source: string }>> = {
  Nigeria: { code: "NG", source: "UCDP GED 20.1" },
  "Central African Republic": { code: "CF", source: "UCDP GED 23.1" },
};

const [file, out = "data/events/threat-by-area-month.csv"] = process.argv.slice(2);
if (file === undefined) throw new Error("Give the file of events.");
const events = parse(gunzipSync(readFileSync(file)), { columns: true }) as (GedEvent & { readonly country: string })[];
const lines = ["area,month,events,deaths_best,deaths_low,deaths_high,precision,source"];
for (const [country, own] of Map.groupBy(events, (event) => event.country)) {
  const known = countries[country];
  if (known === undefined)
    throw new Error(`${file}: country ${country}: expected ${Object.keys(countries).join(" or ")}`);
  const { rows, leftOut } = sumByAreaMonth(own, known.code, shippedPlaces);
  for (const row of rows) {
    const precision = [...row.precision]
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      .map(([code, count]) => `${code}:${count}`)
      .join(" ");
    lines.push([row.area, row.month, row.events, row.best, row.low, row.high, precision, known.source].join(","));
  }
  const summed = rows.reduce((total, row) => ({ events: total.events + row.events, best: total.best + row.best }), {
    events: 0,
    best: 0,
  });
  process.stdout.write(
    `${country}: ${own.length} events; in ${rows.length} sums ${JSON.stringify(summed)}; left out ${JSON.stringify(leftOut)}\n`,
  );
}
writeFileSync(out, lines.join("\n") + "\n");
