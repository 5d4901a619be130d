import type { Reader } from "../../store/open-store.ts";
import type { Words } from "../words.ts";
import type { Asking } from "./asking.ts";
import { labelsOf } from "./labels-of.ts";

/** Who signs for what was written: the person where the viewer may know the account, else the holder they acted for. */
export type Signs = (account: string | null, holder: string) => Words | null;

export async function whoDid(
  asking: Asking,
  accounts: Iterable<string | null>,
  holders: Iterable<string>,
): Promise<Signs> {
  const names = await accountNames(asking.reader, accounts);
  const labels = await labelsOf(asking, holders);
  return (account, holder) => {
    if (account === null) return null;
    const name = names.get(account);
    return name === undefined ? (labels.get(holder)?.name ?? null) : { text: name, language: "und" };
  };
}

async function accountNames(
  reader: Pick<Reader, "db">,
  accounts: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(accounts)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await reader.db.selectFrom("account").select(["id", "display_name"]).where("id", "in", ids).execute();
  return new Map(rows.map((r) => [r.id, r.display_name]));
}
