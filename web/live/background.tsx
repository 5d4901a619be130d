import "./background.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { request } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import type { ChangeList, Name, Session } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { useLanguage } from "../words/use-language.ts";
import { asksAgain, isList } from "./asked-again.ts";
import { follow } from "./follow.ts";
import type { Changed, Heard } from "./form-events.ts";

type Note = { readonly kind: "here"; readonly by: Name | null } | { readonly kind: "list" };

/** Hands that rested this long are not in the middle of a list. */
const restedMs = 20_000;
const noteMs = 12_000;
const who = (session: Session | undefined): string => JSON.stringify(session?.viewer.kind === "account" ? [session.viewer.person.id, session.viewer.actsFor.id, session.viewer.lookingAs?.id ?? null] : null);

/** What happens behind a scene: what others write is asked again, and said where one looks at it. Nothing moves under the hand. */
export function Background() {
  const language = useLanguage();
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const session = useQuery(sessionQuery(language)).data;
  const [note, setNote] = useState<Note | null>(null);
  const touched = useRef(0);
  const signedIn = session?.viewer.kind === "account";
  const me = useRef("");
  useEffect(() => { if (session !== undefined) me.current = who(session); }, [session]);

  useEffect(() => {
    const touch = () => { touched.current = performance.now(); };
    for (const kind of ["keydown", "pointerdown", "wheel"]) window.addEventListener(kind, touch, { passive: true });
    return () => { for (const kind of ["keydown", "pointerdown", "wheel"]) window.removeEventListener(kind, touch); };
  }, []);
  useEffect(() => {
    if (note?.kind !== "here") return;
    const timer = setTimeout(() => setNote(null), noteMs);
    return () => clearTimeout(timer);
  }, [note]);

  useEffect(() => {
    if (!signedIn) return;
    const paths = (kinds: readonly string[] | null) => {
      const asks = kinds === null ? () => true : asksAgain(kinds);
      return ({ queryKey: [path] }: { readonly queryKey: readonly unknown[] }) => typeof path === "string" && asks(path);
    };
    const changed = async (changes: readonly Changed[] | null) => {
      const kinds = changes === null ? null : [...new Set(changes.map((c) => c.kind))];
      const mine = paths(kinds);
      const working = performance.now() - touched.current < restedMs;
      const lists = (query: { readonly queryKey: readonly unknown[] }) => working && typeof query.queryKey[0] === "string" && isList(query.queryKey[0]);
      const by = changes === null ? undefined : await writerOf(changes, language);
      if (by?.mine !== true && queryClient.getQueryCache().findAll({ type: "active", predicate: (q) => mine(q) && lists(q) }).length > 0) setNote({ kind: "list" });
      await queryClient.invalidateQueries({ predicate: (q) => mine(q) && lists(q), refetchType: by?.mine === true ? "active" : "none" });
      await queryClient.invalidateQueries({ predicate: (q) => mine(q) && !lists(q) });
      if (by !== undefined && !by.mine) setNote({ kind: "here", by: by.by });
    };
    const onHeard = (heard: Heard) => {
      if (heard.kind === "changes") void changed(heard.changes);
      else if (heard.kind === "everything") void changed(null);
      else if (heard.kind === "end") void over();
    };
    // The session is over or stands in another role: nothing stays on the page that was answered before.
    const over = async () => {
      const now = await request<Session>("/api/session", { language });
      if (who(now) === me.current) { again(); return; }
      queryClient.clear();
      location.reload();
    };
    let stop = follow(onHeard);
    const again = () => { stop(); stop = follow(onHeard); };
    return () => stop();
  }, [signedIn, language, queryClient]);

  const show = () => { setNote(null); void queryClient.refetchQueries({ type: "active", stale: true }); };
  return (
    <div className="background-notes" role="status">
      {note?.kind === "here" && <p className="background-note"><span>{note.by === null ? <Trans>What you look at changed just now.</Trans> : <Trans>Changed just now by <b><Named name={note.by} /></b>.</Trans>}</span><button type="button" className="link" onClick={() => setNote(null)} aria-label={t`Close`}>×</button></p>}
      {note?.kind === "list" && <p className="background-note"><span><Trans>This list has changed.</Trans></span><button type="button" className="link" onClick={show}><Trans>Show it anew</Trans></button></p>}
    </div>
  );
}

/** Who wrote of what stands in the address; undefined: nobody looks at it here. */
async function writerOf(changes: readonly Changed[], language: string): Promise<{ readonly by: Name | null; readonly mine: boolean } | undefined> {
  const here = location.href;
  const about = changes.flatMap((c) => [...c.about, c.id]).find((id) => here.includes(id));
  if (about === undefined) return undefined;
  const { items } = await request<ChangeList>("/api/changes", { language, query: { about, limit: 1 } });
  const [latest] = items;
  return latest === undefined ? undefined : { by: latest.by, mine: latest.mine };
}
