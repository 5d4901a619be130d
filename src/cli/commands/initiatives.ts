import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import { exportList } from "../../app/picture/export-list.ts";
import { listInitiatives } from "../../app/picture/list-initiatives.ts";
import { type ListSort, sortKeys } from "../../app/picture/list-order.ts";
import type { ViewFilter } from "../../app/views/saved-view.ts";
import { viewNamed } from "../../app/views/view-named.ts";
import { shownKeys } from "../../app/picture/list-shown.ts";
import type { AddCommand } from "../command.ts";
import { type PageOptions, pageOptions, type PictureOptions, pictureOptions } from "../options.ts";
import { usd } from "../print/shown.ts";
import { facts, table } from "../print/table.ts";

type Options = PictureOptions & PageOptions & { area?: string; query?: string; budget?: "known" | "unknown"; status?: string; sort: ListSort; csv?: boolean; columns?: readonly string[]; view?: string };

export const addInitiatives: AddCommand = (program, session) => {
  pageOptions(pictureOptions(program.command("initiatives").description("all initiatives that you may see")))
    .option("--area <code>", "at work in this area")
    .option("-q, --query <words>", "words in titles, identifiers and parties")
    .addOption(new Option("--budget <what>").choices(["known", "unknown"]))
    .option("--status <code>", "IATI activity status, 1 to 6")
    .addOption(new Option("--sort <by>").choices([...sortKeys, ...sortKeys.map((key) => `-${key}`)]).default("-money"))
    .addOption(new Option("--csv", "every row as a file, its marking first; with --json as one JSON object"))
    .addOption(new Option("--columns <names...>", "what the file shows").choices([...shownKeys]))
    .option("--view <name>", "as a saved view asks; what is given beside it goes before")
    .action(({ query, csv, columns: chosen, view, ...given }: Options, command: Command) =>
      session.run(async ({ app, secret, languages, answer, json, io }) => {
        const kept = view === undefined ? null : await viewNamed(app, secret, view, languages);
        const sort = kept === null || command.getOptionValueSource("sort") === "cli" ? given.sort : kept.sort;
        const filter = kept?.filter as ViewFilter | undefined;
        const options = { ...filter, q: query ?? filter?.q, ...given, sort };
        const columns = chosen ?? kept?.columns;
        if (csv === true) {
          const { cursor: _, limit: __, ...wish } = options;
          const { bytes } = await exportList(app, secret, { ...wish, columns }, json ? "json" : "csv", languages);
          return pipeline(Readable.from(bytes, { objectMode: false }), io.stdout, { end: false });
        }
        answer(await listInitiatives(app, secret, options, languages), (list) =>
          `${table(
            ["title", "reporters", "lines", "from", "to", "USD", "countries", "marking", "id"],
            list.items.map((i) => [i.title.text.slice(0, 60), i.reporters.map((r) => r.name.text).join("; ").slice(0, 40), i.lines.join(" "), i.months?.from, i.months?.to, usd(i.usd), i.countries.map((c) => c.code).join(" "), i.tlp, i.id]),
          )}\n${facts([["initiatives", list.total], ["money", list.basis], ["next", list.next], ["marking", list.marking.tlp]])}`);
      }),
    );
};
