import { pickWords } from "../../base/language-map.ts";
import { plainValue } from "./plain-value.ts";
import { type EntityLine, entityLines } from "../../store/queries/record-entities.ts";
import type { Words } from "../words.ts";
import type { Asking } from "./asking.ts";
import { type ClaimSheet, readSheet } from "./claim-sheet.ts";

/** What stands for a record in a sentence or link. `code` is ISO 3166-1 alpha-2 of a state, or an organisation's short code. */
export type Label = { readonly kind: string; readonly id: string; readonly code: string | null; readonly name: Words };
export type Ref = {
  kind: "member" | "body" | "person" | "meeting" | "text" | "organisation";
  id: string | null;
  code: string | null;
  name: Words;
};

const named = ["name", "title", "what", "as_of", "place", "date"] as const;

/**
 * A name for each record that the viewer may see, as its claims and decisions give it. What has no name of its own is told by
 * what it hangs on: "Togo · Global Coalition". An id that may not be seen is absent from the answer.
 */
export async function labelsOf(asking: Asking, ids: Iterable<string>): Promise<ReadonlyMap<string, Label>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const lines = await entityLines(asking.reader.db, wanted);
  const around = new Set(
    lines
      .flatMap((l) => (isNamed(l.kind) ? [] : [l.who, l.body, l.meeting].filter((id) => id !== null)))
      .concat(lines.flatMap((l) => (l.kind === "meeting" && l.body !== null ? [l.body] : []))),
  );
  for (const l of lines) around.delete(l.id);
  const all = around.size === 0 ? lines : [...lines, ...(await entityLines(asking.reader.db, [...around]))];
  const sheet = await readSheet(
    asking,
    all.map((l) => l.id),
    named,
  );
  const byId = new Map(all.map((l) => [l.id, l]));
  for (const l of lines) asking.used.add(l.class_id);
  return new Map(
    lines.map((l) => [l.id, { kind: l.kind, id: l.id, code: l.iso2 ?? l.code, name: nameOf(asking, sheet, byId, l) }]),
  );
}

/** As `labelsOf`, of records that may stand in a list of others. */
export function refOf(label: Label): Ref {
  const kind = paged.find((k) => k === label.kind) ?? "organisation";
  return { kind, id: label.id, code: label.code, name: label.name };
}

const paged = ["member", "body", "person", "meeting", "text"] as const;

const isNamed = (kind: string) =>
  kind === "member" || kind === "body" || kind === "person" || kind === "meeting" || kind === "text";

/** What a name needs to know of a record beside its claims. */
export type NamedLine = Pick<EntityLine, "id" | "kind" | "code" | "who" | "body" | "meeting">;

/** The name of a record from a sheet with the claims of it and of what it hangs on. */
export function nameOf(asking: Asking, sheet: ClaimSheet, byId: ReadonlyMap<string, NamedLine>, l: NamedLine): Words {
  const of = (id: string | null): Words | null => {
    const line = id === null ? undefined : byId.get(id);
    return line === undefined ? null : nameOf(asking, sheet, byId, line);
  };
  switch (l.kind) {
    case "member":
    case "body":
    case "person":
      return pickName(asking, sheet, l.id, "name") ?? { text: l.code ?? l.kind, language: "und" };
    case "text":
      return pickName(asking, sheet, l.id, "title") ?? of(l.meeting) ?? { text: l.kind, language: "und" };
    case "meeting":
      return (
        pickName(asking, sheet, l.id, "title") ??
        joined([pickName(asking, sheet, l.id, "place") ?? of(l.body), text(sheet, l, "date")])
      );
    case "undertaking":
      return text(sheet, l, "what") ?? joined([of(l.meeting) ?? of(l.body)]);
    case "count":
      return joined([of(l.body), text(sheet, l, "as_of")]);
    case "delegation":
      return joined([of(l.who), of(l.meeting)]);
    default:
      return joined([of(l.who), of(l.body)]);
  }
}

/** A name in the language that the reader wants most, of those in which it is claimed. */
export function pickName(asking: Asking, sheet: ClaimSheet, record: string, field: string): Words | null {
  const byLanguage: Record<string, string> = {};
  for (const [language, composed] of sheet.inLanguages(record, field))
    if (composed.shown) byLanguage[language] = plainValue(composed.shown.value);
  const picked = pickWords(byLanguage, asking.languages);
  return picked === null ? null : { text: picked.text, language: picked.language };
}

function text(sheet: ClaimSheet, l: NamedLine, field: string): Words | null {
  const { shown } = sheet.field(l.id, l.kind, field);
  return shown === null ? null : { text: plainValue(shown.value), language: "und" };
}

function joined(parts: readonly (Words | null)[]): Words {
  const some = parts.filter((p) => p !== null);
  return { text: some.map((p) => p.text).join(" · ") || "?", language: some[0]?.language ?? "und" };
}
