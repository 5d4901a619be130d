import { z } from "@hono/zod-openapi";
import { Id, Marking, Name, Ref } from "./common.ts";

/** Members and bodies with whom its owner shares. `mine`: the viewer's own holder owns it. Holders are told as far as the viewer may know of them. */
export const Circle = z.object({ id: Id, name: z.string(), owner: z.union([Ref, z.null()]), mine: z.boolean(), holders: z.array(Ref) }).openapi("Circle");
export const CircleList = z.object({ items: z.array(Circle) }).openapi("CircleList");

const Holders = z.array(Id).max(500);
/** POST /api/circles: a circle of the viewer's own holder. */
export const NewCircle = z.object({ name: z.string().min(1).max(200), holders: Holders.default([]) }).openapi("NewCircle");
/** PUT /api/circles/{id}/holders: all who are in it from now on. */
export const CircleHolders = z.object({ holders: Holders }).openapi("CircleHolders");

/** PUT …/marking: the label may become stricter; `circle` is one of one's own, null for the owner alone (TLP:GREEN: the whole coalition). */
export const NewMarking = z
  .object({ tlp: z.enum(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT"]), circle: z.union([Id, z.null()]).default(null) })
  .openapi("NewMarking");
export const MarkedAs = z.object({ id: Id, marking: Marking }).openapi("MarkedAs");

/** GET /api/records/{id}/why. `through`: the holder whose role opens it. */
export const WhyRecord = z
  .object({
    record: z.object({ kind: z.string(), id: Id, name: Name }),
    code: z.enum(["clear", "named", "acts-for-owner", "in-circle", "in-coalition"]),
    through: z.union([Ref, z.null()]),
    lookingAs: z.boolean(),
    marking: Marking,
  })
  .openapi("WhyRecord");

/** GET /api/why/{kind}/{id}: one reason for each marking that has to be open. An initiative is seen by its reports, a claim with its record and source. */
export const Why = z
  .object({
    kind: z.enum(["record", "source", "claim", "decision", "import", "initiative", "report", "need", "stated-none", "finding"]),
    id: Id,
    lookingAs: z.boolean(),
    marking: Marking,
    reasons: z.array(z.object({ code: z.enum(["clear", "named", "acts-for-owner", "in-circle", "in-coalition"]), through: z.union([Ref, z.null()]), marking: Marking })),
  })
  .openapi("Why");
