import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "../api/queries.ts";
import { useLanguage } from "../words/use-language.ts";
import { forgetKept, keep, keptOf } from "./kept-drafts.ts";

/**
 * What is typed in a form, kept in this browser for this person until it was sent or they sign out: neither an error, a reload nor a closed
 * tab loses it. @param name which form, about what
 */
export function useKept(name: string, empty: string): readonly [string, (value: string) => void, () => void] {
  const viewer = useQuery(sessionQuery(useLanguage())).data?.viewer;
  const person = viewer?.kind === "account" ? viewer.person.id : null;
  const [typed, setTyped] = useState<{ readonly of: string; readonly value: string } | null>(null);
  const of = `${person ?? ""} ${name}`;
  const value = typed?.of === of ? typed.value : person === null ? empty : (keptOf(person, name) ?? empty);
  useEffect(() => {
    if (typed === null || typed.of !== of || person === null) return;
    if (typed.value === empty) forgetKept(person, name);
    else keep(person, name, typed.value);
  }, [typed, of, person, name, empty]);
  return [value, (next) => setTyped({ of, value: next }), () => { setTyped({ of, value: empty }); if (person !== null) forgetKept(person, name); }];
}
