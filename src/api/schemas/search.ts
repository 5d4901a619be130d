import { z } from "@hono/zod-openapi";
import { Cursor, Edtf, Id, Marking, Name, PageQuery } from "./common.ts";

export const SearchKind = z.enum(["member", "body", "person", "meeting", "text", "undertaking", "delegation", "area", "initiative", "source"]).openapi("SearchKind");

/** GET /api/search. `kinds`: several with commas; all when absent. `limit` is per kind, and `next` goes on in each. */
export const SearchQuery = PageQuery.extend({
  q: z.string().min(1).max(200),
  kinds: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(8),
});

/** Stretches of a text to be marked: from, up to and not with, in UTF-16 units. */
const Marks = z.array(z.tuple([z.int(), z.int()]));

/** `met`: its identifier, its name, the beginning of its name, words of a name, words beside it (a party, a publisher), or with a typing error or in another script. */
export const SearchItem = z
  .object({
    kind: SearchKind,
    id: z.string(),
    name: Name,
    marks: Marks,
    /** what it was found by, where its name does not show that */
    by: z.union([Name.extend({ marks: Marks }), z.null()]),
    /** what it belongs to */
    of: z.array(Name),
    date: z.union([Edtf, z.null()]),
    code: z.union([z.string(), z.null()]),
    /** the page that shows it, where it has none of its own */
    on: z.union([z.object({ kind: z.enum(["meeting", "body", "member"]), id: Id }), z.null()]),
    met: z.enum(["code", "name", "begins", "words", "beside", "near"]),
    /** of a member: whether it is one today */
    today: z.union([z.enum(["yes", "no", "between"]), z.null()]),
  })
  .openapi("SearchItem");
export type SearchItem = z.infer<typeof SearchItem>;

export const SearchAnswer = z
  .object({ groups: z.array(z.object({ kind: SearchKind, total: z.int(), items: z.array(SearchItem) })), next: Cursor, marking: Marking })
  .openapi("SearchAnswer");
export type SearchAnswer = z.infer<typeof SearchAnswer>;
