import { Trans } from "@lingui/react/macro";
import { Named } from "../parts/named.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";
import { Marked } from "./marked.tsx";
import type { SearchItem } from "./search-types.ts";

/** One thing that was found: its name, and beneath what it belongs to and by what it was found where the name does not say. */
export function FoundRow({ item }: { readonly item: SearchItem }) {
  const language = useLanguage();
  const { by, date } = item;
  const [first, second] = item.of;
  return (
    <>
      <span className="found-name"><Marked {...item.name} marks={item.marks} />{item.today === "no" && <span className="quiet small"> · <Trans>not a member today</Trans></span>}</span>
      {(first !== undefined || date !== null || by !== null || item.code !== null) && (
        <span className="found-more small quiet">
          {item.code !== null && item.code.length <= 30 && <bdi dir="ltr">{item.code}</bdi>}
          {first && <span><Named name={first} /></span>}
          {second && <span><Named name={second} /></span>}
          {date !== null && <bdi>{edtfWords(date, language)}</bdi>}
          {by && <Marked {...by} />}
        </span>
      )}
    </>
  );
}
