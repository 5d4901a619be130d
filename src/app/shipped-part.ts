import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { Store, SystemWriter } from "../store/open-store.ts";

export type ChangedPart = { readonly sha256: string; readonly remember: (writer: SystemWriter) => Promise<void> };

/** A part of the shipped record whose files differ from those loaded last; null when they are the same. */
export async function changedPart(store: Store, part: string, folder: string): Promise<ChangedPart | null> {
  const sha256 = await folderHash(folder);
  const loaded = await store.system(null, (w) => w.db.selectFrom("shipped_part").select("sha256").where("part", "=", part).executeTakeFirst());
  if (loaded?.sha256 === sha256) return null;
  return {
    sha256,
    remember: async (writer) => {
      await writer.db
        .insertInto("shipped_part")
        .values({ part, sha256 })
        .onConflict((c) => c.column("part").doUpdateSet({ sha256, loaded_at: new Date() }))
        .execute();
    },
  };
}

async function folderHash(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await readdir(folder)).filter((f) => f.endsWith(".csv")).sort()) hash.update(file).update("\0").update(await readFile(`${folder}/${file}`));
  return hash.digest("hex");
}
