import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import type { AddCommand } from "../command.ts";

/** Becomes the server: the same as `npm start`. */
export const addStart: AddCommand = (program, session) => {
  program
    .command("start")
    .description("start the server, as npm start does; ends with Ctrl-C")
    .option("--port <n>", "where to listen (PORT, 4700)")
    .option("--host <name>", "for whom to listen (HOST, 127.0.0.1)")
    .action((options: { port?: string; host?: string }) => {
      const env: Record<string, string> = {};
      for (const [name, value] of Object.entries({ ...session.env(), ...(options.port === undefined ? {} : { PORT: options.port }), ...(options.host === undefined ? {} : { HOST: options.host }) })) if (value !== undefined) env[name] = value;
      const start = fileURLToPath(new URL("../../../tools/start.mjs", import.meta.url));
      process.removeAllListeners("warning");
      process.execve?.(execPath, [execPath, "--disable-warning=ExperimentalWarning", start], env);
    });
};
