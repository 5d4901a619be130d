import { z } from "@hono/zod-openapi";
import { ChosenTlp, Day, Id, Instant, Name, Ref } from "./common.ts";
import { GivenRole, Session } from "./session.ts";

/** GET /api/session/ways: which ways in there are. */
export const Ways = z
  .object({
    passwords: z.enum(["with-second-factor", "alone", "no"]),
    /** the address of the pages can carry passkeys: https, or localhost by its name */
    passkeys: z.boolean(),
    providers: z.array(z.object({ id: z.string(), name: Name })),
    publicView: z.enum(["open", "closed"]),
  })
  .openapi("Ways");

/** What a browser is given to make or use a passkey (WebAuthn level 3, in JSON), and which attempt it answers. */
export const PasskeyOptions = z.object({ flow: z.string(), options: z.record(z.string(), z.unknown()) }).openapi("PasskeyOptions");
export const PasskeyAnswer = z.object({ flow: z.string().max(100), response: z.record(z.string(), z.unknown()) }).openapi("PasskeyAnswer");
export const NewPasskey = z.object({ flow: z.string().max(100), name: z.string().min(1).max(100), response: z.record(z.string(), z.unknown()) }).openapi("NewPasskey");

const OwnSession = z
  .object({
    id: Id, kind: z.enum(["browser", "token"]), current: z.boolean(), name: z.union([z.string(), z.null()]), agent: z.union([z.string(), z.null()]),
    madeWith: z.enum(["password", "second-factor", "recovery-code", "passkey", "oidc", "link", "token"]), role: GivenRole, readOnly: z.boolean(), scopes: z.union([z.array(z.string()), z.null()]),
    made: Instant, lastUsed: z.union([Instant, z.null()]), expires: Instant,
  })
  .openapi("OwnSession");

/** GET /api/account: all by which one comes in oneself. */
export const OwnAccount = z
  .object({
    login: z.string(),
    password: z.boolean(),
    sessions: z.array(OwnSession),
    passkeys: z.array(z.object({ id: Id, name: z.string(), made: Instant, lastUsed: z.union([Instant, z.null()]) })),
    secondFactor: z.union([z.object({ since: Instant, recoveryCodesLeft: z.int() }), z.null()]),
    identities: z.array(z.object({ id: Id, provider: z.string(), made: Instant, lastUsed: z.union([Instant, z.null()]) })),
  })
  .openapi("OwnAccount");

export const NewPassword = z.object({ present: z.string().min(1).max(1000), next: z.string().min(12).max(1000) }).openapi("NewPassword");
export const NewNameOfOnes = z.object({ name: z.string().min(1).max(200) }).openapi("NewNameOfOnes");
export const ResetReason = z.object({ reason: z.string().min(1).max(2000) }).openapi("ResetReason");
/** A secret for an authenticator app, in base32 and as the address that such an app reads from a picture. Shown once. */
export const SecondFactor = z.object({ secret: z.string(), address: z.string() }).openapi("SecondFactor");
export const Code = z.object({ code: z.string().min(1).max(40) }).openapi("Code");
/** Ten codes, each good once, shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()), session: Session }).openapi("RecoveryCodes");
export const ActIn = z.object({ role: Id }).openapi("ActIn");
export const Ended = z.object({ ended: z.int() }).openapi("Ended");

const PersonRole = z
  .object({ id: Id, role: GivenRole, actsFor: Ref, body: Ref, from: Day, to: z.union([Day, z.null()]), through: z.union([Id, z.null()]), restsOn: z.union([Name, z.null()]), ended: z.union([Instant, z.null()]), holdsToday: z.boolean() })
  .openapi("PersonRole");
/** GET /api/people */
export const People = z
  .object({ items: z.array(z.object({ id: Id, login: z.string(), name: z.string(), made: Instant, ended: z.union([Instant, z.null()]), secondFactor: z.boolean(), secondWay: z.boolean(), roles: z.array(PersonRole) })) })
  .openapi("People");
export const NewRole = z.object({ role: GivenRole, holder: Id, from: Day.optional(), to: Day.optional(), through: Id.optional() }).openapi("NewRole");
export const RoleMade = z.object({ id: Id }).openapi("RoleMade");
/** `to`: its last day; without it the role ends at once. */
export const RoleEnd = z.object({ to: Day.optional() }).openapi("RoleEnd");
export const Invitations = z
  .object({ items: z.array(z.object({ id: Id, name: z.string(), role: GivenRole, actsFor: z.object({ id: Id, name: Name }), validTo: z.union([Day, z.null()]), made: Instant, expires: Instant, expired: z.boolean() })) })
  .openapi("Invitations");

/** A file of members, memberships, offices and focal points. `plan`: what a dry run answered, to apply exactly that. */
export const PeopleFile = z.object({ name: z.string().min(1).max(200), text: z.string().max(1_000_000), marking: ChosenTlp.optional(), dryRun: z.boolean(), plan: z.string().max(100).optional() }).openapi("PeopleFile");
const PeopleFileRow = z
  .object({
    line: z.int(), of: z.union([z.enum(["member", "membership", "office", "focal-point"]), z.null()]), what: z.enum(["create", "change", "same", "refused"]), about: z.string(),
    changes: z.array(z.object({ column: z.string(), was: z.union([z.string(), z.null()]), becomes: z.string() })),
    fault: z.union([z.object({ column: z.string(), found: z.string(), expected: z.string() }), z.null()]),
  })
  .openapi("PeopleFileRow");
/** POST /api/people/import: what each row would do, or did; nothing is done while one is refused. */
export const PeopleFileAnswer = z
  .object({
    applied: z.boolean(), plan: z.string(), counts: z.object({ create: z.int(), change: z.int(), same: z.int(), refused: z.int() }), rows: z.array(PeopleFileRow), source: z.union([Id, z.null()]),
    invitations: z.array(z.object({ line: z.int(), name: z.string(), link: z.string(), expires: Instant })),
  })
  .openapi("PeopleFileAnswer");
