import { Trans, useLingui } from "@lingui/react/macro";
import type { OverlapPair } from "../api/types.ts";
import { DecideBar } from "../coordination/decide-bar.tsx";

/** What may be decided about a pair. */
export function Decide({ pair }: { readonly pair: OverlapPair }) {
  const { t } = useLingui();
  return (
    <DecideBar
      path={`/api/overlaps/${pair.a.id}/${pair.b.id}/decision`}
      choices={[
        { key: "c", outcome: "coordinate", words: t`Coordinate…`, asks: "coordination" },
        { key: "m", outcome: "one-initiative", words: t`One initiative`, asks: "nothing" },
        { key: "p", outcome: "complementary", words: t`Complementary`, asks: "nothing" },
        { key: "d", outcome: "dismissed", words: t`Dismiss…`, asks: "reason" },
      ]}
      decision={pair.decision} decisions={pair.decisions} mayDecide={pair.mayDecide} reports={pair.reports} now={pair.contestedUsd}
      otherwise={<Trans>To decide, sign in with a role in a body that both sides share.</Trans>}
    />
  );
}
