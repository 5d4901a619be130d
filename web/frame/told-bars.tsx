import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Session } from "../api/types.ts";
import { useWrite } from "../api/use-write.ts";
import { instant } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** What everybody who is signed in has to know on every page: an emergency, what was done to their account, and what waits for them as a second person. */
export function ToldBars({ session }: { readonly session: Session }) {
  const lang = useLanguage();
  const write = useWrite();
  const queryClient = useQueryClient();
  const read = useMutation({ mutationFn: (id: string) => write<unknown>("POST", `/api/account/notices/${id}/read`, {}), onSuccess: () => queryClient.invalidateQueries({ queryKey: ["/api/session"] }) });
  const { emergency, notices, actsWaiting } = session;
  return (
    <>
      {emergency !== null && (
        <div className="looking-as" role="status">
          <span><Trans>An operator opened an emergency way in for <b><bdi>{emergency.for ?? "?"}</bdi></b> on {instant(emergency.opened, lang)}, until {instant(emergency.until, lang)}. Why: <bdi>{emergency.reason}</bdi></Trans></span>
        </div>
      )}
      {notices.map((n) => (
        <div key={n.id} className="looking-as" role="status">
          <span><Trans><b><bdi>{n.by}</bdi></b> took away your second factor on {instant(n.at, lang)} and ended your sessions. Why: <bdi>{n.reason}</bdi></Trans></span>
          <button type="button" className="link" disabled={read.isPending} onClick={() => read.mutate(n.id)}><Trans>I have read it</Trans></button>
        </div>
      ))}
      {actsWaiting > 0 && (
        <div className="looking-as" role="status">
          <Link className="link" to="/$lang/administration" params={{ lang }}><Plural value={actsWaiting} one="# act waits for you as its second person" other="# acts wait for you as their second person" /></Link>
        </div>
      )}
    </>
  );
}
