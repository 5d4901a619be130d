import { search } from "../../app/search/search.ts";
import { searchKinds } from "../../app/search/search-kinds.ts";
import type { AddCommand } from "../command.ts";
import { type PageOptions, pageOptions } from "../options.ts";
import { facts, section, table } from "../print/table.ts";

export const addSearch: AddCommand = (program, session) => {
  pageOptions(program.command("search").description("everything that is called so: members, bodies, persons, meetings, texts, undertakings, areas, initiatives, sources"))
    .argument("<words...>", "beginnings of words, in any script; accents, hyphens and one typing error are forgiven")
    .option("-k, --kinds <kinds>", `some kinds only, with commas: ${searchKinds.join(", ")}`)
    .action((words: string[], options: PageOptions & { kinds?: string }) =>
      session.run(async ({ app, secret, languages, answer }) => {
        answer(await search(app, secret, { q: words.join(" "), kinds: options.kinds?.split(","), limit: options.limit, cursor: options.cursor }, languages), (found) =>
          found.groups
            .map((group) =>
              section({ said: `${group.kind} (${group.total})` }, table(["name", "found by", "of", "date", "code", "met", "id"], group.items.map((item) => [item.name.text, item.by?.text, item.of.map((of) => of.text).join(", "), item.date, item.code, item.met, item.id]))))
            .join("")
            .concat(`\n${facts([["found", found.groups.reduce((sum, group) => sum + group.total, 0)], ["marking", found.marking.tlp], ["next", found.next]])}`));
      }),
    );
};
