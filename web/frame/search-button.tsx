import "./search-button.css";
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import { withWords } from "../words/catalogues.ts";

const Palette = lazy(withWords(async () => ({ default: (await import("../search/palette.tsx")).Palette })));

/** What looks like a field in the top bar and opens the search, as Ctrl-K or ⌘K does anywhere. The search itself comes when it is first opened. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Button className="search-button" onPress={() => setOpen(true)}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M9.4 9.4 13 13" stroke="currentColor" strokeWidth="1.5" /></svg>
        <span className="search-button-words"><Trans>Search</Trans></span>
        <kbd dir="ltr" translate="no">Ctrl K</kbd>
      </Button>
      {open && <Suspense fallback={null}><Palette close={() => setOpen(false)} /></Suspense>}
    </>
  );
}
