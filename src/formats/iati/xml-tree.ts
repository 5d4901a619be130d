import { positionAfter } from "../bytes/text-window.ts";
import { guardedParser, type Parser } from "./guarded-parser.ts";

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
export type XmlDamage = {
  readonly kind: "damage";
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly message: string;
};

export type TreeReader = (
  text: string,
  line: number,
  column: number,
) => { readonly kind: "tree"; readonly root: XmlNode } | XmlDamage;

/**
 * A reader of one small document after another. Only elements named in `wanted` are kept, an unwanted one with all
 * that is in it is passed over (it must be well-formed all the same). Entities other than XML's five are damage.
 */
export function treeReader(wanted: ReadonlySet<string>): TreeReader {
  let parser: Parser = make();
  let firstLine = 1;
  let firstColumn = 1;
  let root: XmlNode | undefined;
  let current: XmlNode | undefined;
  let skipping = 0;
  let source = "";

  /** Where the tag begins that the parser has just read. No "<" can stand within it. */
  const tagStart = () => {
    const at = source.lastIndexOf("<", parser.position - 1);
    const index = parser.columnIndex - (parser.position - at);
    const back = index >= 0 ? 0 : positionAfter(source.slice(at, parser.position), 0, 0).line;
    const line = parser.line - back;
    const inLine = back === 0 ? index : at - 1 - Math.max(source.lastIndexOf("\n", at), source.lastIndexOf("\r", at));
    return { line: firstLine + line - 1, column: inLine + (line === 1 ? firstColumn : 1) };
  };
  const damage = (message: string): never => {
    const last = Math.max(0, parser.position - 1);
    const bare = bareAmpersand(source, last);
    const offset = bare ?? (message.includes("entity") ? Math.max(0, source.lastIndexOf("&", last)) : last);
    const place = positionAfter(source.slice(0, offset), firstLine, firstColumn);
    const words = bare === undefined ? message : "& that is not written &amp;";
    throw Object.assign(new Error(message), { damage: { kind: "damage" as const, ...place, offset, message: words } });
  };

  function make(): Parser {
    return guardedParser({
      damage: (message) => damage(message),
      opened: (tag) => {
        if (skipping > 0 || !wanted.has(tag.name)) {
          skipping += 1;
          return;
        }
        const node: XmlNode = {
          name: tag.name,
          attributes: tag.attributes,
          children: [],
          parent: current,
          ...tagStart(),
          text: "",
        };
        if (current === undefined) root = node;
        else current.children.push(node);
        current = node;
      },
      closed: () => {
        if (skipping > 0) skipping -= 1;
        else current = current?.parent;
      },
      text: (text) => {
        if (skipping === 0 && current !== undefined) current.text += text;
      },
      doctype: () => undefined,
    });
  }

  return (text, line, column) => {
    source = text;
    firstLine = line;
    firstColumn = column;
    root = undefined;
    current = undefined;
    skipping = 0;
    try {
      parser.write(text).close();
      if (root !== undefined) return { kind: "tree", root };
      return { kind: "damage", line, column, offset: 0, message: "no element" };
    } catch (error) {
      parser = make();
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
