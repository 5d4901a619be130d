import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

/** A secret that cannot be shown again: selected on focus, copied by a button. */
export function ShownOnce({ label, text, said }: { readonly label: string; readonly text: string; readonly said: ReactNode }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  return (
    <div className="shown-once" role="status">
      <input className="input" dir="ltr" readOnly aria-label={label} value={text} onFocus={(event) => event.target.select()} />
      <button type="button" className="button" onClick={() => void copy()}>{copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}</button>
      <p className="small">{said}</p>
    </div>
  );
}
