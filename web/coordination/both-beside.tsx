import "./both-beside.css";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

type Props = {
  readonly mine: ReactNode;
  /** what stands now, once it is fetched; null: nothing that one may see */
  readonly theirs: ReactNode | null;
  readonly busy: boolean;
  readonly takeMine: () => void;
  readonly takeTheirs: () => void;
  /** absent where only one can stand */
  readonly keepBoth?: (() => void) | undefined;
};

/** Two people wrote at once: both stand side by side, and nothing is lost until one of them is chosen. */
export function BothBeside({ mine, theirs, busy, takeMine, takeTheirs, keepBoth }: Props) {
  const { t } = useLingui();
  return (
    <section className="both-beside" aria-label={t`Two say differently`} role="alert">
      <p><b><Trans>Somebody decided while you wrote.</Trans></b> <span className="quiet"><Trans>Nothing of yours is lost.</Trans></span></p>
      <dl>
        <div><dt className="quiet small"><Trans>Yours, not sent yet</Trans></dt><dd>{mine}</dd></div>
        <div><dt className="quiet small"><Trans>What stands now</Trans></dt><dd>{theirs ?? <Trans>It is no longer as you saw it.</Trans>}</dd></div>
      </dl>
      <p className="form-acts">
        <button type="button" className="button first" disabled={busy} onClick={takeMine}><Trans>Take mine</Trans></button>
        <button type="button" className="button" disabled={busy} onClick={takeTheirs}><Trans>Take theirs</Trans></button>
        {keepBoth && <button type="button" className="button" disabled={busy} onClick={keepBoth}><Trans>Take mine, with their reason beside it</Trans></button>}
      </p>
    </section>
  );
}
