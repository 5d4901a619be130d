import type { ImportJob } from "../../app/imports/read-import.ts";
import { facts, section, table } from "./table.ts";

/** An import for a person: its counts, and what was wrong. */
export function jobText(j: ImportJob): string {
  return [
    facts([
      ["file", j.file], ["state", j.state], ["format", j.format], ["marking", j.marking.tlp], ["records", j.counts.read], ["new", j.counts.added], ["newer than held", j.counts.superseded], ["as held", j.counts.unchanged],
      ["older than held", j.counts.older], ["set aside", j.counts.setAside], ["warnings", j.counts.warnings], ["problem", j.problem?.code], ["id", j.id],
    ]),
    section("What was wrong", table(["", "line", "path", "found", "expected", "activity"], j.faults.map((f) => [f.severity, f.line, f.path, f.found.slice(0, 60), f.expected.slice(0, 60), f.identifier]))),
  ].join("");
}
