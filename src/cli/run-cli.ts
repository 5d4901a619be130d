import { Command, CommanderError, Option } from "commander";
import type { CliWord } from "../locales/cli-words.ts";
import type { AddCommand } from "./command.ts";
import { askedWrongly, speakHelp } from "./commander-words.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { type GlobalOptions, type Io, newSession } from "./session.ts";
import { languageAsked, say, speaking, spokenLanguages } from "./speak.ts";
import { faultAsJson, tellFault } from "./tell-fault.ts";
import { addActs } from "./commands/acts.ts";
import { addAccounts } from "./commands/accounts.ts";
import { addArea } from "./commands/area.ts";
import { addAudit } from "./commands/audit.ts";
import { addBackup } from "./commands/backup.ts";
import { addBodies } from "./commands/bodies.ts";
import { addBody } from "./commands/body.ts";
import { addClaim } from "./commands/claim.ts";
import { addClaimsCommand } from "./commands/claims.ts";
import { addConflicts } from "./commands/conflicts.ts";
import { addDecide } from "./commands/decide.ts";
import { addEmergency } from "./commands/emergency.ts";
import { addEvaluate } from "./commands/evaluate.ts";
import { addFinding } from "./commands/finding.ts";
import { addGaps } from "./commands/gaps.ts";
import { addImport } from "./commands/import.ts";
import { addImports } from "./commands/imports.ts";
import { addInitiatives } from "./commands/initiatives.ts";
import { addInvite } from "./commands/invite.ts";
import { addLookAs } from "./commands/look-as.ts";
import { addMeeting } from "./commands/meeting.ts";
import { addMember } from "./commands/member.ts";
import { addMembers } from "./commands/members.ts";
import { addOperation } from "./commands/operation.ts";
import { addOverlaps } from "./commands/overlaps.ts";
import { addOwnAccount } from "./commands/own-account.ts";
import { addPeople } from "./commands/people.ts";
import { addPicture } from "./commands/picture.ts";
import { addPublic } from "./commands/public.ts";
import { addSearch } from "./commands/search.ts";
import { addSetupLink } from "./commands/setup-link.ts";
import { addSignIn } from "./commands/sign-in.ts";
import { addSourceCommands } from "./commands/source.ts";
import { addSources } from "./commands/sources.ts";
import { addStart } from "./commands/start.ts";
import { addStatus } from "./commands/status.ts";
import { addTokens } from "./commands/tokens.ts";
import { addCircles } from "./commands/circles.ts";
import { addEnterMeeting } from "./commands/enter-meeting.ts";
import { addExport } from "./commands/export.ts";
import { addInitiative } from "./commands/initiative.ts";
import { addMark } from "./commands/mark.ts";
import { addNeeds } from "./commands/needs.ts";
import { addNone } from "./commands/none.ts";
import { addBrief } from "./commands/brief.ts";
import { addChanges } from "./commands/changes.ts";
import { addEnterRecord } from "./commands/enter-record.ts";
import { addMeetings } from "./commands/meetings.ts";
import { addPersons } from "./commands/persons.ts";
import { addTexts } from "./commands/texts.ts";
import { addUndertakings } from "./commands/undertakings.ts";
import { addViews } from "./commands/views.ts";
import { addWorklist } from "./commands/worklist.ts";
import { addHistory } from "./commands/history.ts";
import { addWhy } from "./commands/why.ts";
import { addWithdraw } from "./commands/withdraw.ts";

const groups: readonly (readonly [title: CliWord, commands: readonly AddCommand[]])[] = [
  ["Serving:", [addStart, addStatus, addSetupLink, addEmergency]],
  ["Who is asking:", [addAccounts, addSignIn, addTokens, addOwnAccount, addInvite, addPeople, addLookAs]],
  ["Picture:", [addPicture, addOverlaps, addGaps, addFinding, addWorklist, addNone, addInitiatives, addViews, addInitiative, addArea, addNeeds]],
  ["Record:", [addSearch, addBodies, addBody, addMembers, addMember, addMeetings, addMeeting, addTexts, addUndertakings, addPersons, addBrief, addChanges, addClaimsCommand, addConflicts, addClaim, addDecide, addWithdraw, addSources, addSourceCommands, addEnterMeeting, addEnterRecord, addHistory, addWhy]],
  ["Who may see it:", [addMark, addCircles, addActs]],
  ["Import and export:", [addImport, addImports, addExport, addPublic]],
  ["Keeping:", [addAudit, addBackup, addOperation]],
  ["Measuring:", [addEvaluate]],
];

/** What stands below the commands of the whole program, each in lines of the help's width. */
const below = ["Who is asking: --token or ENTENTE_TOKEN, a personal access token; without it the anonymous visitor, who sees what is TLP:CLEAR. Prefer the variable: arguments stand in the list of processes.", "Exit codes: 0 done; 1 a fault of Entente's own; 2 asked in a wrong way, or it could not start; 3 not found or not allowed; 4 done, and some of the input was set aside, or the input has faults; 5 what was verified does not hold."] as const;

const inLines = (text: string): string => text.replaceAll(/(.{1,118})(?:\s+|$)/g, "$1\n");

/** The program with all its commands; what a command did stands in `session.exitCode`. */
export function program(io: Io): { readonly command: Command; readonly session: ReturnType<typeof newSession> } {
  const command = new Command("entente");
  const session = newSession(io, () => command.opts<GlobalOptions>());
  speakHelp(command);
  command
    .description("The coordination room of a coalition, on the command line: the same verbs as the pages and the API.")
    .option("--json", "answers as JSON, of the same shape as the API's; problems too, on the standard error")
    .option("--token <token>", "who is asking (ENTENTE_TOKEN)")
    .option("--data <folder>", "the data folder (ENTENTE_DATA, else the platform's own)")
    .addOption(new Option("--lang <language>", "the language of words and names (ENTENTE_LANG, else the terminal's)").choices([...spokenLanguages]))
    .addHelpText("after", `\n${below.map((word) => inLines(say(word))).join("\n")}`)
    // What was asked in a wrong way is told in one place, in the language of the run (below).
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text), outputError: () => {}, getOutHasColors: () => false, getErrHasColors: () => false })
    .exitOverride();
  for (const [title, commands] of groups) {
    command.commandsGroup(title);
    for (const add of commands) add(command, session);
  }
  return { command, session };
}

/** Runs one command line, in the language that it asks for. @returns the exit code */
export function runCli(args: readonly string[], io: Io): Promise<number> {
  return speaking(languageAsked(args, io.env), async () => {
    const { command, session } = program(io);
    try {
      // what was copied from an answer may stand between the marks that keep its direction
      await command.parseAsync(args.map((arg) => arg.replace(/^\u2068([^\u2066-\u2069]*)\u2069$/u, "$1")), { from: "user" });
      return session.exitCode;
    } catch (error) {
      if (error instanceof CommanderError) {
        if (error.exitCode === 0) return exitCodes.ok;
        // the help of a group of commands was printed in the place of a command: nothing to add
        if (error.code !== "commander.help") io.stderr.write(`${askedWrongly(error)}${say("(entente --help tells what there is)")}\n`);
        return exitCodes.use;
      }
      io.stderr.write(command.opts<GlobalOptions>().json === true ? `${JSON.stringify(faultAsJson(error))}\n` : tellFault(error));
      return exitCodeOf(error);
    }
  });
}
