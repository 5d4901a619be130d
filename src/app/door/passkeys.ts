import { type AuthenticationResponseJSON, generateAuthenticationOptions, generateRegistrationOptions, type RegistrationResponseJSON, verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { fault } from "../../base/errors.ts";
import { rolesToday } from "../../store/queries/door-roles.ts";
import type { App } from "../app.ts";
import { enrolling } from "./enrolling.ts";
import { beginFlow, endFlow } from "./flow.ts";
import { rememberDevice } from "./known-device.ts";
import { openSession, type OpenedSession, rotateSession } from "./open-session.ts";
import type { CameIn, Comer } from "./sign-in.ts";
import { systemNote } from "./system-note.ts";

/** Where the browser says it is: `https://entente.example`, or `http://localhost:4700`. A passkey belongs to its host name. */
export type Origin = string;
const host = (origin: Origin) => new URL(origin).hostname;

/** What the browser needs to make a passkey, and the secret of this attempt. @throws sign-in-needed, not-allowed */
export async function beginPasskey(app: App, secret: string, origin: Origin): Promise<{ flow: string; options: unknown }> {
  const who = await enrolling(app, secret);
  const known = await app.store.door(null, async ({ db }) => db.selectFrom("passkey").select(["credential_id", "transports"]).where("account_id", "=", who.accountId).execute());
  const options = await generateRegistrationOptions({
    rpName: app.coalition.name["en"] ?? "Entente",
    rpID: host(origin),
    userName: who.login,
    userID: new Uint8Array(Buffer.from(who.accountId, "utf8")),
    attestationType: "none",
    excludeCredentials: known.map((k) => ({ id: k.credential_id })),
    // It has to be found without a name being typed, and to know its bearer by finger, face or number: two factors in one.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { flow: await beginFlow(app, "make-passkey", { challenge: options.challenge }, who.accountId), options };
}

/** Keeps the passkey that the browser made. The session goes on under a new secret. @throws passkey-refused, sign-in-needed, already-exists */
export async function makePasskey(app: App, secret: string, origin: Origin, given: { readonly flow: string; readonly name: string; readonly response: unknown }): Promise<OpenedSession> {
  const who = await enrolling(app, secret);
  const kept = (await endFlow(app, "make-passkey", given.flow, who.accountId)) as { challenge: string } | null;
  if (kept === null) throw fault("passkey-refused");
  const verified = await verifyRegistrationResponse({ response: given.response as RegistrationResponseJSON, expectedChallenge: kept.challenge, expectedOrigin: origin, expectedRPID: host(origin), requireUserVerification: true }).catch((cause: unknown) => {
    throw fault("passkey-refused", undefined, cause);
  });
  if (!verified.verified) throw fault("passkey-refused");
  const { credential } = verified.registrationInfo;
  return app.store.door({ act: "make-passkey" }, async (door) => {
    await door.db.insertInto("passkey").values({ account_id: who.accountId, credential_id: credential.id, public_key: Buffer.from(credential.publicKey), counter: String(credential.counter), transports: [...(credential.transports ?? [])], name: given.name.trim() || "passkey" }).execute();
    await systemNote(door, who.holderId, { passkey: given.name, account: who.accountId });
    return rotateSession(door, who.sessionId);
  });
}

/** It opens nothing any more; sessions that it opened go on. @throws not-found, not-allowed for the last way in */
export async function endPasskey(app: App, secret: string, id: string): Promise<void> {
  const who = await enrolling(app, secret);
  await app.store.door({ act: "end-passkey" }, async (door) => {
    const { password_hash } = await door.db.selectFrom("account").select("password_hash").where("id", "=", who.accountId).executeTakeFirstOrThrow();
    const left = await door.db.selectFrom("passkey").select("id").where("account_id", "=", who.accountId).where("id", "!=", id).execute();
    const identities = await door.db.selectFrom("identity").select("id").where("account_id", "=", who.accountId).execute();
    if (password_hash === null && left.length + identities.length === 0) throw fault("not-allowed", { right: "own-keys", whoCanGive: "another way in, made first" });
    const ended = await door.db.deleteFrom("passkey").where("id", "=", id).where("account_id", "=", who.accountId).returning("name").executeTakeFirst();
    if (ended === undefined) throw fault("not-found");
    await systemNote(door, who.holderId, { endedPasskey: ended.name, account: who.accountId });
  });
}

/** What the browser needs to sign in by whichever passkey it has for this host; the same for everybody who asks. */
export async function beginPasskeySignIn(app: App, origin: Origin): Promise<{ flow: string; options: unknown }> {
  const options = await generateAuthenticationOptions({ rpID: host(origin), userVerification: "required" });
  return { flow: await beginFlow(app, "passkey", { challenge: options.challenge }, null), options };
}

/** @throws passkey-refused, the same whether the passkey is unknown, its answer wrong or old, or the account without a role */
export async function signInByPasskey(app: App, origin: Origin, given: { readonly flow: string; readonly response: unknown }, comer: Comer): Promise<CameIn> {
  const kept = (await endFlow(app, "passkey", given.flow, null)) as { challenge: string } | null;
  const response = given.response as AuthenticationResponseJSON;
  const key = kept === null || typeof response.id !== "string" ? undefined : await app.store.door(null, async ({ db }) => db.selectFrom("passkey as p").innerJoin("account as a", "a.id", "p.account_id").selectAll("p").where("p.credential_id", "=", response.id).where("a.ended_at", "is", null).executeTakeFirst());
  if (kept === null || key === undefined) throw fault("passkey-refused");
  const verified = await verifyAuthenticationResponse({
    response, expectedChallenge: kept.challenge, expectedOrigin: origin, expectedRPID: host(origin), requireUserVerification: true,
    credential: { id: key.credential_id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
  }).catch((cause: unknown) => {
    throw fault("passkey-refused", undefined, cause);
  });
  if (!verified.verified) throw fault("passkey-refused");
  const at = app.now();
  return app.store.door({ act: "sign-in" }, async (door) => {
    const [role] = await rolesToday(door.db, key.account_id);
    if (role === undefined) throw fault("passkey-refused");
    await door.db.updateTable("passkey").set({ counter: String(verified.authenticationInfo.newCounter), last_used_at: at }).where("id", "=", key.id).execute();
    await systemNote(door, role.holder_id, { signedIn: key.account_id, with: "passkey" });
    const session = await openSession(door, key.account_id, role.id, at, { madeWith: "passkey", agent: comer.agent ?? null, limits: app.door });
    return { ...session, enrol: false, device: await rememberDevice(door, comer.device ?? null, key.account_id, at) };
  });
}
