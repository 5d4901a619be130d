import { expect, test } from "vitest";
import { changesSince, reportFields, type ReportVersion } from "./changes-since.ts";
import { inForce } from "./in-force.ts";
import { missingFrom } from "./outcomes.ts";

const decided = new Date("2024-06-01T00:00:00Z");
const nothing = Object.fromEntries(reportFields.map((f) => [f, ""])) as ReportVersion["says"];
const version = (id: string, more: Partial<ReportVersion> = {}): ReportVersion => ({
  id, initiative: "i", owner: "o", reporter: "r", identifier: "x", receivedAt: new Date("2024-05-01T00:00:00Z"), current: true, says: nothing, ...more,
});

test("a decision holds while its reports stand", () => {
  expect(changesSince(decided, [version("1")], [version("1")])).toEqual([]);
});

test("the same report sent again with nothing different in it changes nothing", () => {
  const again = version("2", { receivedAt: new Date("2024-07-01T00:00:00Z") });
  expect(changesSince(decided, [version("1", { current: false })], [again])).toEqual([]);
});

test("a newer version returns it, and says in which fields", () => {
  const newer = version("2", { receivedAt: new Date("2024-07-01T00:00:00Z"), says: { ...nothing, months: "2024-01/2024-09", money: "[]" } });
  expect(changesSince(decided, [version("1", { current: false })], [newer])).toEqual([{ kind: "newer-version", report: "2", before: "1", fields: ["months", "money"] }]);
});

test("a report that is left out later returns it", () => {
  expect(changesSince(decided, [version("1", { current: false })], [])).toEqual([{ kind: "report-gone", report: "1" }]);
});

test("another reporter's later report returns it; one that stood already and the decider could not see does not", () => {
  const unseen = version("3", { reporter: "else" });
  const later = version("4", { reporter: "third", receivedAt: new Date("2024-06-02T00:00:00Z") });
  expect(changesSince(decided, [version("1")], [version("1"), unseen, later])).toEqual([{ kind: "new-report", report: "4" }]);
});

test("one's own side's decision holds before a later one of others, else the latest", () => {
  const mine = { id: "1", ownerId: "me", at: new Date(1) };
  const theirs = { id: "2", ownerId: "them", at: new Date(2) };
  const third = { id: "3", ownerId: "third", at: new Date(3) };
  expect(inForce("me", [theirs, mine, third])).toBe(mine);
  expect(inForce("nobody", [theirs, mine])).toBe(theirs);
  expect(inForce(null, [])).toBeNull();
});

test("to leave a finding as it is needs a reason, to act on it does not", () => {
  expect(missingFrom({ outcome: "dismissed" })).toEqual(["reason"]);
  expect(missingFrom({ outcome: "accepted", reason: "  " })).toEqual(["reason"]);
  expect(missingFrom({ outcome: "dismissed", reason: "phases" })).toEqual([]);
  expect(missingFrom({ outcome: "coordinate" })).toEqual([]);
});
