import { useMutation } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { FieldClaims } from "../api/record-types.ts";
import { useRecordChanged, useWrite } from "../api/use-write.ts";
import { BothBeside } from "../coordination/both-beside.tsx";
import { Fault } from "../parts/fault.tsx";
import { useKept } from "../parts/use-kept.ts";

type Props = {
  readonly what: "decide" | "withdraw";
  readonly path: string;
  /** `basedOn`: the decision that stands as the page shows it now */
  readonly body: { readonly basedOn?: string | null; readonly record?: string; readonly field?: string; readonly claim?: string | null; readonly language?: string };
  /** what stands now, in words, and its reason: shown beside one's own when somebody decided meanwhile */
  readonly standing?: { readonly said: ReactNode; readonly reason: string } | undefined;
  readonly done: () => void;
};

/** A decision or a withdrawal, which nobody takes without a reason. It is about what one saw when one began to write, not about what came meanwhile. */
export function ReasonForm({ what, path, body, standing, done }: Props) {
  const { t } = useLingui();
  const id = useId();
  const write = useWrite();
  const changed = useRecordChanged();
  const [reason, setReason, forget] = useKept(`${what} ${path} ${body.record ?? ""} ${body.field ?? ""}`, "");
  const [base, setBase] = useState(body.basedOn);
  const field = useRef<HTMLTextAreaElement>(null);
  // asked for by a button a moment ago: the next thing to do is to write, with its buttons in sight
  useEffect(() => {
    field.current?.focus();
    field.current?.form?.scrollIntoView({ block: "nearest" });
  }, []);
  const send = useMutation({
    mutationFn: ({ why, basedOn }: { readonly why: string; readonly basedOn: string | null | undefined }) => write<FieldClaims>("POST", path, { ...body, ...(basedOn === undefined ? {} : { basedOn }), reason: why.trim() }),
    onSuccess: async () => { forget(); await changed(); done(); },
    // refused because of what came meanwhile: it is fetched, to be shown beside
    onError: changed,
  });
  const submit = (event: FormEvent) => { event.preventDefault(); if (reason.trim() !== "") send.mutate({ why: reason, basedOn: base }); };
  const over = (why: string) => { setBase(body.basedOn); send.mutate({ why, basedOn: body.basedOn }); };
  const collided = what === "decide" && base !== body.basedOn;
  return (
    <form className="reason-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{what === "decide" ? t`Why this is what should be shown` : t`Why it is withdrawn`}</label>
        <textarea id={id} className="input" rows={2} dir="auto" required ref={field} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event); }} />
      </div>
      {collided && <BothBeside mine={<bdi>{reason}</bdi>} theirs={standing?.said ?? null} busy={send.isPending} takeMine={() => over(reason)} takeTheirs={() => { forget(); done(); }} keepBoth={standing === undefined || reason.trim() === "" ? undefined : () => over(`${reason.trim()}\n${standing.reason}`)} />}
      {send.isError && !collided && <Fault problem={asProblem(send.error)} />}
      <p className="form-acts">
        <button type="submit" className="button first" disabled={reason.trim() === "" || send.isPending || collided}>{what === "decide" ? <Trans>Decide</Trans> : <Trans>Withdraw</Trans>}</button>
        <button type="button" className="button" onClick={done}><Trans>Leave it</Trans></button>
      </p>
    </form>
  );
}
