import type { ListFilter } from "../picture/list-filter.ts";
import type { ShownKey } from "../picture/list-shown.ts";
import type { ListSort } from "../picture/list-order.ts";
import type { BasisWord } from "../picture/question.ts";

/** What a view asks: the filter and, where one was chosen, the money. Never the day: a view is opened on any. */
export type ViewFilter = ListFilter & { readonly basis?: BasisWord | undefined };
/** A circle's id; `own`: those of one's own side; `coalition`: all members. Absent: nobody but oneself. */
export type SharedWith = string;

export type NewView = { readonly name: string; readonly filter: ViewFilter; readonly columns: readonly ShownKey[]; readonly sort: ListSort; readonly share?: SharedWith | undefined };
