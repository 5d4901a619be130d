import { useLingui } from "@lingui/react/macro";
import type { ShownKey } from "./search.ts";

export function useColumnNames(): Readonly<Record<ShownKey, string>> {
  const { t } = useLingui();
  return {
    title: t`Initiative`, lines: t`Lines`, reporters: t`Reported by`, where: t`Where`, months: t`Months`, usd: t`Money`, reports: t`Reports`, overlaps: t`Overlaps`, status: t`Status`, updated: t`Last updated`, tlp: t`Marking`,
  };
}
