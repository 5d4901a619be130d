import type { App } from "../app.ts";

/** What areas are called and how they lie in each other: all of the application that figures need. */
export type Atlas = Pick<App, "areas">;
