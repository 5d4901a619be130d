import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components/Button";
import type { Picture } from "../../api/types.ts";
import { Usd } from "../../parts/money.tsx";
import { Named } from "../../parts/named.tsx";
import { Opening } from "../../parts/opening.tsx";
import { integer } from "../../words/figures.ts";
import { useLanguage } from "../../words/use-language.ts";

/** Money known for a country as a whole: beside the map, never spread over its areas. */
export function BesideMap({ countries }: { readonly countries: Picture["besideMap"] }) {
  const language = useLanguage();
  const { t } = useLingui();
  const initiatives = countries.reduce((sum, country) => sum + country.initiatives, 0);
  const said = plural(initiatives, { one: "# initiative known for a country only", other: "# known for a country only" });
  return (
    <div className="beside-map">
      <Opening label={t`Beside the map`} placement="bottom end" trigger={<Button className="beside-map-button">{said}</Button>}>
        <div className="beside-map-card">
          <p className="small quiet"><Trans>Their reports name a country, no area in it. Such money is never spread over the map.</Trans></p>
          <table>
            <tbody>{countries.map(({ country, initiatives: count, usd }) => <tr key={country.code}><th scope="row"><Named name={country.name} /></th><td className="figures">{integer(count, language)}</td><td className="figures"><Usd usd={usd} /></td></tr>)}</tbody>
          </table>
        </div>
      </Opening>
    </div>
  );
}
