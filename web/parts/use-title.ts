import { useEffect } from "react";

/** Names the page in the browser's tab and history. Nothing is named while the name is still being fetched. */
export function useTitle(name: string | null | undefined): void {
  useEffect(() => {
    if (name) document.title = `${name} · Entente`;
    return () => { document.title = "Entente"; };
  }, [name]);
}
