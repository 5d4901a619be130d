import fc from "fast-check";
import { expect, test } from "vitest";
import { ids, read } from "./testing.ts";

const activities = Array.from(
  { length: 5 },
  (_, i) => `<iati-activity default-currency="USD" last-updated-datetime="2024-01-0${i + 1}T00:00:00Z">
  <iati-identifier>XX-1-${i}</iati-identifier><!-- a comment > with "marks" -->
  <reporting-org ref="XX-1" type="10"><narrative xml:lang="en">Ministry é ${i}</narrative></reporting-org>
  <title><narrative><![CDATA[Border <post> & well]]></narrative><narrative xml:lang="ar">بئر</narrative></title>
  <activity-date type="1" iso-date="2023-01-01"/><recipient-country code='NE' percentage="50"/>
  <transaction><transaction-type code="2"/><transaction-date iso-date="2023-02-01"/><value>${i}000.50</value></transaction>
  <?page break?></iati-activity>`,
);
const head = `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n`;
const file = `${head}${activities.join("\n")}\n</iati-activities>\n`;
/** What damage is made of: pieces of markup more than random letters, because those are what a reader trips over. */
const shard = fc.oneof(
  fc.constantFrom(
    "<",
    ">",
    "&",
    '"',
    "'",
    "<!--",
    "-->",
    "--",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!DOCTYPE ",
    "<iati-activity ",
    "<iati-activity>",
    "</iati-activity>",
    "</iati-activities>",
    "<a>",
    "</a>",
    "/>",
    "\u0000",
    "\ufffd",
    "&#0;",
    "&x;",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const damage = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(40), insert: shard });

function damaged(
  text: string,
  { at, remove, insert }: { readonly at: number; readonly remove: number; readonly insert: string },
): string {
  const from = Math.min(text.length, Math.floor(at * text.length));
  return text.slice(0, from) + insert + text.slice(from + remove);
}

test("how the bytes are cut does not matter", async () => {
  const whole = await read(file);
  expect([ids(whole).length, whole.faults]).toEqual([5, []]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 }),
      fc.option(damage),
      async (sizes, harm) => {
        const text = harm === null ? file : damaged(file, harm);
        const [a, b] = [await read(text), await read(text, sizes)];
        expect(b.reports).toEqual(a.reports);
        expect(b.faults).toEqual(a.faults);
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});

test("damage in one activity costs that activity and no other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(4), fc.array(damage, { minLength: 1, maxLength: 3 }), async (which, harms) => {
      const bad = harms.reduce(damaged, activities[which] ?? "");
      const result = await read(
        `${head}${activities.map((a, i) => (i === which ? bad : a)).join("\n")}\n</iati-activities>\n`,
      );
      const others = [0, 1, 2, 3, 4].filter((i) => i !== which).map((i) => `XX-1-${i}`);
      expect(ids(result).filter((id) => others.includes(id))).toEqual(others);
    }),
    { numRuns: 500, seed: 2 },
  );
});

test("damage anywhere never throws, never hangs, and what is lost is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 6 }), async (harms) => {
      const result = await read(harms.reduce(damaged, file));
      const lost = 5 - new Set(ids(result).filter((id) => /^XX-1-[0-4]$/.test(id))).size;
      if (lost > 0) expect(result.faults.length).toBeGreaterThan(0);
      for (const fault of result.faults) {
        expect(fault.line).toBeGreaterThanOrEqual(1);
        expect(fault.file).toBe("ministry.xml");
      }
    }),
    { numRuns: 400, seed: 3 },
  );
});

test("a file cut anywhere gives every activity before the cut", async () => {
  const bytes = new TextEncoder().encode(file);
  const ends = activities.map((_, i) => new TextEncoder().encode(head + activities.slice(0, i + 1).join("\n")).length);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), async (length) => {
      const result = await read(bytes.subarray(0, length));
      expect(ids(result)).toEqual(ends.filter((end) => end <= length).map((_, i) => `XX-1-${i}`));
      if (length < bytes.length - "</iati-activities>\n".length) expect(result.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 200, seed: 4 },
  );
});

test("whatever bytes come, reading ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3000 }),
      fc.constantFrom("", head, "<", "\u001f\u008b", "\ufeff"),
      async (bytes, before) => {
        const result = await read(
          Buffer.concat([Buffer.from(before, before.startsWith("\u001f") ? "latin1" : "utf8"), bytes]),
        );
        expect(result.reports).toEqual([]);
        if (before !== head) expect(result.faults.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 400, seed: 5 },
  );
});

/** Made to cost a reader time or memory out of proportion: each ends within the test's time. */
test.each([
  ["comments that never end", `${head}<iati-activity>${"<!--".repeat(500_000)}`],
  ["sections that never end", `${head}<iati-activity>${"<![CDATA[".repeat(300_000)}`],
  ["instructions that never end", `${head}${"<?x ".repeat(500_000)}`],
  ["activities that never end", `${head}${"<iati-activity ".repeat(5_000)}`],
  ["elements that never end", `${head}<iati-activity>${"<a>".repeat(500_000)}`],
  ["elements that never end, outside", `${head}${"<a>".repeat(500_000)}`],
  ["ampersands", `${head}<iati-activity>${"&".repeat(1_000_000)}</iati-activity>`],
  ["attributes", `${head}<iati-activity ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(" ")}/>`],
  ["one long name", `${head}<${"a".repeat(5_000_000)}`],
  ["a document type without end", `<!DOCTYPE a [${"<!ENTITY a 'b'>".repeat(100_000)}`],
  ["quotes in a document type", `<!DOCTYPE ${"\"'".repeat(1_000_000)}`],
  ["end tags", `${head}${"</iati-activity>".repeat(5_000)}`],
])("%s", async (_, text) => {
  const { reports, faults } = await read(text);
  expect(reports).toEqual([]);
  expect(faults.length).toBeGreaterThan(0);
});
