import "./save-list.css";
import { Trans } from "@lingui/react/macro";
import { type Query, queryString } from "../api/client.ts";
import { useLanguage } from "../words/use-language.ts";

/** The list that is shown, as a file in the language of the page, with its marking first and in its name: links, so that it goes to the disk as it comes. `path`: …/export */
export function SaveList({ path, query }: { readonly path: string; readonly query: Query }) {
  const lang = useLanguage();
  const address = (as: "csv" | "json") => path + queryString({ ...query, as, lang });
  return (
    <span className="save-list small">
      <a className="link" href={address("csv")} download><Trans>Save as CSV</Trans></a> <a className="link" href={address("json")} download><Trans>Save as JSON</Trans></a>
    </span>
  );
}
