/**
 * How many seconds to wait after the n-th wrong try within the window: nothing for the first `free`, then 1, 2, 4 … up to
 * a quarter of an hour. It grows for whoever guesses; there is no count at which an account is closed.
 */
export function delaySeconds(wrong: number, free: number): number {
  return wrong < free ? 0 : Math.min(900, 2 ** (wrong - free));
}
