import { Zip, ZipDeflate } from "fflate";

export type ZipFile = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/**
 * Files as one zip, each pressed while it is read: nothing in memory grows with them.
 *
 * @param at the day of every entry; a zip made again of the same files is the same bytes
 */
export async function* zipped(files: Iterable<ZipFile>, at: Date): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed = error;
    else made.push(chunk);
  });
  const taken = (): readonly Uint8Array[] => {
    if (failed !== null) throw failed;
    const some = made;
    made = [];
    return some;
  };
  for (const { name, bytes } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    for await (const chunk of bytes) {
      entry.push(chunk);
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
