import { parentPort, workerData } from "node:worker_threads";
import { serialize } from "node:v8";
import { isFault } from "../../../base/errors.ts";
import type { Atlas } from "../atlas.ts";
import { figuresOf } from "../figures.ts";
import { type Ground, makeGround } from "../ground.ts";
import { pictureQuestion } from "../question.ts";
import { answerOf } from "./answers.ts";
import { bytesOfGrounds } from "./bytes-of-ground.ts";
import { keptReports, readStamps, type Stamps } from "./kept-reports.ts";
import type { FromThread, PictureState, ToThread } from "./messages.ts";
import { nearestGround } from "./nearest-ground.ts";
import { needsPairs } from "./needs-pairs.ts";
import { type Steps, takeTurns } from "./turns.ts";

// The thread in which pictures are computed: the one that answers requests never waits for a sum. It keeps what was read, composed and computed,
// by the classes that a viewer may read, and makes a ground anew from what changed. It reads nothing by itself: see desk.ts.

const port = parentPort;
if (!port) throw new Error("this file is a thread that computes pictures");
const { atlas, mostBytes } = workerData as { readonly atlas: Atlas; readonly mostBytes: number };

type KeptGround = { readonly writes: string; readonly ground: Ground };
const reports = keptReports();
/** By classes, the one used last at the end. */
const grounds = new Map<string, KeptGround>();
const coming = new Map<string, Stamps>();

/** Milliseconds after a change: whoever waits for it is answered first. */
const tidyAfter = 500;
let tidy: NodeJS.Timeout | undefined;

const nameOf = (state: PictureState) => `${state.classes}/${state.writes}`;

type Told = FromThread extends infer F ? (F extends { call: number } ? Omit<F, "call"> : never) : never;

/** Milliseconds after which what waits goes before anything that is more urgent. */
const patience = 10_000;
const turns = takeTurns(setImmediate, () => performance.now(), patience);

/** Questions that follow from columns go first; then what others' questions wait for; last what takes long. Each message of a ground waits for the one before it. */
function urgencyOf(message: ToThread): number {
  if (message.kind === "ask") return needsPairs(message.ask) ? 3 : 0;
  return message.kind === "ground" ? 2 : 1;
}

function* answer(message: ToThread): Steps<Told> {
  switch (message.kind) {
    case "stamps": {
      const stamps = readStamps(message.stamps);
      coming.set(nameOf(message.state), stamps);
      return { kind: "ids", ids: reports.missing(stamps) };
    }
    case "reports":
      reports.put(coming.get(nameOf(message.state)) ?? new Map(), message.reports);
      return { kind: "done" };
    case "ground": {
      const { classes, writes } = message.state;
      const stamps = coming.get(nameOf(message.state));
      if (stamps === undefined) return { kind: "gone" };
      const { initiatives, links } = reports.compose(stamps, message.around.decisions);
      yield undefined;
      const before = grounds.get(classes)?.ground ?? nearestGround([...grounds.values()].map((g) => g.ground), initiatives);
      grounds.delete(classes);
      grounds.set(classes, { writes, ground: makeGround(atlas, initiatives, message.around, links, before) });
      // only now: what is composed and in no ground yet is not forgotten meanwhile
      coming.delete(nameOf(message.state));
      tidy ??= setTimeout(forget, tidyAfter);
      return { kind: "done" };
    }
    case "ask": {
      const held = grounds.get(message.state.classes);
      if (held?.writes !== message.state.writes) return { kind: "gone" };
      grounds.delete(message.state.classes);
      grounds.set(message.state.classes, held);
      const figures = figuresOf(held.ground, pictureQuestion(held.ground, message.wish, message.today));
      if (needsPairs(message.ask)) {
        figures.index();
        yield undefined;
        yield* figures.makeOverlaps();
      }
      if (message.ask.name === "picture") {
        figures.gaps();
        yield undefined;
        figures.crowded();
        yield undefined;
      }
      return { kind: "answer", bytes: serialize(answerOf(atlas, figures, message.ask)) };
    }
    case "size":
      return {
        kind: "size",
        size: { grounds: grounds.size, reports: reports.size().reports, reportBytes: reports.size().bytes, groundBytes: groundBytes(), heapBytes: process.memoryUsage().heapUsed },
      };
  }
}

function groundBytes(): number {
  return bytesOfGrounds([...grounds.values()].map((g) => g.ground));
}

/** The grounds used longest ago go first; the last one stays, however large. While reports are still on their way, all stay. */
function forget(): void {
  tidy = undefined;
  while (grounds.size > 1 && reports.size().bytes + groundBytes() > mostBytes) {
    grounds.delete(grounds.keys().next().value as string);
    if (coming.size === 0) keepOnly();
  }
  if (coming.size === 0) keepOnly();
}

function keepOnly(): void {
  reports.keepOnly([...grounds.values()].map((g) => g.ground));
}

port.on("message", ({ call, message }: { readonly call: number; readonly message: ToThread }) => {
  turns.put(urgencyOf(message), answer(message), (told) => {
    if ("value" in told) {
      const sent = { call, ...told.value } as FromThread;
      port.postMessage(sent, sent.kind === "answer" ? [sent.bytes.buffer as ArrayBuffer] : []);
      return;
    }
    // Whoever waits for this state's ground is told; what came for it is of no use any more.
    if (message.kind === "ground") coming.delete(nameOf(message.state));
    const { error } = told;
    port.postMessage(
      isFault(error)
        ? { call, kind: "fault", code: error.code, params: error.params }
        : { call, kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    );
  });
});
