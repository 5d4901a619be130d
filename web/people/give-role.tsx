import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { memberQuery } from "../api/record-queries.ts";
import { useWrite } from "../api/use-write.ts";
import { roleWords, type RoleName } from "../frame/roles.ts";
import { Fault } from "../parts/fault.tsx";
import { PickOne } from "../record/pick-one.tsx";
import { useMemberOptions } from "../record/use-options.ts";
import { useLanguage } from "../words/use-language.ts";

const roles: readonly RoleName[] = ["focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer", "chair", "co-chair"];

/** A further role of an account, for a member, with its first and last day. */
export function GiveRole({ account, done }: { readonly account: string; readonly done: () => void }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const write = useWrite();
  const queryClient = useQueryClient();
  const members = useMemberOptions();
  const [role, setRole] = useState<RoleName>("focal-point");
  const [holder, setHolder] = useState<string | null>(null);
  const [through, setThrough] = useState<string | null>(null);
  const [days, setDays] = useState({ from: "", to: "" });
  const chairing = role === "chair" || role === "co-chair";
  const held = useQuery({ ...memberQuery(language, holder ?? "", {}), enabled: chairing && holder !== null }).data?.offices.filter((o) => o.office === role) ?? [];
  const rests = chairing ? (held.find((o) => o.id === through) ?? held[0])?.id : undefined;
  const give = useMutation({
    mutationFn: () => write<unknown>("POST", `/api/people/${account}/roles`, { role, holder, ...(rests === undefined ? {} : { through: rests }), ...(days.from === "" ? {} : { from: days.from }), ...(days.to === "" ? {} : { to: days.to }) }),
    onSuccess: async () => { await queryClient.invalidateQueries({ queryKey: ["/api/people"] }); done(); },
  });
  const submit = (event: FormEvent) => { event.preventDefault(); if (holder !== null && (!chairing || rests !== undefined)) give.mutate(); };
  const dayField = (key: "from" | "to", label: string) => <div className="field"><label htmlFor={`${key}-${account}`}>{label}</label><input id={`${key}-${account}`} className="input" dir="ltr" inputMode="numeric" placeholder="2027-12-31" pattern="\d{4}-\d{2}-\d{2}" value={days[key]} onChange={(event) => setDays({ ...days, [key]: event.target.value })} /></div>;
  return (
    <form className="people-form" onSubmit={submit}>
      <div className="field"><label htmlFor={`role-${account}`}><Trans>Role</Trans></label><select id={`role-${account}`} className="input" value={role} onChange={(event) => setRole(event.target.value as RoleName)}>{roles.map((one) => <option key={one} value={one}>{i18n._(roleWords[one])}</option>)}</select></div>
      <PickOne label={t`Acts for the member`} required options={members} chosen={holder} choose={setHolder} />
      {chairing && holder !== null && (held.length === 0 ? <p className="small"><Trans>This member holds no such office on record: enter the office first, by a meeting or a file.</Trans></p> : <div className="field"><label htmlFor={`through-${account}`}><Trans>The office it rests on, and ends with</Trans></label><select id={`through-${account}`} className="input" value={rests} onChange={(event) => setThrough(event.target.value)}>{held.map((o) => <option key={o.id} value={o.id}>{o.body.name.text}</option>)}</select></div>)}
      {dayField("from", t`First day, if not today (year-month-day)`)}
      {dayField("to", t`Last day, if it is to end (year-month-day)`)}
      {give.isError && <Fault problem={asProblem(give.error)} />}
      <p className="form-acts"><button type="submit" className="button first" disabled={holder === null || (chairing && rests === undefined) || give.isPending}><Trans>Give the role</Trans></button></p>
    </form>
  );
}
