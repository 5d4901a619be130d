import { newId } from "../../base/ids.ts";
import { fault } from "../../base/errors.ts";
import { tryParseEdtf } from "../../base/edtf.ts";
import { isLanguage } from "../../formats/record-csv/language.ts";
import { indexSources } from "../../store/queries/search-entries.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";
import type { Wanted } from "./asking.ts";
import { keptText } from "./find-quote.ts";
import { ownMarking } from "./own-marking.ts";
import { readSourcePage } from "./sources.ts";

export type NewSource = {
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly licence?: string | undefined;
  readonly note?: string | undefined;
  readonly text?: string | undefined;
  readonly marking?: string | undefined;
};

/**
 * Adds a document or data set that claims can rest on. Its text is kept under the same marking, for quoting from.
 * @throws not-allowed, bad-input
 */
export async function addSource(app: App, secret: string | null, wanted: NewSource, asked: Wanted) {
  const refuse = (path: string, found: string, expected: string) =>
    fault("bad-input", { path, found: found.slice(0, 200), expected });
  if (wanted.title.trim() === "") throw refuse("title", wanted.title, "what the source is called");
  if (wanted.published !== undefined && tryParseEdtf(wanted.published) === null)
    throw refuse("published", wanted.published, "a date (EDTF), e.g. 2023-11-15 or 2022-05");
  if (wanted.language !== undefined && wanted.language !== "und" && !isLanguage(wanted.language))
    throw refuse("language", wanted.language, "a language (BCP 47), e.g. en, fr, ar");
  if (wanted.url !== undefined && !(/^https?:\/\//.test(wanted.url) && URL.canParse(wanted.url)))
    throw refuse("url", wanted.url, "an address that begins with http:// or https://");
  return app.store.write(secret, { act: "add-source" }, async (writer) => {
    const viewer = withRight(writer.viewer, "edit-record");
    const { classId } = await ownMarking(writer, wanted.marking, []);
    const filled = (text: string | undefined) => (text === undefined || text.trim() === "" ? null : text.trim());
    const row = {
      title: wanted.title.trim(),
      publisher: filled(wanted.publisher),
      url: filled(wanted.url),
      published: filled(wanted.published),
      licence: filled(wanted.licence),
      language: wanted.language === "und" ? null : filled(wanted.language),
      note: filled(wanted.note),
      body: wanted.text === undefined || wanted.text.trim() === "" ? null : keptText(wanted.text),
    };
    const { id } = await writer.db
      .insertInto("source")
      .values({ ...row, key: newId(), owner_id: viewer.holderId, class_id: classId, created_by: viewer.accountId })
      .returning("id")
      .executeTakeFirstOrThrow();
    await indexSources(writer.db, [id]);
    const { body, ...said } = row;
    writer.note({
      recordIds: [],
      classId,
      before: null,
      after: { source: id, ...said, textLength: body?.length ?? 0 },
      told: [{ kind: "source", id, classId }],
    });
    return readSourcePage(app, writer, id, asked);
  });
}
