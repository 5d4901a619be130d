import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { present } from "../address.ts";
import type { InitiativeItem, InitiativeList } from "../api/types.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { LineMark, lineWords } from "../parts/line-mark.tsx";
import { Listed } from "../parts/listed.tsx";
import { basisWords, Usd } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { monthRange } from "../words/dates.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { statusWords } from "./codes.ts";
import { useColumnNames } from "./column-names.ts";
import type { Patch } from "./filter-picks.tsx";
import type { InitiativeSearch, ShownKey, SortKey } from "./search.ts";

type Props = {
  readonly list: InitiativeList; readonly items: readonly InitiativeItem[]; readonly search: InitiativeSearch; readonly shown: readonly ShownKey[]; readonly change: (patch: Patch) => void;
  readonly open: (item: InitiativeItem) => void; readonly reach: (item: InitiativeItem) => void;
};

/** What a column is sorted by, and whether the most comes first. */
const sortOf: Readonly<Record<ShownKey, readonly [SortKey, "" | "-"]>> = {
  title: ["title", ""], lines: ["line", ""], reporters: ["reporter", ""], where: ["where", ""], months: ["end", ""], usd: ["money", "-"], reports: ["reports", "-"], overlaps: ["overlaps", "-"], status: ["status", ""], updated: ["updated", "-"], tlp: ["marking", "-"],
};
const figures: ReadonlySet<ShownKey> = new Set(["usd", "reports", "overlaps"]);

export function ListRows({ list, items, search, shown, change, open, reach }: Props) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const names = useColumnNames();
  const sort = search.sort ?? "-money";
  // chosen a second time, a column sorts the other way round
  const by = (of: ShownKey) => {
    const [key, begins] = sortOf[of];
    const [first, second] = begins === "" ? ([key, `-${key}`] as const) : ([`-${key}`, key] as const);
    return { now: sort === key ? ("ascending" as const) : sort === `-${key}` ? ("descending" as const) : ("none" as const), choose: () => change({ sort: sort === first ? second : first }) };
  };
  const cells: Readonly<Record<ShownKey, (item: InitiativeItem) => ReactNode>> = {
    title: (item) => <Link className="row-name" tabIndex={-1} to="/$lang/initiatives/$id" params={{ lang: language, id: item.id }} search={present({ asOf: search.asOf, basis: list.basis })}><Named name={item.title} /></Link>,
    lines: (item) => <span className="marks" title={item.lines.map((line) => i18n._(lineWords[line])).join(", ")}>{item.lines.map((line) => <LineMark key={line} line={line} />)}<span className="unseen">{item.lines.map((line) => i18n._(lineWords[line])).join(", ")}</span></span>,
    reporters: (item) => <Listed items={item.reporters.map((reporter) => <Named key={reporter.name.text} name={reporter.name} />)} />,
    where: (item) => <Where item={item} />,
    months: (item) => item.months === null ? <Unknown /> : <>{monthRange(item.months.from, item.months.to, language)}{item.months.assumed && <span className="quiet"> <Trans>(end assumed)</Trans></span>}</>,
    usd: (item) => <Usd usd={item.usd} />,
    reports: (item) => integer(item.reports, language),
    overlaps: (item) => integer(item.overlaps, language),
    status: (item) => { const words = item.status === null ? undefined : statusWords[item.status]; return item.status === null ? <Unknown /> : words === undefined ? <bdi>{item.status}</bdi> : i18n._(words); },
    updated: (item) => item.updated === null ? <Unknown /> : edtfWords(item.updated, language),
    tlp: (item) => <TlpLabel tlp={item.tlp} />,
  };
  const columns = shown.map((key): Column<InitiativeItem> => ({ key, head: key === "usd" ? i18n._(basisWords[list.basis]) : names[key], cell: cells[key], sort: by(key), ...(figures.has(key) ? { end: true } : {}) }));
  return <DataTable label={t`Initiatives`} rows={items} columns={columns} keyOf={(item) => item.id} open={open} reach={reach} now={search.open} />;
}

function Where({ item }: { readonly item: InitiativeItem }) {
  const areas = item.areas.filter(({ level }) => level > 0).slice(0, 3);
  const rest = item.areas.filter(({ level }) => level > 0).length - areas.length;
  if (areas.length > 0) return <><Listed items={areas.map((area) => <Named key={area.code} name={area.name} />)} />{rest > 0 && <span className="quiet"> <Trans>and {rest} more</Trans></span>}</>;
  return <Listed items={item.countries.map((country) => <Named key={country.code} name={country.name} />)} />;
}

const Unknown = () => <span className="unknown-word"><Trans>not known</Trans></span>;
