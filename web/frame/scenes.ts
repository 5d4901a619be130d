import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** The scenes of the top bar, in order. `to` is under the language. */
export const scenes: readonly { readonly to: "/$lang" | "/$lang/picture" | "/$lang/overlaps" | "/$lang/initiatives" | "/$lang/record" | "/$lang/imports"; readonly name: MessageDescriptor }[] = [
  { to: "/$lang", name: msg`Home` },
  { to: "/$lang/picture", name: msg`Picture` },
  { to: "/$lang/overlaps", name: msg`Overlaps` },
  { to: "/$lang/initiatives", name: msg`Initiatives` },
  { to: "/$lang/record", name: msg`Record` },
  { to: "/$lang/imports", name: msg`Imports` },
];
