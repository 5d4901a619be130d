import type { FaultCode } from "../fault-codes.ts";
import type { Fault } from "../../initiatives/report.ts";

/** What is wrong in one row, by column. An error sets the row aside; with a warning it comes in without this cell. */
export type RowNotes = {
  readonly all: (Pick<Fault, "found" | "expected" | "severity"> & {
    readonly code: FaultCode;
    readonly column: string;
  })[];
  readonly error: (column: string, code: FaultCode, found: string, expected: string) => undefined;
  readonly warning: (column: string, code: FaultCode, found: string, expected: string) => undefined;
};

export function rowNotes(): RowNotes {
  const all: RowNotes["all"] = [];
  const add =
    (severity: "error" | "warning") =>
    (column: string, code: FaultCode, found: string, expected: string): undefined => {
      all.push({ severity, column, code, found, expected });
    };
  return { all, error: add("error"), warning: add("warning") };
}
