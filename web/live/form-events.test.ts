import { expect, test } from "vitest";
import { asksAgain, isList } from "./asked-again.ts";
import { formEvents } from "./form-events.ts";

test("a stream's text becomes what was told, without breaths, padding and empty news", () => {
  const text = `:   \n\nevent: here\ndata: {}\nid: 5\nretry: 2000\n\n: \n\nevent: changes\ndata: {"changes":[{"kind":"claim","id":"c","about":["r"]}]}\nid: 6\n\nevent: changes\ndata: {"changes":[]}\n\nevent: everything\ndata: {}\n\nevent: another\ndata: 1\n\n`;
  expect(formEvents(text)).toEqual([{ kind: "here", changes: [] }, { kind: "changes", changes: [{ kind: "claim", id: "c", about: ["r"] }] }, { kind: "everything", changes: [] }]);
});

test("each kind of write has answers asked again that rest on it, and leaves others alone", () => {
  expect(asksAgain(["claim"])("/api/meetings/1")).toBe(true);
  expect(asksAgain(["claim"])("/api/picture")).toBe(false);
  expect(asksAgain(["finding"])("/api/overlaps/1/2")).toBe(true);
  expect(asksAgain(["finding"])("/api/members")).toBe(false);
  expect(asksAgain(["reports"])("/api/picture")).toBe(true);
  expect(asksAgain(["gone"])("/api/gaps/NE-1/capacity")).toBe(true);
  expect(asksAgain(["a kind of a newer server"])("/api/anything")).toBe(true);
});

test("lists that one works through are told of from pages that one reads", () => {
  expect(["/api/worklist", "/api/initiatives", "/api/overlaps", "/api/conflicts"].map(isList)).toEqual([true, true, true, true]);
  expect(["/api/initiatives/1", "/api/overlaps/1/2", "/api/meetings/1", "/api/coalition"].map(isList)).toEqual([false, false, false, false]);
});
