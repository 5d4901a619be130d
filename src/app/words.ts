/** Words for a reader, and the language they are in ("und" when no source says). */
export type Words = { readonly text: string; readonly language: string };
