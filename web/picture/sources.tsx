import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, useLingui } from "@lingui/react/macro";
import type { Picture } from "../api/types.ts";

type Source = Picture["sources"][number];

const whatWords: Readonly<Record<Source["what"], MessageDescriptor>> = { threat: msg`threat`, need: msg`need`, population: msg`population`, areas: msg`areas`, rates: msg`exchange rates` };

/** What the picture was computed from, with the names that licences ask to be cited. */
export function Sources({ picture }: { readonly picture: Picture }) {
  const { i18n } = useLingui();
  return (
    <ul className="sources small quiet">
      <li><Plural value={picture.computedFrom.reports} one="computed from # report" other="computed from # reports" /></li>
      {picture.sources.map(({ what, title, licence, url }) => (
        <li key={`${what} ${title}`}>{i18n._(whatWords[what])}: {url === null ? <bdi>{title}</bdi> : <a className="link" href={url} rel="noreferrer" target="_blank"><bdi>{title}</bdi></a>}{licence !== null && <> · <bdi>{licence}</bdi></>}</li>
      ))}
    </ul>
  );
}
