import { type Command, InvalidArgumentError, Option } from "commander";
import { dayNumber } from "../base/day.ts";
import type { PictureWish } from "../app/picture/question.ts";
import { say } from "./speak.ts";

export function day(text: string): string {
  try {
    dayNumber(text);
    return text;
  } catch {
    throw new InvalidArgumentError(say("a day is written 2024-03-31"));
  }
}

function month(text: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError(say("a month is written 2024-03"));
  return text;
}

export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (!Number.isInteger(n) || n < least || n > most) throw new InvalidArgumentError(say("a whole number from {least} to {most}", { least, most }));
    return n;
  };
}

/** Money, zero or more. */
export function amount(text: string): number {
  const n = Number(text);
  if (text.trim() === "" || !Number.isFinite(n) || n < 0) throw new InvalidArgumentError(say("an amount of zero or more, e.g. 250000"));
  return n;
}

const several = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

export function asOfOption(command: Command): Command {
  return command.option("--as-of <day>", "the day to answer for, YYYY-MM-DD (today)", day);
}

export type PageOptions = { readonly cursor?: string; readonly limit: number };
export function pageOptions(command: Command): Command {
  return command.option("--cursor <next>", "go on where a page ended").option("--limit <n>", "rows on a page", whole(1, 200), 50);
}

export type PictureOptions = PictureWish;

/** The filters of the picture and of all that is computed like it. Repeat --line, --country, --member for several. */
export function pictureOptions(command: Command): Command {
  return asOfOption(command)
    .option("--from <month>", "first month, YYYY-MM", month)
    .option("--to <month>", "last month, YYYY-MM", month)
    .option("--line <line>", "a line of effort (repeat for several)", several)
    .option("--country <code>", "ISO 3166-1 alpha-2 (repeat for several)", several)
    .option("--member <id>", "a reporter's id (repeat for several)", several)
    .addOption(new Option("--basis <basis>", "which money counts").choices(["commitment", "budget", "disbursement", "pledge"]));
}

export const csvOption = (): Option => new Option("--csv", "every row as CSV, with its marking").default(false);
export const decidedOption = (): Option => new Option("--decided <which>", "yes: with a decision that holds; no: the rest").choices(["yes", "no"]);
