import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server";
import { newSecret, secretHash } from "../../access/secret.ts";
import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { beginFlow, endFlow } from "./flow.ts";
import { takeInvitation } from "./invite.ts";
import { rememberDevice } from "./known-device.ts";
import { makeAccount, normalLogin } from "./make-account.ts";
import { openSession } from "./open-session.ts";
import type { Origin } from "./passkeys.ts";
import type { CameIn, Comer } from "./sign-in.ts";

type Kept = { readonly challenge: string; readonly link: string; readonly login: string };

/** What the invited person's browser needs to make a passkey in place of a password. The link is not used up yet. @throws setup-link-expired, bad-input */
export async function beginAcceptByPasskey(app: App, origin: Origin, given: { readonly token: string; readonly login: string }): Promise<{ flow: string; options: unknown }> {
  const login = normalLogin(given.login);
  if (login.length < 3) throw fault("bad-input", { path: "login", found: login.length, expected: "at least 3 characters" });
  const link = secretHash(given.token);
  const stands = await app.store.door(null, async ({ db }) => db.selectFrom("door_link").select("id").where("secret_hash", "=", link).where("purpose", "in", ["invitation", "emergency"]).where("used_at", "is", null).where("ended_at", "is", null).where("expires_at", ">", app.now()).executeTakeFirst());
  if (stands === undefined) throw fault("setup-link-expired");
  const options = await generateRegistrationOptions({
    rpName: app.coalition.name["en"] ?? "Entente", rpID: new URL(origin).hostname, userName: login,
    // The account is not there yet; what the browser keeps beside the key names nobody.
    userID: new Uint8Array(Buffer.from(newSecret(), "utf8").subarray(0, 32)),
    attestationType: "none", authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const kept: Kept = { challenge: options.challenge, link: link.toString("base64url"), login };
  return { flow: await beginFlow(app, "accept-by-passkey", kept, null), options };
}

/** The invited person's account with a passkey and no password. @throws passkey-refused, setup-link-expired, already-exists for a login that is taken */
export async function acceptByPasskey(app: App, origin: Origin, given: { readonly token: string; readonly flow: string; readonly name: string; readonly response: unknown }, comer: Comer): Promise<CameIn> {
  const kept = (await endFlow(app, "accept-by-passkey", given.flow, null)) as Kept | null;
  // The answer is to the link with which it was begun, and to no other.
  if (kept === null || kept.link !== secretHash(given.token).toString("base64url")) throw fault("passkey-refused");
  const verified = await verifyRegistrationResponse({ response: given.response as RegistrationResponseJSON, expectedChallenge: kept.challenge, expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true }).catch((cause: unknown) => {
    throw fault("passkey-refused", undefined, cause);
  });
  if (!verified.verified) throw fault("passkey-refused");
  const { credential } = verified.registrationInfo;
  const at = app.now();
  return app.store.door({ act: "accept-invitation" }, async (door) => {
    const link = await takeInvitation(app, door, given.token);
    const made = await makeAccount(door, { login: kept.login, password: null, name: link.name ?? kept.login, role: link.role, holderId: link.holderId, bodyId: link.bodyId, validTo: link.validTo, throughId: link.throughId, givenBy: link.invitedBy });
    await door.db.insertInto("passkey").values({ account_id: made.accountId, credential_id: credential.id, public_key: Buffer.from(credential.publicKey), counter: String(credential.counter), transports: [...(credential.transports ?? [])], name: given.name.trim() || "passkey" }).execute();
    const session = await openSession(door, made.accountId, made.roleId, at, { madeWith: "passkey", agent: comer.agent ?? null, limits: app.door });
    return { ...session, enrol: false, device: await rememberDevice(door, comer.device ?? null, made.accountId, at) };
  });
}
