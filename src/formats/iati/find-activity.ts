/**
 * Finds where an activity begins and ends, in text alone, so that the file can be cut into pieces and one broken
 * activity does not take the others with it. Comments, CDATA sections and processing instructions hide what is in them;
 * where one is broken (a comment with "--" inside, a section that never ends or would swallow whole activities) it hides nothing.
 */
export type Found =
  /** `<iati-activity` begins here */
  | { readonly kind: "start"; readonly at: number }
  /** `</iati-activity>`, from `at` to `after` */
  | { readonly kind: "end"; readonly at: number; readonly after: number }
  /** not decided with the text at hand: nothing before `safe` matters any more */
  | { readonly kind: "more"; readonly safe: number }
  | { readonly kind: "none" };

export type FindOptions = {
  /** no more text will come */
  readonly ended: boolean;
  /** how long a comment, section or declaration may be before it is taken for a broken one */
  readonly limit: number;
  /** false: comments and sections hide nothing (used where it only matters to go on) */
  readonly hiding: boolean;
};

const marks = /<(?:iati-activity(?=[\s/>])|\/iati-activity(?=[\s>])|!--|!\[CDATA\[|\?|!DOCTYPE)/g;
const longestMark = "</iati-activity>".length;

/** The next start or end of an activity from `from` on. */
export function findActivity(text: string, from: number, options: FindOptions): Found {
  let noSection = false;
  let noInstruction = false;
  let i = from;
  for (;;) {
    marks.lastIndex = i;
    const match = marks.exec(text);
    if (match === null) return options.ended ? { kind: "none" } : { kind: "more", safe: tail(text, i) };
    const at = match.index;
    const mark = match[0];
    i = at + mark.length;
    if (mark === "<iati-activity") return { kind: "start", at };
    if (mark === "</iati-activity") {
      const close = /\s*>/y;
      close.lastIndex = i;
      const found = close.exec(text);
      if (found !== null) return { kind: "end", at, after: i + found[0].length };
      if (!options.ended && text.slice(i).trim() === "") return { kind: "more", safe: at };
      continue;
    }
    if (!options.hiding) continue;
    let end: number;
    if (mark === "<!--") end = commentEnd(text, i);
    else if (mark === "<![CDATA[") {
      end = noSection ? -1 : after(text, "]]>", i);
      noSection = end < 0;
    } else if (mark === "<?") {
      end = noInstruction ? -1 : after(text, "?>", i);
      noInstruction = end < 0;
    } else end = doctypeEnd(text, i);
    if (end >= 0 && mark !== "<!--" && text.slice(i, end).includes("<iati-activity")) end = broken;
    if (end >= 0) i = end;
    else if (end !== broken && !options.ended && text.length - at < options.limit) return { kind: "more", safe: at };
  }
}

const unfinished = -1;
const broken = -2;

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? unfinished : at + what.length;
}

/** "--" ends a comment or breaks it; so a comment that was never closed is noticed at the next one's beginning. */
function commentEnd(text: string, from: number): number {
  const at = text.indexOf("--", from);
  if (at < 0 || at + 2 >= text.length) return unfinished;
  return text[at + 2] === ">" ? at + 3 : broken;
}

/** A document type declaration may hold quoted text and, in brackets, declarations and comments. */
function doctypeEnd(text: string, from: number): number {
  let inBrackets = false;
  for (let i = from; i < text.length; i += 1) {
    const c = text[i];
    if (c === '"' || c === "'") {
      i = text.indexOf(c, i + 1);
      if (i < 0) return unfinished;
    } else if (c === "[") inBrackets = true;
    else if (c === "]") inBrackets = false;
    else if (c === ">" && !inBrackets) return i + 1;
    else if (c === "<" && text.startsWith("<!--", i)) {
      const end = commentEnd(text, i + 4);
      if (end < 0) return end;
      i = end - 1;
    } else if (c === "<" && !inBrackets) return broken;
  }
  return unfinished;
}

/** A mark may be cut by the end of the text: its last characters are kept back. */
function tail(text: string, from: number): number {
  const open = text.lastIndexOf("<");
  return open >= from && text.length - open < longestMark ? open : Math.max(from, text.length);
}
