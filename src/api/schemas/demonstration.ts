import { z } from "@hono/zod-openapi";
import { Language, Name } from "./common.ts";

/** GET /api/demonstration: as whom a fictional coalition can be looked at. A coalition that is none has no such address. */
export const Demonstration = z
  .object({ people: z.array(z.object({ login: z.string(), language: Language, name: Name, role: Name, actsFor: Name, comesFor: Name })) })
  .openapi("Demonstration");

/** POST /api/demonstration/session */
export const EnterDemonstration = z.object({ login: z.string().min(1).max(200) }).openapi("EnterDemonstration");
export const Entered = z.object({ login: z.string() }).openapi("Entered");
