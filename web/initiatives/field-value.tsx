import { useLingui } from "@lingui/react";
import type { ReportColumn } from "../api/types.ts";
import { lineWords } from "../parts/line-mark.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { statedAmount } from "../words/figures.ts";
import { localeOf } from "../words/language.ts";
import { useLanguage } from "../words/use-language.ts";
import { statusWords } from "./codes.ts";

type Column = ReportColumn["fields"][number];

/** One value as a report states it. Codes, dates and amounts are put into the reader's words; the rest stands as it is. */
export function FieldValue({ field, value }: { readonly field: Column["field"]; readonly value: Column["values"][number] }) {
  const language = useLanguage();
  const { i18n } = useLingui();
  const code = value.code ?? value.text;
  if (field === "start" || field === "end") return <>{edtfWords(value.text, language)}</>;
  if (field === "status" && statusWords[code] !== undefined) return <>{i18n._(statusWords[code])}</>;
  if (field === "lines" && code in lineWords) return <>{i18n._(lineWords[code as keyof typeof lineWords])}</>;
  if (field === "countries" && /^[A-Z]{2}$/.test(code)) return <bdi>{new Intl.DisplayNames(localeOf[language], { type: "region", fallback: "code" }).of(code)}</bdi>;
  const [, amount, currency] = field === "money" ? (/^(-?[\d.]+)(?: ([A-Z]{3}))?$/.exec(value.text) ?? []) : [];
  if (amount !== undefined) return <>{statedAmount(amount, currency ?? null, language)}</>;
  return <bdi lang={value.language ?? undefined}>{value.text}</bdi>;
}
