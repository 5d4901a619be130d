import { expect, test } from "vitest";
import { activity, file, ids, read } from "./testing.ts";

/** Files that are refused as a whole, with one fault. */
test.each([
  ["a web page", "<!DOCTYPE html><html><body><p>Bad gateway<br></body></html>", "root-wrong", "a web page"],
  [
    "a web page as XML",
    `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>`,
    "root-wrong",
    "root element html",
  ],
  ["JSON", `{"response": []}`, "root-wrong", "JSON"],
  [
    "organisations",
    `<iati-organisations version="2.03"><iati-organisation/></iati-organisations>`,
    "root-wrong",
    "IATI organisations",
  ],
  ["an error message", `<error><code>429</code></error>`, "root-wrong", "root element error"],
  [
    "IATI 1.04",
    `<iati-activities version="1.04"><iati-activity><title>T</title></iati-activity></iati-activities>`,
    "iati-version",
    "IATI 1.04",
  ],
  ["IATI 3", `<iati-activities version="3.00">${activity("A")}</iati-activities>`, "iati-version", "IATI 3.00"],
  ["nothing", "", "root-missing", "no XML element"],
  ["only space", " \n ", "root-missing", "no XML element"],
  ["an unknown encoding", `<?xml version="1.0" encoding="klingon"?><iati-activities/>`, "encoding-unknown", "klingon"],
])("%s is refused and said to be what it is", async (_, text, code, found) => {
  const { reports, faults } = await read(text);
  expect(reports).toEqual([]);
  expect(faults[0]).toMatchObject({ code, severity: "error", file: "ministry.xml" });
  expect(faults[0]?.found).toContain(found);
});

test("plain words are no XML, and one fault of several says so", async () => {
  const { reports, faults } = await read("Dear colleague, please find attached.");
  expect(reports).toEqual([]);
  expect(faults.map((f) => f.code)).toContain("root-missing");
});

test("the version may stand on the activity, in a foreign attribute, or be later than known", async () => {
  const foreign = await read(
    `<iati-activities>${activity("A").replace("<iati-activity ", `<iati-activity d:version="2.03" `)}${activity("B").replace("<iati-activity ", `<iati-activity version="1.05" `)}</iati-activities>`,
  );
  expect(ids(foreign)).toEqual(["A"]);
  expect(foreign.faults.map((f) => [f.code, f.severity, f.found])).toEqual([["iati-version", "error", "1.05"]]);
  const later = await read(`<iati-activities version="2.04">${activity("A")}</iati-activities>`);
  expect([ids(later), later.faults.map((f) => [f.code, f.severity])]).toEqual([
    ["A"],
    [["iati-version-later", "warning"]],
  ]);
  const unclear = await read(`<iati-activities version="xx">${activity("A")}</iati-activities>`);
  expect([ids(unclear), unclear.faults.map((f) => [f.code, f.severity])]).toEqual([
    ["A"],
    [["iati-version-unclear", "warning"]],
  ]);
  const old = await read(
    `<iati-activities><iati-activity><iati-identifier>A</iati-identifier><reporting-org ref="X">X</reporting-org><title>T</title><activity-date type="start-planned" iso-date="2012-01-01"/></iati-activity></iati-activities>`,
  );
  expect([ids(old), old.faults.map((f) => f.code)]).toEqual([[], ["iati-version"]]);
});

test("entities of the file's own are refused, and cost nothing", async () => {
  const bomb = `<!DOCTYPE iati-activities [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n`;
  const result = await read(
    bomb +
      file(activity("A"), activity("B", "<description><narrative>&b;&x;</narrative></description>"), activity("C")),
  );
  expect(ids(result)).toEqual(["A", "C"]);
  expect(result.faults.map((f) => f.code)).toEqual(["entities-refused", "xml-malformed"]);
});

test("a document type that names an outside file is passed over", async () => {
  const result = await read(`<!DOCTYPE iati-activities SYSTEM "http://example.org/a.dtd">${file(activity("A"))}`);
  expect([ids(result), result.faults]).toEqual([["A"], []]);
});
