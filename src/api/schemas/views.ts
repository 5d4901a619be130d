import { z } from "@hono/zod-openapi";
import { sortKeys } from "../../app/picture/list-order.ts";
import { Id, Instant, Marking, Name } from "./common.ts";
import { InitiativeQuery, ShownColumn } from "./initiatives.ts";

const Filter = InitiativeQuery.omit({ cursor: true, limit: true, sort: true, asOf: true });
const Sort = z.enum([...sortKeys, ...sortKeys.map((key) => `-${key}` as const)]);

/** POST /api/views. `share`: a circle of one's own, `own` side, or the `coalition`; absent: nobody but oneself. */
export const NewView = z.object({ name: z.string().min(1).max(120), filter: Filter, columns: z.array(ShownColumn), sort: Sort, share: z.union([Id, z.literal("own"), z.literal("coalition")]).optional() }).openapi("NewView");

export const SavedView = z
  .object({ id: Id, name: z.string(), mine: z.boolean(), shared: z.boolean(), by: z.union([Name, z.null()]), marking: z.union([Marking, z.null()]), filter: z.record(z.string(), z.union([z.string(), z.array(z.string())])), columns: z.array(ShownColumn), sort: Sort, mayEnd: z.boolean(), made: Instant })
  .openapi("SavedView");
export const ViewList = z.object({ items: z.array(SavedView), mayShare: z.boolean() }).openapi("ViewList");
