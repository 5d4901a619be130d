import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { useWrite } from "../api/use-write.ts";
import { roleWords, type RoleName } from "../frame/roles.ts";
import { Fault } from "../parts/fault.tsx";
import { PickOne } from "../record/pick-one.tsx";
import { useMemberOptions } from "../record/use-options.ts";

const roles: readonly RoleName[] = ["focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"];

/** A further role of an account, for a member, with its first and last day. */
export function GiveRole({ account, done }: { readonly account: string; readonly done: () => void }) {
  const { i18n, t } = useLingui();
  const write = useWrite();
  const queryClient = useQueryClient();
  const members = useMemberOptions();
  const [role, setRole] = useState<RoleName>("focal-point");
  const [holder, setHolder] = useState<string | null>(null);
  const [days, setDays] = useState({ from: "", to: "" });
  const give = useMutation({
    mutationFn: () => write<unknown>("POST", `/api/people/${account}/roles`, { role, holder, ...(days.from === "" ? {} : { from: days.from }), ...(days.to === "" ? {} : { to: days.to }) }),
    onSuccess: async () => { await queryClient.invalidateQueries({ queryKey: ["/api/people"] }); done(); },
  });
  const submit = (event: FormEvent) => { event.preventDefault(); if (holder !== null) give.mutate(); };
  const dayField = (key: "from" | "to", label: string) => <div className="field"><label htmlFor={`${key}-${account}`}>{label}</label><input id={`${key}-${account}`} className="input" dir="ltr" inputMode="numeric" placeholder="2027-12-31" pattern="\d{4}-\d{2}-\d{2}" value={days[key]} onChange={(event) => setDays({ ...days, [key]: event.target.value })} /></div>;
  return (
    <form className="people-form" onSubmit={submit}>
      <div className="field"><label htmlFor={`role-${account}`}><Trans>Role</Trans></label><select id={`role-${account}`} className="input" value={role} onChange={(event) => setRole(event.target.value as RoleName)}>{roles.map((one) => <option key={one} value={one}>{i18n._(roleWords[one])}</option>)}</select></div>
      <PickOne label={t`Acts for the member`} required options={members} chosen={holder} choose={setHolder} />
      {dayField("from", t`First day, if not today (year-month-day)`)}
      {dayField("to", t`Last day, if it is to end (year-month-day)`)}
      {give.isError && <Fault problem={asProblem(give.error)} />}
      <p className="form-acts"><button type="submit" className="button first" disabled={holder === null || give.isPending}><Trans>Give the role</Trans></button></p>
    </form>
  );
}
