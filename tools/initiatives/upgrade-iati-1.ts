import { SaxesParser } from "saxes";

/**
 * Rewrites an IATI 1.x file as 2.03, far enough for the reader of 2.x: text moves into narratives, code words become codes, and the
 * vocabularies of 1.x get their numbers. A development tool: the product itself reads 2.x.
 */
export function upgradeIati1(xml: string): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n'];
  const path: string[] = [];
  let open: { readonly tag: string; readonly text: string[]; wordy: boolean } | undefined;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    closeStart();
    path.push(name);
    if (name === "iati-activities" || name.includes(":")) return;
    const { element, attributes: given } = renamed(name, path.at(-2), attributes as Record<string, string>);
    out.push(
      `<${element}${Object.entries(given)
        .map(([key, value]) => ` ${key}="${escape(value)}"`)
        .join("")}>`,
    );
    open = { tag: name, text: [], wordy: wordy.has(name) };
  });
  parser.on("text", (text) => open?.text.push(text));
  parser.on("cdata", (text) => open?.text.push(text));
  parser.on("closetag", ({ name }) => {
    closeStart();
    path.pop();
    if (name === "iati-activities" || name.includes(":")) return;
    out.push(`</${name === "coordinates" ? "point" : name}>${name === "iati-activity" ? "\n" : ""}`);
  });
  parser.write(xml).close();
  out.push("</iati-activities>\n");
  return out.join("");

  function closeStart(): void {
    if (open === undefined) return;
    const text = open.text.join("").replaceAll(/\s+/g, " ").trim();
    if (text !== "" && open.tag !== "iati-activity")
      out.push(open.wordy ? `<narrative>${escape(text)}</narrative>` : escape(text));
    open = undefined;
  }
}

const wordy = new Set([
  "title",
  "description",
  "reporting-org",
  "participating-org",
  "name",
  "provider-org",
  "receiver-org",
]);
const dateTypes: Readonly<Record<string, string>> = {
  "start-planned": "1",
  "start-actual": "2",
  "end-planned": "3",
  "end-actual": "4",
};
const roles: Readonly<Record<string, string>> = { Funding: "1", Accountable: "2", Extending: "3", Implementing: "4" };
const transactions: Readonly<Record<string, string>> = {
  IF: "1",
  C: "2",
  D: "3",
  E: "4",
  IR: "5",
  LR: "6",
  R: "7",
  QP: "8",
  QS: "9",
  CG: "10",
  TB: "7",
};
const sectorVocabularies: Readonly<Record<string, string>> = { DAC: "1", "DAC-3": "2" };

function renamed(
  name: string,
  parent: string | undefined,
  attributes: Readonly<Record<string, string>>,
): { readonly element: string; readonly attributes: Readonly<Record<string, string>> } {
  const swap = (key: string, table: Readonly<Record<string, string>>) =>
    attributes[key] === undefined ? attributes : { ...attributes, [key]: table[attributes[key]] ?? attributes[key] };
  if (name === "activity-date") return { element: name, attributes: swap("type", dateTypes) };
  if (name === "participating-org") return { element: name, attributes: swap("role", roles) };
  if (name === "transaction-type") return { element: name, attributes: swap("code", transactions) };
  if (name === "sector") return { element: name, attributes: swap("vocabulary", sectorVocabularies) };
  if (name === "budget") return { element: name, attributes: swap("type", { Original: "1", Revised: "2" }) };
  if (name === "location-id") return { element: name, attributes: swap("vocabulary", { GEO: "G1" }) };
  if (name === "coordinates" && parent === "location")
    return { element: "point><pos>" + `${attributes["latitude"]} ${attributes["longitude"]}</pos`, attributes: {} };
  return { element: name, attributes };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
