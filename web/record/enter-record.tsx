import "./record.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { coalitionQuery } from "../api/queries.ts";
import { meetingsQuery, recordQuery } from "../api/record-queries.ts";
import type { BodyNode } from "../api/record-types.ts";
import { useLanguage } from "../words/use-language.ts";
import { EnterFacts } from "./enter-facts.tsx";
import { PickOne } from "./pick-one.tsx";
import { useMay } from "./use-as-of.ts";

const flat = (nodes: readonly BodyNode[]): readonly BodyNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
const fields = {
  undertaking: ["what", "by_member", "by", "due", "amount", "line", "kind", "text"],
  text: ["title", "kind", "issued", "adopted", "url", "version"],
  person: ["name", "position"],
} as const;

type Kind = keyof typeof fields;

/** An undertaking, a text or a person from one source, by itself or hung on a meeting that stands. */
function EnterRecord({ kind }: { readonly kind: Kind }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const may = useMay();
  const navigate = useNavigate();
  const search: { readonly body?: string; readonly meeting?: string } = useSearch({ strict: false });
  const focus = useQuery(coalitionQuery(lang, undefined)).data?.focus.id ?? null;
  const bodies = flat(useQuery({ ...recordQuery(lang, {}), enabled: kind !== "person" }).data?.tree ?? []);
  const meetings = useQuery({ ...meetingsQuery(lang, {}), enabled: kind !== "person" }).data?.items ?? [];
  const [meeting, setMeeting] = useState<string | null>(search.meeting ?? null);
  const [chosen, setBody] = useState<string | null>(search.body ?? null);
  const of = meetings.find(({ id }) => id === meeting);
  const body = of?.body.id ?? chosen ?? focus;
  if (!may.has("edit-record")) return <section className="plain-page"><h1 className="sentence"><Trans>Entering this needs a role that may edit the record.</Trans></h1></section>;
  const to = kind === "person" ? { path: "/api/records", body: { kind } } : body === null ? null : { path: "/api/records", body: { kind, body, ...(meeting === null ? {} : { meeting }) } };
  const leave = () => window.history.back();
  const opened = ({ id }: { readonly id: string }) => void navigate(kind === "undertaking" ? { to: "/$lang/undertakings/$id", params: { lang, id } } : kind === "text" ? { to: "/$lang/texts/$id", params: { lang, id } } : { to: "/$lang/persons/$id", params: { lang, id } });
  return (
    <article className="record enter-record">
      <h1 className="sentence">{kind === "undertaking" ? <Trans>Enter an undertaking</Trans> : kind === "text" ? <Trans>Enter a text</Trans> : <Trans>Enter a person</Trans>}</h1>
      {kind !== "person" && (
        <div className="form-row">
          <PickOne label={t`Of the body`} options={bodies.map((node) => ({ id: node.id, words: node.name.text }))} chosen={body} choose={(id) => { setBody(id); if (of !== undefined && of.body.id !== id) setMeeting(null); }} />
          <PickOne label={t`At the meeting, if it was made there`} options={meetings.map((one) => ({ id: one.id, words: one.title.text, hint: one.body.name.text }))} chosen={meeting} choose={setMeeting} />
        </div>
      )}
      <EnterFacts kind={kind} fields={fields[kind]} to={to} labels={{ version: t`What this version is, for example: as adopted` }} done={opened} leave={leave} />
    </article>
  );
}

export const EnterUndertaking = () => <EnterRecord kind="undertaking" />;
export const EnterText = () => <EnterRecord kind="text" />;
export const EnterPerson = () => <EnterRecord kind="person" />;
