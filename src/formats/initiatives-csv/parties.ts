import type { Organisation } from "../../initiatives/report.ts";
import { escaped, unescaped } from "./lists.ts";

/** `Name [REF]`, either alone: "UNDP [XM-DAC-41114]". Brackets that do not stand last belong to the name. */
export function readOrganisation(item: string): Organisation {
  const match = /^((?:\\[\s\S]|[^\\[\]])*)\[((?:\\[\s\S]|[^\\[\]])*)\]$/.exec(item);
  const name = unescaped(match === null ? item : (match[1] ?? ""));
  const ref = unescaped(match?.[2] ?? "");
  return { ...(ref === "" ? {} : { ref }), ...(name === "" ? {} : { name }) };
}

export function printOrganisation(org: Organisation): string {
  return [
    org.name === undefined ? "" : escaped(org.name, "[]"),
    org.ref === undefined ? "" : `[${escaped(org.ref, "[]")}]`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
