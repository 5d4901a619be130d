import { formEvents, type Heard } from "./form-events.ts";

const name = "entente.live";
/** Without a word in this time after it opened, something between holds the stream back: one asks instead. */
const patienceMs = 8_000;
const askEveryMs = 5_000;
const longestWaitMs = 60_000;

/**
 * Follows what others write. One tab of a browser holds the line and tells the others: browsers allow a host few connections at once.
 * @param on called in every tab @returns to stop
 */
export function follow(on: (heard: Heard) => void): () => void {
  const stopped = new AbortController();
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;
  if (tabs !== null) tabs.onmessage = ({ data }: MessageEvent<Heard>) => on(data);
  const tell = (heard: Heard) => {
    on(heard);
    tabs?.postMessage(heard);
  };
  // A browser without locks follows in each tab.
  if ("locks" in navigator) void navigator.locks.request(name, { signal: stopped.signal }, () => line(tell, stopped.signal)).catch(() => undefined);
  else void line(tell, stopped.signal);
  return () => {
    stopped.abort();
    tabs?.close();
  };
}

/** Holds the line until it is stopped or the session is over. */
async function line(tell: (heard: Heard) => void, stop: AbortSignal): Promise<void> {
  // what the page shows may be as old as the page
  let heardAt = 0;
  let failures = 0;
  let streams = true;
  while (!stop.aborted) {
    const age = Math.ceil((performance.now() - heardAt) / 1000);
    const began = performance.now();
    let how: Ended = "failed";
    if (streams) how = await stream(age, (heard) => { heardAt = performance.now(); failures = 0; tell(heard); }, stop);
    if (how === "silent") streams = false;
    if (how === "over") return;
    // Asked once by hand: it tells whether the session still stands, and what was missed.
    const asked = await ask(Math.ceil((performance.now() - heardAt) / 1000));
    if (asked === "over") return tell({ kind: "end", changes: [] });
    if (asked !== "failed") {
      heardAt = began;
      failures = 0;
      for (const heard of asked) tell(heard);
    } else failures++;
    const wait = asked === "failed" ? Math.min(longestWaitMs, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2) : streams ? 1_000 : askEveryMs;
    await pause(wait, stop);
  }
}

type Ended = "failed" | "silent" | "over";

function stream(age: number, tell: (heard: Heard) => void, stop: AbortSignal): Promise<Ended> {
  return new Promise((resolve) => {
    const source = new EventSource(`/api/live?age=${age}`);
    const end = (how: Ended) => {
      clearTimeout(patience);
      stop.removeEventListener("abort", aborted);
      source.close();
      resolve(how);
    };
    const aborted = () => end("over");
    stop.addEventListener("abort", aborted);
    const patience = setTimeout(() => end("silent"), patienceMs);
    const hears = (kind: Heard["kind"]) => (event: MessageEvent<string>) => {
      clearTimeout(patience);
      for (const heard of formEvents(`event: ${kind}\ndata: ${event.data}\n\n`)) tell(heard);
      if (kind === "end") end("over");
    };
    for (const kind of ["here", "changes", "everything", "end"] as const) source.addEventListener(kind, hears(kind));
    source.onerror = () => end("failed");
  });
}

async function ask(age: number): Promise<readonly Heard[] | "over" | "failed"> {
  try {
    const response = await fetch(`/api/live?once=yes&age=${age}`, { credentials: "same-origin" });
    if (response.status === 401) return "over";
    return response.ok ? formEvents(await response.text()) : "failed";
  } catch (error) {
    console.info("The line is down; it is tried again.", error);
    return "failed";
  }
}

const pause = (ms: number, stop: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    // a line that came back is used at once
    const now = () => { clearTimeout(timer); resolve(); };
    window.addEventListener("online", now, { once: true });
    stop.addEventListener("abort", now, { once: true });
  });
