import type { Calendar } from "./calendar.ts";
import { csvOf } from "./csv.ts";
import type { DemoMap } from "./map.ts";
import { randomOf } from "./random.ts";
import { story } from "./story.ts";

const months = 72;

/** An invented history of violent events: two places from which it spreads, seasons, and an upturn where the story says that too little is done. */
export function eventTables(map: DemoMap, seed: string, calendar: Calendar): { readonly events: string; readonly sources: string } {
  const middle = (code: string) => map.areas.find((a) => a.code === code)?.middle ?? [0, 0];
  const [south, east] = [middle(story.underServed.area), middle(story.twoIdentifiers.area)];
  const rows = map.areas.filter((a) => a.level === 1).flatMap((district) => {
    const random = randomOf(seed, "events", district.code);
    const near = (at: readonly number[]) => Math.exp(-(((district.middle[0] - (at[0] ?? 0)) / 2.4) ** 2 + ((district.middle[1] - (at[1] ?? 0)) / 2) ** 2));
    return Array.from({ length: months }, (_, k) => k - months).flatMap((offset) => {
      const season = 1 + 0.35 * Math.sin((offset / 12) * 2 * Math.PI);
      const rising = 0.5 + (1.3 * (offset + months)) / months;
      const expected = season * (7 * near(south) * rising + 4.5 * near(east) * (1.6 - rising / 2) + 0.06);
      const events = Math.floor(expected * (0.4 + 1.2 * random.unit()) + random.unit() * 0.9);
      if (events === 0) return [];
      const deaths = Math.floor(events * random.unit() ** 2 * 5);
      return [{ area: district.code, month: calendar.month(offset), events, deaths_best: deaths, deaths_low: Math.floor(deaths * 0.8), deaths_high: Math.ceil(deaths * 1.4), precision: "1", source: register }];
    });
  });
  return { events: csvOf(rows), sources: csvOf([{ source: register, publisher: "Nobody: invented for the demonstration", licence: "CC0-1.0", url: "" }]) };
}

const register = "Invented register of events 1.0";
