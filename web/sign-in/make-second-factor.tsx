import "./sign-in.css";
import { useMutation } from "@tanstack/react-query";
import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { useWrite } from "../api/use-write.ts";
import { Fault } from "../parts/fault.tsx";
import { CodePicture } from "./code-picture.tsx";

type Begun = { readonly secret: string; readonly address: string };

/** Makes a second factor: a picture for the app, its first code, then the codes for the day when the app is lost. */
export function MakeSecondFactor({ done }: { readonly done: () => void }) {
  const write = useWrite();
  const [code, setCode] = useState("");
  const begin = useMutation({ mutationFn: () => write<Begun>("POST", "/api/account/second-factor", {}) });
  const confirm = useMutation({ mutationFn: () => write<{ readonly codes: readonly string[] }>("PUT", "/api/account/second-factor", { code }) });
  const submit = (event: FormEvent) => { event.preventDefault(); confirm.mutate(); };
  if (confirm.data) return (
    <div className="second-factor" role="status">
      <p><Trans>The second factor is in force. Keep these codes where only you find them: each lets you in once when the app is lost. They are shown this once.</Trans></p>
      <ul className="recovery-codes" dir="ltr">{confirm.data.codes.map((one) => <li key={one}>{one}</li>)}</ul>
      <p><button type="button" className="button first" onClick={done}><Trans>I have kept them</Trans></button></p>
    </div>
  );
  if (!begin.data) return (
    <div>
      {begin.isError && <Fault problem={asProblem(begin.error)} />}
      <p><button type="button" className="button first" disabled={begin.isPending} onClick={() => begin.mutate()}><Trans>Make a second factor</Trans></button></p>
    </div>
  );
  return (
    <form className="second-factor" onSubmit={submit}>
      <p><Trans>Read this picture with an authenticator app, or type the letters into it. Then give the code that it shows.</Trans></p>
      <CodePicture address={begin.data.address} />
      <p className="code-secret" dir="ltr">{begin.data.secret}</p>
      <div className="field"><label htmlFor="first-code"><Trans>Code</Trans></label><input id="first-code" className="input" dir="ltr" inputMode="numeric" autoComplete="one-time-code" required value={code} onChange={(event) => setCode(event.target.value)} /></div>
      {confirm.isError && <Fault problem={asProblem(confirm.error)} />}
      <p><button type="submit" className="button first" disabled={confirm.isPending}><Trans>Put it in force</Trans></button></p>
    </form>
  );
}
