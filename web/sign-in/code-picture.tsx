import { useLingui } from "@lingui/react/macro";
import { encode } from "uqr";

/** What an authenticator app reads, drawn here: the secret in it goes nowhere. Dark on light in every theme, as cameras want it. */
export function CodePicture({ address }: { readonly address: string }) {
  const { t } = useLingui();
  const { data, size } = encode(address, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return <svg className="code-picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t`Picture for the authenticator app`} shapeRendering="crispEdges"><path d={path} fill="currentColor" /></svg>;
}
