import { valueOf } from "../../claims/value-input.tsx";
import { typeOf } from "../../claims/value-type.ts";
import type { components } from "../../generated/api.d.ts";
import { type Draft, type Entry, type Group, type GroupKind, isFilled } from "./draft.ts";
import { placeOf, pointsBefore } from "./quote-place.ts";

type MeetingEntry = components["schemas"]["MeetingEntry"];
type EnteredField = MeetingEntry["meeting"][number];

const recordKindOf: Readonly<Record<GroupKind, string>> = { meeting: "meeting", delegation: "delegation", undertaking: "undertaking", count: "count", office: "office", body: "body", "other-meeting": "meeting" };

/** What was typed, as the API takes it: only what is filled, each with its words and where they stand in the text. */
export function entryBody(draft: Draft, body: string, source: string): MeetingEntry {
  const text = keptText(draft.source.text);
  const language = draft.source.language === "" ? "und" : draft.source.language;
  const quoteOf = ({ quote, start }: Entry) => {
    if (quote.trim() === "") return {};
    const place = placeOf(text, quote, start);
    return { quote: { text: quote, language, ...(place.stands ? { start: pointsBefore(text, place.from) } : {}) } };
  };
  const fieldsOf = (group: Group): EnteredField[] =>
    Object.entries(group.entries)
      .filter(([field, entry]) => field !== "told" && isFilled(entry))
      .map(([field, entry]) => {
        const kind = recordKindOf[group.kind];
        return { field, ...valueOf(typeOf(kind, field), entry.value, language), ...quoteOf(entry), confidence: draft.confidence } as EnteredField;
      });
  const of = (kind: GroupKind) => draft.groups.filter((group) => group.kind === kind);
  const withFields = <T>(groups: readonly Group[], make: (group: Group, fields: EnteredField[]) => T): T[] => groups.flatMap((group) => { const fields = fieldsOf(group); return fields.length === 0 ? [] : [make(group, fields)]; });
  const toldOf = (group: Group) => ({ place: group.choice as "before" | "after", confidence: draft.confidence, ...quoteOf(group.entries["told"] ?? { value: { text: "", refs: [], currency: "" }, quote: "", start: null }) });
  return {
    body,
    source,
    marking: draft.source.marking,
    meeting: of("meeting").flatMap(fieldsOf),
    delegations: of("delegation").flatMap((group) => (group.ref === null ? [] : [{ member: group.ref, fields: fieldsOf(group).length > 0 ? fieldsOf(group) : [{ field: "attendance", text: "present", confidence: draft.confidence } as EnteredField] }])),
    undertakings: withFields(of("undertaking"), (_, fields) => ({ fields })),
    counts: withFields(of("count"), (_, fields) => ({ fields })),
    offices: of("office").flatMap((group) => { const fields = fieldsOf(group); return group.ref === null || fields.length === 0 ? [] : [{ holder: group.ref, office: group.choice as "chair", fields }]; }),
    facts: withFields(of("body"), (_, fields) => ({ record: body, fields })),
    earlierMeetings: of("other-meeting").flatMap((group) => { const fields = fieldsOf(group); return group.ref === null && fields.length === 0 ? [] : [{ ...(group.ref === null ? {} : { meeting: group.ref }), fields, told: toldOf(group) }]; }),
  };
}

/** Line ends as the server keeps them. */
export const keptText = (text: string): string => text.replaceAll(/\r\n?/g, "\n");
