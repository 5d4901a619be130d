import { useState } from "react";
import { type ShownKey, shownKeys, usuallyShown } from "./search.ts";

const name = "entente.list-columns";

/** Storage may be off or hold anything: then what is usual. */
function remembered(): readonly ShownKey[] | null {
  try {
    const kept = localStorage.getItem(name)?.split(",") ?? [];
    const keys = shownKeys.filter((key) => kept.includes(key));
    return keys.length === 0 ? null : keys;
  } catch (refused) {
    console.info("Storage is off: columns hold for this page only.", refused);
    return null;
  }
}

function remember(keys: readonly ShownKey[] | null): void {
  try {
    if (keys === null) localStorage.removeItem(name);
    else localStorage.setItem(name, keys.join(","));
  } catch (refused) {
    console.info("Storage is off: columns hold for this page only.", refused);
  }
}

/** Which columns are shown: as the address says, else as chosen last in this browser, else the usual ones. The name always. */
export function useColumns(asked: readonly ShownKey[] | undefined, toAddress: (keys: readonly ShownKey[] | undefined) => void): readonly [readonly ShownKey[], (keys: readonly ShownKey[] | null) => void] {
  const [kept, setKept] = useState(remembered);
  const wanted = new Set<ShownKey>(["title", ...(asked ?? kept ?? usuallyShown)]);
  const choose = (keys: readonly ShownKey[] | null) => {
    remember(keys);
    setKept(keys);
    toAddress(keys ?? undefined);
  };
  return [shownKeys.filter((key) => wanted.has(key)), choose];
}
