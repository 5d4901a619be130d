import { totalmem } from "node:os";
import { Worker } from "node:worker_threads";
import { type ErrorCode, fault } from "../../../base/errors.ts";
import { currentReports, reportStamps } from "../../../store/queries/current-reports.ts";
import type { Reader } from "../../../store/open-store.ts";
import type { App } from "../../app.ts";
import { surroundingsOf } from "../ground.ts";
import type { PictureWish } from "../question.ts";
import type { Ask } from "./answers.ts";
import { keptAnswers } from "./kept-answers.ts";
import type { FromThread, PictureState, ThreadSize, ToThread } from "./messages.ts";

/** What is asked, and of which day. Whoever asks the same of the same state gets the same. */
export type Question = { readonly wish: PictureWish; readonly today: string; readonly ask: Ask };

/** Where pictures are asked for: one per application, before the thread that computes them. */
export type Desk = {
  /** The answer, if it is kept. */
  readonly kept: (state: PictureState, question: Question) => Uint8Array | undefined;
  /**
   * Asks the thread; viewers who ask the same wait for one answer. `gone`: its ground is not kept, and has to be made.
   * @throws faults of the catalogue, as the answer says
   */
  readonly ask: (state: PictureState, question: Question) => Promise<Uint8Array | "gone">;
  /** Under way, for a viewer of the same state. */
  readonly making: (state: PictureState) => Promise<void> | undefined;
  /** Reads what the thread lacks, as this viewer, and has it made into a ground. */
  readonly make: (state: PictureState, reader: Reader) => Promise<void>;
  readonly size: () => Promise<ThreadSize>;
  readonly close: () => Promise<void>;
};

/** Reports read at once: enough to be quick, few enough that nobody waits for them to be handed over. */
const atOnce = 250;
const megabyte = 2 ** 20;
/** What the thread may keep, and what answers may, before those used longest ago go: a quarter of the machine's memory, and more where that is little. */
const mostInThread = Math.max(768 * megabyte, totalmem() / 4);
const mostInAnswers = Math.max(64 * megabyte, totalmem() / 64);
/** V8's own heap, which holds reports and not columns, would stop a thread at less than that by itself. MB */
const heapOfThread = Math.round(mostInThread / megabyte) + 1024;

const desks = new WeakMap<App, Desk>();

export function deskOf(app: App): Desk {
  const held = desks.get(app) ?? openDesk(app);
  desks.set(app, held);
  return held;
}

/** Ends the thread, if there is one. */
export async function closePictures(app: App): Promise<void> {
  await desks.get(app)?.close();
  desks.delete(app);
}

type Waiting = { readonly resolve: (message: FromThread) => void; readonly reject: (error: Error) => void };

function openDesk(app: App): Desk {
  const answers = keptAnswers(mostInAnswers);
  const asking = new Map<string, Promise<Uint8Array | "gone">>();
  const making = new Map<string, Promise<void>>();
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let calls = 0;

  const start = (): Worker => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: { atlas: { areas: { ...app.areas, topology: null } }, mostBytes: mostInThread }, resourceLimits: { maxOldGenerationSizeMb: heapOfThread } });
    worker.on("message", (message: FromThread) => {
      waiting.get(message.call)?.resolve(message);
      waiting.delete(message.call);
      // A process that waits for nothing else may end.
      if (waiting.size === 0) worker.unref();
    });
    const ended = (error: Error) => {
      if (thread !== worker) return;
      thread = undefined;
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    worker.on("error", ended);
    worker.on("exit", () => ended(new Error("the thread that computes pictures ended")));
    return worker;
  };

  const call = async (message: ToThread, transfer: ArrayBuffer[] = []): Promise<FromThread> => {
    thread ??= start();
    const number = calls++;
    const told = await new Promise<FromThread>((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      thread?.ref();
      thread?.postMessage({ call: number, message }, transfer);
    });
    if (told.kind === "fault") throw (fault as (code: ErrorCode, params: object) => Error)(told.code, told.params);
    if (told.kind === "failed") throw new Error(told.message);
    return told;
  };

  const make = async (state: PictureState, reader: Reader): Promise<void> => {
    const stamps = new Uint8Array(await reportStamps(reader));
    const told = await call({ kind: "stamps", state, stamps }, [stamps.buffer]);
    const missing = told.kind === "ids" ? told.ids : [];
    for (let from = 0; from < missing.length; from += atOnce) {
      await call({ kind: "reports", state, reports: await currentReports(reader, missing.slice(from, from + atOnce)) });
    }
    await call({ kind: "ground", state, around: await surroundingsOf(reader) });
  };

  return {
    kept: (state, question) => answers.get(state, JSON.stringify(question)),
    ask: (state, question) => {
      const name = JSON.stringify(question);
      return once(asking, `${state.classes}/${state.writes} ${name}`, async () => {
        const told = await call({ kind: "ask", state, ...question });
        if (told.kind !== "answer") return "gone";
        answers.put(state, name, told.bytes);
        return told.bytes;
      });
    },
    making: (state) => making.get(`${state.classes}/${state.writes}`),
    make: (state, reader) => once(making, `${state.classes}/${state.writes}`, () => make(state, reader)),
    size: async () => {
      const told = await call({ kind: "size" });
      if (told.kind !== "size") throw new Error(`the thread that computes pictures answered ${told.kind}`);
      return told.size;
    },
    close: async () => {
      const worker = thread;
      thread = undefined;
      await worker?.terminate();
      for (const one of waiting.values()) one.reject(new Error("the application is closed"));
      waiting.clear();
    },
  };
}

/** One run of the same work at a time; whoever comes meanwhile waits for it. */
function once<T>(running: Map<string, Promise<T>>, name: string, work: () => Promise<T>): Promise<T> {
  const held = running.get(name);
  if (held !== undefined) return held;
  const made = work().finally(() => running.delete(name));
  // Whoever waits is told of a failure; that nobody waits any more is none.
  made.catch(() => {});
  running.set(name, made);
  return made;
}
