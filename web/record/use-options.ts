import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { membersQuery, personsQuery, textsQuery } from "../api/record-queries.ts";
import { type Language, localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import type { Option } from "./pick-one.tsx";

/** The coalition's members as choices, by name; found by code too. */
export function useMemberOptions(): readonly Option[] {
  const language = useLanguage();
  const items = useQuery(membersQuery(language, {})).data?.items;
  return useMemo(() => {
    const byName = new Intl.Collator(localeOf[language]);
    return (items ?? []).flatMap(({ member }) => (member.id === null ? [] : [{ id: member.id, words: member.name.text, hint: member.code ?? "", find: member.code ?? "" }])).toSorted((a, b) => byName.compare(a.words, b.words));
  }, [items, language]);
}

/** Persons of the record, asked for when needed. */
export function usePersonOptions(needed: boolean): readonly Option[] {
  const items = useQuery({ ...personsQuery(useLanguage()), enabled: needed }).data?.items ?? [];
  return items.flatMap(({ id, name }) => (id === null ? [] : [{ id, words: name.text }]));
}

/** Texts of the record, asked for when needed. */
export function useTextOptions(needed: boolean): readonly Option[] {
  const items = useQuery({ ...textsQuery(useLanguage(), {}), enabled: needed }).data?.items ?? [];
  return items.map(({ id, title, meeting }) => ({ id, words: title.value?.text ?? "?", hint: meeting?.title.text ?? "" }));
}

/** Two letters that the language's names of regions know, without groupings of countries. */
const groupings = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);
const known = new Map<Language, readonly Option[]>();

/** Countries by their ISO 3166-1 code, in the reader's language. */
export function countryOptions(language: Language): readonly Option[] {
  const before = known.get(language);
  if (before !== undefined) return before;
  const names = new Intl.DisplayNames(localeOf[language], { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCodePoint(65 + i));
  const byName = new Intl.Collator(localeOf[language]);
  const all = letters
    .flatMap((a) => letters.map((b) => a + b))
    .flatMap((code) => { const words = groupings.has(code) ? undefined : names.of(code); return words === undefined ? [] : [{ id: code, words, hint: code, find: code }]; })
    .toSorted((a, b) => byName.compare(a.words, b.words));
  known.set(language, all);
  return all;
}
