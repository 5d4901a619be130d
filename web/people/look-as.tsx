import { useMutation } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { Session } from "../api/types.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { PickOne } from "../record/pick-one.tsx";
import { useMemberOptions } from "../record/use-options.ts";
import { useLanguage } from "../words/use-language.ts";

/** An officer sees the workspace as a member's people see it; nothing can be changed meanwhile. */
export function LookAs() {
  const lang = useLanguage();
  const { t } = useLingui();
  const write = useWrite();
  const members = useMemberOptions();
  const [member, setMember] = useState<string | null>(null);
  const look = useMutation({
    mutationFn: () => write<Session>("PUT", "/api/session/looking-as", { member }),
    // Begins anew: no answer that was given to oneself is left in the page.
    onSuccess: () => location.assign(`/${lang}`),
  });
  return (
    <section className="people-part" aria-labelledby="look-head">
      <div className="people-said"><h2 id="look-head"><Trans>Look as a member</Trans></h2><p className="small quiet"><Trans>Before you share: see what one of them would see. A bar stands over every page until you stop.</Trans></p></div>
      <form className="people-form" onSubmit={(event) => { event.preventDefault(); if (member !== null) look.mutate(); }}>
        <PickOne label={t`Member`} options={members} chosen={member} choose={setMember} />
        {look.isError && <Fault problem={asProblem(look.error)} />}
        <p className="form-acts"><button type="submit" className="button" disabled={member === null || look.isPending}><Trans>Look</Trans></button></p>
      </form>
    </section>
  );
}
