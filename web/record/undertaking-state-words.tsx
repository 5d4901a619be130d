import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { TextState, UndertakingState } from "../api/record-types.ts";

export const undertakingStateWords: Readonly<Record<UndertakingState, MessageDescriptor>> = {
  overdue: msg`overdue`,
  between: msg`perhaps overdue`,
  open: msg`still open`,
  undated: msg`still open, no date given`,
  done: msg`done`,
  dropped: msg`given up`,
};
export const textStateWords: Readonly<Record<TextState, MessageDescriptor>> = {
  draft: msg`draft`,
  issued: msg`issued`,
  adopted: msg`adopted`,
  ended: msg`no longer in force`,
  between: msg`between two dates`,
  undated: msg`no date known`,
};

/** How an undertaking stands, in a word: never by colour alone. */
export function UndertakingStateWords({ state, perhaps }: { readonly state: UndertakingState; readonly perhaps: "done" | "dropped" | null }) {
  const { i18n } = useLingui();
  return (
    <span>
      <span className={state === "overdue" || state === "between" ? "overdue" : undefined}>{i18n._(undertakingStateWords[state])}</span>
      {perhaps === "done" && <span className="quiet"> <Trans>(perhaps done)</Trans></span>}
      {perhaps === "dropped" && <span className="quiet"> <Trans>(perhaps given up)</Trans></span>}
    </span>
  );
}
