import { z } from "@hono/zod-openapi";
import { ChosenTlp, Cursor, Edtf, Id, Instant, Language, Marking, Name, PageQuery } from "./common.ts";

/** A document or data set, as far as a claim needs it. */
export const SourceRef = z
  .object({
    id: Id,
    title: z.string(),
    publisher: z.union([z.string(), z.null()]),
    url: z.union([z.string(), z.null()]),
    published: z.union([Edtf, z.null()]),
    language: z.union([Language, z.null()]),
    licence: z.union([z.string(), z.null()]),
  })
  .openapi("SourceRef");
export type SourceRef = z.infer<typeof SourceRef>;

/** GET /api/sources */
export const SourceQuery = PageQuery.extend({ q: z.string().max(200).optional() });
export const SourceItem = SourceRef.extend({ claims: z.int(), reports: z.int(), tlp: Marking.shape.tlp }).openapi("SourceItem");
export const SourceList = z.object({ items: z.array(SourceItem), total: z.int(), next: Cursor, marking: Marking }).openapi("SourceList");
export type SourceList = z.infer<typeof SourceList>;

/** GET /api/sources/{id}: `stands`: what is claimed from it, by record. */
export const SourcePage = SourceRef.extend({
  note: z.union([z.string(), z.null()]),
  /** the text itself where it was brought, for quoting from */
  text: z.union([z.string(), z.null()]),
  marking: Marking,
  added: z.object({ by: z.union([Name, z.null()]), at: Instant }),
  stands: z.array(
    z.object({
      record: z.object({ kind: z.string(), id: Id, name: Name }),
      claims: z.array(z.object({ id: Id, field: z.string(), text: z.string(), locator: z.union([z.string(), z.null()]), quote: z.union([z.string(), z.null()]), shown: z.boolean() })),
    }),
  ),
}).openapi("SourcePage");
export type SourcePage = z.infer<typeof SourcePage>;

/** POST /api/sources. `text` is kept for quoting from, under the same marking. Answers SourcePage. */
export const NewSource = z
  .object({
    title: z.string().min(1).max(500),
    publisher: z.string().max(300).optional(),
    url: z.url().optional(),
    published: Edtf.optional(),
    language: Language.optional(),
    licence: z.string().max(200).optional(),
    note: z.string().max(2000).optional(),
    text: z.string().max(500_000).optional(),
    marking: ChosenTlp.optional(),
  })
  .openapi("NewSource");
