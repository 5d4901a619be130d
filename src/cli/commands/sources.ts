import { listSources } from "../../app/record/sources.ts";
import type { AddCommand } from "../command.ts";
import { type PageOptions, pageOptions } from "../options.ts";
import { facts, table } from "../print/table.ts";

export const addSources: AddCommand = (program, session) => {
  pageOptions(program.command("sources").description("documents and data sets that claims and reports rest on"))
    .option("-q, --query <words>", "words of the title or publisher")
    .action((options: PageOptions & { query?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await listSources(app, secret, { cursor: options.cursor, limit: options.limit, q: options.query, languages }), (list) =>
          `${table(["title", "publisher", "published", "claims", "reports", "marking", "id"], list.items.map((s) => [s.title, s.publisher, s.published, s.claims, s.reports, s.tlp, s.id]))}\n${facts([["sources", list.total], ["next", list.next]])}`);
      }),
    );
};
