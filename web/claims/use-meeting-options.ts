import { useQueries, useQuery } from "@tanstack/react-query";
import { bodyQuery, recordQuery } from "../api/record-queries.ts";
import type { BodyNode } from "../api/record-types.ts";
import type { Option } from "../record/pick-one.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";

/** Every meeting of every body, those of one body first where it is given; asked only when needed. */
export function useMeetingOptions(needed: boolean, body?: string): readonly Option[] {
  const language = useLanguage();
  const tree = useQuery({ ...recordQuery(language, {}), enabled: needed && body === undefined }).data?.tree ?? [];
  const ids = body === undefined ? flat(tree).map(({ id }) => id) : [body];
  const bodies = useQueries({ queries: needed ? ids.map((id) => bodyQuery(language, id, {})) : [] });
  return bodies.flatMap(({ data }) => (data?.meetings ?? []).toReversed().map((meeting) => ({ id: meeting.id, words: meeting.title.text, hint: meeting.date.value === null ? "" : edtfWords(meeting.date.value, language) })));
}

const flat = (nodes: readonly BodyNode[]): readonly BodyNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
