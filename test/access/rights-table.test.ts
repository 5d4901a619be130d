import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantedRights, may, rights, roleNames } from "../../src/access/rights.ts";
import { openApiDocument } from "../../src/api/openapi.ts";
import { routeRights } from "../../src/api/route-rights.ts";
import { makeToken } from "../../src/app/door/make-token.ts";
import { type Cast, makeCast } from "../leak/cast.ts";
import { recipes } from "../leak/recipes.ts";
import { openWorld, type World } from "../leak/walk.ts";
import type { SignedUp } from "../support/test-app.ts";

let cast: Cast;
let world: World;
beforeAll(async () => {
  cast = await makeCast();
  world = await openWorld(cast.database);
}, 120_000);
afterAll(() => world?.close());

const described = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, methods]) => Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`));
/** Ends the asking session itself, or answers only to what a provider's server signed. */
const notAsked = new Set(["DELETE /api/session", "POST /api/oidc/{provider}/logout"]);
type Refusal = { readonly code?: string; readonly params?: { readonly right?: string; readonly whoCanGive?: string } };
const refusal = (body: string): Refusal => (body.startsWith("{") ? (JSON.parse(body) as Refusal) : {});

test("the table knows every route of the description, and no other", () => {
  expect(Object.keys(routeRights).sort()).toEqual(described.sort());
});

test("the database lets the same roles write as the table", async () => {
  const client = new pg.Client(cast.database.connect("jobs"));
  await client.connect();
  const { rows } = await client.query<{ role: string; writes: boolean }>("select r as role, role_writes(r) as writes from unnest($1::text[]) r", [roleNames]);
  await client.end();
  for (const { role, writes } of rows) for (const right of ["import", "edit-record", "decide"] as const) expect(may(role, right), `${role}: ${right}`).toBe(writes);
});

for (const role of ["public", ...roleNames] as const) {
  test(`${role}: every route does what the table says`, async () => {
    const as: SignedUp | undefined = role === "public" ? undefined : await world.t.signedUp(role, role === "secretariat" ? "upper-basin" : "orvelle");
    let asked = 0;
    for (const [route, list] of Object.entries(recipes(cast, {}))) {
      const right = routeRights[route];
      const [ask] = list;
      if (right === undefined || ask === undefined || notAsked.has(route)) continue;
      const [told] = await world.tell({ ...ask, pages: false }, as);
      if (told === undefined) throw new Error(route);
      const said = refusal(told.body);
      asked++;
      if (role === "public" && !rights[right].public) expect.soft([told.status, said.code], route).toEqual([401, "sign-in-needed"]);
      else if (role !== "public" && !may(role, right)) expect.soft([told.status, said.code, said.params], route).toEqual([403, "not-allowed", { right, whoCanGive: "secretariat" }]);
      else {
        expect.soft(said.code, route).not.toBe("sign-in-needed");
        // Another reason than the role may still refuse: what somebody else owns, a body that is not one's own.
        if (told.status === 403) expect.soft(said.params, route).not.toEqual({ right, whoCanGive: "secretariat" });
        expect.soft(told.status, `${route}: ${told.body}`).toBeLessThan(500);
      }
    }
    expect(asked).toBeGreaterThan(60);
  }, 180_000);
}

test("a token that only reads changes nothing and begins no looking as a member, whoever made it; no token changes the keys of its account", async () => {
  const officer = await world.t.signedUp("secretariat", "upper-basin");
  const bearer = async (wanted: { readOnly: boolean; scopes?: readonly "import"[] }): Promise<SignedUp> => {
    const { token } = await makeToken(world.t.app, officer.secret, { name: "x", days: 1, ...wanted });
    // The walk stands on a day of its own, long past by the database's clock.
    await world.t.app.store.system(null, ({ db }) => db.updateTable("session").set({ expires_at: new Date(Date.now() + 3_600_000) }).where("kind", "=", "token").execute());
    return { ...officer, headers: { authorization: `Bearer ${token}` } };
  };
  const [reads, imports, all] = [await bearer({ readOnly: true }), await bearer({ readOnly: false, scopes: ["import"] }), await bearer({ readOnly: false })];
  for (const [route, list] of Object.entries(recipes(cast, {}))) {
    const [right, ask] = [routeRights[route], list[0]];
    if (right === undefined || ask === undefined || notAsked.has(route) || right === "come-in") continue;
    const code = async (as: SignedUp) => refusal((await world.tell({ ...ask, pages: false }, as))[0]?.body ?? "");
    const { changes, byHand } = rights[right];
    const closed = changes || right === "look-as";
    expect.soft((await code(reads)).params?.whoCanGive, `only reads: ${route}`).toEqual(closed ? expect.any(String) : undefined);
    if (closed && right !== "import") expect.soft((await code(imports)).params?.whoCanGive, `only imports: ${route}`).toEqual(expect.any(String));
    if (byHand) expect.soft(await code(all), `any token: ${route}`).toMatchObject({ code: "not-allowed", params: { right } });
  }
}, 180_000);

test("whoever operates the server has no right by it", () => {
  for (const right of grantedRights) for (const nobody of ["administrator", "operator", "door", "system", "public"]) expect(may(nobody, right)).toBe(false);
});
