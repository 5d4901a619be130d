import { Option } from "commander";
import { endView } from "../../app/views/end-view.ts";
import { listViews, type ViewList } from "../../app/views/list-views.ts";
import { saveView } from "../../app/views/save-view.ts";
import { viewNamed } from "../../app/views/view-named.ts";
import { type ListSort, sortKeys } from "../../app/picture/list-order.ts";
import { type ShownKey, shownKeys, usuallyShown } from "../../app/picture/list-shown.ts";
import type { AddCommand } from "../command.ts";
import { type PictureOptions, pictureOptions } from "../options.ts";
import { table } from "../print/table.ts";

type Options = Omit<PictureOptions, "asOf"> & { area?: string; query?: string; budget?: "known" | "unknown"; status?: string; sort: ListSort; columns?: readonly ShownKey[]; share?: string };
const rows = (list: ViewList): string => table(["name", "by", "marking", "filter", "sort", "id"], list.items.map((v) => [v.name, v.by?.text, v.marking?.tlp, Object.entries(v.filter).map(([key, value]) => `${key}: ${String(value)}`).join("; "), v.sort, v.id]));

export const addViews: AddCommand = (program, session) => {
  const views = program.command("views").description("saved views of the list of initiatives");
  views.command("list").description("your own, then those shared with you").action(() => session.run(async ({ app, secret, languages, answer }) => answer(await listViews(app, secret, languages), rows)));
  pictureOptions(views.command("save").description("keep a view under a name").argument("<name>"))
    .option("--area <code>", "at work in this area")
    .option("-q, --query <words>", "words in titles, identifiers and parties")
    .addOption(new Option("--budget <what>").choices(["known", "unknown"]))
    .option("--status <code>", "IATI activity status, 1 to 6")
    .addOption(new Option("--sort <by>").choices([...sortKeys, ...sortKeys.map((key) => `-${key}`)]).default("-money"))
    .addOption(new Option("--columns <names...>", "what it shows").choices([...shownKeys]))
    .option("--share <with>", "a circle's id, own (your side) or coalition; without it the view is yours alone")
    .action((name: string, { query, columns, sort, share, ...filter }: Options) =>
      session.run(async ({ app, secret, languages, answer }) => {
        await saveView(app, secret, { name, filter: { ...filter, q: query }, columns: columns ?? usuallyShown, sort, share });
        answer(await listViews(app, secret, languages), rows);
      }),
    );
  views
    .command("end")
    .description("end a view of your own, or one that your side shares")
    .argument("<name>", "its name or id")
    .action((name: string) =>
      session.run(async ({ app, secret, languages, answer }) => {
        await endView(app, secret, (await viewNamed(app, secret, name, languages)).id);
        answer(await listViews(app, secret, languages), rows);
      }),
    );
};
