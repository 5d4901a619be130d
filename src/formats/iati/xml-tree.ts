import { SaxesParser } from "saxes";
import { positionAfter } from "../bytes/text-window.ts";

/** An element of an activity that the reader wants, with where it stands in the file. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly parent: XmlNode | undefined;
  readonly line: number;
  readonly column: number;
  text: string;
};

/** Why a stretch of XML could not be read: where, and what the parser said. `offset` counts from the stretch's beginning. */
export type XmlDamage = { readonly kind: "damage"; readonly line: number; readonly column: number; readonly offset: number; readonly message: string };

/** Deeper or wider than any publication, and shallow enough that a made-up file cannot fill the memory. */
const deepest = 64;
const mostAttributes = 256;

export type TreeReader = (text: string, line: number, column: number) => { readonly kind: "tree"; readonly root: XmlNode } | XmlDamage;

/**
 * A reader of one small document after another. Only elements named in `wanted` are kept, an unwanted one with all
 * that is in it is passed over (it must be well-formed all the same). Entities other than XML's five are damage.
 */
export function treeReader(wanted: ReadonlySet<string>): TreeReader {
  let parser = new SaxesParser({ xmlns: false });
  let firstLine = 1;
  let firstColumn = 1;
  let root: XmlNode | undefined;
  let current: XmlNode | undefined;
  let depth = 0;
  let skipping = 0;
  let attributes = 0;
  let source = "";
  let start = { line: 1, column: 1 };

  /** Where the tag begins whose name the parser has just read. Its line may have ended behind the name. */
  const tagStart = () => {
    const at = source.lastIndexOf("<", parser.position - 1);
    const index = parser.columnIndex - (parser.position - at);
    if (index >= 0) return { line: firstLine + parser.line - 1, column: index + (parser.line === 1 ? firstColumn : 1) };
    const line = parser.line - 1;
    return { line: firstLine + line - 1, column: at - source.lastIndexOf("\n", at) - 1 + (line === 1 ? firstColumn : 1) };
  };
  const stop = (message: string) => {
    const last = Math.max(0, parser.position - 1);
    const bare = bareAmpersand(source, last);
    const offset = bare ?? (message.includes("entity") ? Math.max(0, source.lastIndexOf("&", last)) : last);
    const place = positionAfter(source.slice(0, offset), firstLine, firstColumn);
    const words = bare === undefined ? message : "& that is not written &amp;";
    throw Object.assign(new Error(message), { damage: { kind: "damage" as const, ...place, offset, message: words } });
  };
  const addText = (text: string) => {
    if (skipping === 0 && current !== undefined) current.text += text;
  };
  const listen = () => {
    parser.on("error", (error) => stop(error.message.replace(/^\d+:\d+: /, "")));
    parser.on("opentagstart", () => {
      attributes = 0;
      if (skipping === 0) start = tagStart();
    });
    parser.on("attribute", () => {
      attributes += 1;
      if (attributes > mostAttributes) stop(`more than ${mostAttributes} attributes`);
    });
    parser.on("opentag", (tag) => {
      depth += 1;
      if (depth > deepest) stop(`elements more than ${deepest} deep`);
      if (skipping > 0 || !wanted.has(tag.name)) {
        skipping += 1;
        return;
      }
      const node: XmlNode = { name: tag.name, attributes: tag.attributes, children: [], parent: current, ...start, text: "" };
      if (current === undefined) root = node;
      else current.children.push(node);
      current = node;
    });
    parser.on("closetag", () => {
      depth -= 1;
      if (skipping > 0) skipping -= 1;
      else current = current?.parent;
    });
    parser.on("text", addText);
    parser.on("cdata", addText);
  };
  listen();

  return (text, line, column) => {
    source = text;
    firstLine = line;
    firstColumn = column;
    root = undefined;
    current = undefined;
    depth = 0;
    skipping = 0;
    try {
      parser.write(text).close();
      if (root !== undefined) return { kind: "tree", root };
      return { kind: "damage", line, column, offset: 0, message: "no element" };
    } catch (error) {
      parser = new SaxesParser({ xmlns: false });
      listen();
      if (isDamage(error)) return error.damage;
      throw error;
    }
  };
}

/** The most common damage, which the parser notices only at the next semicolon or at the end: an ampersand that begins no entity. */
function bareAmpersand(text: string, before: number): number | undefined {
  const marks = /&(?!#?\w+;)|<!--|<!\[CDATA\[/g;
  for (let match = marks.exec(text); match !== null && match.index < before; match = marks.exec(text)) {
    if (match[0] === "&") return match.index;
    const end = text.indexOf(match[0] === "<!--" ? "-->" : "]]>", match.index);
    if (end < 0) return undefined;
    marks.lastIndex = end;
  }
  return undefined;
}

function isDamage(error: unknown): error is Error & { readonly damage: XmlDamage } {
  return error instanceof Error && "damage" in error;
}

/** The path of an element within its activity, with a number where several of one name stand side by side: `transaction[3]/value`. */
export function pathWithin(node: XmlNode): string {
  const { parent } = node;
  if (parent === undefined) return "";
  const same = parent.children.filter((child) => child.name === node.name);
  const step = same.length > 1 ? `${node.name}[${same.indexOf(node) + 1}]` : node.name;
  const above = pathWithin(parent);
  return above === "" ? step : `${above}/${step}`;
}

export function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((c) => c.name === name);
}

export function children(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((c) => c.name === name);
}

/** An attribute without the spaces around it; undefined when it is absent or empty, which say the same. */
export function attribute(node: XmlNode, name: string): string | undefined {
  const value = node.attributes[name]?.trim();
  return value === "" ? undefined : value;
}
