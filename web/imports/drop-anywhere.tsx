import { Trans } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";

/** Takes files dropped anywhere in the window, and shows that it would. */
export function DropAnywhere({ take }: { readonly take: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => { latest.current = take; });
  useEffect(() => {
    // leaving a child is not leaving the window: count
    let inside = 0;
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent) => { if (carries(event)) { inside += 1; setOver(true); } };
    const leave = () => { inside = Math.max(0, inside - 1); if (inside === 0) setOver(false); };
    const allow = (event: DragEvent) => { if (carries(event)) event.preventDefault(); };
    const drop = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      inside = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current(files);
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", allow);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return over ? <div className="drop-here" role="status"><p className="sentence"><Trans>Let go: the file is taken here.</Trans></p></div> : null;
}
