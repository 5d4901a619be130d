/** What the server tells open pages: which rows were written, by kind and id, and what they are about. */
export type Changed = { readonly kind: string; readonly id: string; readonly about: readonly string[] };
export type Heard = { readonly kind: "here" | "changes" | "everything" | "end"; readonly changes: readonly Changed[] };

/** Events as they stand in the text of a stream; what is no event of ours is left out. */
export function formEvents(text: string): readonly Heard[] {
  return text.split("\n\n").flatMap((block): Heard[] => {
    const line = (key: string) => block.split("\n").find((one) => one.startsWith(`${key}: `))?.slice(key.length + 2);
    const kind = line("event");
    if (kind === "here" || kind === "everything" || kind === "end") return [{ kind, changes: [] }];
    if (kind !== "changes") return [];
    const { changes } = JSON.parse(line("data") ?? "{}") as { readonly changes?: readonly Changed[] };
    return changes === undefined || changes.length === 0 ? [] : [{ kind, changes }];
  });
}
