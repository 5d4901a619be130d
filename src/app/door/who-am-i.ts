import { rightsOf } from "../../access/rights.ts";
import type { App } from "../app.ts";
import { namesOf } from "../record/names-of.ts";
import type { Words } from "../words.ts";
import { needsSetup } from "./setup-link.ts";

export type WhoAmI = {
  readonly viewer:
    | { readonly kind: "anonymous" }
    | {
        readonly kind: "account";
        readonly account: { readonly id: string; readonly login: string };
        readonly person: { readonly id: string; readonly name: Words };
        readonly actsFor: { readonly kind: "member" | "body"; readonly id: string; readonly name: Words };
        readonly role: string;
        readonly body: { readonly id: string; readonly name: Words };
        readonly from: string;
        readonly to: string | null;
        readonly may: readonly string[];
        readonly lookingAs: { readonly id: string; readonly name: Words } | null;
        readonly expires: string;
      };
  readonly needsSetup: boolean;
  readonly today: string;
};

/** Who is asking, through which role in which body, and what that role may do at all. */
export async function whoAmI(app: App, secret: string | null, languages: readonly string[]): Promise<WhoAmI> {
  const today = app.now().toISOString().slice(0, 10);
  const setup = await needsSetup(app);
  const viewer = await app.store.read(secret, async (reader): Promise<WhoAmI["viewer"]> => {
    const v = reader.viewer;
    if (v.kind === "anonymous") return { kind: "anonymous" };
    const account = await reader.db.selectFrom("account").select(["id", "login", "display_name"]).where("id", "=", v.accountId).executeTakeFirstOrThrow();
    const role = await reader.db.selectFrom("acting_role").select(["valid_from", "valid_to"]).where("id", "=", v.roleId).executeTakeFirstOrThrow();
    const session = await reader.db.selectFrom("session").select("expires_at").where("id", "=", v.sessionId).executeTakeFirstOrThrow();
    const holder = await reader.db.selectFrom("record").select(["id", "kind"]).where("id", "=", v.holderId).executeTakeFirst();
    const names = await namesOf(reader, [v.holderId, v.bodyId, ...(v.lookingAs ? [v.lookingAs] : [])], languages);
    const name = (id: string): Words => names.get(id) ?? { text: id, language: "und" };
    return {
      kind: "account",
      account: { id: account.id, login: account.login },
      person: { id: v.personId, name: { text: account.display_name, language: "und" } },
      actsFor: { kind: holder?.kind === "member" ? "member" : "body", id: v.holderId, name: name(v.holderId) },
      role: v.role,
      body: { id: v.bodyId, name: name(v.bodyId) },
      from: role.valid_from,
      to: role.valid_to,
      may: v.readOnly ? (v.lookingAs ? ["look-as"] : []) : rightsOf(v.role),
      lookingAs: v.lookingAs ? { id: v.lookingAs, name: name(v.lookingAs) } : null,
      expires: session.expires_at.toISOString(),
    };
  });
  return { viewer, needsSetup: setup, today };
}
