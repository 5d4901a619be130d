import { findActivity } from "./find-activity.ts";
import { pass, readOn, type TextWindow } from "../bytes/text-window.ts";

/**
 * A stretch of the file: one activity, or what stands between two ("between", which may come in several parts). An
 * activity that ends "cut" has no end tag before the next one begins or the file ends; one that is "too-long" was
 * given up, and `text` is its beginning.
 */
export type Piece =
  | { readonly kind: "between"; readonly text: string; readonly line: number; readonly column: number }
  | {
      readonly kind: "activity";
      readonly text: string;
      readonly line: number;
      readonly column: number;
      readonly ending: "whole" | "cut" | "too-long";
    };

/** The longest activity that is taken, in characters; also the longest comment or section. */
export const longestActivity = 32 * 2 ** 20;
const betweenPart = 65_536;

/** The next piece of the file, undefined at its end. Every character of the file is in exactly one piece, in order (but for the rest of one too long). */
export async function nextPiece(window: TextWindow, longest = longestActivity): Promise<Piece | undefined> {
  for (;;) {
    const found = findActivity(window.text, 0, { ended: window.ended, limit: longest, hiding: true });
    if (found.kind === "start") return found.at > 0 ? between(window, found.at) : activity(window, longest);
    if (found.kind === "end") return between(window, found.after);
    if (found.kind === "none") return window.text === "" ? undefined : between(window, window.text.length);
    if (found.safe > betweenPart) return between(window, found.safe);
    await readOn(window);
  }
}

function between(window: TextWindow, length: number): Piece {
  const { line, column } = window;
  return { kind: "between", text: pass(window, length), line, column };
}

async function activity(window: TextWindow, longest: number): Promise<Piece> {
  const { line, column } = window;
  for (;;) {
    const end = activityEnd(window.text, window.ended, longest);
    if (end !== undefined) return { kind: "activity", text: pass(window, end.after), line, column, ending: end.ending };
    if (window.text.length >= longest) return tooLong(window);
    await readOn(window);
  }
}

async function tooLong(window: TextWindow): Promise<Piece> {
  const { line, column } = window;
  const text = pass(window, betweenPart);
  for (;;) {
    const found = findActivity(window.text, 0, { ended: window.ended, limit: betweenPart, hiding: false });
    pass(
      window,
      found.kind === "start"
        ? found.at
        : found.kind === "end"
          ? found.after
          : found.kind === "more"
            ? found.safe
            : window.text.length,
    );
    if (found.kind !== "more") return { kind: "activity", text, line, column, ending: "too-long" };
    await readOn(window);
  }
}

/** Where the activity that begins the text ends; undefined when more text is needed to tell. */
function activityEnd(
  text: string,
  ended: boolean,
  limit: number,
): { readonly after: number; readonly ending: "whole" | "cut" } | undefined {
  const next = text.indexOf("<", 1);
  if (next < 0 && !ended && text.length < betweenPart) return undefined;
  const tag = text.slice(0, next < 0 ? text.length : next);
  const selfClosed =
    tag.length > betweenPart ? null : /^<iati-activity(?:[^<>"'/]|\/(?!>)|"[^"<]*"|'[^'<]*')*\/>/.exec(tag);
  if (selfClosed !== null) return { after: selfClosed[0].length, ending: "whole" };
  const found = findActivity(text, 1, { ended, limit, hiding: true });
  if (found.kind === "end") return { after: found.after, ending: "whole" };
  if (found.kind === "start") return { after: found.at, ending: "cut" };
  return found.kind === "none" ? { after: text.length, ending: "cut" } : undefined;
}
