import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { markingOf } from "../../src/app/marking-of.ts";
import type { FieldClaims } from "../../src/api/schemas/claims.ts";
import type { BodyPage } from "../../src/api/schemas/record.ts";
import type { SourcePage } from "../../src/api/schemas/sources.ts";
import { classOf } from "../../src/store/queries/classes.ts";
import { goneOn, type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

type Body = z.infer<typeof BodyPage>;

let t: TestApp;
let orvelle: SignedUp;
let tamsund: SignedUp;
let officer: SignedUp;
beforeAll(async () => {
  t = await testApp();
  [orvelle, tamsund, officer] = [
    await t.signedUp("focal-point", "orvelle"),
    await t.signedUp("focal-point", "tamsund"),
    await t.signedUp("secretariat", "upper-basin"),
  ];
});
afterAll(() => t.close());

/** A class of this owner's, shared with a circle of these members, or with nobody. */
async function madeClass(
  tlp: 1 | 2 | 3,
  owner: string,
  circle?: { name: string; holders: readonly string[] },
): Promise<number> {
  return t.app.store.system(null, async ({ db }) => {
    const owner_id = t.id("member", owner);
    if (circle === undefined) return classOf(db, tlp, owner_id);
    const circle_id = (
      await db.insertInto("circle").values({ owner_id, name: circle.name }).returning("id").executeTakeFirstOrThrow()
    ).id;
    for (const holder of circle.holders)
      await db
        .insertInto("circle_holder")
        .values({ circle_id, holder_id: t.id("member", holder) })
        .execute();
    return (
      await db
        .insertInto("visibility_class")
        .values({ tlp, owner_id, circle_id })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  });
}

test("an answer carries the marking of all it used, and says in names to whom that is open", async () => {
  const green = await madeClass(1, "orvelle");
  const own = await madeClass(3, "tamsund");
  const rivers = await madeClass(2, "orvelle", { name: "Rivers", holders: ["tamsund", "warden-union"] });
  const banks = await madeClass(2, "warden-union", { name: "Banks", holders: ["tamsund"] });
  const marked = (...ids: number[]) => t.app.store.read(tamsund.secret, (reader) => markingOf(reader, ids, ["en"]));
  const named = (marking: Awaited<ReturnType<typeof marked>>) => [
    marking.tlp,
    marking.openTo.kind,
    marking.openTo.names
      .map((n) => n.text)
      .toSorted()
      .join(" + "),
  ];
  expect(named(await marked())).toEqual(["TLP:CLEAR", "everyone", ""]);
  expect(named(await marked(green))).toEqual(["TLP:GREEN", "coalition", ""]);
  expect(named(await marked(rivers, green))).toEqual(["TLP:AMBER", "circle", "Rivers"]);
  expect(named(await marked(rivers, banks))).toEqual(["TLP:AMBER", "circle", "Tamsund + Union of River Wardens"]);
  expect(named(await marked(own))).toEqual(["TLP:AMBER+STRICT", "owner", "Tamsund"]);
  expect(named(await marked(own, rivers))).toEqual(["TLP:AMBER+STRICT", "owner", "Tamsund"]);
});

test("what is GREEN is seen by whoever acts for a member, and by no visitor", async () => {
  const compact = t.id("body", "compact");
  const source = (
    await t.post<z.infer<typeof SourcePage>>("/api/sources", { title: "A note", marking: "TLP:GREEN" }, orvelle)
  ).body.id;
  await t.post(
    "/api/claims",
    {
      record: compact,
      field: "status",
      value: { text: "dormant" },
      source,
      confidence: "verified",
      marking: "TLP:GREEN",
    },
    orvelle,
  );
  const status = async (as?: SignedUp) => {
    const { body } = await t.get<Body>(`/api/bodies/${compact}`, as);
    return [body.status.state, body.marking.tlp, body.marking.openTo.kind];
  };
  expect(await status(tamsund)).toEqual(["differ", "TLP:GREEN", "coalition"]);
  expect(await status()).toEqual(["one", "TLP:CLEAR", "everyone"]);
  expect((await t.get(`/api/sources/${source}`)).status).toBe(404);
});

test("an officer who looks as a member sees what that member may see of what the officer sees, and writes nothing", async () => {
  const compact = t.id("body", "compact");
  const source = (await t.post<z.infer<typeof SourcePage>>("/api/sources", { title: "The officer's own" }, officer))
    .body.id;
  await t.post(
    "/api/claims",
    { record: compact, field: "launched", value: { text: "2019-07-01" }, source, confidence: "verified" },
    officer,
  );
  const launched = async () => (await t.get<Body>(`/api/bodies/${compact}`, officer)).body;
  expect((await launched()).launched.value).toBe("2019-07-01");
  const look = async (member: string | null) => {
    const answer = await t.api.request("/api/session/looking-as", {
      method: "PUT",
      headers: { ...officer.headers, "content-type": "application/json" },
      body: JSON.stringify({ member }),
    });
    officer = goneOn(officer, answer);
    return answer;
  };
  expect((await look(t.id("member", "orvelle"))).status).toBe(200);
  expect(await launched()).toMatchObject({
    launched: { value: null, state: "unknown" },
    status: { state: "differ" },
    mayEdit: false,
  });
  expect((await t.post("/api/sources", { title: "x" }, officer)).status).toBe(403);
  expect(
    (await t.get<z.infer<typeof FieldClaims>>(`/api/claims?record=${compact}&field=launched`, officer)).body.claims,
  ).toEqual([]);
  expect((await look(null)).status).toBe(200);
  expect((await launched()).launched.value).toBe("2019-07-01");
});
