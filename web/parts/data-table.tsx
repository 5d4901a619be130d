import "./data-table.css";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

export type Column<Row> = {
  readonly key: string;
  readonly head: ReactNode;
  /** figures stand at the end of their column */
  readonly end?: boolean;
  readonly cell: (row: Row) => ReactNode;
  readonly sort?: { readonly now: "ascending" | "descending" | "none"; readonly choose: () => void };
};

type Props<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly open: (row: Row) => void;
  readonly point?: (row: Row | null) => void;
  /** a row took the focus */
  readonly reach?: (row: Row) => void;
  /** the key of the row that stands open elsewhere */
  readonly now?: string | undefined;
};

/** Dense rows under a head that stays. One tab stop: up and down (or j and k) move, Home and End jump, Enter opens. The first column names the row. */
export function DataTable<Row>({ label, rows, columns, keyOf, open, point, reach, now }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [stop, setStop] = useState(0);
  const here = Math.min(stop, Math.max(0, rows.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.tagName !== "TR") return;
    const to = { ArrowDown: here + 1, j: here + 1, ArrowUp: here - 1, k: here - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = rows[here];
    if (event.key === "Enter" && row !== undefined) open(row);
    else if (to !== undefined && to >= 0 && to < rows.length) {
      setStop(to);
      (body.current?.rows[to] as HTMLTableRowElement | undefined)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="table-frame">
      <table className="data-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, head, end, sort }) => (
              <th key={key} scope="col" className={end === true ? "end" : undefined} aria-sort={sort?.now}>{sort === undefined ? head : <button type="button" onClick={sort.choose}>{head}{sort.now === "ascending" ? " ↑" : sort.now === "descending" ? " ↓" : ""}</button>}</th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, i) => (
            <tr key={keyOf(row)} tabIndex={i === here ? 0 : -1} aria-current={now !== undefined && keyOf(row) === now ? "true" : undefined} onFocus={() => { setStop(i); point?.(row); reach?.(row); }} onMouseEnter={() => point?.(row)} onMouseLeave={() => point?.(null)} onClick={(event) => { if (!(event.target instanceof Element && event.target.closest("a, button"))) open(row); }}>
              {columns.map(({ key, cell, end }, column) => column === 0 ? <th key={key} scope="row" data-key={key} className={end === true ? "end" : undefined}>{cell(row)}</th> : <td key={key} data-key={key} className={end === true ? "end" : undefined}>{cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
