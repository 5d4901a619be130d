import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { Tlp } from "../api/types.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";

const wider: readonly Tlp[] = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"];

/** Proposes that a marking is opened further. Nothing happens until another person of the same side agrees. */
export function ProposeWider({ kind, id, tlp }: { readonly kind: "record" | "source" | "import"; readonly id: string; readonly tlp: Tlp }) {
  const field = useId();
  const choices = wider.filter((w) => wider.indexOf(w) < (wider.includes(tlp) ? wider.indexOf(tlp) : wider.length));
  const [to, setTo] = useState<Tlp>(choices.at(-1) ?? "TLP:CLEAR");
  return (
    <Propose body={{ kind: "widen-marking", subject: { kind, id }, tlp: to }} open={<Trans>Propose to open it further</Trans>}>
      <div className="field"><label htmlFor={field}><Trans>As what it is to be marked</Trans></label><select id={field} className="input" dir="ltr" value={to} onChange={(event) => setTo(event.target.value as Tlp)}>{choices.map((one) => <option key={one} value={one}>{one}</option>)}</select></div>
    </Propose>
  );
}

/** Proposes that a source goes, with all that rests on it. */
export const ProposeDeletion = ({ id }: { readonly id: string }) => (
  <Propose body={{ kind: "delete-source", subject: { kind: "source", id } }} open={<Trans>Propose to delete this source</Trans>}>
    <p className="small"><Trans>All that rests on it goes with it, also what others stated from it; they are told.</Trans></p>
  </Propose>
);

function Propose({ body, open, children }: { readonly body: object; readonly open: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  const write = useWrite();
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState("");
  const propose = useMutation({ mutationFn: () => write<unknown>("POST", "/api/acts", { ...body, reason: reason.trim() }), onSuccess: () => { setAsks(false); setReason(""); return queryClient.invalidateQueries({ queryKey: ["/api/acts"] }); } });
  if (propose.isSuccess) return <p className="small" role="status"><Trans>Proposed: another person of your side has seven days to agree.</Trans></p>;
  if (!asks) return <p className="screen-only"><button type="button" className="button" onClick={() => setAsks(true)}>{open}</button></p>;
  const submit = (event: FormEvent) => { event.preventDefault(); if (reason.trim() !== "") propose.mutate(); };
  return (
    <form className="people-form screen-only" onSubmit={submit}>
      {children}
      <div className="field"><label htmlFor={id}><Trans>Why, for the second person and the audit</Trans></label><input id={id} className="input" dir="auto" required maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} /></div>
      {propose.isError && <Fault problem={asProblem(propose.error)} />}
      <p className="form-acts"><button type="submit" className="button first" disabled={reason.trim() === "" || propose.isPending}><Trans>Propose it</Trans></button> <button type="button" className="button" onClick={() => setAsks(false)}><Trans>Leave it</Trans></button></p>
    </form>
  );
}
