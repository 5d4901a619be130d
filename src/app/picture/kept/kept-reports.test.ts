import { expect, test } from "vitest";
import type { LinkDecision } from "../../../coordination/link-initiatives.ts";
import type { CurrentReport } from "../../../store/queries/current-reports.ts";
import { keptReports, readStamps } from "./kept-reports.ts";

const report = (id: string, initiative: string, title: string): CurrentReport => ({
  id, owner_id: "o", class_id: 1, initiative_id: initiative, identifier: initiative, reporter_key: id, reporter_ref: id, reporter_name: id, reporter_type: null, secondary: false, is_party: true, version_at: null,
  received_at: new Date(0), title, titles: { en: title }, status: "2", dates: { actualStart: "2024-01-01", actualEnd: "2024-12-31" }, countries: [], areas: [], area_shares: [], area_how: [], lines: [], line_shares: [],
  groups: [], implementers: [], funders: [], money: [], related: [],
});
const stamps = (...all: readonly (readonly [id: string, stamp: number])[]) => new Map(all);

test("what is kept is given for the stamp that the viewer brings, and for no other", () => {
  const kept = keptReports();
  const mine = stamps(["a", 1], ["b", 1]);
  kept.put(mine, [report("a", "i", "open"), report("b", "i", "closed")]);
  const theirs = stamps(["a", 1]);
  expect(kept.missing(theirs)).toEqual([]);
  expect(kept.compose(theirs).initiatives.get("i")?.reports.map((r) => r.title)).toEqual(["open"]);
  // the same report in another state is another: it has to be read as whoever asks
  expect(kept.missing(stamps(["a", 2]))).toEqual(["a"]);
  expect(() => kept.compose(stamps(["a", 2]))).toThrow(/was not read/);
});

test("a report that was not asked for by a stamp is not taken in", () => {
  const kept = keptReports();
  kept.put(stamps(["a", 1]), [report("a", "i", "x"), report("b", "i", "y")]);
  expect(kept.size().reports).toBe(1);
});

test("what did not change is composed once, for all who read the same reports of it", () => {
  const kept = keptReports();
  const all = stamps(["a", 1], ["b", 1]);
  kept.put(all, [report("a", "i", "x"), report("b", "j", "y")]);
  const [first, second] = [kept.compose(all).initiatives, kept.compose(stamps(["a", 1])).initiatives];
  expect(second.get("i")).toBe(first.get("i"));
  const after = stamps(["a", 1], ["b", 2]);
  kept.put(after, [report("b", "j", "z")]);
  const third = kept.compose(after).initiatives;
  expect(third.get("i")).toBe(first.get("i"));
  expect(third.get("j")).not.toBe(first.get("j"));
  expect(third.get("j")?.reports[0]?.title).toBe("z");
});

test("what no ground holds any more is forgotten, and its room with it", () => {
  const kept = keptReports();
  const before = stamps(["a", 1], ["b", 1]);
  kept.put(before, [report("a", "i", "x"), report("b", "j", "y")]);
  const room = kept.size().bytes;
  const after = stamps(["a", 1], ["b", 2]);
  kept.put(after, [report("b", "j", "y")]);
  const { initiatives } = kept.compose(after);
  expect(kept.size().reports).toBe(3);
  kept.keepOnly([{ initiatives }]);
  expect(kept.size()).toEqual({ reports: 2, bytes: room });
  expect(kept.missing(before)).toEqual(["b"]);
  kept.keepOnly([]);
  expect(kept.size()).toEqual({ reports: 0, bytes: 0 });
});

test("stamps are read from the bytes that the database gives", () => {
  const bytes = Buffer.from(["00112233445566778899aabbccddeeff", "0000000100000002", "ffeeddccbbaa99887766554433221100", "0000000000000007"].join(""), "hex");
  expect([...readStamps(bytes)]).toEqual([
    ["00112233-4455-6677-8899-aabbccddeeff", 2 ** 32 + 2],
    ["ffeeddcc-bbaa-9988-7766-554433221100", 7],
  ]);
});

const linked = (a: string, b: string, classId = 5): LinkDecision => ({ id: `${a}${b}`, a, b, one: true, classId });

test("what decisions link is composed as one, by the smallest id; taken back, each is what it was", () => {
  const kept = keptReports();
  const all = stamps(["a", 1], ["b", 1], ["c", 1], ["d", 1]);
  kept.put(all, [report("a", "k", "one"), report("b", "j", "two"), report("c", "i", "three"), report("d", "m", "four")]);
  const before = kept.compose(all).initiatives;
  const { initiatives, links } = kept.compose(all, [linked("j", "k"), linked("i", "j")]);
  expect([...initiatives.keys()]).toEqual(["i", "m"]);
  expect(initiatives.get("i")).toMatchObject({ id: "i", parts: ["i", "j", "k"], classIds: [1, 5] });
  expect(initiatives.get("i")?.reports.map((r) => r.title).sort()).toEqual(["one", "three", "two"]);
  expect(initiatives.get("m")).toBe(before.get("m"));
  expect(links.of.get("k")).toBe("i");
  const after = kept.compose(all).initiatives;
  expect([...after]).toEqual([...before]);
  for (const [id, i] of before) expect(after.get(id)).toBe(i);
});

test("who sees only one side sees it as if nothing had been linked", () => {
  const kept = keptReports();
  const all = stamps(["a", 1], ["b", 1]);
  kept.put(all, [report("a", "i", "mine"), report("b", "j", "theirs")]);
  kept.compose(all, [linked("i", "j")]);
  const { initiatives, links } = kept.compose(stamps(["a", 1]), [linked("i", "j")]);
  expect([...initiatives.values()].map((i) => [i.id, i.parts, i.classIds])).toEqual([["i", ["i"], [1]]]);
  expect(links.parts.size).toBe(0);
});
