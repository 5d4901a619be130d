import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { coalitions } from "../../../test/support/test-app.ts";
import { canonicalJson } from "../../audit/canonical-json.ts";
import type { Report } from "../../initiatives/report.ts";
import { readReference } from "../reference.ts";
import { encodeReport } from "./encode-rows.ts";

const reference = await readReference(coalitions.small);
const report = (title: string): Report => ({
  title: { fr: "Été “à” venir", en: title }, identifier: "XX-1-A", reporter: { ref: "XX-1", name: "Office", secondary: false }, dates: { plannedStart: "2024-01" }, parties: [], sectors: [], regions: [],
  countries: [{ percent: 12.5, code: "NE" }], locations: [], targetGroups: ["a\\b", 'c"d', "e\nf"], money: [], related: [], at: { line: 7, path: "/x", file: "a.xml" },
});

test.each(["plain", 'quoted "so" \\ so', "with a break\nand é", "long ".repeat(100)])("the body is the report as it was read, and the hash is of all but where: %s", (title) => {
  const encoded = encodeReport(reference, report(title));
  const { at, ...content } = report(title);
  expect(JSON.parse(encoded.json).body).toEqual({ ...content, at });
  expect(encoded.content_sha256).toBe(createHash("sha256").update(canonicalJson(content)).digest("hex"));
});

test("what the store cannot hold is shown as such in the columns and in the body", () => {
  const row = JSON.parse(encodeReport(reference, report("a\0b \ud800")).json);
  expect([row.title, row.body.title.en]).toEqual(["a\ufffdb \ufffd", "a\ufffdb \ufffd"]);
});
