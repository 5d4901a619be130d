import { composeField } from "../src/record/compose-field.ts";
import type { Claim } from "../src/record/compose-field.ts";
import type { FieldType } from "../src/record/field-catalogue.ts";
import type { Confidence } from "../src/record/rows.ts";

/** How many claims a second are resolved into fields, by type of field and by claims per field. Seeded inputs; best of three passes. */
export default async function claims(): Promise<Record<string, string | number>[]> {
  const rows = [];
  for (const [type, make] of Object.entries(values) as [FieldType, (dice: Dice) => Claim["value"]][]) {
    for (const perField of [1, 3, 10]) rows.push(measure(type, perField, make));
  }
  return rows;
}

type Dice = (sides: number) => number;
const total = 60_000;
const two = (n: number) => String(n).padStart(2, "0");

const values: Partial<Record<FieldType, (dice: Dice) => Claim["value"]>> = {
  date: (dice) => [`2023-${two(1 + dice(3))}-${two(1 + dice(28))}`, `2023-${two(1 + dice(3))}`, "2023", `[..2023-${two(1 + dice(12))}-01]`][dice(4)] ?? "2023",
  days: (dice) => [`2023-03-${two(1 + dice(4))}`, `2023-03-01/2023-03-${two(2 + dice(2))}`, "2023-03"][dice(3)] ?? "2023",
  name: (dice) => ["Ismail Chekkori", "Ismaïl Chekkori", "Ismail Chakouri", "إسماعيل الشقوري"][dice(4)] ?? "",
  integer: (dice) => 83 + dice(4),
  money: (dice) => ({ amount: `${500 + dice(3)}000000`, currency: "USD" }),
  refs: (dice) => ["IT", "MA", dice(2) === 0 ? "NE" : "SA", "US"],
};

function measure(type: FieldType, perField: number, make: (dice: Dice) => Claim["value"]) {
  const dice = seeded(perField * 7919 + type.length);
  const sureness: readonly Confidence[] = ["verified", "reported", "uncertain"];
  const fields = Array.from({ length: total / perField }, () =>
    Array.from({ length: perField }, (_, i): Claim => ({ key: `k${i}`, value: make(dice), source: `s${dice(5)}`, confidence: sureness[dice(3)] ?? "reported", published: `20${10 + dice(15)}` })),
  );
  let [best, conflicts] = [Infinity, 0];
  for (let pass = 0; pass < 3; pass++) {
    conflicts = 0;
    const start = performance.now();
    for (const claims of fields) if (composeField(type, claims).conflict) conflicts += 1;
    best = Math.min(best, performance.now() - start);
  }
  return { field: type, "claims per field": perField, "claims/s": Math.round((total / best) * 1000), "fields in conflict": conflicts };
}

/** mulberry32: a small generator with a seed (T. Ettinger, public domain). */
function seeded(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}
