import fc from "fast-check";
import { expect, test } from "vitest";
import { lines, type Location, type Money, type Party, type Report } from "../../initiatives/report.ts";
import { readDecimal } from "../values/decimal.ts";
import { collect, inPieces } from "../testing.ts";
import { readInitiativesCsv } from "./read.ts";
import { writeInitiativesCsv } from "./write.ts";

/** Words with everything in them that means something in some cell, and nothing around them. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.constantFrom(
        ";",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "%",
        " 50%",
        ":",
        "@",
        ",",
        '"',
        "'",
        "=1+1",
        "-",
        "+",
        "@a",
        "\n",
        " ",
        "é",
        "ع",
        "(1, 2)",
        "{exact}",
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join("").replaceAll("\u0000", "").replaceAll("\ufffd", "").trim())
  .filter((text) => text !== "");
const identifier = words
  .map((text) =>
    text
      .replaceAll(/\s+/g, " ")
      .replaceAll(/[\u0000-\u001f]/g, "")
      .trim(),
  )
  .filter((text) => text !== "");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Fields that are undefined are fields that are not there. */
const stated = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const percent = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100);
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => readDecimal(`${whole}.${String(cents).padStart(2, "0")}`) ?? "0");
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const date = fc.oneof(
  day,
  day.map((d) => d.slice(0, 7)),
  day.map((d) => d.slice(0, 4)),
  day.map((d) => `[..${d}]`),
  day.map((d) => `${d.slice(0, 7)}~`),
);
const constant = fc.integer({ min: 1990, max: 2030 });
const code = fc.stringMatching(/^[A-Z]{2}$/);
const area = fc.stringMatching(/^[A-Z]{2}-[A-Z0-9]{1,3}$/).map((c) => ({ vocabulary: "iso3166-2", code: c }));
const organisation = fc.oneof(
  fc.record({ name: words }),
  fc.record({ ref: identifier }),
  fc.record({ ref: identifier, name: words }),
);

const money: fc.Arbitrary<readonly Money[]> = fc
  .record({
    currency: fc.constantFrom(fc.constant("EUR"), fc.constantFrom("EUR", "USD", undefined)),
    year: fc.constantFrom(fc.constant(undefined), fc.constant(2015), optional(constant)),
  })
  .chain(({ currency, year }) => {
    const plain = (kind: Money["kind"]) => fc.record({ kind: fc.constant(kind), amount, currency, constantYear: year });
    const commitment = fc.record({
      kind: fc.constant("commitment" as const),
      amount,
      currency,
      date: optional(date),
      constantYear: year,
    });
    const budget = fc.record({
      kind: fc.constant("budget" as const),
      amount,
      currency,
      from: optional(fc.constantFrom("2020", "2020-01-01")),
      to: optional(fc.constantFrom("2021-12", "2022-12-31")),
      constantYear: year,
    });
    const few = (one: fc.Arbitrary<object>) => fc.array(one, { maxLength: 3 });
    return fc
      .tuple(few(commitment), few(budget), few(plain("disbursement")), few(plain("expenditure")), few(plain("pledge")))
      .map((all) => all.flat() as readonly Money[]);
  });

const location: fc.Arbitrary<Location> = fc
  .record({
    name: optional(words),
    point: optional(
      fc.record({
        latitude: fc.integer({ min: -900_000_000, max: 900_000_000 }).map((n) => n / 1e7),
        longitude: fc.integer({ min: 1, max: 1_800_000_000 }).map((n) => n / 1e7),
      }),
    ),
    exactness: optional(fc.constantFrom("exact" as const, "approximate" as const)),
    locationClass: optional(fc.constantFrom("1", "2", "3", "4")),
    administrative: fc.array(area, { maxLength: 2 }),
    percent: optional(percent),
  })
  .filter((l) => l.name !== undefined || l.point !== undefined)
  .map(({ point, ...rest }) => ({ ...rest, latitude: point?.latitude, longitude: point?.longitude }) as Location);

