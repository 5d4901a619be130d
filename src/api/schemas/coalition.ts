import { z } from "@hono/zod-openapi";
import { Edtf, Id, Line, MonthSpan, Name, ProofedDate, ProofedInteger } from "./common.ts";

/** GET /api/coalition: what the frame and the first page need to name things. */
export const Coalition = z
  .object({
    name: Name,
    shortName: z.union([Name, z.null()]),
    root: z.object({ id: Id, name: Name, founded: z.union([ProofedDate, z.null()]) }),
    /** The body this place mainly works for; the root when there is none. */
    focus: z.object({ id: Id, name: Name }),
    /** The region in focus, in the reader's language: "the Lake Chad basin and the Sahel". Null: say "everywhere". */
    region: z.union([Name, z.null()]),
    lines: z.array(z.object({ line: Line, name: Name })),
    /** ISO 3166-1 alpha-2 of the countries the map frames, in order of name. */
    countries: z.array(z.object({ code: z.string(), name: Name })),
    /** First and last month that any report touches, for this viewer. */
    data: z.union([MonthSpan, z.null()]),
    members: z.union([z.object({ count: ProofedInteger, asOf: Edtf }), z.null()]),
    initiatives: z.int(),
    /** Nothing of it is so: every page says it. */
    fictional: z.boolean(),
    /** What a person may do next, most useful first; shown on the first page. */
    nextSteps: z.array(z.enum(["set-up", "sign-in", "see-picture", "read-record", "import-file", "enter-meeting", "settle-conflicts", "invite"])),
  })
  .openapi("Coalition");
export type Coalition = z.infer<typeof Coalition>;
