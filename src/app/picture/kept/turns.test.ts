import { expect, test } from "vitest";
import { type Steps, takeTurns } from "./turns.ts";

/** By hand: the clock stands still unless it is moved, and a turn is taken when it is called. */
function byHand(patience = 100) {
  const clock = { now: 0 };
  const runs: (() => void)[] = [];
  const turns = takeTurns((run) => void runs.push(run), () => clock.now, patience);
  const said: string[] = [];
  const put = (name: string, urgency: number, many = 1) => {
    turns.put(
      urgency,
      (function* (): Steps<string> {
        for (let k = 1; k < many; k++) {
          said.push(`${name} ${k}`);
          yield undefined;
        }
        if (name === "wrong") throw new Error(name);
        return name;
      })(),
      (told) => said.push("value" in told ? told.value : `error of ${(told.error as Error).message}`),
    );
  };
  const turn = () => runs.shift()?.();
  return { clock, put, turn, said, all: () => { while (runs.length > 0) turn(); return said; } };
}

test("short questions go between the steps of long work, and what came first of the same kind is done first", () => {
  const { put, turn, all } = byHand();
  put("picture", 3, 3);
  put("second picture", 3);
  turn();
  put("list", 0);
  put("ground", 2);
  expect(all()).toEqual(["picture 1", "list", "ground", "picture 2", "picture", "second picture"]);
});

test("what waited longer than anybody should goes before what is more urgent", () => {
  const { put, clock, all } = byHand();
  put("picture", 3);
  clock.now = 101;
  put("list", 0);
  expect(all()).toEqual(["picture", "list"]);
});

test("what fails is told, and the others go on", () => {
  const { put, all } = byHand();
  put("wrong", 0, 2);
  put("list", 0);
  expect(all()).toEqual(["wrong 1", "error of wrong", "list"]);
});
