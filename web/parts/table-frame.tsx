import "./data-table.css";
import type { ReactNode } from "react";

/** A table that may be wider than the page. What scrolls can be reached and scrolled by the keyboard (WCAG 2.1.1). */
export function TableFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region needs a tab stop of its own
  return <div className="table-frame" role="region" aria-label={label} tabIndex={0}>{children}</div>;
}
