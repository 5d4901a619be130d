import type { App } from "../app.ts";
import { asking, type Wanted } from "../record/asking.ts";
import { signedIn } from "../signed-in.ts";
import { readCircles } from "./circle.ts";

/** The circles that the viewer's side owns or is in. @throws sign-in-needed */
export async function listCircles(app: App, secret: string | null, wanted: Wanted) {
  return app.store.read(secret, async (reader) => {
    signedIn(reader.viewer);
    return { items: await readCircles(asking(app, reader, wanted), null) };
  });
}
