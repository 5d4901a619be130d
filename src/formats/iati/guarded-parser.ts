import { SaxesParser } from "saxes";

export type Parser = SaxesParser<{ xmlns: false }>;

export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

export type Handlers = {
  readonly damage: (message: string) => never;
  readonly opened: (tag: Tag, depth: number) => void;
  /** `depth` is that of the element which has ended */
  readonly closed: (depth: number) => void;
  readonly text: (text: string) => void;
  readonly doctype: (body: string) => void;
};

/** Deeper or wider than any publication, and shallow enough that a made-up file cannot fill the memory. */
const deepest = 64;
const mostAttributes = 256;

/**
 * A parser without namespaces that stops at the first damage, and at more nesting or attributes than a publication has.
 *
 * Seven handlers and no more, on every parser: saxes keeps each as a property set by its name in a variable, and V8 turns an
 * object that has gathered too many of those into a slow one. With ten, parsing falls from 50 MB/s to 10 (measured), for every
 * parser in the process. Hence no handler for comments, instructions and the beginnings of tags.
 */
export function guardedParser(handlers: Handlers): Parser {
  const parser = new SaxesParser({ xmlns: false as const });
  let depth = 0;
  let attributes = 0;
  parser.on("error", (error) => handlers.damage(error.message.replace(/^\d+:\d+: /, "")));
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > mostAttributes) handlers.damage(`more than ${mostAttributes} attributes`);
  });
  parser.on("opentag", (tag) => {
    attributes = 0;
    depth += 1;
    if (depth > deepest) handlers.damage(`elements more than ${deepest} deep`);
    handlers.opened(tag, depth);
  });
  parser.on("closetag", () => {
    handlers.closed(depth);
    depth -= 1;
  });
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  parser.on("doctype", handlers.doctype);
  return parser;
}

/**
 * V8 settles the shape of a class only after its first few objects; those made later have another, and code that has met both runs at
 * half the speed from then on (measured: the fourth file read fell from 4,500 activities a second to 2,000). So the shape is settled
 * before the first parser that counts.
 */
for (let i = 0; i < 16; i += 1) {
  guardedParser({
    damage: (message) => {
      throw new Error(message);
    },
    opened: () => undefined,
    closed: () => undefined,
    text: () => undefined,
    doctype: () => undefined,
  })
    .write("<a/>")
    .close();
}
