import type { Command } from "commander";
import type { Session } from "./session.ts";

/** One command: adds itself to the program, and does its work through the session. */
export type AddCommand = (program: Command, session: Session) => void;
