import * as oidc from "openid-client";
import { fault } from "../../base/errors.ts";
import type { Provider } from "./provider.ts";

/** What a provider says of itself, asked once an hour at most: keys are asked for anew by the library when one is unknown. */
const known = new WeakMap<Provider, { readonly at: number; readonly found: Promise<oidc.Configuration> }>();
const hour = 3_600_000;

/** @throws provider-refused when it does not answer, or answers as another issuer */
export async function providerClient(provider: Provider, now: Date): Promise<oidc.Configuration> {
  const at = now.getTime();
  const kept = known.get(provider);
  if (kept && at - kept.at < hour) return kept.found;
  const found = oidc.discovery(new URL(provider.issuer), provider.clientId, undefined, provider.clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(provider.clientSecret), {
    timeout: 10,
    // Only for an issuer on this machine (see read-providers.ts).
    execute: provider.plainHttp ? [oidc.allowInsecureRequests] : [],
  });
  known.set(provider, { at, found });
  try {
    return await found;
  } catch (cause) {
    known.delete(provider);
    throw fault("provider-refused", { reason: "it does not answer as the issuer that was named" }, cause);
  }
}
