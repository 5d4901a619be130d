import { useLingui } from "@lingui/react/macro";
import type { InitiativeList } from "../api/types.ts";
import { lineWords } from "../parts/line-mark.tsx";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { statusWords } from "./codes.ts";
import { FilterLine } from "./filter-line.tsx";
import type { Vocabulary, WordFilter } from "./filter-words.ts";
import type { InitiativeSearch } from "./search.ts";

export type Patch = { readonly [K in keyof InitiativeSearch]?: InitiativeSearch[K] | undefined };
/** Takes every filter out. */
export const noFilter: Patch = { q: undefined, line: undefined, member: undefined, country: undefined, area: undefined, budget: undefined, status: undefined, tlp: undefined, from: undefined, to: undefined };

/** The filter as a line of words, and the choices with how many each finds. Both say the same. */
export function ListFilters({ facets, search, change }: { readonly facets: InitiativeList["facets"]; readonly search: InitiativeSearch; readonly change: (patch: Patch) => void }) {
  const language = useLanguage();
  const { t } = useLingui();
  const words = useVocabulary(facets);
  const filter = filterOf(search);
  const number = (n: number) => integer(n, language);
  const labelled = <T extends { readonly initiatives: number }>(list: readonly T[], value: (one: T) => string, kind: keyof Vocabulary["values"]) =>
    list.map((one) => ({ value: value(one), words: `${words.values[kind].find((w) => w.value === value(one))?.word ?? value(one)} (${number(one.initiatives)})` }));
  const one = (value: string) => (value === "" ? undefined : [value]);
  return (
    <form className="list-filters" role="search" aria-label={t`Filter`} onSubmit={(event) => event.preventDefault()}>
      <FilterLine filter={filter} words={words} change={(wanted) => change(patchOf(wanted))} />
      <Pick label={t`Line`} all={t`all lines`} chosen={search.line} options={labelled(facets.lines, (f) => f.line, "line")} choose={(value) => change({ line: one(value) as InitiativeSearch["line"] })} />
      <Pick label={t`Who reports`} all={t`everyone`} chosen={search.member} options={labelled(facets.reporters, (f) => f.reporter.id, "member")} choose={(value) => change({ member: one(value) })} />
      <Pick label={t`Country`} all={t`every country`} chosen={search.country} options={labelled(facets.countries, (f) => f.code, "country")} choose={(value) => change({ country: one(value) })} />
      <Pick label={t`Status`} all={t`all`} chosen={search.status} options={labelled(facets.statuses, (f) => f.status, "status")} choose={(value) => change({ status: one(value) })} />
      <Pick label={t`Year`} all={t`all`} chosen={yearOf(search)} options={facets.years.toReversed().map(({ year, initiatives }) => ({ value: String(year), words: `${year} (${number(initiatives)})` }))} choose={(value) => change(value === "" ? { from: undefined, to: undefined } : { from: `${value}-01`, to: `${value}-12` })} />
      <Pick label={t`Marking`} all={t`all`} chosen={search.tlp} options={labelled(facets.markings, (f) => f.tlp, "tlp")} choose={(value) => change({ tlp: one(value) as InitiativeSearch["tlp"] })} />
      <Pick label={t`Budget`} all={t`known or not`} chosen={search.budget === undefined ? undefined : [search.budget]} options={[{ value: "known", words: t`known (${number(facets.budget.known)})` }, { value: "unknown", words: t`not known (${number(facets.budget.unknown)})` }]} choose={(value) => change({ budget: value === "known" || value === "unknown" ? value : undefined })} />
    </form>
  );
}

/** Nothing, the one whole year that is asked for, or a span that is none. */
function yearOf({ from, to }: InitiativeSearch): readonly string[] | undefined {
  const year = from?.slice(0, 4);
  return from === undefined && to === undefined ? undefined : year !== undefined && from === `${year}-01` && to === `${year}-12` ? [year] : [from ?? "", to ?? ""];
}

/** Values are of their kinds: the line is read by their codes. Both, known and not, is no narrowing. */
function patchOf({ line, tlp, budget, ...rest }: WordFilter): Patch {
  return { ...noFilter, ...rest, line: line as InitiativeSearch["line"], tlp: tlp as InitiativeSearch["tlp"], budget: budget?.length === 1 ? (budget[0] as "known" | "unknown") : undefined };
}

function filterOf({ line, member, country, area, status, tlp, budget, from, to, q }: InitiativeSearch): WordFilter {
  const lists = { line, member, country: country?.map((code) => code.toUpperCase()), area, status, tlp, budget: budget === undefined ? undefined : [budget], from, to, q };
  return Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== undefined));
}

function useVocabulary(facets: InitiativeList["facets"]): Vocabulary {
  const { i18n, t } = useLingui();
  return {
    kinds: { line: t({ message: "line", context: "filter" }), member: t({ message: "reporter", context: "filter" }), country: t({ message: "country", context: "filter" }), area: t({ message: "area", context: "filter" }), status: t({ message: "status", context: "filter" }), tlp: t({ message: "marking", context: "filter" }), budget: t({ message: "budget", context: "filter" }) },
    values: {
      line: Object.entries(lineWords).map(([value, word]) => ({ value, word: i18n._(word) })),
      member: facets.reporters.map(({ reporter }) => ({ value: reporter.id, word: reporter.name.text })),
      country: facets.countries.map(({ code, name }) => ({ value: code, word: name.text })),
      area: facets.areas.map(({ area }) => ({ value: area.code, word: area.name.text })),
      status: Object.entries(statusWords).map(([value, word]) => ({ value, word: i18n._(word) })),
      tlp: ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"].map((word) => ({ value: `TLP:${word}`, word })),
      budget: [{ value: "known", word: t({ message: "known", context: "filter" }) }, { value: "unknown", word: t({ message: "not known", context: "filter" }) }],
    },
  };
}

type PickProps = { readonly label: string; readonly all: string; readonly chosen: readonly string[] | undefined; readonly options: readonly { readonly value: string; readonly words: string }[]; readonly choose: (value: string) => void };
/** One value at a time; several, as the line of words can hold, are told and stay until another is chosen. */
function Pick({ label, all, chosen, options, choose }: PickProps) {
  const { t } = useLingui();
  const [one] = chosen ?? [];
  const several = chosen !== undefined && chosen.length > 1;
  const listed = several || one === undefined || options.some(({ value }) => value === one);
  return (
    <label className="pick"><span className="label">{label}</span>
      <select value={several ? "several" : (one ?? "")} onChange={(event) => choose(event.target.value)}>
        <option value="">{all}</option>
        {several && <option value="several" disabled>{t`as in the line above`}</option>}
        {!listed && <option value={one}>{one}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.words}</option>)}
      </select>
    </label>
  );
}
