import { findRecord } from "../../app/find-record.ts";
import { enterMeeting } from "../../app/record/enter-meeting.ts";
import type { AddCommand } from "../command.ts";
import { meetingEntryShape } from "../entered-shapes.ts";
import { readJson } from "../read-json.ts";
import { meetingText } from "./meeting.ts";

export const addEnterMeeting: AddCommand = (program, session) => {
  program
    .command("enter-meeting")
    .description("enter what one source says of a meeting, in one go: JSON as POST /api/meetings takes it")
    .argument("<file>", "a JSON file, or - for the standard input")
    .option("--meeting <key-or-id>", "more about a meeting that stands; a new one without it")
    .action((file: string, options: { meeting?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const entry = await readJson(file, meetingEntryShape);
        const meeting = options.meeting === undefined ? null : await findRecord(app, secret, "meeting", options.meeting);
        answer(await enterMeeting(app, secret, meeting, entry, { languages }), meetingText);
      }),
    );
};
