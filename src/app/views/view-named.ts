import { fault } from "../../base/errors.ts";
import type { App } from "../app.ts";
import { listViews, type ViewList } from "./list-views.ts";

/** The view of that name, one's own before those of others. @throws not-found; bad-input when several others share one of that name */
export async function viewNamed(app: App, secret: string | null, name: string, languages: readonly string[]): Promise<ViewList["items"][number]> {
  const named = (await listViews(app, secret, languages)).items.filter((v) => v.name === name || v.id === name);
  const [first, second] = named;
  if (first === undefined) throw fault("not-found");
  if (!first.mine && second !== undefined) throw fault("bad-input", { path: "view", found: name, expected: `one view of that name; there are ${named.length}: give its id` });
  return first;
}
