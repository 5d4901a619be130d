import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { sessionQuery } from "../api/queries.ts";
import { importQuery } from "../api/record-queries.ts";
import type { ImportJob } from "../api/record-types.ts";
import type { Problem } from "../api/types.ts";
import { Fault } from "../parts/fault.tsx";
import { Bar } from "../parts/money.tsx";
import { Named } from "../parts/named.tsx";
import { TlpLabel } from "../parts/tlp.tsx";
import { percent } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";
import { fileSize } from "./file-size.ts";
import { upload } from "./upload.ts";

type Sending = { readonly file: File; readonly sent: number };

/** What is about to come in: its marking and who will see it, said before a byte is sent. */
export function Staged({ files, leave }: { readonly files: readonly File[]; readonly leave: () => void }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery(lang)).data;
  const [publication, setPublication] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<{ readonly file: string; readonly problem: Problem } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const send = async () => {
    setProblem(null);
    const abort = new AbortController();
    stop.current = abort;
    let last: ImportJob | undefined;
    for (const file of files) {
      setSending({ file, sent: 0 });
      try {
        const { formToken } = await queryClient.ensureQueryData(sessionQuery(lang));
        last = await upload({ file, publication, formToken, language: lang, signal: abort.signal, sent: (sent) => setSending({ file, sent }) });
        queryClient.setQueryData(importQuery(lang, last.id).queryKey, last);
      } catch (error) {
        setSending(null);
        if (!(error instanceof DOMException)) setProblem({ file: file.name, problem: asProblem(error) });
        return;
      }
    }
    await queryClient.invalidateQueries({ queryKey: ["/api/imports"] });
    leave();
    if (files.length === 1 && last !== undefined) await navigate({ to: "/$lang/imports/$id", params: { lang, id: last.id } });
  };
  const actsFor = session?.viewer.kind === "account" ? <Named name={session.viewer.actsFor.name} /> : null;
  return (
    <section className="staged" aria-label={t`About to be imported`}>
      <ul>{files.map((file) => <li key={`${file.name} ${file.size}`}><b><bdi dir="auto">{file.name}</bdi></b> <span className="quiet">{fileSize(file.size, lang)}</span></li>)}</ul>
      <p className="staged-marking">
        <TlpLabel tlp={publication ? "TLP:CLEAR" : "TLP:AMBER"} />{" "}
        {publication ? <Trans>Its reports will be open to everyone.</Trans> : <Trans>Its reports will be open to {actsFor} alone, until their marking is changed.</Trans>}
      </p>
      <label className="staged-publication" htmlFor="publication"><input id="publication" type="checkbox" checked={publication} disabled={sending !== null} onChange={(event) => setPublication(event.target.checked)} /> <Trans>This file is a publication: it stands where everyone can read it.</Trans></label>
      {sending !== null ? (
        <div className="staged-sending" role="status">
          <Bar share={sending.file.size === 0 ? 1 : sending.sent / sending.file.size} />
          <p className="small"><Trans>Being sent: {percent(sending.file.size === 0 ? 1 : Math.min(1, sending.sent / sending.file.size), lang)} of {fileSize(sending.file.size, lang)}</Trans> · <button type="button" className="link" onClick={() => stop.current?.abort()}><Trans>Stop</Trans></button></p>
        </div>
      ) : (
        <p className="form-acts">
          <button type="button" className="button first" disabled={total === 0} onClick={() => void send()}><Trans>Import</Trans></button>
          <button type="button" className="button" onClick={leave}><Trans>Leave it</Trans></button>
          {total === 0 && <span className="warm"><Trans>The file is empty.</Trans></span>}
        </p>
      )}
      {problem !== null && <div><p className="small quiet"><bdi dir="auto">{problem.file}</bdi></p><Fault problem={problem.problem} retry={() => void send()} /></div>}
    </section>
  );
}
