/** What one step of `npm test` found. A step that looked at nothing has failed, whatever its tool says. */
export interface Outcome {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** one line for the summary: how much was looked at, or why it failed */
  readonly words: string;
}

export const pass = (step: string, words: string): Outcome => ({ step, passed: 1, failed: 0, skipped: 0, words });

export const failure = (step: string, words: string): Outcome => ({ step, passed: 0, failed: 1, skipped: 0, words });
