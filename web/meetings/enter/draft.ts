import type { TypedValue } from "../../claims/value-input.tsx";

/** One field as typed: its value, and the words of the text that say it. `start`: where those words were marked, in UTF-16 units of the text. */
export type Entry = { readonly value: TypedValue; readonly quote: string; readonly start: number | null };

export type GroupKind = "meeting" | "delegation" | "undertaking" | "count" | "office" | "body" | "other-meeting";

/**
 * What the text says of one thing. `ref`: the member of a delegation, the holder of an office, another meeting that stands already.
 * `choice`: the office; for another meeting whether the text puts it before or after. Its own words for that order stand in the entry `told`.
 */
export type Group = { readonly key: string; readonly kind: GroupKind; readonly ref: string | null; readonly choice: string; readonly entries: Readonly<Record<string, Entry>> };

export type SourceDraft = { readonly title: string; readonly publisher: string; readonly url: string; readonly published: string; readonly language: string; readonly text: string; readonly marking: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" };

export type Draft = {
  readonly step: "source" | "facts";
  readonly body: string | null;
  readonly source: SourceDraft;
  /** once it was sent: a second try does not add it again */
  readonly sourceId: string | null;
  readonly confidence: "verified" | "reported" | "uncertain";
  readonly groups: readonly Group[];
};

export const nothing: TypedValue = { text: "", refs: [], currency: "USD" };
export const noEntry: Entry = { value: nothing, quote: "", start: null };
export const isFilled = ({ value }: Entry): boolean => value.text.trim() !== "" || value.refs.length > 0;

export const newGroup = (kind: GroupKind, key: string): Group => ({ key, kind, ref: null, choice: kind === "office" ? "co-chair" : kind === "other-meeting" ? "before" : "", entries: {} });

export function emptyDraft(body: string | null, language: string): Draft {
  return {
    step: "source",
    body,
    source: { title: "", publisher: "", url: "", published: "", language, text: "", marking: "TLP:AMBER" },
    sourceId: null,
    confidence: "verified",
    groups: [newGroup("meeting", "meeting")],
  };
}

export const entryOf = (group: Group, field: string): Entry => group.entries[field] ?? noEntry;

export function withEntry(draft: Draft, key: string, field: string, entry: Entry): Draft {
  return { ...draft, groups: draft.groups.map((group) => (group.key === key ? { ...group, entries: { ...group.entries, [field]: entry } } : group)) };
}
