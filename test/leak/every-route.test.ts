import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { remakeWords } from "../../src/app/search/refresh-words.ts";
import { openStore } from "../../src/store/open-store.ts";
import { publicAddresses } from "../../src/api/public/public-routes.ts";
import { openApiDocument } from "../../src/api/openapi.ts";
import { type Cast, makeCast } from "./cast.ts";
import type { FreshDatabase } from "../support/database.ts";
import { type Depth, numbers, plant, type Planted, word } from "./plants.ts";
import { type Ask, recipes } from "./recipes.ts";
import { openWorld, type Told, withoutMade, type World } from "./walk.ts";

let cast: Cast;
let places: World;
const made: FreshDatabase[] = [];
beforeAll(async () => {
  cast = await makeCast();
  places = await openWorld(await copied(cast.database));
}, 120_000);
afterAll(async () => {
  await places?.close();
  for (const database of made) await database.drop();
  await cast?.database.drop();
});

async function copied(database: FreshDatabase): Promise<FreshDatabase> {
  const copy = await database.copy();
  made.push(copy);
  return copy;
}

async function planted(depth: Depth): Promise<{ database: FreshDatabase; ids: Planted }> {
  const database = await copied(cast.database);
  const client = new pg.Client(database.connect("jobs"));
  await client.connect();
  const ids = await plant(client, places.t.app, cast, depth);
  await client.end();
  await searchable(database);
  return { database, ids };
}

/** Planted rows came in by no verb: their words are made as after an upgrade. */
async function searchable(database: FreshDatabase): Promise<void> {
  const store = openStore((role) => database.connect(role));
  await store.system(null, remakeWords);
  await store.close();
}

/** The public view is no part of the API's description: whoever asks, it says what the anonymous visitor may see. */
const publicAsks = publicAddresses.map((path): readonly [string, readonly Ask[]] => [`GET ${path}`, [{ method: "GET", path }]]);

const isRead = (ask: Ask) => ask.method === "GET";
/** A word or number of a planted row, unless the asking side said it itself. */
function trace(told: Told, ask: Ask): string | null {
  const said = decodeURIComponent(told.ask) + JSON.stringify(ask.body ?? "") + (ask.bytes ?? "");
  const text = `${told.headers}\n${told.body}`;
  return [word, ...numbers].find((w) => text.includes(w) && !said.includes(w)) ?? null;
}

