import type pg from "pg";

/** Who is asking, as the database itself resolved it from the session's secret. */
export type Viewer =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "signed-in";
      readonly accountId: string;
      readonly personId: string;
      readonly sessionId: string;
      readonly roleId: string;
      readonly role: string;
      /** the member or body that this person acts for */
      readonly holderId: string;
      readonly bodyId: string;
      readonly lookingAs: string | null;
      readonly readOnly: boolean;
      /** the rights that a token is limited to; null: all of the role's */
      readonly scopes: readonly string[] | null;
      readonly sessionKind: "browser" | "token";
    };

/** The opaque secret of a session or access token; null is the anonymous visitor. */
export type Secret = string | null;

/** The secret as it may stand in `set local`: base64url, or nothing at all. */
export function secretLiteral(secret: Secret): string {
  return secret !== null && /^[A-Za-z0-9_-]{16,128}$/.test(secret) ? secret : "";
}

export async function currentViewer(client: pg.ClientBase): Promise<Viewer> {
  const { rows } = await client.query("select * from viewer()");
  return viewerOf(rows);
}

/** The viewer that `viewer()` or `hold_classes()` answered with. */
export function viewerOf([v]: readonly pg.QueryResultRow[]): Viewer {
  if (!v) return { kind: "anonymous" };
  return {
    kind: "signed-in",
    accountId: v.account_id,
    personId: v.person_id,
    sessionId: v.session_id,
    roleId: v.role_id,
    role: v.role,
    holderId: v.holder_id,
    bodyId: v.body_id,
    lookingAs: v.looking_as,
    readOnly: v.read_only,
    scopes: v.scopes,
    sessionKind: v.session_kind,
  };
}
