import { Argument, Option } from "commander";
import { decideGap } from "../../app/coordination/decide-gap.ts";
import { decideOverlap } from "../../app/coordination/decide-overlap.ts";
import { withdrawGapDecision, withdrawOverlapDecision } from "../../app/coordination/withdraw-finding.ts";
import { type GapOutcome, gapOutcomes, type OverlapOutcome, overlapOutcomes } from "../../coordination/outcomes.ts";
import type { AddCommand } from "../command.ts";
import { amount, type PictureOptions, pictureOptions } from "../options.ts";
import { gapRows } from "./gaps.ts";
import { overlapRows } from "./overlaps.ts";

type Deciding = PictureOptions & { reason?: string; meeting?: string; basedOn?: string; marking?: string };
const wordsOf = ({ reason, meeting, basedOn, marking }: Deciding) => ({ reason, meeting, basedOn, marking });

export const addFinding: AddCommand = (program, session) => {
  const finding = program.command("finding").description("decide on overlaps and gaps, or take a decision back");
  const deciding = (command: typeof finding) =>
    pictureOptions(command)
      .option("--reason <words>", "why; needed to leave a finding as it is")
      .option("--meeting <id>", "where it is talked over")
      .option("--based-on <decision>", "the decision that you saw in force: refused when another holds by now")
      .addOption(new Option("--marking <tlp>", "who may see the decision, of those who may see what it is about").choices(["TLP:GREEN", "TLP:AMBER"]));
  const lineOf = (line: string) => (line === "all" ? null : line);

  deciding(finding.command("decide-overlap").description("decide on two initiatives that overlap"))
    .argument("<a>", "an initiative's id")
    .argument("<b>", "another's")
    .addArgument(new Argument("<outcome>").choices(overlapOutcomes))
    .option("--lead <id>", "who leads: a member or body")
    .action((a: string, b: string, outcome: OverlapOutcome, options: Deciding & { lead?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await decideOverlap(app, secret, { a, b }, { outcome, lead: options.lead, ...wordsOf(options) }, options, languages), (pair) => overlapRows([pair]));
      }),
    );
  deciding(finding.command("decide-gap").description("decide on an area and line where something is missing"))
    .argument("<area>", "an area's code")
    .argument("<cell-line>", "a line of effort, or all")
    .addArgument(new Argument("<outcome>").choices(gapOutcomes))
    .option("--amount <usd>", "taken up: what your member undertakes to put in", amount)
    .option("--due <date>", "taken up: until when (EDTF)")
    .option("--of <id>", "requested: of this member or body")
    .action((area: string, line: string, outcome: GapOutcome, options: Deciding & { amount?: number; due?: string; of?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await decideGap(app, secret, { area, line: lineOf(line) }, { outcome, amountUsd: options.amount, due: options.due, of: options.of, ...wordsOf(options) }, options, languages), (cell) => gapRows([cell]));
      }),
    );
  pictureOptions(finding.command("withdraw-overlap").description("take back a decision of your own side on a pair; it stays, to be read"))
    .argument("<a>", "an initiative's id")
    .argument("<b>", "another's")
    .argument("<decision>", "the decision's id")
    .option("--reason <words>")
    .action((a: string, b: string, decision: string, options: PictureOptions & { reason?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await withdrawOverlapDecision(app, secret, { a, b }, { decision, reason: options.reason }, options, languages), (pair) => overlapRows([pair]));
      }),
    );
  pictureOptions(finding.command("withdraw-gap").description("take back a decision of your own side on a gap; it stays, to be read"))
    .argument("<area>", "an area's code")
    .argument("<cell-line>", "a line of effort, or all")
    .argument("<decision>", "the decision's id")
    .option("--reason <words>")
    .action((area: string, line: string, decision: string, options: PictureOptions & { reason?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await withdrawGapDecision(app, secret, { area, line: lineOf(line) }, { decision, reason: options.reason }, options, languages), (cell) => gapRows([cell]));
      }),
    );
};
