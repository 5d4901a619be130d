import type { KeyboardEvent } from "react";

/** Up and down (or j and k) between the links of a list; Enter follows the link itself. Give it to the list's `onKeyDown`. */
export function moveInRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined || (event.target instanceof HTMLElement && event.target.matches("input, select, textarea"))) return;
  const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>("[data-row]"));
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here + step];
  if (next === undefined) return;
  next.focus();
  event.preventDefault();
}
