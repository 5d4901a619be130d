import { useLingui } from "@lingui/react/macro";
import type { ReportColumn } from "../api/types.ts";

/** The fields of a report, as a page names them. */
export function useFieldNames(): Readonly<Record<ReportColumn["fields"][number]["field"], string>> {
  const { t } = useLingui();
  return { title: t`Title`, description: t`Description`, status: t`Status`, start: t`Start`, end: t`End`, parties: t`Parties`, sectors: t`Sectors`, lines: t`Lines of effort`, countries: t`Countries`, locations: t`Places`, groups: t`People it is for`, money: t`Money`, related: t`Related` };
}
