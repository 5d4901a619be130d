import { Plural, Trans } from "@lingui/react/macro";
import type { MeetingPage } from "../api/record-types.ts";
import { RefList } from "../claims/claim-value-words.tsx";
import { Named } from "../parts/named.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useDay } from "../record/use-as-of.ts";
import { useLanguage } from "../words/use-language.ts";

/** When, where, who chaired and what came of it, as one would tell it. Only what a source says. */
export function MeetingSentence({ meeting }: { readonly meeting: MeetingPage }) {
  const lang = useLanguage();
  const { date, place, country, coChairs, undertakings, delegations } = meeting;
  const when = date.value === null ? "" : edtfWords(date.value, lang);
  const day = useDay();
  const toCome = date.value !== null && day !== null && /^\d/.test(date.value) && date.value.slice(0, 10) > day;
  const at = place.value === null ? (country.value === null ? null : <Named name={country.value.name} />) : <Named name={place.value} />;
  const chairs = coChairs.value === null || coChairs.value.length === 0 ? null : <RefList refs={coChairs.value} />;
  const promised = <a className="figure" href="#undertakings"><Plural value={undertakings.length} one="# undertaking" other="# undertakings" /></a>;
  const came = <a className="figure" href="#delegations"><Plural value={delegations.length} one="# delegation" other="# delegations" /></a>;
  return (
    <p className="sentence">
      {toCome ? (at !== null ? <Trans>To be held {when} in {at}.</Trans> : <Trans>To be held {when}.</Trans>) : when !== "" && at !== null ? <Trans>Held {when} in {at}.</Trans> : when !== "" ? <Trans>Held {when}.</Trans> : at !== null && <Trans>Held in {at}, on a day that no source gives.</Trans>}{" "}
      {chairs !== null && <Trans>In the chair: {chairs}.</Trans>}{" "}
      {delegations.length > 0 && <Trans>Sources name {came}.</Trans>}{" "}
      {undertakings.length > 0 && <Trans>{promised} came of it.</Trans>}
    </p>
  );
}
