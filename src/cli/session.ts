import type { Writable } from "node:stream";
import { whoAmI } from "../app/door/who-am-i.ts";
import { loadShipped } from "../app/load-shipped.ts";
import { openApp } from "../app/open-app.ts";
import type { App } from "../app/app.ts";
import { fault } from "../base/errors.ts";
import { spoken } from "./speak.ts";

/** Where a command reads its surroundings and writes: the process, or a test's own. */
export type Io = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** ends long work (Ctrl-C) */
  readonly stop: AbortSignal;
};

export type GlobalOptions = { readonly token?: string; readonly data?: string; readonly json?: boolean; readonly lang?: string };

/** What a command works with: the opened app, who is asking, and where answers go. */
export type Asked = {
  readonly app: App;
  readonly secret: string | null;
  readonly languages: readonly string[];
  readonly json: boolean;
  readonly io: Io;
  /** the whole answer: JSON as the API gives it, or the text for people */
  readonly answer: <T>(value: T, human: (value: T) => string) => void;
};

export type Session = {
  readonly io: Io;
  readonly options: () => GlobalOptions;
  /** settings as the app reads them, with --data in them */
  readonly env: () => Io["env"];
  readonly answer: Asked["answer"];
  /** Opens the app, runs, and closes it. @returns the exit code that the work gave, or 0 */
  readonly run: (work: (asked: Asked) => Promise<number | void>) => Promise<void>;
  exitCode: number;
};

export function newSession(io: Io, options: () => GlobalOptions): Session {
  const env = () => (options().data === undefined ? io.env : { ...io.env, ENTENTE_DATA: options().data });
  const answer: Asked["answer"] = (value, human) => {
    io.stdout.write(options().json === true ? `${JSON.stringify(value, null, 2)}\n` : human(value));
  };
  const session: Session = {
    io,
    options,
    env,
    answer,
    exitCode: 0,
    run: async (work) => {
      const opened = await openApp({ env: env() });
      try {
        await loadShipped(opened.app, (line) => io.stderr.write(`${line}\n`));
        const secret = options().token ?? io.env["ENTENTE_TOKEN"] ?? null;
        const languages = [...new Set([spoken(), "en"])];
        const { app } = opened;
        // A token that is none would silently show what everyone may see.
        if (secret !== null && (await whoAmI(app, secret, languages)).viewer.kind === "anonymous") throw fault("token-invalid");
        session.exitCode = (await work({ app, secret, languages, json: options().json === true, io, answer })) ?? 0;
      } finally {
        await opened.close();
      }
    },
  };
  return session;
}

/** @throws sign-in-needed */
export function signedInSecret({ secret }: Pick<Asked, "secret">): string {
  if (secret === null) throw fault("sign-in-needed");
  return secret;
}