const title = fc
  .record({
    main: fc.tuple(fc.constantFrom("und", "fr", "pt-BR", "es"), words),
    en: optional(words),
    ar: optional(words),
  })
  .map(({ main, en, ar }) => ({ [main[0]]: main[1], en, ar }));

const report: fc.Arbitrary<Report> = fc
  .record({
    identifier,
    reporter: fc.tuple(organisation, fc.boolean()).map(([org, secondary]) => ({ ...org, secondary })),
    title,
    described: optional(words),
    status: optional(fc.constantFrom("1", "2", "3", "4", "5", "6")),
    dates: fc.record({
      plannedStart: optional(fc.constantFrom("2020", "2020-01")),
      actualStart: optional(date),
      plannedEnd: optional(fc.constantFrom("2021", "[2021-01..2021-05]")),
    }),
    parties: fc
      .array(fc.tuple(fc.constantFrom("funding", "accountable", "extending", "implementing"), organisation), {
        maxLength: 5,
      })
      .map((all) => all.map(([role, org]) => ({ role, ...org }) as Party)),
    sectors: fc.array(
      fc.record({ vocabulary: fc.constantFrom("1", "2", "99", "10"), code: identifier, percent: optional(percent) }),
      { maxLength: 3 },
    ),
    countries: fc.array(fc.record({ code, percent: optional(percent) }), { maxLength: 3 }),
    areas: fc.array(fc.record({ administrative: area.map((a) => [a]), percent: optional(percent) }), { maxLength: 2 }),
    locations: fc.array(location, { maxLength: 3 }),
    targetGroups: fc.array(words, { maxLength: 3 }),
    money,
    related: fc.array(fc.record({ type: fc.constantFrom("parent" as const, "co-funded" as const), identifier }), {
      maxLength: 2,
    }),
    lastUpdated: optional(day),
    lines: fc.array(fc.record({ line: fc.constantFrom(...lines), percent: optional(percent) }), { maxLength: 2 }),
    published: optional(fc.record({ source: optional(words), licence: optional(words), locator: optional(words) })),
  })
  .map(({ areas, described, ...rest }) =>
    stated({
      ...rest,
      description:
        described === undefined
          ? undefined
          : { [Object.keys(rest.title).find((l) => l !== "en" && l !== "ar") ?? "und"]: described },
      parties: (["funding", "accountable", "extending", "implementing"] as const).flatMap((role) =>
        rest.parties.filter((p) => p.role === role),
      ),
      lines: rest.lines.length === 0 ? undefined : rest.lines,
      published:
        rest.published === undefined || Object.values(rest.published).every((text) => text === undefined)
          ? undefined
          : rest.published,
      regions: [],
      locations: [...areas, ...rest.locations],
      at: { file: "f", line: 0, path: "" },
    } as unknown as Report),
  );

async function bytesOf(reports: readonly Report[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeInitiativesCsv(reports)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("what is written is read back the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(report, { minLength: 1, maxLength: 4 }), async (reports) => {
      const back = await collect(readInitiativesCsv(inPieces(await bytesOf(reports), 1000), { file: "f" }));
      // What is only odd comes back as it was.
      const odd = ["currency-missing", "amount-negative", "amount-implausible"];
      expect(back.faults.filter((f) => !odd.includes(f.code))).toEqual([]);
      expect(back.reports.map(({ at: _, ...rest }) => rest)).toEqual(reports.map(({ at: _, ...rest }) => rest));
    }),
    { numRuns: 150, seed: 1 },
  );
});

test("no cell of an export begins as a formula", async () => {
  await fc.assert(
    fc.asyncProperty(report, async (one) => {
      const text = new TextDecoder().decode(await bytesOf([one]));
      for (const match of text.matchAll(/(?:^|,|\r\n)"((?:[^"]|"")*)"/g))
        expect(match[1]).not.toMatch(/^[=+@\t\r\n]|^-(?!\d+(?:\.\d+)?$)/);
    }),
    { numRuns: 200, seed: 2 },
  );
});

