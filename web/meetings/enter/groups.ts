import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { GroupKind } from "./draft.ts";

/** What one may fill in for each thing that a text speaks of, in the order in which texts tell it. `more`: behind a fold. */
export const groupFields: Readonly<Record<GroupKind, { readonly fields: readonly string[]; readonly more: readonly string[] }>> = {
  meeting: { fields: ["title", "date", "place", "country", "co_chairs", "host", "result"], more: ["level", "format", "sequence", "participants", "members_represented", "statement_issued", "follows"] },
  delegation: { fields: ["head", "head_title"], more: ["attendance", "notified_by"] },
  undertaking: { fields: ["what", "line", "due"], more: ["by_member", "by", "kind", "amount"] },
  count: { fields: ["members", "as_of"], more: [] },
  office: { fields: ["from", "to"], more: [] },
  body: { fields: ["launched"], more: ["founded", "first_meeting_in_africa", "co_chairs"] },
  "other-meeting": { fields: ["title", "place", "date"], more: [] },
};

export const groupWords: Readonly<Record<GroupKind, MessageDescriptor>> = {
  meeting: msg`The meeting`,
  delegation: msg`A delegation`,
  undertaking: msg`An undertaking`,
  count: msg`A count of members`,
  office: msg`An office held`,
  body: msg`About the body`,
  "other-meeting": msg`Another meeting it speaks of`,
};
export const recordKindOfGroup: Readonly<Record<GroupKind, string>> = { meeting: "meeting", delegation: "delegation", undertaking: "undertaking", count: "count", office: "office", body: "body", "other-meeting": "meeting" };
