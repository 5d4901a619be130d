import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FieldClaims } from "../api/record-types.ts";

/** Why this value is the one shown, where nobody decided. */
export const chosenWords: Readonly<Record<FieldClaims["chosenBy"], MessageDescriptor | null>> = {
  "only-claim": null,
  agreement: null,
  "most-sources": msg`Shown because most sources say so. Nobody has decided.`,
  confidence: msg`Shown because it was checked against its source. Nobody has decided.`,
  "most-precise": msg`Shown because it is the most precise of those that agree.`,
  "latest-source": msg`Shown because its source is the latest. Nobody has decided.`,
  "fixed-order": msg`Nothing speaks for one or the other; the first stands until somebody decides.`,
  decision: null,
  nothing: msg`No source says anything yet.`,
};
