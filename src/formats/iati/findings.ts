import type { FaultCode } from "../fault-codes.ts";
import type { XmlNode } from "./xml-tree.ts";
import { pathWithin } from "./xml-tree.ts";

/** Something wrong in one activity. An "error" sets the activity aside; with a "warning" it comes in without this field. */
export type Finding = {
  readonly severity: "error" | "warning";
  readonly code: FaultCode;
  readonly line: number;
  readonly column: number;
  /** within the activity: `transaction[3]/value/@currency` */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
};

export type Findings = {
  readonly all: Finding[];
  /** A value that changes money, time, shares or identity when it is left out: the activity is set aside. */
  readonly error: (
    node: XmlNode,
    attribute: string | undefined,
    code: FaultCode,
    found: string,
    expected: string,
  ) => undefined;
  readonly warning: (
    node: XmlNode,
    attribute: string | undefined,
    code: FaultCode,
    found: string,
    expected: string,
  ) => undefined;
};

export function findings(): Findings {
  const all: Finding[] = [];
  const add =
    (severity: Finding["severity"]) =>
    (node: XmlNode, attribute: string | undefined, code: FaultCode, found: string, expected: string): undefined => {
      const path = [pathWithin(node), attribute === undefined ? "" : `@${attribute}`]
        .filter((part) => part !== "")
        .join("/");
      all.push({ severity, code, line: node.line, column: node.column, path, found, expected });
    };
  return { all, error: add("error"), warning: add("warning") };
}
