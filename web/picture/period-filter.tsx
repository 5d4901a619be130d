import { Trans, useLingui } from "@lingui/react/macro";
import type { Picture } from "../api/types.ts";
import { longMonth } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { useFilters } from "./use-filters.ts";

/** The months in words, to be typed; dragging in the time strip does the same. */
export function PeriodFilter({ picture }: { readonly picture: Picture }) {
  const language = useLanguage();
  const { t } = useLingui();
  const [search, change] = useFilters();
  const { from, to, why } = picture.period;
  const set = (which: "from" | "to", month: string) => {
    if (!/^\d{4}-\d{2}$/.test(month)) return;
    const [first, last] = which === "from" ? [month, month > to ? month : to] : [month < from ? month : from, month];
    change({ from: first, to: last });
  };
  return (
    <div className="period">
      <p><Trans>{longMonth(from, language)} – {longMonth(to, language)}</Trans></p>
      <div className="period-inputs">
        <input type="month" className="input" aria-label={t`First month`} value={from} onChange={(event) => set("from", event.target.value)} />
        <input type="month" className="input" aria-label={t`Last month`} value={to} onChange={(event) => set("to", event.target.value)} />
      </div>
      <p className="small quiet">
        {why === "data" && <Trans>the months that reports touch</Trans>}
        {why === "now" && <Trans>the months around the day shown</Trans>}
        {why === "asked" && (search.from !== undefined || search.to !== undefined) && <button type="button" className="link" onClick={() => change({ from: undefined, to: undefined })}><Trans>any month</Trans></button>}
      </p>
    </div>
  );
}
