import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { ClaimValue, Ref } from "../api/record-types.ts";
import { LineName, lineWords, type LineOrOther } from "../parts/line-mark.tsx";
import { Named } from "../parts/named.tsx";
import { attendanceWords, bodyKindWords, bodyStatusWords, codeWords, formatWords, levelWords, textKindWords, undertakingKindWords } from "../record/codes.ts";
import { edtfWords } from "../words/edtf-words.ts";
import { integer, statedAmount } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";

const codesOf: Readonly<Record<string, typeof bodyKindWords>> = {
  "body kind": bodyKindWords,
  "body status": bodyStatusWords,
  "meeting level": levelWords,
  "meeting format": formatWords,
  "text kind": textKindWords,
  "undertaking kind": undertakingKindWords,
  "delegation attendance": attendanceWords,
};

/** A claimed value as a reader reads it: dates and figures in their language, codes in words, other records as links. */
export function ClaimValueWords({ kind, field, value }: { readonly kind: string; readonly field: string; readonly value: ClaimValue }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  if (value.edtf !== null) return <bdi>{edtfWords(value.edtf, language)}</bdi>;
  if (value.integer !== null) return <bdi>{integer(value.integer, language)}</bdi>;
  if (value.money !== null) return <bdi>{statedAmount(value.money.amount, value.money.currency, language)}</bdi>;
  if (value.type === "refs" || value.type === "ref") return <RefList refs={value.refs} />;
  if (value.type === "url") return <a className="link claim-url" href={value.text} rel="noreferrer" target="_blank"><bdi dir="ltr">{value.text}</bdi></a>;
  if (value.type === "code") {
    if (field === "line" && value.text in lineWords) return <LineName line={value.text as LineOrOther} />;
    if (field === "country") return <bdi>{countryName(value.text, language)}</bdi>;
    return <bdi>{codeWords(codesOf[`${kind} ${field}`] ?? {}, value.text, i18n)}</bdi>;
  }
  return <bdi lang={value.language ?? undefined}>{value.text}</bdi>;
}

export function countryName(code: string, language: keyof typeof localeOf): string {
  return new Intl.DisplayNames(localeOf[language], { type: "region" }).of(code) ?? code;
}

/** Records by name, each a link where it has a page; `plain` where a link cannot stand. */
export function RefList({ refs, plain = false }: { readonly refs: readonly Ref[]; readonly plain?: boolean }) {
  const language = useLanguage();
  const separator = new Intl.ListFormat(localeOf[language], { type: "unit", style: "short" }).formatToParts(["a", "b", "c"])[1]?.value ?? ", ";
  return <>{refs.map((ref, i) => <Fragment key={ref.id ?? ref.name.text}>{i > 0 && separator}{plain ? <Named name={ref.name} /> : <RefLink to={ref} />}</Fragment>)}</>;
}

export function RefLink({ to }: { readonly to: Ref }) {
  const lang = useLanguage();
  const name = <Named name={to.name} />;
  if (to.id === null) return name;
  switch (to.kind) {
    case "member":
      return <Link className="link-plain" to="/$lang/members/$id" params={{ lang, id: to.id }}>{name}</Link>;
    case "body":
      return <Link className="link-plain" to="/$lang/bodies/$id" params={{ lang, id: to.id }}>{name}</Link>;
    case "meeting":
      return <Link className="link-plain" to="/$lang/meetings/$id" params={{ lang, id: to.id }}>{name}</Link>;
    case "person":
      return <Link className="link-plain" to="/$lang/persons/$id" params={{ lang, id: to.id }}>{name}</Link>;
    case "text":
      return <Link className="link-plain" to="/$lang/texts/$id" params={{ lang, id: to.id }}>{name}</Link>;
    default:
      return name;
  }
}
