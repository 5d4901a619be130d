import { SaxesParser } from "saxes";

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

  /** The parser stands behind what it has read: `back` characters before it. */
  const where = (back: number) => {
    const inLine = parser.columnIndex - back;
    const [line, index] = inLine >= 0 ? [parser.line, inLine] : lineBefore(source, parser.position - back, parser.line);
    return { line: firstLine + line - 1, column: index + (line === 1 ? firstColumn : 1) };
  };
  const stop = (message: string) => {
    throw Object.assign(new Error(message), { damage: { kind: "damage" as const, ...where(1), offset: parser.position - 1, message } });
  };
  const addText = (text: string) => {
    if (skipping === 0 && current !== undefined) current.text += text;
  };
  const listen = () => {
    parser.on("error", (error) => stop(error.message.replace(/^\d+:\d+: /, "")));
    parser.on("opentagstart", (tag) => {
      attributes = 0;
      if (skipping === 0) start = where(tag.name.length + 2);
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

/** The line before the one that the parser has just begun, and the place in it, from 0. */
function lineBefore(text: string, position: number, line: number): readonly [number, number] {
  return [line - 1, position - 1 - text.lastIndexOf("\n", position - 1)];
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
