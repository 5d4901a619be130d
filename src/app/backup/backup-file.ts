import { createHash, type Hash } from "node:crypto";
import { fault } from "../../base/errors.ts";
import { byteReader, type ByteReader } from "./byte-reader.ts";

/**
 * The backup's own format, before compression (docs/guide/operating.md describes it for people):
 *
 *     entente backup\n
 *     {header}\n                                  what it is: format, schema, tables
 *     {part}\n  (length, bytes)…  0 \n {sums}\n     once per table and per file
 *     {"kind":"end","parts":n,"sha256":…}\n         over every byte before this line
 *
 * A length is four bytes, the high one first. What stands behind the end, or is missing before it, makes the file damaged.
 */
export const backupFormat = 1;
const magic = "entente backup\n";

export type BackupHeader = {
  readonly kind: "header";
  readonly format: number;
  readonly made: string;
  /** names of the migrations whose schema the tables have */
  readonly migrations: readonly string[];
  readonly tables: readonly string[];
};
export type TablePart = { readonly kind: "table"; readonly name: string; readonly columns: readonly string[] };
/** A file beside the database, by its path in the data folder. */
export type FilePart = { readonly kind: "file"; readonly name: string };
export type BackupPart = TablePart | FilePart;
/** `rows` of a table; of a file it is null. */
export type PartSums = { readonly kind: "sums"; readonly rows: number | null; readonly bytes: number; readonly sha256: string };

/** The bytes of a part as they come, and how many rows they turned out to be once they have all come. */
export type PartSource = { readonly part: BackupPart; readonly bytes: AsyncIterable<Uint8Array>; readonly rows: () => number | null };

/** Writes a backup as a stream. Nothing but the piece at hand is in memory. */
export async function* writeBackupStream(header: BackupHeader, parts: AsyncIterable<PartSource>): AsyncGenerator<Uint8Array, readonly (BackupPart & { sums: PartSums })[]> {
  const whole = createHash("sha256");
  const told = (bytes: Uint8Array): Uint8Array => {
    whole.update(bytes);
    return bytes;
  };
  const line = (value: object) => told(Buffer.from(`${JSON.stringify(value)}\n`));
  yield told(Buffer.from(magic));
  yield line(header);
  const written: (BackupPart & { sums: PartSums })[] = [];
  for await (const { part, bytes, rows } of parts) {
    yield line(part);
    const hash = createHash("sha256");
    let size = 0;
    for await (const piece of bytes) {
      if (piece.length === 0) continue;
      hash.update(piece);
      size += piece.length;
      yield told(length(piece.length));
      yield told(piece);
    }
    const sums: PartSums = { kind: "sums", rows: rows(), bytes: size, sha256: hash.digest("hex") };
    yield told(length(0));
    yield line(sums);
    written.push({ ...part, sums });
  }
  yield Buffer.from(`${JSON.stringify({ kind: "end", parts: written.length, sha256: whole.digest("hex") })}\n`);
  return written;
}

/** What a reader does with a part: takes its bytes and says how many rows they were (null: it did not count). */
export type TakePart = (part: BackupPart, bytes: AsyncIterable<Uint8Array>) => Promise<number | null>;

/**
 * Reads a backup and holds every sum against what was read, the whole last. Until it returns nothing that was taken may be trusted.
 *
 * @param open what to do with the header before any part; it may refuse
 * @throws backup-damaged, which names where; backup-newer
 */
export async function readBackupStream(file: string, stream: AsyncIterable<Uint8Array>, open: (header: BackupHeader) => Promise<void> | void, take: TakePart): Promise<BackupHeader> {
  const whole = createHash("sha256");
  const reader = byteReader(stream, (bytes) => void whole.update(bytes));
  const damaged = (where: string, found: string, expected: string) => fault("backup-damaged", { file, where, found, expected });
  try {
    const first = await reader.exactly(Buffer.byteLength(magic));
    if (first === null || first.toString("latin1") !== magic) throw damaged("the beginning", "no Entente backup", magic.trim());
    const header = (await json(reader)) as BackupHeader;
    if (header.kind !== "header" || !Number.isInteger(header.format)) throw damaged("the header", "none", "a header");
    if (header.format > backupFormat) throw fault("backup-newer", { file, found: `format ${header.format}`, expected: `format ${backupFormat} or older` });
    await open(header);
    for (let parts = 0; ; parts++) {
      const before = whole.copy().digest("hex");
      const next = (await json(reader)) as BackupPart | { kind: "end"; parts: number; sha256: string };
      if (next.kind === "end") {
        if (next.parts !== parts) throw damaged("the end", `${parts} parts`, `${next.parts} parts`);
        if (next.sha256 !== before) throw damaged("the whole", before, next.sha256);
        if (!(await reader.ended())) throw damaged("behind the end", "more bytes", "nothing");
        return header;
      }
      if (next.kind !== "table" && next.kind !== "file") throw damaged(`part ${parts + 1}`, "no such part", "a table or a file");
      await readPart(reader, next, take, damaged);
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string" && (error.code.startsWith("Z_") || error.code === "ERR_BACKUP_SHORT")) {
      throw fault("backup-damaged", { file, where: `byte ${reader.position()} of its content`, found: error.code === "ERR_BACKUP_SHORT" ? "an early end" : "bytes that do not unpack", expected: "the backup as it was written" }, error);
    }
    throw error;
  }
}

async function readPart(reader: ByteReader, part: BackupPart, take: TakePart, damaged: (where: string, found: string, expected: string) => Error): Promise<void> {
  const hash = createHash("sha256");
  const seen = { bytes: 0 };
  const rows = await take(part, pieces(reader, hash, seen));
  const sums = (await json(reader)) as PartSums;
  const where = `${part.kind} ${part.name}`;
  const found = hash.digest("hex");
  if (sums.kind !== "sums" || sums.sha256 !== found || sums.bytes !== seen.bytes) throw damaged(where, found, sums.sha256 ?? "a sum");
  if (rows !== null && rows !== sums.rows) throw damaged(where, `${rows} rows`, `${sums.rows} rows`);
}

async function* pieces(reader: ByteReader, hash: Hash, seen: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (;;) {
    const size = (await needed(reader.exactly(4))).readUInt32BE(0);
    if (size === 0) return;
    for (let left = size; left > 0; ) {
      const piece = await needed(reader.some(left));
      left -= piece.length;
      seen.bytes += piece.length;
      hash.update(piece);
      yield piece;
    }
  }
}

const short = () => Object.assign(new Error("the backup ends early"), { code: "ERR_BACKUP_SHORT" });
const longestLine = 1 << 20;

async function needed(read: Promise<Buffer | null>): Promise<Buffer> {
  const bytes = await read;
  if (bytes === null) throw short();
  return bytes;
}

async function json(reader: ByteReader): Promise<{ readonly kind?: unknown }> {
  const text = (await needed(reader.line(longestLine))).toString("utf8");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch (cause) {
    throw Object.assign(new Error("a line that is no JSON", { cause }), { code: "Z_ENTENTE_LINE" });
  }
  throw Object.assign(new Error("a line that is no object"), { code: "Z_ENTENTE_LINE" });
}

function length(n: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(n);
  return bytes;
}
