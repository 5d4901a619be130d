import { useMutation } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { FieldClaims } from "../api/record-types.ts";
import { useRecordChanged, useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";

/** A decision or a withdrawal, which nobody takes without a reason. */
export function ReasonForm({ what, path, body, done }: { readonly what: "decide" | "withdraw"; readonly path: string; readonly body: object; readonly done: () => void }) {
  const { t } = useLingui();
  const id = useId();
  const write = useWrite();
  const changed = useRecordChanged();
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  // asked for by a button a moment ago: the next thing to do is to write, with its buttons in sight
  useEffect(() => {
    field.current?.focus();
    field.current?.form?.scrollIntoView({ block: "nearest" });
  }, []);
  const send = useMutation({
    mutationFn: () => write<FieldClaims>("POST", path, { ...body, reason: reason.trim() }),
    onSuccess: async () => { await changed(); done(); },
  });
  const submit = (event: FormEvent) => { event.preventDefault(); if (reason.trim() !== "") send.mutate(); };
  return (
    <form className="reason-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{what === "decide" ? t`Why this is what should be shown` : t`Why it is withdrawn`}</label>
        <textarea id={id} className="input" rows={2} dir="auto" required ref={field} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event); }} />
      </div>
      {send.isError && <Fault problem={asProblem(send.error)} />}
      <p className="form-acts">
        <button type="submit" className="button first" disabled={reason.trim() === "" || send.isPending}>{what === "decide" ? <Trans>Decide</Trans> : <Trans>Withdraw</Trans>}</button>
        <button type="button" className="button" onClick={done}><Trans>Leave it</Trans></button>
      </p>
    </form>
  );
}
