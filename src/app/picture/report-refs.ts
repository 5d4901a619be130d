import { pickWords } from "../../base/language-map.ts";
import { type ReportBody, reportBodies } from "../../store/queries/report-bodies.ts";
import type { Reader } from "../../store/open-store.ts";
import { type ReportRef, reporterRef } from "./references.ts";
import { isSecondary } from "./reporter-role.ts";

/** What a list or an explanation shows of each report: who says so, and where it was read. */
export async function reportRefs(reader: Reader, ids: Iterable<string>, languages: readonly string[]): Promise<ReadonlyMap<string, ReportRef>> {
  const bodies = await reportBodies(reader, { ids: [...new Set(ids)] });
  return new Map(bodies.map((b) => [b.id, reportRef(b, languages)]));
}

export function reportRef(b: ReportBody, languages: readonly string[]): ReportRef {
  const title = pickWords(b.body.title, languages);
  const { published, at } = b.body;
  const url = [published?.locator, published?.source].find((text) => text !== undefined && /^https?:\/\//.test(text) && URL.canParse(text));
  return {
    id: b.id,
    identifier: b.identifier,
    reporter: reporterRef(b),
    secondary: isSecondary(b),
    title: title ? { text: title.text, language: title.language } : { text: b.identifier, language: "und" },
    read: { file: at.file, line: at.line, path: at.path, imported: b.received_at.toISOString() },
    publisher: published?.source ?? b.reporter_name,
    licence: published?.licence ?? null,
    url: url ?? null,
    lastUpdated: b.body.lastUpdated?.slice(0, 10) ?? null,
    superseded: !b.current,
  };
}
