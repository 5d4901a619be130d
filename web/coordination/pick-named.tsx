import { useQuery } from "@tanstack/react-query";
import { useLingui } from "@lingui/react/macro";
import { recordQuery } from "../api/record-queries.ts";
import type { BodyNode } from "../api/record-types.ts";
import { useMeetingOptions } from "../claims/use-meeting-options.ts";
import { PickOne } from "../record/pick-one.tsx";
import { useMemberOptions } from "../record/use-options.ts";
import { useLanguage } from "../words/use-language.ts";

type Props = { readonly label: string; readonly chosen: string | null; readonly choose: (id: string | null) => void };
const flat = (nodes: readonly BodyNode[]): readonly BodyNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

/** A body or a member. */
export function PickParty({ label, chosen, choose }: Props) {
  const { t } = useLingui();
  const language = useLanguage();
  const members = useMemberOptions();
  const bodies = flat(useQuery(recordQuery(language, {})).data?.tree ?? []).map((body) => ({ id: body.id, words: body.name.text, hint: t`body` }));
  return <PickOne label={label} hideLabel placeholder={label} options={[...bodies, ...members]} chosen={chosen} choose={choose} />;
}

export function PickMeeting({ label, chosen, choose }: Props) {
  return <PickOne label={label} hideLabel placeholder={label} options={useMeetingOptions(true)} chosen={chosen} choose={choose} />;
}
