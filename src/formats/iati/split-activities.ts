import { findActivity } from "./find-activity.ts";
import { pass, positionAfter, readOn, type TextWindow } from "../bytes/text-window.ts";

/**
 * A stretch of the file: one activity, or what stands between two ("between", which may come in several parts). An
 * activity that ends "cut" has no end tag before the next one begins or the file ends; one that is "too-long" was
 * given up, and `text` is its beginning.
 */
export type Piece =
  | { readonly kind: "between"; readonly text: string; readonly line: number; readonly column: number }
  | { readonly kind: "activity"; readonly text: string; readonly line: number; readonly column: number; readonly ending: "whole" | "cut" | "too-long" };

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
    const end = activityEnd(window.text, 0, window.ended, true, longest);
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
    pass(window, found.kind === "start" ? found.at : found.kind === "end" ? found.after : found.kind === "more" ? found.safe : window.text.length);
    if (found.kind !== "more") return { kind: "activity", text, line, column, ending: "too-long" };
    await readOn(window);
  }
}

/** Where the activity that begins at `from` ends; undefined when more text is needed to tell. */
function activityEnd(text: string, from: number, ended: boolean, hiding: boolean, limit: number): { readonly after: number; readonly ending: "whole" | "cut" } | undefined {
  const next = text.indexOf("<", from + 1);
  if (next < 0 && !ended && text.length - from < betweenPart) return undefined;
  const selfClosed = /<iati-activity(?:[^<>"'/]|\/(?!>)|"[^"<]*"|'[^'<]*')*\/>/y;
  selfClosed.lastIndex = from;
  if ((next < 0 ? text.length : next) - from < betweenPart && selfClosed.test(text)) return { after: selfClosed.lastIndex, ending: "whole" };
  const found = findActivity(text, from + 1, { ended, limit, hiding });
  if (found.kind === "end") return { after: found.after, ending: "whole" };
  if (found.kind === "start") return { after: found.at, ending: "cut" };
  return found.kind === "none" ? { after: text.length, ending: "cut" } : undefined;
}

/**
 * The activities inside a piece that proved broken: a section that never ended may have swallowed those after it. Here
 * nothing hides anything, so every `<iati-activity` begins a piece. The first is the broken one itself.
 */
export function splitBroken(piece: Piece): readonly Extract<Piece, { kind: "activity" }>[] {
  const pieces: Extract<Piece, { kind: "activity" }>[] = [];
  let { line, column } = piece;
  for (let at = 0; at < piece.text.length; ) {
    const end = activityEnd(piece.text, at, true, false, longestActivity) ?? { after: piece.text.length, ending: "cut" as const };
    pieces.push({ kind: "activity", text: piece.text.slice(at, end.after), line, column, ending: end.ending });
    const start = findActivity(piece.text, end.after, { ended: true, limit: longestActivity, hiding: false });
    let next = start;
    while (next.kind === "end") next = findActivity(piece.text, next.after, { ended: true, limit: longestActivity, hiding: false });
    const to = next.kind === "start" ? next.at : piece.text.length;
    ({ line, column } = positionAfter(piece.text.slice(at, to), line, column));
    at = to;
  }
  return pieces;
}
