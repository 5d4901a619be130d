import type { FileFault } from "../fault-codes.ts";
import type { Fault } from "../../initiatives/report.ts";
import { shortly } from "../values/raw-excerpt.ts";
import { withoutContacts } from "./activity-faults.ts";
import type { EnvelopeFinding } from "./envelope.ts";
import { versionOf } from "./version.ts";

/** What was met around the activities, as faults of the file. A root as it should be is none. */
export function envelopeFaults(found: EnvelopeFinding, file: string): readonly FileFault[] {
  const at = { file, line: found.line, column: found.column };
  switch (found.kind) {
    case "damage":
      return [
        {
          ...at,
          path: "/iati-activities",
          code: "xml-malformed",
          found: found.message.replace(/\.$/, ""),
          expected: "well-formed XML",
          severity: "error",
          raw: withoutContacts(found.text),
        },
      ];
    case "words":
      return [
        {
          ...at,
          path: "/iati-activities",
          code: "text-between",
          found: shortly(found.words),
          expected: "nothing but activities",
          severity: "warning",
        },
      ];
    case "entities":
      return [
        {
          ...at,
          path: "/",
          code: "entities-refused",
          found: shortly(found.text),
          expected: "no entities of the file's own: they are not expanded",
          severity: "error",
          raw: withoutContacts(found.text),
        },
      ];
    case "root":
      return rootFaults(found, at);
  }
}

function rootFaults(
  found: Extract<EnvelopeFinding, { kind: "root" }>,
  at: Pick<Fault, "file" | "line" | "column">,
): readonly FileFault[] {
  const expected = "IATI activities 2.01, 2.02 or 2.03";
  if (found.name !== "iati-activities") {
    const known = knownRoots[found.name.toLowerCase()];
    return [
      {
        ...at,
        path: `/${found.name}`,
        code: "root-wrong",
        found: known === undefined ? `root element ${found.name}` : `root element ${found.name}: ${known}`,
        expected: `${expected}, root element iati-activities`,
        severity: "error",
      },
    ];
  }
  const version = versionOf(found.attributes["version"]);
  if (version.kind === "other")
    return [
      {
        ...at,
        path: "/iati-activities/@version",
        code: "iati-version",
        found: `IATI ${version.version}`,
        expected,
        severity: "error",
      },
    ];
  if (version.kind === "later" || version.kind === "unclear")
    return [
      {
        ...at,
        path: "/iati-activities/@version",
        code: version.kind === "later" ? "iati-version-later" : "iati-version-unclear",
        found: `IATI ${version.version}`,
        expected: `${expected}; read like 2.03`,
        severity: "warning",
      },
    ];
  return [];
}

const knownRoots: Readonly<Record<string, string>> = {
  html: "a web page, perhaps an error page saved as a file",
  "iati-organisations": "IATI organisations, not activities",
  rss: "a news feed",
  feed: "a news feed",
  error: "an error message saved as a file",
};

/** What a file is that is plainly no XML; undefined when it may be. */
export function notXml(text: string): string | undefined {
  const start = text.slice(0, 1000).trimStart();
  if (/^<!doctype\s+html|^<html\b/i.test(start)) return "a web page, perhaps an error page saved as a file";
  if (/^(?:\{\s*["}]|\[\s*[[{"\]])/.test(start)) return "JSON";
  return undefined;
}
