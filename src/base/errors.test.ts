import { expect, test } from "vitest";
import { errorCatalogue, fault, isFault } from "./errors.ts";

test("a fault carries its code, its status and its facts, and is an Error with a trace", () => {
  const cause = new Error("ECONNREFUSED");
  const e = fault("port-taken", { host: "127.0.0.1", port: 4700 }, cause);
  expect(e).toBeInstanceOf(Error);
  expect(e).toMatchObject({ kind: "fault", code: "port-taken", status: 500, params: { host: "127.0.0.1", port: 4700 }, cause });
  expect(e.stack).toContain("errors.test.ts");
});

test("a fault is told from a driver's error that has a code of its own", () => {
  expect(isFault(fault("not-found"))).toBe(true);
  expect(isFault(fault("not-found"), "conflict-edit")).toBe(false);
  expect(isFault(Object.assign(new Error("unique"), { code: "23505" }))).toBe(false);
  expect(isFault(Object.assign(new Error("odd"), { kind: "fault", code: "toString" }))).toBe(false);
  expect(isFault({ kind: "fault", code: "not-found" })).toBe(false);
});

test("what may not be seen is not found, and what exists already says nothing of what exists", () => {
  expect(errorCatalogue["not-found"]).toEqual({ status: 404, params: [] });
  expect(errorCatalogue["already-exists"]).toEqual({ status: 409, params: [] });
});

test("every code is kebab-case with a status of refusal", () => {
  for (const [code, { status }] of Object.entries(errorCatalogue)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  }
});
