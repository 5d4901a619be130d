import "./states.css";
import type { ReactNode } from "react";

/** Nothing to show: why, and what can be done about it. */
export function Empty({ said, children }: { readonly said: ReactNode; readonly children?: ReactNode }) {
  return <div className="empty"><p>{said}</p>{children && <div className="quiet">{children}</div>}</div>;
}
