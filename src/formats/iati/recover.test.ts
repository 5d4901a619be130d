import { expect, test } from "vitest";
import { activity, file, ids, read } from "./testing.ts";

/** The second of three activities is damaged; the first and the third come in. */
test.each([
  ["a bare ampersand", activity("B", "<description><narrative>R & D</narrative></description>"), 3],
  ["an entity of HTML", activity("B", "<description><narrative>caf&eacute;</narrative></description>"), 3],
  ["a tag that is not closed", activity("B", "<description><narrative>x</description>"), 3],
  ["a missing end tag", activity("B").replace("</iati-activity>", ""), 3],
  ["a broken end tag", activity("B").replace("</iati-activity>", "</iati-actXvity>"), 3],
  ["a broken start tag", activity("B").replace("<iati-activity ", "<iatiXactivity "), 3],
  ["a start tag without its first character", activity("B").slice(1), 3],
  ["a comment that never ends", activity("B", "<!-- x"), 3],
  ["a section that never ends", activity("B", "<description><narrative><![CDATA[x</narrative></description>"), 3],
  ["an attribute without its quote", activity("B", `<sector code="15130/>`), 3],
  ["two attributes of one name", activity("B", `<sector code="1" code="2"/>`), 3],
  ["a character that XML forbids", activity("B", "<description><narrative>\u0001</narrative></description>"), 3],
  ["too deep nesting", activity("B", "<a>".repeat(100) + "</a>".repeat(100)), 3],
])("%s: one fault with the place, and reading goes on", async (_, bad, line) => {
  const after = activity("C", "<!-- fine --><description><narrative><![CDATA[also fine]]></narrative></description>");
  const result = await read(file(activity("A"), bad, after));
  expect(ids(result)).toEqual(["A", "C"]);
  const errors = result.faults.filter((f) => f.severity === "error");
  expect(errors.map((f) => [f.code, f.line])).toEqual([["xml-malformed", line]]);
  expect(errors[0]?.column).toBeGreaterThan(0);
  expect(errors[0]?.raw).toContain("T B");
});

test("the column of broken XML points at the place", async () => {
  const bad = activity("B", "<x>a & b</x>");
  const { faults } = await read(file(bad));
  expect(faults[0]?.column).toBeGreaterThan(bad.indexOf("&"));
  expect(faults[0]?.column).toBeLessThanOrEqual(bad.indexOf("&") + 3);
  expect(faults[0]?.found).toContain("a & b");
});

test("a file that is cut off gives what is whole, and says so", async () => {
  const whole = file(activity("A"), activity("B"));
  const cutInside = await read(whole.slice(0, whole.indexOf("T B")));
  expect(ids(cutInside)).toEqual(["A"]);
  expect(cutInside.faults.map((f) => f.code)).toEqual(["xml-malformed", "xml-malformed"]);
  const cutBetween = await read(whole.replace("</iati-activities>", ""));
  expect(ids(cutBetween)).toEqual(["A", "B"]);
  expect(cutBetween.faults.map((f) => [f.code, f.found])).toEqual([["xml-malformed", "unclosed tag: iati-activities"]]);
});

test("words between activities are told, comments and other elements are not", async () => {
  const result = await read(
    file(activity("A"), "<!-- a note --><x:record xmlns:x='y'>words</x:record>", activity("B"), "stray", activity("C")),
  );
  expect(ids(result)).toEqual(["A", "B", "C"]);
  expect(result.faults.map((f) => [f.code, f.severity, f.found])).toEqual([["text-between", "warning", "stray"]]);
});

test("an activity that is commented out stays out", async () => {
  const result = await read(file(activity("A"), `<!-- ${activity("B")} -->`, activity("C")));
  expect([ids(result), result.faults]).toEqual([["A", "C"], []]);
});

test("two files glued together come in, with a fault at the seam", async () => {
  const result = await read(file(activity("A")) + file(activity("B"), activity("C")));
  expect(ids(result)).toEqual(["A", "B", "C"]);
  expect(result.faults.map((f) => [f.code, f.line])).toEqual([["xml-malformed", 3]]);
});

test("contact data is kept nowhere: not of an activity set aside, not in words about broken XML", async () => {
  const contact = (inside: string) =>
    `<contact-info><person-name><narrative>Zenobia ${inside}</narrative></person-name></contact-info>`;
  const result = await read(
    file(
      activity("A", contact("Q")),
      activity("B", `${contact("Q")}<activity-date type="1" iso-date="x"/>`),
      activity("C", contact("& Q")),
    ),
  );
  expect(ids(result)).toEqual(["A"]);
  expect(result.faults).toHaveLength(2);
  expect(JSON.stringify(result)).not.toContain("Zenobia");
});
