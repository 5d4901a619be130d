import { readFile } from "node:fs/promises";
import { addSource } from "../../app/record/add-source.ts";
import { sourcePage } from "../../app/record/sources.ts";
import type { AddCommand } from "../command.ts";
import { newSourceShape } from "../entered-shapes.ts";
import { facts, section, table } from "../print/table.ts";
import { readJson } from "../read-json.ts";
import { say } from "../speak.ts";

type Options = { title?: string; publisher?: string; url?: string; published?: string; language?: string; licence?: string; note?: string; textFile?: string; marking?: string; fromJson?: string };

export const addSourceCommands: AddCommand = (program, session) => {
  const source = program.command("source").description("one source: show it, or add one");
  source
    .command("show", { isDefault: true })
    .description("one source, and what is claimed from it")
    .argument("<id>")
    .action((id: string) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await sourcePage(app, secret, id, { languages }), sourceText);
      }),
    );
  source
    .command("add")
    .description("add a document or data set; a text that is given is kept for quoting from, under the same marking")
    .option("--title <words>")
    .option("--publisher <name>")
    .option("--url <address>")
    .option("--published <edtf>", "when, e.g. 2022-05")
    .option("--language <tag>")
    .option("--licence <name>")
    .option("--note <words>")
    .option("--text-file <file>", "a plain text file with its words")
    .option("--marking <tlp>", "TLP:GREEN, TLP:AMBER, …")
    .option("--from-json <file>", "all of it as POST /api/sources takes it (- for the standard input)")
    .action((options: Options) =>
      session.run(async ({ app, secret, languages, answer }) => {
        const { textFile, fromJson, title = "", ...rest } = options;
        const wanted = fromJson !== undefined ? await readJson(fromJson, newSourceShape) : { title, ...rest, ...(textFile === undefined ? {} : { text: await readFile(textFile, "utf8") }) };
        answer(await addSource(app, secret, wanted, { languages }), sourceText);
      }),
    );
};

function sourceText(s: Awaited<ReturnType<typeof sourcePage>>): string {
  const rows = s.stands.flatMap((r) => r.claims.map((c) => [r.record.name.text, c.field, c.text, c.locator, c.shown ? say("shown") : "", c.id]));
  return [
    facts([["title", s.title], ["publisher", s.publisher], ["address", s.url], ["published", s.published], ["language", s.language], ["licence", s.licence], ["note", s.note], ["text kept", say(s.text === null ? "no" : "yes")], ["id", s.id], ["marking", s.marking.tlp]]),
    section("What stands on it", table(["record", "field", "value", "where", "", "claim"], rows)),
  ].join("");
}
