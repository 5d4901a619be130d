import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../support/test-app.ts";

let t: TestApp;
beforeAll(async () => { t = await testApp(); }, 60_000);
afterAll(() => t?.close());

test("what is sent again with its key, because the answer was lost, is done once; another's key is another", async () => {
  const [one, other] = [await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "tamsund")];
  const key = crypto.randomUUID();
  const send = async (as: typeof one, title: string) => {
    const response = await t.api.request("/api/sources", { method: "POST", headers: { ...as.headers, "content-type": "application/json", "idempotency-key": key }, body: JSON.stringify({ title, marking: "TLP:GREEN" }) });
    return [response.status, ((await response.json()) as { code?: string }).code];
  };
  const both = await Promise.all([send(one, "A letter"), send(one, "A letter")]);
  expect(both.map(([status]) => Number(status)).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await send(one, "A letter")).toEqual([409, "sent-already"]);
  expect((await send(other, "A letter"))[0]).toBe(200);
});