test.each(["=1+1", "+1", "-1+1", "@x", "'", "''=", "'=x", "＝1", "\tx"])(
  "%j as a title is disarmed and comes back",
  async (text) => {
    const one = {
      identifier: "A",
      reporter: { name: "M", secondary: false },
      title: { und: `${text}.` },
      dates: {},
      parties: [],
      sectors: [],
      countries: [],
      regions: [],
      locations: [],
      targetGroups: [],
      money: [],
      related: [],
      at: { file: "f", line: 2, path: "row 2" },
    } satisfies Report;
    const bytes = await bytesOf([one]);
    expect(new TextDecoder().decode(bytes)).toContain(`"'${text}`);
    const { reports } = await collect(readInitiativesCsv(inPieces(bytes), { file: "f" }));
    expect(reports[0]?.title["und"]?.trim()).toBe(`${text}.`.trim());
  },
);

const shard = fc.oneof(
  fc.constantFrom('"', '""', ",", ";", "\n", "\r\n", "\r", "\\", "[", "{", "%", "\u0000", "\ufeff"),
  fc.string({ unit: "binary", maxLength: 5 }),
);

test("damage anywhere never throws, never hangs, and costs no row that it does not touch", async () => {
  const row = (i: number) => `ID-${i},"Ministry, ""${i}""",Title ${i},2023-01-0${i + 1},"10; 20",EUR,NE 50%\n`;
  const head = "identifier,reporter_name,title,planned_start,commitment,currency,countries\n";
  await fc.assert(
    fc.asyncProperty(fc.nat(4), fc.nat(60), fc.nat(30), shard, async (which, at, remove, insert) => {
      const rows = [0, 1, 2, 3, 4].map(row);
      const bad = rows[which] ?? "";
      rows[which] = bad.slice(0, at) + insert + bad.slice(at + remove).replace(/\n?$/, "\n");
      const result = await collect(readInitiativesCsv(inPieces(head + rows.join(""), 50), { file: "f" }));
      const found = result.reports.map((r) => r.identifier);
      for (const i of [0, 1, 2, 3, 4]) if (i !== which) expect(found).toContain(`ID-${i}`);
    }),
    { numRuns: 500, seed: 3 },
  );
});

test("whatever bytes come, reading ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 2000 }),
      fc.constantFrom("", "identifier,reporter_name,title\n", '"', "\ufeff"),
      async (bytes, before) => {
        const result = await collect(
          readInitiativesCsv(inPieces(Buffer.concat([Buffer.from(before), bytes]), 100), { file: "f" }),
        );
        for (const fault of result.faults) expect(fault.line).toBeGreaterThanOrEqual(1);
      },
    ),
    { numRuns: 300, seed: 4 },
  );
});

/** Made to cost a reader time out of proportion. */
test.each([
  ["quotes that never end", `identifier,reporter_name,title\n${'a,"\n'.repeat(40_000)}`],
  ["doubled quotes that never end", `identifier,reporter_name,title\n"${'a,""""\n'.repeat(40_000)}`],
  ["triple quotes", `identifier,reporter_name,title\n${'a,"""\n'.repeat(40_000)}`],
  ["one long line", `identifier,reporter_name,title\n${"a".repeat(5_000_000)}`],
  ["delimiters", `identifier,reporter_name,title\n${",".repeat(2_000_000)}x`],
  ["line ends", `identifier,reporter_name,title\n${"\r".repeat(500_000)}x`],
])("%s", async (_, text) => {
  const { reports, faults } = await collect(readInitiativesCsv(inPieces(text), { file: "f" }));
  expect(reports).toEqual([]);
  expect(faults.length).toBeGreaterThan(0);
});
