import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ReactNode } from "react";
import type { ComparedDays, ComparedInitiative } from "../api/record-types.ts";
import { ClaimValueWords } from "../claims/claim-value-words.tsx";
import { reportFieldWords } from "../initiatives/field-names.ts";
import { Named } from "../parts/named.tsx";
import { codeWords, fieldWords, recordKindWords } from "./codes.ts";
import { ReportValues } from "./report-values.tsx";
import { textStateWords, undertakingStateWords } from "./undertaking-state-words.tsx";

/** One line of a comparison: what it is about, and what stood on each of the two days. */
export type CompareRow = { readonly key: string; readonly about: ReactNode; readonly what: string; readonly from: ReactNode; readonly to: ReactNode; readonly differs: boolean };
type Said = Readonly<Record<string, MessageDescriptor>>;

const stateWords: Readonly<Record<string, Said>> = {
  membership: { yes: msg`a member`, no: msg`not a member`, between: msg`perhaps a member` },
  office: { yes: msg`in office`, no: msg`not held`, between: msg`perhaps held` },
  body: { yes: msg`in being`, no: msg`not in being`, between: msg`perhaps in being` },
  meeting: { yes: msg`had been held`, no: msg`had not been held`, between: msg`perhaps held by then` },
  text: textStateWords,
  undertaking: undertakingStateWords,
};
const workWords: Said = { yes: msg`at work`, no: msg`not at work`, between: msg`perhaps at work` };
const reportWords: Said = { yes: msg`had come in`, no: msg`had not come in` };
const differingFirst = (rows: readonly CompareRow[]): readonly CompareRow[] => rows.toSorted((a, b) => Number(b.differs) - Number(a.differs));

export const stateRows = ({ record, states }: ComparedDays, i18n: I18n): readonly CompareRow[] =>
  differingFirst(states.map(({ about, from, to, differs }) => {
    const said = (state: string) => codeWords(stateWords[about.kind] ?? {}, state, i18n);
    return { key: about.id, about: about.id === record.id ? null : <Named name={about.name} />, what: codeWords(recordKindWords, about.kind, i18n), from: said(from), to: said(to), differs };
  }));

export const fieldRows = ({ record, fields }: ComparedDays, i18n: I18n): readonly CompareRow[] =>
  differingFirst(fields.map(({ about, field, language, from, to, differs }) => {
    const values = (all: typeof from.values) => (all.length === 0 ? null : all.map((value, i) => <span key={i} className="report-value"><ClaimValueWords kind={about.kind} field={field} value={value} /></span>));
    const word = codeWords(fieldWords, field, i18n);
    return { key: `${about.id} ${field} ${language}`, about: about.id === record.id ? null : <Named name={about.name} />, what: language === null ? word : `${word} (${language})`, from: values(from.values), to: values(to.values), differs };
  }));

export const initiativeRows = ({ reports, time }: ComparedInitiative, i18n: I18n): readonly CompareRow[] =>
  differingFirst(reports.flatMap(({ report, from, to, fields }) => {
    const about = <><Named name={report.reporter.name} /> <bdi dir="ltr" className="quiet">{report.identifier}</bdi></>;
    const words = time === "known" ? reportWords : workWords;
    return [
      { key: report.id, about, what: "", from: codeWords(words, from, i18n), to: codeWords(words, to, i18n), differs: from !== to },
      ...fields.map((f) => ({ key: `${report.id} ${f.field}`, about, what: i18n._(reportFieldWords[f.field]), from: f.from.length === 0 ? null : <ReportValues field={f.field} values={f.from} />, to: f.to.length === 0 ? null : <ReportValues field={f.field} values={f.to} />, differs: f.differs })),
    ];
  }));
