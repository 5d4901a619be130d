import type { FileFault } from "../fault-codes.ts";
import type { Fault } from "../../initiatives/report.ts";
import { rawExcerpt, shortly } from "../values/raw-excerpt.ts";
import type { Finding } from "./findings.ts";
import type { XmlDamage } from "./xml-tree.ts";

export type Where = { readonly file: string; readonly path: string };

/** The one fault of an activity that is set aside: its first error, with everything else that is wrong in `also`. */
export function setAside(
  where: Where,
  found: readonly Finding[],
  raw: string,
  identifier: string | undefined,
): FileFault {
  const first = found.find((f) => f.severity === "error") ?? found[0];
  const also = found.filter((f) => f !== first).map((f) => at(where, f));
  const of = first ?? { line: 1, column: 1, path: "", code: "activity-unusable", found: "", expected: "an activity" };
  return {
    file: where.file,
    ...at(where, of),
    severity: "error",
    ...(identifier === undefined ? {} : { identifier }),
    raw: withoutContacts(raw),
    ...(also.length === 0 ? {} : { also }),
  };
}

export function asWarning(where: Where, f: Finding, identifier: string | undefined): FileFault {
  return {
    file: where.file,
    ...at(where, f),
    severity: "warning",
    ...(identifier === undefined ? {} : { identifier }),
  };
}

/** The fault of an activity that is not well-formed, with the words around the place. */
export function malformed(where: Where, damage: XmlDamage, raw: string): FileFault {
  return {
    file: where.file,
    line: damage.line,
    column: damage.column,
    path: where.path,
    code: "xml-malformed",
    found: `${damage.message.replace(/\.$/, "")}${around(raw, damage.offset)}`,
    expected: "well-formed XML",
    severity: "error",
    ...identifierIn(raw),
    raw: withoutContacts(raw),
  };
}

/** The identifier as far as it can be made out in text that could not be parsed. */
export function identifierIn(raw: string): Pick<Fault, "identifier"> {
  const identifier = /<iati-identifier\s*>\s*([^<>&\s\u0000]{1,200})\s*<\/iati-identifier\s*>/.exec(
    raw.slice(0, 1_000_000),
  )?.[1];
  return identifier === undefined ? {} : { identifier };
}

/** Names, telephone numbers and addresses of people are not kept, not even of a record that is set aside. */
export function withoutContacts(raw: string): string {
  const few = raw
    .slice(0, 1_000_000)
    .replaceAll(/<contact-info\b[\s\S]*?(?:<\/contact-info\s*>|$)/g, "<!-- contact-info left out -->");
  return rawExcerpt(few);
}

function at(where: Where, f: Omit<Finding, "severity">) {
  return {
    line: f.line,
    column: f.column,
    path: f.path === "" ? where.path : `${where.path}/${f.path}`,
    code: f.code,
    found: f.found,
    expected: f.expected,
  };
}

function around(raw: string, offset: number): string {
  const before = raw.slice(Math.max(0, offset - 2000), offset);
  const open = before.lastIndexOf("<contact-info");
  if (open >= 0 && !before.includes("</contact-info", open)) return " (in contact-info)";
  const near = raw.slice(Math.max(0, offset - 30), offset + 30);
  if (/<\/?contact-info/.test(near)) return " (at contact-info)";
  return near.trim() === "" ? "" : `, near "${shortly(near, 60)}"`;
}
