import type { PictureState } from "./messages.ts";

/** Answers as the thread gave them, by state and question, until they take too much room: those used longest ago go first. */
export type KeptAnswers = {
  readonly get: (state: PictureState, question: string) => Uint8Array | undefined;
  readonly put: (state: PictureState, question: string, bytes: Uint8Array) => void;
};

/** @param most bytes of all answers together */
export function keptAnswers(most: number): KeptAnswers {
  const kept = new Map<string, { readonly state: PictureState; readonly bytes: Uint8Array }>();
  let sum = 0;
  const drop = (name: string) => {
    sum -= (kept.get(name)?.bytes.byteLength ?? 0) + name.length;
    kept.delete(name);
  };
  const nameOf = (state: PictureState, question: string) => `${state.classes}/${state.writes} ${question}`;
  return {
    get: (state, question) => {
      const name = nameOf(state, question);
      const held = kept.get(name);
      if (held === undefined) return undefined;
      kept.delete(name);
      kept.set(name, held);
      return held.bytes;
    },
    put: (state, question, bytes) => {
      // What was true before the last write is asked by nobody again.
      for (const [name, one] of kept) if (one.state.classes === state.classes && one.state.writes !== state.writes) drop(name);
      const name = nameOf(state, question);
      if (kept.has(name)) drop(name);
      kept.set(name, { state, bytes });
      sum += bytes.byteLength + name.length;
      for (const old of kept.keys()) if (sum > most && old !== name) drop(old);
    },
  };
}
