import { fault } from "../../base/errors.ts";
import type { Store } from "../../store/open-store.ts";
import { isDemonstration } from "../../store/queries/demonstration.ts";
import type { App } from "../app.ts";

/**
 * Marks a database that holds nothing yet as one for a fictional coalition. It cannot be undone, and marking it again is no error.
 * @throws restore-not-empty when anything is in it: the database itself refuses
 */
export async function markDemonstration(store: Store): Promise<void> {
  await store.system(null, async ({ db }) => {
    if (await isDemonstration(db)) return;
    try {
      await db.insertInto("demonstration").defaultValues().execute();
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "23514") throw fault("restore-not-empty", { where: "database" }, error);
      throw error;
    }
  });
}

/** @throws bad-input when a fictional coalition would come into a database that is not marked for one, or a real one into one that is */
export async function keepFictionApart({ store, coalition }: Pick<App, "store" | "coalition">): Promise<void> {
  const marked = await store.system(null, ({ db }) => isDemonstration(db));
  const fictional = coalition.fictional !== undefined;
  if (marked === fictional) return;
  throw fault("bad-input", {
    path: "ENTENTE_COALITION",
    found: `${fictional ? "a fictional" : "no fictional"} coalition in ${coalition.folder}`,
    expected: marked ? "a fictional coalition: this database was made by npm run demo" : "no fictional coalition: npm run demo makes a database of its own for one",
  });
}