test("every route of the description has a recipe here, and every recipe a route", () => {
  const described = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, methods]) => Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`));
  expect(Object.keys(recipes(cast, {})).sort()).toEqual(described.sort());
});

for (const [depth, viewers] of [["closed", ["anonymous", "focalPoint", "observer", "officer", "officerAsMember"]], ["coalition", ["anonymous"]]] as const) {
  test(`who may not see ${depth === "closed" ? "what Orvelle keeps" : "what the coalition keeps"} is told, byte for byte, what they would be told if it were not there`, async () => {
    const { database, ids } = await planted(depth);
    const [without, withPlants] = [await openWorld(await copied(cast.database)), await openWorld(database)];
    const asks = [...publicAsks, ...Object.entries(recipes(cast, ids))];
    let told = 0;
    try {
      for (const viewer of viewers) {
        const as = cast.viewers[viewer];
        for (const [route, list] of asks) {
          for (const ask of list.filter(isRead)) {
            const [a = [], b = []] = await Promise.all([without, withPlants].map((world) => world.tell(ask, as)));
            expect.soft(b, `${viewer}: ${route}`).toEqual(a);
            for (const t of b) expect.soft(trace(t, ask), `${viewer}: ${t.ask}`).toBeNull();
            told += b.length;
          }
        }
      }
      const [first, second] = [withoutMade(new Set([...Object.values(ids), ...Object.values(cast.open)])), withoutMade(new Set([...Object.values(ids), ...Object.values(cast.open)]))];
      for (const viewer of viewers) {
        const as = cast.viewers[viewer];
        for (const [route, list] of asks) {
          for (const ask of list.filter((x) => !isRead(x))) {
            const [x = [], y = []] = await Promise.all([without, withPlants].map((world) => world.tell(ask, as)));
            const [a, b] = [x.map(first), y.map(second)];
            expect.soft(b, `${viewer}: ${route} ${JSON.stringify(ask.body ?? "")}`).toEqual(a);
            for (const t of b) expect.soft(trace(t, ask), `${viewer}: ${t.ask}`).toBeNull();
            told += b.length;
          }
        }
      }
      expect([...without.failures, ...withPlants.failures]).toEqual([]);
      expect([word, ...numbers].filter((w) => withPlants.log().includes(w))).toEqual([]);
      expect(told).toBeGreaterThan(200);
    } finally {
      await without.close();
      await withPlants.close();
    }
  }, 300_000);
}

test("its owner finds what was planted: the plants are no air", async () => {
  const { database, ids } = await planted("closed");
  const world = await openWorld(database);
  const seen: string[] = [];
  for (const list of Object.values(recipes(cast, ids))) for (const ask of list.filter(isRead)) for (const t of await world.tell(ask, cast.owner)) if (trace(t, ask) !== null) seen.push(t.ask.split(/[/?]/)[2] ?? "");
  expect([...new Set(seen)].sort()).toEqual(expect.arrayContaining(["areas", "audit", "bodies", "claims", "conflicts", "circles", "gaps", "imports", "initiatives", "meetings", "members", "overlaps", "picture", "records", "sources"]));
  await world.close();
}, 120_000);

/** What would open one table, or all of them, to those who may not see its rows. */
const openings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["record", "source", "claim", "decision", "import", "import_fault", "report", "need", "threat", "audit_leaf", "circle"].map((table) => [`table ${table}`, `alter table ${table} disable row level security`])),
  "readable_class()": "create or replace function readable_class() returns setof int language sql stable security definer set search_path = public, pg_temp as 'select id from visibility_class'",
  // what it finds is read again under the policies: it would still tell how much there is
  "a search that leaves nothing out": "do $$ begin execute replace(replace(pg_get_functiondef('search_ranked'::regproc), 'e.classes[1] = any (mine)', 'true'), 'e.classes <@ mine', 'true');end $$",
  "an office without its holder": "alter policy read on office using (exists (select 1 from record r where r.id = office.id)); update record set class_id = (select class_id from source where title = 'Minutes of the basin') where id in (select id from office)",
  "a decision without its claim": "alter policy read on decision using (class_id in (select readable_class()))",
};

test("the walk can fail: with the policy of a table, or the function they rest on, taken away, it finds it", async () => {
  const { database, ids } = await planted("closed");
  const asks = [...publicAsks.flatMap(([, list]) => list), ...Object.values(recipes(cast, ids)).flat()].filter(isRead);
  const told = async (world: World, as = cast.viewers.focalPoint) => async (ask: Ask) => JSON.stringify(await world.tell(ask, as));
  const untouched = await openWorld(await copied(cast.database));
  const expected = new Map<Ask, string>();
  const usual = await told(untouched);
  const missed: string[] = [];
  for (const [name, statement] of Object.entries(openings)) {
    const copy = await copied(database);
    const owner = new pg.Client(copy.connect("owner"));
    await owner.connect();
    for (const one of statement.split("; ")) {
      if (!one.startsWith("update")) { await owner.query(one); continue; }
      const jobs = new pg.Client(copy.connect("jobs"));
      await jobs.connect();
      await jobs.query(one);
      await jobs.end();
    }
    await owner.end();
    const world = await openWorld(copy);
    const now = await told(world);
    let found = false;
    for (const ask of asks) {
      expected.set(ask, expected.get(ask) ?? (await usual(ask)));
      if ((await now(ask)) !== expected.get(ask)) { found = true; break; }
    }
    if (!found) missed.push(name);
    await world.close();
  }
  await untouched.close();
  expect(missed).toEqual([]);
}, 300_000);
