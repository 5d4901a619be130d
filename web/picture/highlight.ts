import { createContext, useContext } from "react";

/** The area that is pointed at, in the map or in a list: both show it. */
export type Highlight = { readonly code: string | null; readonly point: (code: string | null) => void };
export const HighlightContext = createContext<Highlight>({ code: null, point: () => undefined });
export const useHighlight = (): Highlight => useContext(HighlightContext);
