import { z } from "@hono/zod-openapi";
import { Id, Line, Month, Name } from "./common.ts";

/** What is needed in an area on a line. Money (USD a month) or people; without a unit cost people never become money. */
export const NeedInput = z
  .object({
    area: z.string().max(20), line: Line, from: Month, to: Month, usdPerMonth: z.number().min(0).optional(), people: z.number().min(0).optional(), reached: z.number().min(0).optional(),
    unitCostUsdYear: z.number().min(0).optional(), severity: z.int().min(1).max(5).optional(), source: Id.optional(), note: z.string().max(2000).optional(),
  })
  .openapi("NeedInput");

/** POST /api/needs */
export const NewNeeds = z.object({ needs: z.array(NeedInput).min(1).max(5_000), marking: z.enum(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]).default("TLP:GREEN") }).openapi("NewNeeds");
export const NeedsEntered = z.object({ ids: z.array(Id) }).openapi("NeedsEntered");

export const NeedItem = z
  .object({
    id: Id, area: z.object({ code: z.string(), name: Name }), line: Line, from: Month, to: Month, usdPerMonth: z.union([z.number(), z.null()]), people: z.union([z.number(), z.null()]),
    reached: z.union([z.number(), z.null()]), unitCostUsdYear: z.union([z.number(), z.null()]), severity: z.union([z.int(), z.null()]), note: z.union([z.string(), z.null()]), by: z.union([Name, z.null()]),
  })
  .openapi("NeedItem");
export const NeedList = z.object({ items: z.array(NeedItem) }).openapi("NeedList");
