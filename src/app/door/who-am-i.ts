import { grantedRights, type RoleName } from "../../access/rights.ts";
import { isFault } from "../../base/errors.ts";
import { holdingNow } from "../../store/queries/door-roles.ts";
import { actsWaiting } from "../../store/queries/two-person-acts.ts";
import type { App } from "../app.ts";
import { namesOf } from "../record/names-of.ts";
import { mayNow } from "../signed-in.ts";
import type { Words } from "../words.ts";
import { enrolling } from "./enrolling.ts";
import { needsSetup } from "./setup-link.ts";

type Named = { readonly kind: "member" | "body"; readonly id: string; readonly name: Words };
export type OwnRole = { readonly id: string; readonly role: RoleName; readonly body: Named; readonly actsFor: Named; readonly from: string; readonly to: string | null; readonly holdsToday: boolean; readonly current: boolean };

export type WhoAmI = {
  readonly viewer:
    | { readonly kind: "anonymous" }
    | {
        readonly kind: "account";
        readonly account: { readonly id: string; readonly login: string };
        readonly person: { readonly id: string; readonly name: Words };
        readonly actsFor: Named;
        readonly role: string;
        readonly body: Named;
        readonly from: string;
        readonly to: string | null;
        /** all roles of the account, the one acted in first */
        readonly roles: readonly OwnRole[];
        readonly may: readonly string[];
        readonly lookingAs: { readonly id: string; readonly name: Words } | null;
        readonly expires: string;
        /** a passkey, a second factor or a provider stands for the account beside its password */
        readonly secondWay: boolean;
      };
  /** signed in by password alone, and good for nothing yet but making a second factor */
  readonly enrol: boolean;
  readonly needsSetup: boolean;
  readonly today: string;
  /** an emergency way in that an operator opened within a week: everybody who comes in is told */
  readonly emergency: { readonly opened: string; readonly until: string; readonly reason: string; readonly for: string | null } | null;
  /** acts that wait for this viewer as their second person */
  readonly actsWaiting: number;
  /** what was done to the account by somebody else, and not read yet */
  readonly notices: readonly { readonly id: string; readonly what: "second-factor-reset"; readonly by: string; readonly reason: string; readonly at: string }[];
};

const nothingTold = { emergency: null, actsWaiting: 0, notices: [] } as const;
const weekMs = 7 * 86_400_000;

/** Who is asking, through which role in which body, and what that role may do at all. */
export async function whoAmI(app: App, secret: string | null, languages: readonly string[]): Promise<WhoAmI> {
  const today = app.now().toISOString().slice(0, 10);
  const setup = await needsSetup(app);
  if ((await app.store.who(secret)).kind === "anonymous") return { viewer: { kind: "anonymous" }, enrol: await isEnrolling(app, secret), needsSetup: setup, today, ...nothingTold };
  return app.store.read(secret, async (reader): Promise<WhoAmI> => {
    const v = reader.viewer;
    // It ended between the two questions.
    if (v.kind === "anonymous") return { viewer: { kind: "anonymous" }, enrol: false, needsSetup: setup, today, ...nothingTold };
    const account = await reader.db.selectFrom("account").select(["id", "login", "display_name"]).where("id", "=", v.accountId).executeTakeFirstOrThrow();
    const roles = await reader.db.selectFrom("acting_role").selectAll().where("account_id", "=", v.accountId).where("ended_at", "is", null).orderBy("valid_from", "desc").execute();
    const session = await reader.db.selectFrom("session").select("expires_at").where("id", "=", v.sessionId).executeTakeFirstOrThrow();
    const emergency = await reader.db.selectFrom("emergency").select(["opened_at", "until", "reason", "for_whom"]).where("opened_at", ">", new Date(app.now().getTime() - weekMs)).orderBy("opened_at", "desc").limit(1).executeTakeFirst();
    const notices = await reader.db.selectFrom("account_notice").select(["id", "what", "by_name", "reason", "at"]).where("account_id", "=", v.accountId).where("read_at", "is", null).orderBy("at", "desc").limit(5).execute();
    const { holding, secondWay } = await app.store.door(null, async ({ db }) => ({ holding: await holdingNow(db, roles.map((r) => r.id)), secondWay: await hasSecondWay(db, v.accountId) }));
    const around = [...new Set([...roles.flatMap((r) => [r.holder_id, r.body_id]), ...(v.lookingAs ? [v.lookingAs] : [])])];
    const kinds = new Map((await reader.db.selectFrom("record").select(["id", "kind"]).where("id", "in", around).execute()).map((r) => [r.id, r.kind]));
    const names = await namesOf(reader, around, languages);
    const named = (id: string): Named => ({ kind: kinds.get(id) === "member" ? "member" : "body", id, name: names.get(id) ?? { text: id, language: "und" } });
    const current = roles.find((r) => r.id === v.roleId);
    return {
      viewer: {
        kind: "account",
        account: { id: account.id, login: account.login },
        person: { id: v.personId, name: { text: account.display_name, language: "und" } },
        actsFor: named(v.holderId),
        role: v.role,
        body: named(v.bodyId),
        from: current?.valid_from ?? today,
        to: current?.valid_to ?? null,
        roles: roles
          .map((r) => ({ id: r.id, role: r.role as RoleName, body: named(r.body_id), actsFor: named(r.holder_id), from: r.valid_from, to: r.valid_to, holdsToday: holding.has(r.id), current: r.id === v.roleId }))
          .toSorted((a, b) => Number(b.current) - Number(a.current)),
        may: grantedRights.filter((right) => mayNow(v, right)),
        lookingAs: v.lookingAs ? { id: v.lookingAs, name: named(v.lookingAs).name } : null,
        expires: session.expires_at.toISOString(),
        secondWay,
      },
      enrol: false,
      needsSetup: setup,
      today,
      emergency: emergency === undefined ? null : { opened: emergency.opened_at.toISOString(), until: emergency.until.toISOString(), reason: emergency.reason, for: emergency.for_whom },
      actsWaiting: mayNow(v, "propose-act") ? await actsWaiting(reader.db, v.accountId, app.now()) : 0,
      notices: v.sessionKind === "token" ? [] : notices.map((n) => ({ id: n.id, what: n.what, by: n.by_name, reason: n.reason, at: n.at.toISOString() })),
    };
  });
}

async function isEnrolling(app: App, secret: string | null): Promise<boolean> {
  if (secret === null) return false;
  return enrolling(app, secret).then((who) => who.enrol, (error: unknown) => {
    if (isFault(error)) return false;
    throw error;
  });
}

type Db = Parameters<Parameters<App["store"]["door"]>[1]>[0]["db"];
async function hasSecondWay(db: Db, accountId: string): Promise<boolean> {
  const one = async (table: "passkey" | "identity") => (await db.selectFrom(table).select("id").where("account_id", "=", accountId).limit(1).executeTakeFirst()) !== undefined;
  const factor = await db.selectFrom("second_factor").select("account_id").where("account_id", "=", accountId).where("confirmed_at", "is not", null).executeTakeFirst();
  return factor !== undefined || (await one("passkey")) || (await one("identity"));
}
