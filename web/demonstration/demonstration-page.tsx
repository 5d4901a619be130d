import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { request } from "../api/client.ts";
import { asProblem } from "../api/problem.ts";
import { demonstrationQuery, sessionQuery } from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { NotFound } from "../frame/not-found.tsx";
import { Fault } from "../parts/fault.tsx";
import { Named } from "../parts/named.tsx";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useLanguage } from "../words/use-language.ts";

/** Whoever looks at an invented coalition chooses whose eyes to see it with. Each person's page opens in that person's language. */
export function DemonstrationPage() {
  const language = useLanguage();
  const { t } = useLingui();
  useTitle(t`With whose eyes?`);
  const people = useQuery(demonstrationQuery(language));
  const enter = useEnterAs();
  if (people.isError) return asProblem(people.error).code === "not-found" ? <NotFound /> : <Fault problem={asProblem(people.error)} />;
  if (people.data === undefined) return <Waiting lines={8} />;
  return (
    <div className="plain-page demonstration">
      <h1 className="sentence"><Trans>With whose eyes?</Trans></h1>
      <p><Trans>Everything here is invented, and so are these people. Each sees what their member may see, and nothing says what they do not see.</Trans></p>
      {enter.isError && <Fault problem={asProblem(enter.error)} />}
      <ul className="demonstration-people">
        {people.data.people.map((person) => (
          <li key={person.login}>
            <h2><Named name={person.name} /></h2>
            <p className="quiet"><Named name={person.role} /> · <Named name={person.actsFor} /></p>
            <p><Named name={person.comesFor} /></p>
            <button type="button" className="button" disabled={enter.isPending} aria-label={t`See it as ${person.name.text}`} onClick={() => enter.mutate(person)}><Trans>See it so</Trans></button>
          </li>
        ))}
        <li>
          <h2><Trans>The public</Trans></h2>
          <p className="quiet"><Trans>Nobody signed in</Trans></p>
          <p><Trans>To see what is marked <bdi>TLP:CLEAR</bdi>, and nothing else.</Trans></p>
          <button type="button" className="button" disabled={enter.isPending} aria-label={t`See it as the public`} onClick={() => enter.mutate(null)}><Trans>See it so</Trans></button>
        </li>
      </ul>
    </div>
  );
}

/** Becomes one of the people, or nobody, and begins anew: no answer that was given to someone else is left in the page. */
function useEnterAs() {
  const language = useLanguage();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (person: { readonly login: string; readonly language: string } | null) => {
      const { formToken, viewer } = await queryClient.fetchQuery({ ...sessionQuery(language), staleTime: 0 });
      if (person !== null) await request<unknown>("/api/demonstration/session", { method: "POST", body: { login: person.login }, language, formToken });
      else if (viewer.kind === "account") await request<Session>("/api/session", { method: "DELETE", language, formToken });
    },
    onSuccess: (_, person) => location.assign(`/${person?.language ?? language}/picture`),
  });
}
