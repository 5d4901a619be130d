const ofRecord = /^\/api\/(records?|bodies|members|meetings|claims|conflicts|sources|coalition|undertakings|texts|persons|why|worklist|home|changes)\b/;
const ofFigures = /^\/api\/(picture|overlaps|gaps|areas\/|initiatives|needs|stated-none|coalition|imports|worklist|home|changes)/;
const rests: Readonly<Record<string, RegExp>> = {
  record: ofRecord, claim: ofRecord, decision: ofRecord, source: ofRecord,
  finding: /^\/api\/(overlaps|gaps|initiatives|picture|areas\/|worklist|home|changes)/,
  need: ofFigures, "stated-none": ofFigures, gone: ofFigures, reports: ofFigures,
  import: /^\/api\/(imports|worklist|home|changes)/,
  circle: /^\/api\/(circles|home|changes)/,
};

/** Whether an answer at this path may rest on rows of these kinds. Of a kind that this page does not know, any may. */
export function asksAgain(kinds: readonly string[]): (path: string) => boolean {
  return (path) => kinds.some((kind) => rests[kind]?.test(path) ?? true);
}

/** A list that somebody may be working through: its rows do not move under the hand. */
export function isList(path: string): boolean {
  return /^\/api\/(worklist|initiatives|overlaps|gaps|conflicts|sources|imports)$/.test(path);
}
