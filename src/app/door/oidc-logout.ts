import { createRemoteJWKSet, jwtVerify } from "jose";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { firstTime } from "./flow.ts";
import { providerClient } from "./oidc-client.ts";
import { providerOf } from "./oidc-sign-in.ts";
import { systemNote } from "./system-note.ts";

const event = "http://schemas.openid.net/event/backchannel-logout";
const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/**
 * A provider says that somebody signed out there (OpenID Connect Back-Channel Logout 1.0, section 2.6): their sessions that came from it end here, one
 * of them (`sid`) or all.
 * @returns how many ended
 * @throws provider-refused for a token that is not the provider's, not for us, too old, told before, or no logout token
 */
export async function backChannelLogout(app: App, providerId: string, token: string): Promise<number> {
  const provider = providerOf(app, providerId);
  const metadata = (await providerClient(provider, app.now())).serverMetadata();
  if (metadata.jwks_uri === undefined) throw refused("it publishes no keys");
  const set = keys.get(metadata.jwks_uri) ?? createRemoteJWKSet(new URL(metadata.jwks_uri));
  keys.set(metadata.jwks_uri, set);
  const { payload } = await jwtVerify(token, set, { issuer: metadata.issuer, audience: provider.clientId, maxTokenAge: "10 minutes", clockTolerance: 60, requiredClaims: ["jti", "iat", "events"], currentDate: app.now() }).catch((cause: unknown) => {
    throw refused("the token does not hold", cause);
  });
  const events = payload["events"];
  const [sub, sid] = [payload.sub, typeof payload["sid"] === "string" ? payload["sid"] : undefined];
  if (typeof events !== "object" || events === null || !(event in events) || "nonce" in payload || (sub === undefined && sid === undefined)) throw refused("it is no logout token");
  return app.store.door({ act: "back-channel-logout" }, async (door) => {
    if (!(await firstTime(door, `logout ${metadata.issuer} ${payload.jti}`, new Date(app.now().getTime() + 3_600_000)))) throw refused("this token was told before");
    const identities = door.db.selectFrom("identity").select("id").where("issuer", "=", metadata.issuer);
    const sessions = door.db.updateTable("session").set({ ended_at: app.now() }).where("ended_at", "is", null).where("identity_id", "in", sub === undefined ? identities : identities.where("subject", "=", sub)).returning(["account_id", "role_id"]);
    const ended = await (sid === undefined ? sessions : sessions.where("provider_sid", "=", sid)).execute();
    // Who it was is told to their own side; where nobody had a session, nobody is named.
    const sides = ended.length === 0 ? [] : await door.db.selectFrom("acting_role").select("holder_id").distinct().where("id", "in", ended.map((e) => e.role_id)).execute();
    for (const side of sides) await systemNote(door, side.holder_id, { signedOutAt: provider.id, account: ended[0]?.account_id });
    if (sides.length === 0) await systemNote(door, null, { signedOutAt: provider.id });
    return ended.length;
  });
}

const refused = (reason: string, cause?: unknown) => fault("provider-refused", { reason }, cause);
