import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { newSetupSecret } from "../src/app/door/setup-link.ts";
import { setUp } from "../src/app/door/set-up.ts";
import { encodeReport } from "../src/app/imports/encode-rows.ts";
import { loadRecord } from "../src/app/load-record.ts";
import { openApp, type OpenedApp } from "../src/app/open-app.ts";
import { refreshWords, remakeWords } from "../src/app/search/refresh-words.ts";
import { search } from "../src/app/search/search.ts";
import { classOf } from "../src/store/queries/classes.ts";
import { type EncodedReport, writeEncodedBatch } from "../src/store/queries/report-batch.ts";
import { generateReports } from "./generate/titles.ts";
import { seeded } from "./generate/initiatives.ts";

const initiatives = Number(process.env["BENCH_INITIATIVES"] ?? 100_000);
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 40);

/**
 * Searches over the shipped record and 100,000 made-up initiatives of 87 members, each with a class that the coalition reads and one that
 * it does not: p50 and p95 of the whole verb, ids read again and all, for an officer and for the anonymous visitor. `peer` is what one would
 * write without it: `ilike` on the titles under the policies, and a trigram index that the policies keep from being used.
 */
export default async function searchBench(): Promise<Record<string, string | number>[]> {
  const data = await mkdtemp(join(tmpdir(), "entente-bench-search-"));
  const opened = await openApp({ env: { ENTENTE_DATA: data } });
  try {
    const { app } = opened;
    await loadRecord(app.store, app.coalition);
    await refreshWords(app.store);
    const { secret } = await setUp(app, { token: (await newSetupSecret(app))?.secret ?? "", login: "bench", password: "a password for the bench", name: "Bench" });
    const titles = await fill(opened);
    const rows: Record<string, string | number>[] = [];
    const random = seeded(5);
    const title = () => titles[Math.floor(random() * titles.length)] as string;
    const word = (least: number) => {
      for (;;) {
        const found = title().split(" ").find((w) => w.length >= least);
        if (found !== undefined) return found;
      }
    };
    const asked: Readonly<Record<string, () => string>> = {
      "a word in every fourth title": () => "education",
      "beginning of a word, 3 letters": () => word(5).slice(0, 3),
      "a whole word": () => word(6),
      "two words of a title": () => title().split(" ").filter((w) => w.length > 3).slice(0, 2).join(" "),
      "a title": title,
      "an identifier": () => `XX-ORG-${Math.floor(random() * 3000)}-P${Math.floor(random() * 100)}`,
      "a typing error": () => { const w = word(7); return `${w.slice(0, 3)}${w.slice(4)}`; },
      "a member, with an error": () => "Moroco",
      "Arabic, with article": () => "المغرب",
      "one letter": () => "p",
      "nothing like it": () => "qqxzvvw",
    };
    for (const [what, ask] of Object.entries(asked)) {
      for (const [who, as] of [["officer", secret], ["anonymous", null]] as const) {
        const times: number[] = [];
        let found = 0;
        for (let n = 0; n < rounds; n++) {
          const q = ask();
          const began = performance.now();
          const answer = await search(app, as, { q, limit: 8 }, ["en"]);
          times.push(performance.now() - began);
          found += answer.groups.reduce((sum, group) => sum + group.total, 0);
        }
        rows.push({ search: what, who, ...percentiles(times), found: Math.round(found / rounds) });
      }
    }
    rows.push(...(await peers(opened, secret, () => word(6))));
    await app.store.system(null, async ({ client }) => {
      const { rows: sizes } = await client.query("select pg_table_size('search_entry') + pg_table_size('search_word') as tables, pg_indexes_size('search_entry') + pg_indexes_size('search_word') as indexes, (select count(*) from search_word) as words, (select count(distinct class_id) from report) as classes, (select count(*) from report) as reports");
      const [s] = sizes;
      for (const [what, value] of [["MB of entries and words", s.tables / 2 ** 20], ["MB of their indexes", s.indexes / 2 ** 20], ["words", s.words], ["classes", s.classes], ["reports", s.reports]] as const) rows.push({ search: what, who: "", "p50 ms": "", "p95 ms": "", "max ms": "", found: Number(value) });
    });
    const began = performance.now();
    await app.store.system(null, remakeWords);
    rows.push({ search: "seconds to make all words anew", who: "", "p50 ms": "", "p95 ms": "", "max ms": "", found: (performance.now() - began) / 1000 });
    return rows;
  } finally {
    await opened.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function fill({ app, cluster }: OpenedApp): Promise<readonly string[]> {
  const { places, classes } = await app.store.system(null, async ({ db }) => {
    const members = await db.selectFrom("record").select("id").where("kind", "=", "member").orderBy("id").execute();
    const of = async (tlp: 0 | 1 | 2) => {
      const made = [];
      for (const { id } of members) made.push({ ownerId: id, classId: await classOf(db, tlp, id) });
      return made;
    };
    const [clear, green, amber] = [await of(0), await of(1), await of(2)];
    return { places: [...clear, ...clear, ...green, ...amber], classes: clear.length * 3 };
  });
  if (classes < 50) throw new Error(`only ${classes} classes`);
  const titles: string[] = [];
  let batch: EncodedReport[] = [];
  let at = 0;
  for (const report of generateReports(initiatives, 7)) {
    titles.push(String(report.title["en"]));
    batch.push(encodeReport(app, report));
    if (batch.length < 500) continue;
    const { ownerId, classId } = places[at++ % places.length] as (typeof places)[number];
    const rows = batch;
    await app.store.system(null, (writer) => writeEncodedBatch(writer, { ownerId, classId, importId: null, sourceId: null }, rows));
    batch = [];
  }
  const owner = new pg.Client(cluster.connect("owner"));
  await owner.connect();
  await owner.query("vacuum analyze");
  await owner.end();
  return titles;
}

async function peers(opened: OpenedApp, secret: string, word: () => string): Promise<Record<string, string | number>[]> {
  const rows = [];
  for (const what of ["ilike under the policies"]) {
    const times: number[] = [];
    let found = 0;
    for (let n = 0; n < Math.min(rounds, 15); n++) {
      const q = word();
      const began = performance.now();
      const hits = await opened.app.store.read(secret, ({ db }) => db.selectFrom("report").select(["initiative_id", "title"]).where("current", "=", true).where("title", "ilike", `%${q}%`).orderBy("title").limit(8).execute());
      times.push(performance.now() - began);
      found += hits.length;
    }
    rows.push({ search: `peer: ${what}`, who: "officer", ...percentiles(times), found: Math.round(found / times.length) });
  }
  return rows;
}

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { "p50 ms": at(0.5), "p95 ms": at(0.95), "max ms": at(1) };
}
