/** Work in steps. What it comes to is told when it is done. */
export type Steps<T> = Generator<undefined, T>;

/** Does steps of what waits, one after another: the most urgent first, of equally urgent the one that came first. */
export type Turns = {
  /** @param urgency 0 is the most urgent */
  readonly put: <T>(urgency: number, steps: Steps<T>, done: (told: { readonly value: T } | { readonly error: unknown }) => void) => void;
};

type Waiting = { readonly urgency: number; readonly since: number; readonly step: () => boolean };

/**
 * @param later runs something when what else has come meanwhile is taken in
 * @param now milliseconds
 * @param patience milliseconds after which nothing more urgent goes before
 */
export function takeTurns(later: (run: () => void) => void, now: () => number, patience: number): Turns {
  // in the order in which it came
  const waiting: Waiting[] = [];
  const next = (): Waiting => {
    const [first] = waiting as [Waiting];
    if (now() - first.since > patience) return first;
    return waiting.reduce((best, one) => (one.urgency < best.urgency ? one : best), first);
  };
  const turn = (): void => {
    const one = next();
    if (one.step()) waiting.splice(waiting.indexOf(one), 1);
    if (waiting.length > 0) later(turn);
  };
  return {
    put: (urgency, steps, done) => {
      const step = (): boolean => {
        try {
          const { done: ended, value } = steps.next();
          if (ended === true) done({ value });
          return ended === true;
        } catch (error) {
          done({ error });
          return true;
        }
      };
      if (waiting.push({ urgency, since: now(), step }) === 1) later(turn);
    },
  };
}
