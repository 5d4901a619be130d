import type { CliWord } from "../../locales/cli-words.ts";
import { number, safe, say } from "../speak.ts";
import { plain } from "./plain.ts";

export type Cell = string | number | null | undefined;
/** A head or a name of a fact that is no word: a code, a day. It is said as it is. */
export type Code = { readonly code: string };
/** A word of the catalogue, or nothing. */
export type Head = CliWord | "" | Code;

export const code = (text: string): Code => ({ code: text });
export const headText = (head: Head): string => (head === "" ? "" : typeof head === "string" ? say(head) : plain(head.code));

/** Rows under a head, padded with blanks, for a terminal or a file. Numbers stand to the right; what is not known is empty. */
export function table(head: readonly Head[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return "";
  const texts = [head.map(headText), ...rows.map((row) => head.map((_, i) => shown(row[i])))];
  const widths = head.map((_, i) => Math.max(...texts.map((row) => width(row[i] ?? ""))));
  const right = head.map((_, i) => rows.every((row) => typeof row[i] === "number" || row[i] == null) && rows.some((row) => typeof row[i] === "number"));
  return texts
    .map((row) =>
      row
        .map((text, i) => {
          const blanks = " ".repeat((widths[i] ?? 0) - width(text));
          return right[i] === true ? blanks + text : text + blanks;
        })
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}

/** Name and value in two columns. A value of several lines goes on below itself. */
export function facts(pairs: readonly (readonly [Head, Cell])[]): string {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "").map(([name, value]) => [headText(name), value] as const);
  const wide = Math.max(0, ...known.map(([name]) => width(name)));
  return known.map(([name, value]) => `${name}${" ".repeat(wide - width(name))}  ${shown(value)}\n`).join("");
}

/** `title`: a word, or a sentence that was said already. */
export function section(title: CliWord | { readonly said: string }, body: string): string {
  return body === "" ? "" : `\n${typeof title === "string" ? say(title) : title.said}\n${body}`;
}

function shown(value: Cell): string {
  if (value === null || value === undefined) return "";
  return safe(typeof value === "string" ? plain(value) : number(value));
}

/** Letters that stand on another take no room of their own; wide ones of East Asia take two. */
function width(text: string): number {
  let n = 0;
  for (const c of text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "")) n += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(c) ? 2 : 1;
  return n;
}
