import type { Money } from "../../initiatives/report.ts";
import { readDecimal } from "../values/decimal.ts";
import { implausible } from "../values/implausible-amount.ts";
import { shortly } from "../values/raw-excerpt.ts";
import { tryParseEdtf } from "../../base/edtf.ts";
import { joinList, positions } from "./lists.ts";
import type { RowNotes } from "./notes.ts";

export const moneyColumns = ["commitment", "budget", "disbursement", "expenditure", "pledge"] as const;
type MoneyColumn = (typeof moneyColumns)[number];

type Cell = (
  column: MoneyColumn | "commitment_date" | "budget_from" | "budget_to" | "currency" | "price_year",
) => string;

/**
 * The money of a row. A cell holds amounts, separated by ";", each with its own currency or year of constant prices where they
 * differ from the row's: `1000000; 250000 EUR; 90000 USD @2015`. Dates stand in the same order in their columns.
 */
export function readMoney(cell: Cell, notes: RowNotes): readonly Money[] {
  const currency = currencyOf(cell("currency"), "currency", notes);
  const year = yearOf(cell("price_year"), "price_year", notes);
  return moneyColumns.flatMap((column) => {
    const items = positions(cell(column)).filter((item) => item !== "");
    const date = column === "commitment" ? beside(cell("commitment_date"), "commitment_date", items.length, notes) : [];
    const from = column === "budget" ? beside(cell("budget_from"), "budget_from", items.length, notes) : [];
    const to = column === "budget" ? beside(cell("budget_to"), "budget_to", items.length, notes) : [];
    const money = items.flatMap((item, i): readonly Money[] => {
      const match = /^(.*?)(?:\s+([A-Za-z]{3}))?(?:\s*@\s*(\d{4}))?$/.exec(item);
      const amount = readDecimal(match?.[1] ?? "");
      if (amount === undefined)
        return (
          notes.error(
            column,
            "amount-invalid",
            shortly(item),
            "a decimal number without separators, with or without a currency: 2100000.50 EUR",
          ) ?? []
        );
      const own = match?.[2] === undefined ? currency : currencyOf(match[2], column, notes);
      const constantYear = match?.[3] === undefined ? year : yearOf(match[3], column, notes);
      if (own === undefined)
        notes.warning(
          column,
          "currency-missing",
          shortly(item),
          "a code of ISO 4217 behind the amount or in the column currency",
        );
      const most = implausible(amount, own);
      if (most !== undefined) notes.warning(column, "amount-implausible", shortly(item), most);
      const period = periodOf(from[i], to[i], notes);
      return [
        {
          kind: column,
          amount,
          ...(own === undefined ? {} : { currency: own }),
          ...(date[i] === undefined ? {} : { date: date[i] }),
          ...period,
          ...(constantYear === undefined ? {} : { constantYear }),
        },
      ];
    });
    // An amount below zero beside others takes back a part of them; alone, or of a plan, it says nothing that could be.
    const allNegative = money.length > 0 && money.every((m) => m.amount.startsWith("-"));
    if (allNegative || (column === "budget" && money.some((m) => m.amount.startsWith("-"))))
      notes.warning(
        column,
        "amount-negative",
        shortly(cell(column)),
        "an amount not below zero, or beside the one it takes back; it is kept as it stands",
      );
    return money;
  });
}

/** The cells of a row's money. The column currency is used when all amounts are in one. */
export function printMoney(money: readonly Money[]): ReadonlyMap<string, string> {
  const written = money.filter((m) => moneyColumns.some((column) => column === m.kind));
  const currency = common(written.map((m) => m.currency));
  const year = common(written.map((m) => m.constantYear));
  const cells = new Map<string, string>();
  if (currency !== undefined) cells.set("currency", currency);
  if (year !== undefined) cells.set("price_year", String(year));
  for (const column of moneyColumns) {
    const those = written.filter((m) => m.kind === column);
    const amounts = those.map((m) =>
      [
        m.amount,
        m.currency === currency ? "" : (m.currency ?? ""),
        m.constantYear === year || m.constantYear === undefined ? "" : `@${m.constantYear}`,
      ]
        .filter((part) => part !== "")
        .join(" "),
    );
    cells.set(column, joinList(amounts));
    if (column === "commitment") cells.set("commitment_date", dates(those.map((m) => m.date)));
    if (column !== "budget") continue;
    cells.set("budget_from", dates(those.map((m) => m.from)));
    cells.set("budget_to", dates(those.map((m) => m.to)));
  }
  return cells;
}

function common<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

function dates(texts: readonly (string | undefined)[]): string {
  return texts.every((text) => text === undefined) ? "" : joinList(texts.map((text) => text ?? ""));
}

/** Dates that stand beside amounts: as many as there are amounts, some of them empty perhaps. */
function beside(cell: string, column: string, wanted: number, notes: RowNotes): readonly (string | undefined)[] {
  const items = positions(cell);
  if (items.length === 0) return [];
  if (items.length !== wanted)
    return notes.warning(column, "dates-unmatched", shortly(cell), `${wanted} dates, one for each amount`) ?? [];
  return items.map((item) => (item === "" ? undefined : dateOf(item, column, notes)));
}

export function dateOf(text: string, column: string, notes: RowNotes): string | undefined {
  const clean = text.trim();
  if (clean === "") return undefined;
  return (
    tryParseEdtf(clean)?.text ??
    notes.error(column, "date-invalid", shortly(clean), "a date, e.g. 2024-05-31, 2024-05, [2023-06-08..2023-11-15]")
  );
}

function periodOf(from: string | undefined, to: string | undefined, notes: RowNotes): Pick<Money, "from" | "to"> {
  const [a, b] = [from === undefined ? null : tryParseEdtf(from), to === undefined ? null : tryParseEdtf(to)];
  if (a !== null && b !== null && b.last < a.first)
    return notes.warning("budget_to", "period-reversed", `${from} to ${to}`, "an end not before its start") ?? {};
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function currencyOf(text: string, column: string, notes: RowNotes): string | undefined {
  const clean = text.trim().toUpperCase();
  if (clean === "") return undefined;
  return /^[A-Z]{3}$/.test(clean)
    ? clean
    : notes.warning(column, "currency-unknown", shortly(clean), "a code of ISO 4217, e.g. EUR");
}

function yearOf(text: string, column: string, notes: RowNotes): number | undefined {
  const clean = text.trim();
  if (clean === "") return undefined;
  return /^(?:19|20|21)\d{2}$/.test(clean)
    ? Number(clean)
    : notes.error(column, "year-invalid", shortly(clean), "a year, e.g. 2015");
}
