import { guardedParser, type Parser } from "./guarded-parser.ts";

/**
 * What surrounds the activities: XML declaration, document type, the root element, what else stands between activities.
 * It is fed everything but the activities, so that a file cut short or with rubbish between them is noticed.
 */
export type EnvelopeFinding =
  | {
      readonly kind: "root";
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly line: number;
      readonly column: number;
    }
  | {
      readonly kind: "damage";
      readonly message: string;
      readonly line: number;
      readonly column: number;
      readonly text: string;
    }
  | { readonly kind: "words"; readonly words: string; readonly line: number; readonly column: number }
  | { readonly kind: "entities"; readonly text: string; readonly line: number; readonly column: number };

export type Envelope = {
  /** Takes the next stretch and says what was met in it. After damage the rest up to the next activity is passed over. */
  readonly feed: (text: string, line: number, column: number) => readonly EnvelopeFinding[];
  /** An activity stands here: what came before it is complete. */
  readonly activity: () => readonly EnvelopeFinding[];
  /** The file ends here. */
  readonly close: (line: number, column: number) => readonly EnvelopeFinding[];
};

/** More than this without one complete tag is rubbish. */
const mostWithoutEvent = 8 * 2 ** 20;

export function envelope(): Envelope {
  let findings: EnvelopeFinding[] = [];
  let broken = false;
  let rooted = false;
  let depth = 0;
  let withoutEvent = 0;
  let words = "";
  let fed = "";
  let line = 1;
  let column = 1;
  let parserLine = 1;
  let parserColumn = 0;
  let parser: Parser = listening();

  const here = () => ({
    line: line + parser.line - parserLine,
    column: Math.max(
      1,
      parser.line === parserLine ? column + parser.columnIndex - parserColumn - 1 : parser.columnIndex,
    ),
  });
  const stop = (message: string): never => {
    throw Object.assign(new Error(message), { stopped: true });
  };
  const tellWords = () => {
    if (words.trim() !== "") findings.push({ kind: "words", words, ...here() });
    words = "";
  };

  function listening(): Parser {
    return guardedParser({
      damage: (message) => stop(message),
      opened: (tag, newDepth) => {
        withoutEvent = 0;
        depth = newDepth;
        if (depth === 2) tellWords();
        if (!rooted) findings.push({ kind: "root", name: tag.name, attributes: tag.attributes, ...here() });
        rooted = true;
      },
      closed: (oldDepth) => {
        withoutEvent = 0;
        depth = oldDepth - 1;
        if (depth === 0) tellWords();
      },
      text: (more) => {
        withoutEvent = 0;
        if (depth === 1 && words.length < 1000) words += more.slice(0, 1000);
      },
      doctype: (body) => {
        withoutEvent = 0;
        if (/<!ENTITY/i.test(body)) findings.push({ kind: "entities", text: `<!DOCTYPE${body}>`, ...here() });
      },
    });
  }

  /** After damage: as if the root had just been opened, with its own attributes if they can still be made out. */
  const restart = (text: string) => {
    parser = listening();
    words = "";
    const tag = rooted
      ? undefined
      : /<iati-activities(?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*'){0,10000})?>/.exec(text.slice(0, mostWithoutEvent))?.[0];
    const wasRooted = rooted;
    rooted = tag === undefined;
    try {
      parser.write((tag ?? "<iati-activities>").replace(/\/>$/, ">"));
    } catch (error) {
      if (!isStop(error)) throw error;
      parser = listening();
      rooted = true;
      parser.write("<iati-activities>");
    }
    rooted = wasRooted || tag !== undefined;
  };

  const guarded = (act: () => void): readonly EnvelopeFinding[] => {
    findings = [];
    try {
      act();
    } catch (error) {
      if (!isStop(error)) throw error;
      findings.push({ kind: "damage", message: error.message, text: fed, ...here() });
      restart(fed);
      broken = true;
    }
    return findings;
  };

  const standAt = (atLine: number, atColumn: number) => {
    line = atLine;
    column = atColumn;
    parserLine = parser.line;
    parserColumn = parser.columnIndex;
  };

  return {
    feed: (text, atLine, atColumn) => {
      if (broken) return [];
      standAt(atLine, atColumn);
      fed = text;
      return guarded(() => {
        parser.write(text);
        withoutEvent += text.length;
        if (withoutEvent > mostWithoutEvent) stop(`more than ${mostWithoutEvent} characters without a tag`);
      });
    },
    activity: () => {
      const found = broken ? [] : guarded(() => parser.write("<iati-activity/>"));
      broken = false;
      return found;
    },
    close: (atLine, atColumn) => {
      if (broken) return [];
      standAt(atLine, atColumn);
      return guarded(() => parser.close());
    },
  };
}

function isStop(error: unknown): error is Error {
  return error instanceof Error && "stopped" in error;
}
