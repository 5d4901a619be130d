import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Option } from "commander";
import { exportList } from "../../app/picture/export-list.ts";
import { listInitiatives } from "../../app/picture/list-initiatives.ts";
import { type ListSort, sortKeys } from "../../app/picture/list-order.ts";
import { shownKeys } from "../../app/picture/list-shown.ts";
import type { AddCommand } from "../command.ts";
import { type PageOptions, pageOptions, type PictureOptions, pictureOptions } from "../options.ts";
import { usd } from "../print/shown.ts";
import { facts, table } from "../print/table.ts";

type Options = PictureOptions & PageOptions & { area?: string; query?: string; budget?: "known" | "unknown"; status?: string; sort: ListSort; csv?: boolean; columns?: readonly string[] };

export const addInitiatives: AddCommand = (program, session) => {
  pageOptions(pictureOptions(program.command("initiatives").description("all initiatives that you may see")))
    .option("--area <code>", "at work in this area")
    .option("-q, --query <words>", "words in titles, identifiers and parties")
    .addOption(new Option("--budget <what>").choices(["known", "unknown"]))
    .option("--status <code>", "IATI activity status, 1 to 6")
    .addOption(new Option("--sort <by>").choices([...sortKeys, ...sortKeys.map((key) => `-${key}`)]).default("-money"))
    .addOption(new Option("--csv", "every row as a file, its marking first; with --json as one JSON object"))
    .addOption(new Option("--columns <names...>", "what the file shows").choices([...shownKeys]))
    .action(({ query, csv, columns, ...options }: Options) =>
      session.run(async ({ app, secret, languages, answer, json, io }) => {
        if (csv === true) {
          const { cursor: _, limit: __, ...wish } = options;
          const { bytes } = await exportList(app, secret, { ...wish, q: query, columns }, json ? "json" : "csv", languages);
          return pipeline(Readable.from(bytes, { objectMode: false }), io.stdout, { end: false });
        }
        answer(await listInitiatives(app, secret, { ...options, q: query }, languages), (list) =>
          `${table(
            ["title", "reporters", "lines", "from", "to", "USD", "countries", "marking", "id"],
            list.items.map((i) => [i.title.text.slice(0, 60), i.reporters.map((r) => r.name.text).join("; ").slice(0, 40), i.lines.join(" "), i.months?.from, i.months?.to, usd(i.usd), i.countries.map((c) => c.code).join(" "), i.tlp, i.id]),
          )}\n${facts([["initiatives", list.total], ["money", list.basis], ["next", list.next], ["marking", list.marking.tlp]])}`);
      }),
    );
};
