import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { components } from "../generated/api.d.ts";

export type SearchAnswer = components["schemas"]["SearchAnswer"];
export type SearchItem = components["schemas"]["SearchItem"];
export type SearchKind = components["schemas"]["SearchKind"];

/** What stands over the things of a kind. */
export const kindWords: Readonly<Record<SearchKind, MessageDescriptor>> = {
  member: msg`Members`, body: msg`Bodies`, person: msg`Persons`, meeting: msg`Meetings`, text: msg`Texts`, undertaking: msg`Undertakings`, delegation: msg`Delegations`, area: msg`Areas`, initiative: msg`Initiatives`, source: msg`Sources`,
};
