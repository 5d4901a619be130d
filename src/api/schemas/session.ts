import { z } from "@hono/zod-openapi";
import { grantedRights } from "../../access/rights.ts";
import { Day, Edtf, Id, Instant, Language, Name, Ref } from "./common.ts";

/** A role in a body: membership, office or focal point. Only those that hold today give rights. */
export const Role = z
  .object({
    id: Id,
    role: z.enum(["member", "chair", "co-chair", "lead", "co-lead", "rapporteur", "focal-point", "officer", "delegate", "analyst", "compliance-officer", "auditor", "observer"]),
    body: Ref,
    actsFor: Ref,
    from: z.union([Edtf, z.null()]),
    to: z.union([Edtf, z.null()]),
    holdsToday: z.boolean(),
    /** the one that is acted in now */
    current: z.boolean(),
  })
  .openapi("Role");

/** Those for whom an account acts: a member, or (a secretariat officer) a body. */
export const ActsFor = z.object({ kind: z.enum(["member", "body"]), id: Id, name: Name }).openapi("ActsFor");

/** GET /api/session: who is asking. */
export const Session = z
  .object({
    viewer: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("anonymous") }),
      z.object({
        kind: z.literal("account"),
        account: z.object({ id: Id, login: z.string() }),
        person: z.object({ id: z.union([Id, z.null()]), name: Name }),
        actsFor: ActsFor,
        roles: z.array(Role),
        /** What this account may do at all, for showing or hiding a way in; the server decides again each time. */
        may: z.array(z.enum(grantedRights)),
        /** An officer who sees what that member sees; null otherwise. Nothing can be written meanwhile. */
        lookingAs: z.union([z.object({ id: Id, name: Name }), z.null()]),
        expires: Instant,
        /** A passkey, a second factor or a provider stands for the account beside its password. */
        secondWay: z.boolean(),
      }),
    ]),
    /** Signed in by password alone, and good for nothing yet but making a second factor. */
    enrol: z.boolean(),
    /** An emergency way in that an operator opened within a week: everybody who comes in is told. */
    emergency: z.union([z.object({ opened: Instant, until: Instant, reason: z.string(), for: z.union([z.string(), z.null()]) }), z.null()]),
    /** Acts of others that wait for this viewer as their second person. */
    actsWaiting: z.int(),
    /** What somebody else did to the account, and its bearer has not read yet. */
    notices: z.array(z.object({ id: Id, what: z.enum(["second-factor-reset"]), by: z.string(), reason: z.string(), at: Instant })),
    /** True until the first account exists: the page then offers the setup link's way in. */
    needsSetup: z.boolean(),
    today: Day,
    /** Sent back in the header `X-Entente-Form` with every write. */
    formToken: z.string(),
    languages: z.array(Language),
  })
  .openapi("Session");
export type Session = z.infer<typeof Session>;

/** POST /api/session: sign in. Answers the new Session, or a Problem `sign-in-failed` that tells nothing more. */
export const SignIn = z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(1000), code: z.string().max(40).optional() }).openapi("SignIn");

/** POST /api/setup: the first secretariat officer, once, with the token of the setup link. Answers the new Session. */
export const Setup = z
  .object({
    token: z.string().min(1),
    login: z.string().min(3).max(200),
    password: z.string().min(12).max(1000),
    name: z.string().min(1).max(200),
    /** the body for whose secretariat this officer acts; the coalition's focus body when absent */
    body: Id.optional(),
  })
  .openapi("Setup");

/** PUT /api/session/looking-as: `member` null ends it. Answers the new Session. DELETE /api/session: sign out. */
export const LookAs = z.object({ member: z.union([Id, z.null()]) }).openapi("LookAs");

/** The roles that can be given. */
export const GivenRole = z.enum(["officer", "chair", "co-chair", "focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"]);

/** POST /api/invitations: `holder` is the member the person will act for, or the officer's own body for a further officer. */
export const NewInvitation = z
  .object({
    name: z.string().min(1).max(200),
    role: GivenRole,
    holder: Id,
    validTo: Day.optional(),
    /** the office or membership on which the role rests; a chair or co-chair needs one */
    through: Id.optional(),
  })
  .openapi("NewInvitation");
export const InvitationLink = z.object({ link: z.string(), expires: Instant }).openapi("InvitationLink");

/** POST /api/invitations/accept */
export const AcceptInvitation = z
  .object({ token: z.string().min(1), login: z.string().min(3).max(200), password: z.string().min(12).max(1000) })
  .openapi("AcceptInvitation");

/** POST /api/invitations/passkey/options, POST /api/invitations/passkey: the invited person's account with a passkey in place of a password. */
export const BeginAcceptByPasskey = z.object({ token: z.string().min(1), login: z.string().min(3).max(200) }).openapi("BeginAcceptByPasskey");
export const AcceptByPasskey = z.object({ token: z.string().min(1), flow: z.string().max(100), name: z.string().min(1).max(100), response: z.record(z.string(), z.unknown()) }).openapi("AcceptByPasskey");

/** POST /api/tokens: a personal access token, shown once. */
export const NewToken = z.object({ name: z.string().min(1).max(100), days: z.int().min(1).max(365).default(30), readOnly: z.boolean().default(true), scopes: z.array(z.enum(grantedRights)).optional() }).openapi("NewToken");
export const TokenShown = z.object({ token: z.string(), expires: Instant }).openapi("TokenShown");
