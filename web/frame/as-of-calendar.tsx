import "./as-of-calendar.css";
import { type CalendarDate, getLocalTimeZone, parseDate, today } from "@internationalized/date";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Calendar, CalendarCell, CalendarGrid } from "react-aria-components/Calendar";
import { useLanguage } from "../words/use-language.ts";
import { dateInWords } from "../words/date-in-words.ts";
import { localeOf } from "../words/language.ts";
import { longDay } from "../words/dates.ts";
import { isolateLtr } from "../words/isolate.ts";

type Props = { readonly value: string | undefined; readonly onChoose: (day: string) => void };

/** A day by typing or by looking. Years and months are lists: the record goes back twelve years, too far to leaf. */
export function AsOfCalendar({ value, onChoose }: Props) {
  const { t } = useLingui();
  const language = useLanguage();
  const now = today(getLocalTimeZone());
  const [seen, setSeen] = useState<CalendarDate>(value === undefined ? now : parseDate(value));
  const [typed, setTyped] = useState(value ?? "");
  const [wrong, setWrong] = useState(false);
  const months = Array.from({ length: 12 }, (_, i) => new Intl.DateTimeFormat(localeOf[language], { month: "long", timeZone: "UTC", calendar: "gregory" }).format(new Date(Date.UTC(2024, i, 1))));
  const example = longDay("2023-11-15", language);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = readDay(typed);
    setWrong(day === undefined);
    if (day !== undefined) onChoose(day);
  };
  return (
    <div className="calendar">
      <form className="calendar-typed" onSubmit={submit}>
        <div className="field">
          <label htmlFor="as-of-typed"><Trans>A day, in words or as year-month-day</Trans></label>
          <input id="as-of-typed" className="input figures" dir="auto" autoComplete="off" placeholder={example} value={typed} onChange={(event) => setTyped(event.target.value)} aria-invalid={wrong} aria-describedby={wrong ? "as-of-wrong" : undefined} />
        </div>
        <button className="button first" type="submit"><Trans>Go</Trans></button>
      </form>
      {wrong && <p className="calendar-fault" id="as-of-wrong" role="alert"><Trans>That is not one day of the calendar. Write it like {example} or {isolateLtr("2023-11-15")}.</Trans></p>}
      <div className="calendar-head">
        <button type="button" className="calendar-turn" aria-label={t`Month before`} onClick={() => setSeen(seen.subtract({ months: 1 }))}><Arrow turn={180} /></button>
        <select aria-label={t`Month`} value={seen.month} onChange={(event) => setSeen(seen.set({ month: Number(event.target.value) }))}>
          {months.map((month, i) => <option key={month} value={i + 1}>{month}</option>)}
        </select>
        <select aria-label={t`Year`} value={seen.year} onChange={(event) => setSeen(seen.set({ year: Number(event.target.value) }))}>
          {Array.from({ length: now.year - 2013 + 2 }, (_, i) => 2013 + i).map((year) => <option key={year} value={year}>{year}</option>)}
        </select>
        <button type="button" className="calendar-turn" aria-label={t`Month after`} onClick={() => setSeen(seen.add({ months: 1 }))}><Arrow turn={0} /></button>
      </div>
      <Calendar aria-label={t`Days`} value={value === undefined ? null : parseDate(value)} focusedValue={seen} onFocusChange={(day) => setSeen(day as CalendarDate)} onChange={(day) => onChoose(day.toString())}>
        <CalendarGrid weekdayStyle="short">{(date) => <CalendarCell className="calendar-day" date={date} />}</CalendarGrid>
      </Calendar>
    </div>
  );
}

const Arrow = ({ turn }: { readonly turn: number }) => <svg width="8" height="12" viewBox="0 0 8 12" aria-hidden="true"><path d="M2 1l5 5-5 5" transform={`rotate(${turn} 4 6)`} fill="none" stroke="currentColor" strokeWidth="1.5" /></svg>;

/** "2023-11-15", "15 November 2023", "١٥ نوفمبر ٢٠٢٣"; a month or a range is no day. */
function readDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? [];
  const iso = year === undefined || month === undefined || day === undefined ? dateInWords(text) : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (iso === null || !/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
