/** Where jobs tell what they do; a pino logger will do. */
export type JobLog = { readonly info: (facts: object, words: string) => void; readonly error: (facts: object, words: string) => void };
