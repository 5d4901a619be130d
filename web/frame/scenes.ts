import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** The scenes of the top bar, in order. `to` is under the language; `within` says which other addresses belong to the scene. */
export const scenes: readonly { readonly to: "/$lang" | "/$lang/picture" | "/$lang/worklist" | "/$lang/overlaps" | "/$lang/initiatives" | "/$lang/record" | "/$lang/imports"; readonly name: MessageDescriptor; readonly within?: RegExp }[] = [
  { to: "/$lang", name: msg`Home` },
  { to: "/$lang/picture", name: msg`Picture` },
  { to: "/$lang/worklist", name: msg`Worklist` },
  { to: "/$lang/overlaps", name: msg`Overlaps` },
  { to: "/$lang/initiatives", name: msg`Initiatives` },
  { to: "/$lang/record", name: msg`Record`, within: /^\/[a-z]+\/(bodies|members|meetings|undertakings|texts|persons|brief|conflicts|sources|history|compare)(\/|$)/ },
  { to: "/$lang/imports", name: msg`Imports` },
];
