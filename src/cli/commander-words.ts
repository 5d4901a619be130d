import type { Command, CommanderError, Help } from "commander";
import { type CliWord, cliWords } from "../locales/cli-words.ts";
import { help, say } from "./speak.ts";

// The parser's own words. It says them in English; here each is recognised and said in the language of the run.

const titleWord = (title: string): CliWord | undefined => (Object.keys(cliWords) as CliWord[]).find((word) => word === title);

/** How the help is said: descriptions by the catalogue, the choices and defaults behind them, the titles above. */
export const helpSpoken: Partial<Help> = {
  showGlobalOptions: false,
  styleTitle: (title) => {
    const word = titleWord(title);
    return word === undefined ? title : say(word);
  },
  commandDescription: (command) => help(command.description()),
  subcommandDescription: (command) => help(command.summary() || command.description()),
  optionDescription: (option) => withMore(help(option.description), option.argChoices, option.defaultValue),
  argumentDescription: (argument) => withMore(help(argument.description), argument.argChoices, argument.defaultValue),
};

function withMore(description: string, choices: readonly string[] | undefined, byDefault: unknown): string {
  const more = [
    ...(choices === undefined ? [] : [say("choices: {choices}", { choices: choices.join(", ") })]),
    // a flag that is off needs no word
    ...(byDefault === undefined || typeof byDefault === "boolean" ? [] : [say("default: {value}", { value: typeof byDefault === "string" ? byDefault : JSON.stringify(byDefault) })]),
  ];
  return more.length === 0 ? description : `${description} (${more.join("; ")})`.trim();
}

/** Names of arguments stand in the usage as they are: codes. */
const quoted = String.raw`'([^']*)'`;
const known: readonly (readonly [code: string, pattern: RegExp, word: CliWord, facts: readonly string[]])[] = [
  ["commander.unknownOption", new RegExp(`unknown option ${quoted}`), "unknown option {what}", ["what"]],
  ["commander.unknownCommand", new RegExp(`unknown command ${quoted}`), "unknown command {what}", ["what"]],
  ["commander.missingArgument", new RegExp(`missing required argument ${quoted}`), "missing required argument {what}", ["what"]],
  ["commander.optionMissingArgument", new RegExp(`option ${quoted} argument missing`), "option {what} needs a value", ["what"]],
  ["commander.missingMandatoryOptionValue", new RegExp(`required option ${quoted}`), "required option {what} not given", ["what"]],
  ["commander.conflictingOption", new RegExp(`${quoted} cannot be used with .*${quoted}`), "{what} cannot be used with {other}", ["what", "other"]],
  ["commander.excessArguments", /Expected (\d+) arguments? but got (\d+)/, "too many arguments: expected {expected}, got {got}", ["expected", "got"]],
  ["commander.invalidArgument", new RegExp(`option ${quoted} argument ${quoted} is invalid`), "{value} is no value for {what}", ["what", "value"]],
  ["commander.invalidArgument", new RegExp(`command-argument value ${quoted} is invalid for argument ${quoted}`), "{value} is no value for {what}", ["value", "what"]],
];

/** What was asked in a wrong way, said in the language of the run; the parser's own sentence where it is of none of the kinds known. */
export function askedWrongly({ code, message }: Pick<CommanderError, "code" | "message">): string {
  for (const [of, pattern, word, names] of known) {
    const found = code === of ? pattern.exec(message) : null;
    if (found === null) continue;
    const said = say("error: {what}", { what: "" }).trimEnd();
    const sentence = say(word, Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ""])));
    const [, allowed] = /Allowed choices are ([^.]*)\./.exec(message) ?? [];
    const [, perhaps] = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message) ?? [];
    // what a reader of a value says about it (options.ts) is in the language already
    const [, why] = allowed === undefined && code === "commander.invalidArgument" ? (/ is invalid(?: for argument '[^']*')?\. (.*)$/s.exec(message) ?? []) : [];
    const after = allowed !== undefined ? say("allowed: {choices}", { choices: allowed }) : perhaps !== undefined ? say("perhaps: {what}", { what: perhaps }) : (why ?? "");
    return `${said} ${sentence}${after === "" ? "" : ` (${after})`}\n`;
  }
  return `${message}\n`;
}

/** Every command made from here on speaks so. */
export function speakHelp(command: Command): void {
  command.configureHelp(helpSpoken).helpOption("-h, --help", help("display help for command")).helpCommand("help [command]", help("display help for command"));
}
