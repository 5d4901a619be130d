import { useQueryClient } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { asProblem } from "../api/problem.ts";
import type { Initiative, Problem } from "../api/types.ts";
import { useWrite } from "../api/use-write.ts";
import { DecisionSaid } from "../coordination/decision-said.tsx";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";

type LinkOf = Initiative["links"][number];

/** Which decisions make it one with others, by whom, when and why; and where they contradict each other. One's own side's are taken back here. */
export function LinkedNote({ links }: { readonly links: Initiative["links"] }) {
  const queryClient = useQueryClient();
  const write = useWrite();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const withdraw = async ({ a, b }: LinkOf, decision: string) => {
    setSending(true);
    setProblem(null);
    try {
      await write("POST", `/api/overlaps/${a.id}/${b.id}/decision/withdraw`, { decision });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
      await queryClient.invalidateQueries({ predicate: ({ queryKey: [at] }) => typeof at === "string" && /^\/api\/(overlaps|gaps|picture|initiatives|areas\/|worklist|search)/.test(at) });
    }
  };
  return (
    <section className="initiative-part narrow">
      <h2><Trans>Decided to be one initiative</Trans></h2>
      <ul>
        {links.map((link) => (
          <li key={`${link.a.id} ${link.b.id}`}>
            <p><Named name={link.a.title} /> <bdi dir="ltr" className="quiet small">{link.a.identifier}</bdi> + <Named name={link.b.title} /> <bdi dir="ltr" className="quiet small">{link.b.identifier}</bdi></p>
            {!link.linked && <p className="warm small"><Trans>Decisions contradict each other: they stay two.</Trans></p>}
            {link.decisions.map((d) => <p key={d.id}><DecisionSaid decision={d} />{d.mine && <> <button type="button" className="button" disabled={sending} onClick={() => void withdraw(link, d.id)}><Trans>Take back</Trans></button></>}</p>)}
          </li>
        ))}
      </ul>
      {problem !== null && <Fault problem={problem} />}
    </section>
  );
}
