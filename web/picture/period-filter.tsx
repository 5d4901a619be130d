import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components/Button";
import type { Picture } from "../api/types.ts";
import { MonthPick } from "../parts/month-pick.tsx";
import { Opening } from "../parts/opening.tsx";
import { longMonth } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { useFilters } from "./use-filters.ts";

/** The months in words, opened to choose others; dragging in the time strip does the same. */
export function PeriodFilter({ picture }: { readonly picture: Picture }) {
  const language = useLanguage();
  const { t } = useLingui();
  const [search, change] = useFilters();
  const { from, to, why } = picture.period;
  const set = (first: string, last: string) => change(first <= last ? { from: first, to: last } : { from: first, to: first });
  const year = (month: string | undefined) => Number((month ?? from).slice(0, 4));
  const years = { first: Math.min(year(picture.months[0]?.month), year(from)), last: Math.max(year(picture.months.at(-1)?.month), year(to)) };
  return (
    <div className="period">
      <Opening label={t`Period`} trigger={<Button className="choice"><span><Trans>{longMonth(from, language)} – {longMonth(to, language)}</Trans></span></Button>}>
        <div className="period-panel">
          <MonthPick label={t`First month`} value={from} years={years} choose={(month) => set(month, to)} />
          <MonthPick label={t`Last month`} value={to} years={years} choose={(month) => (month < from ? set(month, month) : set(from, month))} />
        </div>
      </Opening>
      <p className="small quiet">
        {why === "data" && <Trans>the months that reports touch</Trans>}
        {why === "now" && <Trans>the months around the day shown</Trans>}
        {why === "asked" && (search.from !== undefined || search.to !== undefined) && <button type="button" className="link" onClick={() => change({ from: undefined, to: undefined })}><Trans>any month</Trans></button>}
      </p>
    </div>
  );
}
