import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ReportColumn } from "../api/types.ts";

/** The fields of a report, as a page names them. */
export const reportFieldWords: Readonly<Record<ReportColumn["fields"][number]["field"], MessageDescriptor>> = { title: msg`Title`, description: msg`Description`, status: msg`Status`, start: msg`Start`, end: msg`End`, parties: msg`Parties`, sectors: msg`Sectors`, lines: msg`Lines of effort`, countries: msg`Countries`, locations: msg`Places`, groups: msg`People it is for`, money: msg`Money`, related: msg`Related` };

export function useFieldNames(): Readonly<Record<ReportColumn["fields"][number]["field"], string>> {
  const { i18n } = useLingui();
  return Object.fromEntries(Object.entries(reportFieldWords).map(([field, words]) => [field, i18n._(words)])) as Record<keyof typeof reportFieldWords, string>;
}
