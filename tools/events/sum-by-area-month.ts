import type { Places } from "../../src/places/places.ts";

/** The columns of UCDP GED that the sums rest on, as text. */
export type GedEvent = Readonly<
  Record<
    | "where_prec"
    | "date_prec"
    | "date_start"
    | "date_end"
    | "adm_1"
    | "latitude"
    | "longitude"
    | "best"
    | "low"
    | "high",
    string
  >
>;

export type AreaMonth = {
  readonly area: string;
  /** YYYY-MM */
  readonly month: string;
  events: number;
  best: number;
  low: number;
  high: number;
  /** events by how exactly the place is known: UCDP's where_prec 1 to 4 */
  readonly precision: Map<string, number>;
};

/** Why an event is in no sum. Each event is in a sum or counted here. */
export type LeftOut = Record<"placeTooCoarse" | "timeTooCoarse" | "placeUnknown", { events: number; best: number }>;

/**
 * Sums events by first-level area and month.
 *
 * Places known worse than an area (where_prec 5 a line or fuzzy region, 6 the country, 7 international waters) and times known worse than
 * a month (date_prec 5) are left out and counted. An event that runs from one month into another belongs whole to the month with more of its
 * days, the earlier of two with as many: deaths are never cut. The area is the event's stated first level, by name; without one, by its point.
 */
export function sumByAreaMonth(
  events: Iterable<GedEvent>,
  country: string,
  places: Places,
): { readonly rows: readonly AreaMonth[]; readonly leftOut: LeftOut } {
  const rows = new Map<string, AreaMonth>();
  const leftOut: LeftOut = {
    placeTooCoarse: { events: 0, best: 0 },
    timeTooCoarse: { events: 0, best: 0 },
    placeUnknown: { events: 0, best: 0 },
  };
  const leave = (why: keyof LeftOut, event: GedEvent) => {
    leftOut[why].events += 1;
    leftOut[why].best += Number(event.best);
  };
  for (const event of events) {
    if (!/^[1-4]$/.test(event.where_prec)) leave("placeTooCoarse", event);
    else if (!/^[1-4]$/.test(event.date_prec)) leave("timeTooCoarse", event);
    else {
      const area = areaOf(event, country, places);
      if (area === undefined) leave("placeUnknown", event);
      else add(rows, area, monthOf(event.date_start, event.date_end), event);
    }
  }
  return { rows: [...rows.values()].toSorted((a, b) => (a.area + a.month < b.area + b.month ? -1 : 1)), leftOut };
}

function areaOf(event: GedEvent, country: string, places: Places): string | undefined {
  const named = event.adm_1 === "" ? undefined : places.locate({ name: event.adm_1 }, [country]);
  if (named?.kind === "located" && named.level === 1) return named.area;
  const point = places.locate(
    { latitude: Number(event.latitude), longitude: Number(event.longitude), locationClass: "2" },
    [country],
  );
  return point.kind === "located" && point.level === 1 ? point.area : undefined;
}

/** @param start,end YYYY-MM-DD, both days included */
export function monthOf(start: string, end: string): string {
  const days = new Map<string, number>();
  for (let day = Date.parse(`${start}T00:00:00Z`); day <= Date.parse(`${end}T00:00:00Z`); day += 86_400_000) {
    const month = new Date(day).toISOString().slice(0, 7);
    days.set(month, (days.get(month) ?? 0) + 1);
  }
  return [...days].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [start.slice(0, 7), 0] as [
    string,
    number,
  ])[0];
}

function add(rows: Map<string, AreaMonth>, area: string, month: string, event: GedEvent): void {
  const key = `${area} ${month}`;
  const row = rows.get(key) ?? {
    area,
    month,
    events: 0,
    best: 0,
    low: 0,
    high: 0,
    precision: new Map<string, number>(),
  };
  row.events += 1;
  row.best += Number(event.best);
  row.low += Number(event.low);
  row.high += Number(event.high);
  row.precision.set(event.where_prec, (row.precision.get(event.where_prec) ?? 0) + 1);
  rows.set(key, row);
}
