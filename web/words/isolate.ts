/**
 * Wraps a date, an identifier or a name in another script so that it keeps its own direction inside a sentence:
 * "2026-12-31" after Arabic words would else read 31-12-2026. First-strong isolate, pop isolate.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** For figures and codes, which are left to right whatever stands in them. */
export const isolateLtr = (text: string): string => `\u2066${text}\u2069`;
