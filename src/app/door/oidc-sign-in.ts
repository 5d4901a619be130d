import * as oidc from "openid-client";
import { fault } from "../../base/errors.ts";
import type { DoorWriter } from "../../store/open-store.ts";
import { rolesToday } from "../../store/queries/door-roles.ts";
import { oneAtATime } from "../../store/queries/one-at-a-time.ts";
import type { App } from "../app.ts";
import { beginFlow, endFlow } from "./flow.ts";
import { takeInvitation } from "./invite.ts";
import { rememberDevice } from "./known-device.ts";
import { makeAccount } from "./make-account.ts";
import { providerClient } from "./oidc-client.ts";
import { openSession } from "./open-session.ts";
import type { Provider } from "./provider.ts";
import type { CameIn, Comer } from "./sign-in.ts";
import { systemNote } from "./system-note.ts";

type Kept = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly returnTo: string; readonly invitation: string | null };

/** @throws not-found */
export function providerOf(app: App, id: string): Provider {
  const found = app.door.providers.find((p) => p.id === id);
  if (found === undefined) throw fault("not-found");
  return found;
}

/**
 * The address at the provider to which the browser goes, with state, nonce and PKCE; and the secret that its cookie holds meanwhile.
 * @param returnTo a path of the pages
 * @param invitation the token of a one-time link that is to be taken up by whoever comes back
 */
export async function beginOidc(app: App, providerId: string, callback: string, returnTo: string, invitation: string | null): Promise<{ flow: string; address: string }> {
  const provider = providerOf(app, providerId);
  const client = await providerClient(provider, app.now());
  const kept: Kept = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo, invitation };
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: callback, scope: provider.scopes.join(" "), response_type: "code", state: kept.state, nonce: kept.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier), code_challenge_method: "S256",
  });
  return { flow: await beginFlow(app, `oidc ${provider.id}`, kept, null), address: address.href };
}

/**
 * Whoever comes back from the provider. One who is known by issuer and subject comes in; a new one by the invitation that they brought, or as the
 * provider's newcomers do, for the member that the claim names; nobody else.
 * @param flow the secret that the browser's cookie held: an answer without it was begun by somebody else
 * @throws provider-refused
 */
export async function finishOidc(app: App, providerId: string, answer: URL, flow: string | null, comer: Comer): Promise<CameIn & { readonly returnTo: string }> {
  const provider = providerOf(app, providerId);
  const kept = (await endFlow(app, `oidc ${provider.id}`, flow, null)) as Kept | null;
  if (kept === null) throw refused("it was not begun in this browser, or too long ago");
  const client = await providerClient(provider, app.now());
  const tokens = await oidc.authorizationCodeGrant(client, answer, { expectedState: kept.state, expectedNonce: kept.nonce, pkceCodeVerifier: kept.verifier, idTokenExpected: true }).catch((cause: unknown) => {
    throw refused("the provider's answer does not hold", cause);
  });
  const claims = tokens.claims();
  if (claims === undefined) throw refused("the provider named nobody");
  const issuer = client.serverMetadata().issuer;
  const memberId = await memberOf(app, provider, claims);
  const at = app.now();
  const came = await app.store.door({ act: "sign-in" }, async (door) => {
    await oneAtATime(door.db, `identity ${issuer} ${claims.sub}`);
    const known = await door.db.selectFrom("identity as i").innerJoin("account as a", "a.id", "i.account_id").select(["i.id", "i.account_id", "a.ended_at"]).where("i.issuer", "=", issuer).where("i.subject", "=", claims.sub).executeTakeFirst();
    const identity = known ?? (await newcomer(app, door, provider, { issuer, subject: claims.sub, name: nameIn(claims), memberId, invitation: kept.invitation }));
    if (known !== undefined && known.ended_at !== null) throw refused("this account is closed");
    const roles = await rolesToday(door.db, identity.account_id);
    // Whom the claim puts at another member acts for the former one no longer, whatever roles are left there.
    const role = roles.find((r) => r.role === "secretariat" || r.holder_id === memberId);
    if (role === undefined) throw refused("no role holds today for the member that the provider names");
    await door.db.updateTable("identity").set({ last_used_at: at }).where("id", "=", identity.id).execute();
    await systemNote(door, role.holder_id, { signedIn: identity.account_id, with: provider.id });
    const session = await openSession(door, identity.account_id, role.id, at, { madeWith: "oidc", agent: comer.agent ?? null, identity: { id: identity.id, sid: typeof claims["sid"] === "string" ? claims["sid"] : null }, limits: app.door });
    return { ...session, enrol: false, device: await rememberDevice(door, comer.device ?? null, identity.account_id, at) };
  });
  return { ...came, returnTo: kept.returnTo };
}

const refused = (reason: string, cause?: unknown) => fault("provider-refused", { reason }, cause);
const nameIn = (claims: oidc.IDToken) => (typeof claims["name"] === "string" && claims["name"].trim() !== "" ? claims["name"].trim().slice(0, 200) : claims.sub.slice(0, 200));

/** The member for whom the claim says somebody acts, by its code. Null: the claim says nothing that is known. */
async function memberOf(app: App, provider: Provider, claims: oidc.IDToken): Promise<string | null> {
  const said = provider.memberClaim === null ? "" : claims[provider.memberClaim];
  const code = typeof said === "string" && Object.hasOwn(provider.members, said) ? provider.members[said] : undefined;
  if (code === undefined) return null;
  // Members' codes are no secret of the door's: read without a viewer, as it is nobody yet.
  const member = await app.store.system(null, async ({ db }) => db.selectFrom("member").select("id").where("code", "=", code).executeTakeFirst());
  return member?.id ?? null;
}

type Newcomer = { readonly issuer: string; readonly subject: string; readonly name: string; readonly memberId: string | null; readonly invitation: string | null };

async function newcomer(app: App, door: DoorWriter, provider: Provider, who: Newcomer): Promise<{ readonly id: string; readonly account_id: string }> {
  const login = `${provider.id}:${who.subject}`;
  const made = await (async () => {
    if (who.invitation !== null) {
      const link = await takeInvitation(app, door, who.invitation);
      if (link.role !== "secretariat" && link.holderId !== who.memberId) throw refused("the invitation is for another member than the provider names");
      return makeAccount(door, { login, password: null, name: link.name ?? who.name, role: link.role, holderId: link.holderId, bodyId: link.bodyId, validTo: link.validTo, throughId: link.throughId, givenBy: link.invitedBy });
    }
    if (provider.newcomers === null || who.memberId === null) throw refused("nobody has invited this person");
    return makeAccount(door, { login, password: null, name: who.name, role: provider.newcomers, holderId: who.memberId, bodyId: app.coalition.focusBodyId, validTo: null });
  })();
  const identity = await door.db.insertInto("identity").values({ account_id: made.accountId, provider: provider.id, issuer: who.issuer, subject: who.subject }).returning("id").executeTakeFirstOrThrow();
  return { id: identity.id, account_id: made.accountId };
}
