import "./states.css";
import { useLingui } from "@lingui/react/macro";

/** Lines where text will stand, of the height it will have, so that nothing jumps. */
export function Waiting({ lines }: { readonly lines: number }) {
  const { t } = useLingui();
  return <div className="skeleton" role="status" aria-label={t`Being fetched`}>{Array.from({ length: lines }, (_, i) => <span key={i} />)}</div>;
}
