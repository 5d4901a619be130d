import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { EnterFacts } from "../record/enter-facts.tsx";
import { PickOne } from "../record/pick-one.tsx";
import { useMemberOptions } from "../record/use-options.ts";
import { useLanguage } from "../words/use-language.ts";

/** A member's delegation as a source or a note names it; of one that stands already this is what another source says. */
export function EnterDelegation({ meeting, done }: { readonly meeting: string; readonly done: () => void }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const members = useMemberOptions();
  const [member, setMember] = useState<string | null>(null);
  return (
    <div className="enter-delegation">
      <PickOne label={t`Of which member`} options={members} chosen={member} choose={setMember} />
      <p className="small quiet"><Trans>A person who is not on record yet is entered first: <Link className="link" to="/$lang/persons/new" params={{ lang }}>enter a person</Link>.</Trans></p>
      <EnterFacts kind="delegation" fields={["head", "head_title", "head_person", "alternates", "advisers", "attendance", "notified_by"]} to={member === null ? null : { path: "/api/records", body: { kind: "delegation", meeting, member } }} done={done} leave={done} />
    </div>
  );
}
