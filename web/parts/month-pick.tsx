import "./month-pick.css";
import { useLingui } from "@lingui/react/macro";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";

type Props = { readonly label: string; readonly value: string; readonly years: { readonly first: number; readonly last: number }; readonly choose: (month: string) => void };

/** A month as two lists. The browser's own month field speaks the browser's language, not the page's. */
export function MonthPick({ label, value, years, choose }: Props) {
  const language = useLanguage();
  const { t } = useLingui();
  const [year = "", month = ""] = value.split("-");
  const words = new Intl.DateTimeFormat(localeOf[language], { month: "long", timeZone: "UTC", calendar: "gregory" });
  return (
    <fieldset className="month-pick">
      <legend className="label">{label}</legend>
      <select aria-label={t`Month`} value={month} onChange={(event) => choose(`${year}-${event.target.value}`)}>
        {Array.from({ length: 12 }, (_, i) => <option key={i} value={String(i + 1).padStart(2, "0")}>{words.format(new Date(Date.UTC(2024, i, 1)))}</option>)}
      </select>
      <select aria-label={t`Year`} value={year} onChange={(event) => choose(`${event.target.value}-${month}`)}>
        {Array.from({ length: years.last - years.first + 1 }, (_, i) => <option key={i} value={years.first + i}>{years.first + i}</option>)}
      </select>
    </fieldset>
  );
}
