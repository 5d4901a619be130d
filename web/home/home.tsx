import "./home.css";
import { useQuery } from "@tanstack/react-query";
import { Plural, Trans } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { present } from "../address.ts";
import { asProblem } from "../api/problem.ts";
import { coalitionQuery } from "../api/queries.ts";
import { recordQuery } from "../api/record-queries.ts";
import type { Coalition } from "../api/types.ts";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { Proof } from "../parts/proof.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { edtfWords } from "../words/edtf-words.ts";
import { useLanguage } from "../words/use-language.ts";
import { Lately } from "./lately.tsx";
import { SinceHere } from "./since-here.tsx";
import { WhatWaits } from "./what-waits.tsx";
import { NextSteps } from "./next-steps.tsx";

/** The first page: who this is, in one sentence, and what to do next. */
export function Home() {
  const language = useLanguage();
  const { asOf } = useSearch({ from: "/$lang" });
  const answer = useQuery(coalitionQuery(language, asOf));
  return (
    <section className="home">
      {answer.isPending ? <Waiting lines={6} /> : answer.isError ? <Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /> : <><HomeSentence coalition={answer.data} /><WhatWaits /><NextSteps coalition={answer.data} /><SinceHere /><Lately coalition={answer.data} /></>}
    </section>
  );
}

function HomeSentence({ coalition }: { readonly coalition: Coalition }) {
  const language = useLanguage();
  const { members, initiatives, root, focus } = coalition;
  const described = <Link className="figure" to="/$lang/initiatives" params={{ lang: language }}><Plural value={initiatives} one="# initiative" other="# initiatives" /></Link>;
  const { asOf } = useSearch({ from: "/$lang" });
  // those that the record names may be fewer than the coalition says: both numbers, and which is which
  const named = useQuery(recordQuery(language, present({ asOf }))).data?.counts.members;
  const byName = named === undefined ? null : <Link className="figure" to="/$lang/members" params={{ lang: language }}><Plural value={named} one="# by name" other="# by name" /></Link>;
  const count = members?.count.value ?? null;
  const name = <Named name={focus.name} />;
  return (
    <header className="home-head">
      <p className="quiet"><Named name={root.name} /></p>
      <h1 className="home-name">{name}</h1>
      <p className="sentence">
        {members !== null && count !== null && <><Plural value={count} one="The coalition counts # member" other="The coalition counts # members" /> <Proof of={members.count} label={edtfWords(members.asOf, language)} /> <span className="quiet">({edtfWords(members.asOf, language)})</span>{byName !== null && named !== count && <Trans>; the record knows {byName}</Trans>}. </>}
        <Trans>What you may see describes {described} in the lines of effort of its work.</Trans>
      </p>
    </header>
  );
}
