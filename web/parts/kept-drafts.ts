const prefix = "entente.draft.";

/** Storage may be off or full: what is typed then holds for this page only. */
function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch (refused) {
    console.info("Storage is off or full: what is typed holds for this page only.", refused);
    return null;
  }
}

export const keptOf = (person: string, name: string): string | null => tried(() => localStorage.getItem(`${prefix}${person} ${name}`));
export const keep = (person: string, name: string, value: string): void => void tried(() => localStorage.setItem(`${prefix}${person} ${name}`, value));
export const forgetKept = (person: string, name: string): void => void tried(() => localStorage.removeItem(`${prefix}${person} ${name}`));

/** Whoever signs out leaves nothing behind that was typed here. */
export function forgetAllKept(): void {
  tried(() => {
    for (const store of [localStorage, sessionStorage])
      for (const key of Object.keys(store)) if (key.startsWith(prefix) || key.startsWith("entente.entry.")) store.removeItem(key);
  });
}
