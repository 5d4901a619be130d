import { Trans } from "@lingui/react/macro";
import type { Operation } from "./admin-types.ts";

/** What is counted, in words. */
export function KindWord({ kind }: { readonly kind: Operation["markings"][number]["kind"] }) {
  switch (kind) {
    case "record": return <Trans>records</Trans>;
    case "source": return <Trans>sources</Trans>;
    case "claim": return <Trans>claims</Trans>;
    case "report": return <Trans>reports</Trans>;
    case "need": return <Trans>needs</Trans>;
    case "import": return <Trans>imports</Trans>;
  }
}
