import { type ErrorCode, isFault } from "../base/errors.ts";
import { faultAdvice, faultFacts, faultSaid } from "../locales/fault-words.ts";
import { plain } from "./print/plain.ts";
import { fill, in3, safe, say } from "./speak.ts";

/** A fault as lines for a terminal: its code, what happened, the facts, what to do. What is not of the catalogue is told by its stack: it is to be reported. */
export function tellFault(error: unknown): string {
  if (!isFault(error)) return `${say("A fault of Entente's own; please report these lines.")}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  const text = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, plain(Array.isArray(value) ? value.join("; ") : String(value))]));
  const lines = Object.entries(text).map(([name, value]) => `  ${factName(name)}: ${safe(value)}`);
  const cause = error.code === "internal" && error.cause instanceof Error ? [error.cause.stack ?? error.cause.message] : [];
  return `${[`${error.code}: ${in3(faultSaid[error.code])}`, ...lines, adviceOn(error.code, text), ...cause].filter((line) => line !== "").join("\n")}\n`;
}

function factName(name: string): string {
  const said = faultFacts[name];
  return said === undefined ? name : in3(said);
}

function adviceOn(code: ErrorCode, facts: Readonly<Record<string, string>>): string {
  const advice = faultAdvice[code];
  const said = advice === undefined ? "" : fill(in3(advice), facts);
  // a fact that the fault did not bring is not told as a hole
  return /\{\w+\}/.test(said) ? "" : said;
}

/** The same for a program: a problem as the API tells it. */
export function faultAsJson(error: unknown): object {
  if (!isFault(error)) return { code: "internal", status: 500 };
  return { code: error.code, status: error.status, params: error.params };
}
