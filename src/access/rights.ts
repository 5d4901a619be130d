/** What a person is for a member or body. The public is whoever has not signed in. Operating the server is no role: it gives no reading. */
export const roleNames = ["secretariat", "chair", "co-chair", "focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"] as const;
export type RoleName = (typeof roleNames)[number];

const everyRole: readonly RoleName[] = roleNames;
/** Those who speak for a member or body: what they own they may change. `role_writes` in the database says the same. */
const speakers: readonly RoleName[] = ["secretariat", "chair", "co-chair", "focal-point"];

/**
 * Who may do what: the one table. How far reading reaches is not in it: markings and circles decide that, for the public too.
 * `changes`: refused to a token that only reads and while looking as a member. `byHand`: refused to every token.
 */
export const rights = {
  "look-around": { roles: everyRole, public: true, changes: false, byHand: false },
  "come-in": { roles: everyRole, public: true, changes: false, byHand: false },
  "be-told": { roles: everyRole, public: false, changes: false, byHand: false },
  "see-circles": { roles: everyRole, public: false, changes: false, byHand: false },
  "see-worklist": { roles: everyRole, public: false, changes: false, byHand: false },
  import: { roles: speakers, public: false, changes: true, byHand: false },
  "edit-record": { roles: speakers, public: false, changes: true, byHand: false },
  decide: { roles: speakers, public: false, changes: true, byHand: false },
  "read-audit": { roles: ["secretariat", "chair", "co-chair", "focal-point", "auditor"], public: false, changes: false, byHand: false },
  "look-as": { roles: ["secretariat"], public: false, changes: false, byHand: false },
  "manage-accounts": { roles: ["secretariat"], public: false, changes: true, byHand: false },
  "make-tokens": { roles: everyRole, public: false, changes: true, byHand: false },
  "see-own-account": { roles: everyRole, public: false, changes: false, byHand: false },
  "end-own-sessions": { roles: everyRole, public: false, changes: true, byHand: false },
  // what a person keeps for themselves; to share a view asks for "edit-record" too
  "keep-views": { roles: everyRole, public: false, changes: true, byHand: false },
  "own-keys": { roles: everyRole, public: false, changes: true, byHand: true },
  "propose-act": { roles: speakers, public: false, changes: true, byHand: false },
  // A script that holds two people's tokens is still one hand.
  "second-act": { roles: speakers, public: false, changes: true, byHand: true },
  "see-operation": { roles: ["secretariat", "auditor"], public: false, changes: false, byHand: false },
} as const satisfies Readonly<Record<string, { readonly roles: readonly RoleName[]; readonly public: boolean; readonly changes: boolean; readonly byHand: boolean }>>;
export type Right = keyof typeof rights;

/** What a page shows or hides a way in for, and what a token can be limited to. */
export const grantedRights = ["import", "edit-record", "decide", "look-as", "manage-accounts", "make-tokens", "read-audit"] as const satisfies readonly Right[];
export type GrantedRight = (typeof grantedRights)[number];

export function may(role: string, right: Right): boolean {
  return (rights[right].roles as readonly string[]).includes(role);
}

/** Every right of a role, for showing or hiding a way in; the verb decides again each time. */
export function rightsOf(role: string): readonly GrantedRight[] {
  return grantedRights.filter((right) => may(role, right));
}
