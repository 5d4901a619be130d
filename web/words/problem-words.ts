import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Problem } from "../api/types.ts";
import { isolate } from "./isolate.ts";

/** `needs`: the facts without which `todo` is not said. */
type Words = { readonly said: MessageDescriptor; readonly todo?: MessageDescriptor; readonly needs?: readonly string[] };

/** The server's codes (src/base/errors.ts) that a page can meet, and those of the page itself. */
const words: Readonly<Record<string, Words>> = {
  "not-found": { said: msg`There is nothing here that you may see.`, todo: msg`It may not exist, or not be shared with you; the two are not told apart.` },
  "not-allowed": { said: msg`Your role does not allow this.`, todo: msg`Nothing was changed. The right is called {right}; it can be given by {whoCanGive}.`, needs: ["right", "whoCanGive"] },
  "sign-in-needed": { said: msg`This needs you to be signed in.`, todo: msg`Nothing was changed. Sign in, then come back to this address.` },
  "sign-in-failed": { said: msg`Name and password do not go together.`, todo: msg`Check both. After several attempts the answer slows down on purpose.` },
  "second-factor-needed": { said: msg`Now the code of your second factor.`, todo: msg`Your app shows six digits; a recovery code does as well.` },
  "second-factor-wrong": { said: msg`This code does not hold.`, todo: msg`Each is good once, and for half a minute. Wait for the next one.` },
  "passkey-refused": { said: msg`This passkey opens nothing here.`, todo: msg`Try again, or come in another way.` },
  "passwords-closed": { said: msg`Nobody comes in by a password here.`, todo: msg`Use a passkey, or your own identity provider.` },
  "https-needed": { said: msg`This line can be read by others.`, todo: msg`Open these pages by https.` },
  "provider-refused": { said: msg`Your identity provider did not bring you in.`, todo: msg`Ask the secretariat for an invitation, or begin again.` },
  "token-invalid": { said: msg`Your session has ended.`, todo: msg`Sign in again; what you had typed is still on this page.` },
  "rate-limited": { said: msg`Too many attempts in a short time.`, todo: msg`Try again in {retryAfterSeconds} seconds.`, needs: ["retryAfterSeconds"] },
  "setup-link-expired": { said: msg`This setup link is no longer valid.`, todo: msg`It holds for thirty minutes. Restart the server to have a new one printed.` },
  "setup-done": { said: msg`The first account exists already.`, todo: msg`Sign in with it, or ask its holder for an account.` },
  "bad-input": { said: msg`Something in what was sent cannot be read.`, todo: msg`Nothing was changed. At {path}: found {found}, expected {expected}.`, needs: ["path", "found", "expected"] },
  "edtf-invalid": { said: msg`A date cannot be read.`, todo: msg`Found {found}, expected {expected}.`, needs: ["found", "expected"] },
  "money-invalid": { said: msg`An amount cannot be read.`, todo: msg`Found {found}, expected {expected}.`, needs: ["found", "expected"] },
  "marking-invalid": { said: msg`A marking cannot be read.`, todo: msg`Found {found}, expected {expected}.`, needs: ["found", "expected"] },
  "csv-invalid": { said: msg`The table cannot be read.`, todo: msg`{file}, line {line}, {path}: found {found}, expected {expected}.`, needs: ["file", "line", "path", "found", "expected"] },
  "unsupported-format": { said: msg`This kind of file cannot be read yet.`, todo: msg`Nothing was kept. Found: {found}.`, needs: ["found"] },
  "too-large": { said: msg`This is larger than the server takes.`, todo: msg`Nothing was kept. Found {found}; the limit is {limit}.`, needs: ["found", "limit"] },
  "already-exists": { said: msg`This exists already.`, todo: msg`Nothing was changed.` },
  "conflict-edit": { said: msg`Someone else changed this meanwhile.`, todo: msg`Your words are still here. Fetch the newer state, then decide again.` },
  "sent-already": { said: msg`This was sent before, and was done.`, todo: msg`Nothing was done twice.` },
  "precondition-failed": { said: msg`This changed since you opened it.`, todo: msg`Fetch the newer state, then decide again.` },
  "database-unreachable": { said: msg`The server cannot reach its database.`, todo: msg`Nothing was lost. Try again in a moment; if it stays so, tell the operator.` },
  "disk-full": { said: msg`The server’s disk is full.`, todo: msg`What was there is kept; what you sent was not. Tell the operator.` },
  internal: { said: msg`The server failed at this.`, todo: msg`Nothing was half-written. The operator finds it in the log.` },
  unreachable: { said: msg`The server does not answer.`, todo: msg`Check the line. What was fetched before stays readable.` },
  "server-fault": { said: msg`The server failed at this.`, todo: msg`Nothing was half-written. The operator finds it in the log.` },
  "unexpected-answer": { said: msg`Something between you and the server answered in its place.`, todo: msg`A gateway or a sign-in page of the network may be in the way.` },
  "page-fault": { said: msg`The page failed, not the server.`, todo: msg`Nothing was changed. Load the page again.` },
};

const other: Words = { said: msg`The server refused this.` };

/** Says a problem in the reader's language. A code without words of its own still says its code beside it (see parts/fault.tsx). */
export function problemWords(problem: Problem, i18n: I18n): { readonly said: string; readonly todo: string | null } {
  const { said, todo, needs = [] } = words[problem.code] ?? other;
  const values = Object.fromEntries(Object.entries(problem.params ?? {}).map(([key, value]) => [key, typeof value === "string" ? isolate(value) : value]));
  const mayFill = needs.every((name) => name in values);
  return { said: i18n._({ ...said, values }), todo: todo !== undefined && mayFill ? i18n._({ ...todo, values }) : null };
}
