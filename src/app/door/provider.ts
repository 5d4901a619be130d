/** One identity provider, as an operator describes it. A member state may have one of its own, or several members share one. */
export type Provider = {
  readonly kind: "provider";
  /** stands in addresses: letters, digits, dashes */
  readonly id: string;
  /** what its button says, by language */
  readonly name: Readonly<Record<string, string>>;
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which proves itself by PKCE alone */
  readonly clientSecret: string | null;
  readonly scopes: readonly string[];
  /** the claim that says for which member a person acts, and the member's code for each of its values; null: one member for all */
  readonly memberClaim: string | null;
  readonly members: Readonly<Record<string, string>>;
  /** the role of somebody who comes for the first time; null: only those who were invited come in */
  readonly newcomers: NewcomerRole | null;
  /** the issuer's certificate is not asked for: loopback only, for tests and trials */
  readonly plainHttp: boolean;
};

/** What a provider alone can make of somebody. Never an officer: those are invited by a person. */
export const newcomerRoles = ["focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"] as const;
export type NewcomerRole = (typeof newcomerRoles)[number];
