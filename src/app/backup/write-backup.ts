import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { open, readdir, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { fault, isFault } from "../../base/errors.ts";
import { migrationNames } from "../../store/migrate.ts";
import { copyOut, freezeSnapshot, lastCheckpoint, tablesToKeep, unfinishedImportIds } from "../../store/queries/backup-tables.ts";
import { classOf, rootBody } from "../../store/queries/classes.ts";
import type { App } from "../app.ts";
import { auditFolder, rootsFile } from "../audit/audit-keys.ts";
import { verifyBackup } from "./restore-backup.ts";
import { backupFormat, type BackupHeader, type PartSource, writeBackupStream } from "./backup-file.ts";

export type WrittenBackup = {
  readonly file: string;
  readonly bytes: number;
  /** of the file as it lies there */
  readonly sha256: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly files: number;
};

/**
 * Writes everything that is kept into one file, as it is at one moment, while others go on working: one snapshot of the database, the
 * files of imports that are not finished, public audit keys and roots. Needs no right to read and shows no record.
 *
 * The file takes its name only when it is whole and on the disk. Sessions, one-time links and the audit's private key are not in it.
 * @throws bad-input when there is such a file; disk-full
 */
export async function writeBackup(app: App, wanted: string): Promise<WrittenBackup> {
  const file = resolve(wanted);
  if (existsSync(file)) throw fault("bad-input", { path: "file", found: file, expected: "the name of a file that is not there yet" });
  await app.store.system({ act: "backup" }, async (writer) => {
    writer.note({ recordIds: [], classId: await classOf(writer.db, 1, await rootBody(writer.db)), before: null, after: { backup: "begun" } });
  });
  // Opened before the snapshot: a file that an import removes meanwhile can still be read.
  const uploads = await openUploads(app.dataDir);
  const part = `${file}.part`;
  try {
    const made = app.now();
    const written = await app.store.system(null, async (system) => {
      await freezeSnapshot(system);
      const tables = await tablesToKeep(system.client);
      const header: BackupHeader = { kind: "header", format: backupFormat, made: made.toISOString(), migrations: await migrationNames(), tables: tables.map((t) => t.name) };
      const rows: { name: string; rows: number }[] = [];
      let files = 0;
      const parts = async function* (): AsyncGenerator<PartSource> {
        for (const table of tables) {
          const out = copyOut(system.client, table);
          yield { part: { kind: "table", name: table.name, columns: table.columns }, bytes: out.bytes, rows: out.rows };
          rows.push({ name: table.name, rows: out.rows() });
        }
        for await (const kept of keptFiles(app.dataDir, uploads, await unfinishedImportIds(system.client), await lastCheckpoint(system.client))) {
          files++;
          yield kept;
        }
      };
      const hash = createHash("sha256");
      let bytes = 0;
      const count = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          hash.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      await pipeline(Readable.from(writeBackupStream(header, parts()), { objectMode: false }), createGzip({ level: 4 }), count, createWriteStream(part, { mode: 0o600, flags: "wx", flush: true })).catch((error: unknown) => {
        throw asFault(error, file);
      });
      await rename(part, file);
      await syncFolder(dirname(file));
      return { file, bytes, sha256: hash.digest("hex"), tables: rows, files };
    });
    // Read back from where it lies: a backup that nobody has read is a hope.
    await verifyBackup(file);
    const row = { made_at: made, file_name: basename(file), sha256: written.sha256, bytes: String(written.bytes), verified_at: app.now() };
    // The log tells of it above: an entry written now would not be in the backup that it tells of.
    await app.store.system(null, ({ db }) => db.insertInto("backup_made").values(row).execute());
    return written;
  } catch (error) {
    // Another backup's half is not ours to take away.
    if (!isFault(error, "bad-input")) await rm(part, { force: true });
    throw error;
  } finally {
    for (const handle of uploads.values()) await handle.close();
  }
}

function asFault(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOSPC" || code === "EDQUOT") return fault("disk-full", { folder: dirname(file) }, error);
  if (code === "EEXIST") return fault("bad-input", { path: "file", found: `${file}.part`, expected: "no backup under way to the same file" }, error);
  if (code === "ENOENT" || code === "EACCES" || code === "ENOTDIR" || code === "EROFS") return fault("bad-input", { path: "file", found: file, expected: `a folder that can be written in (${code})` }, error);
  return error;
}

async function openUploads(dataDir: string): Promise<Map<string, FileHandle>> {
  const folder = join(dataDir, "uploads");
  const opened = new Map<string, FileHandle>();
  for (const id of existsSync(folder) ? await readdir(folder) : []) {
    const handle = /^[0-9a-f-]{36}$/.test(id) ? await open(join(folder, id)).catch(() => null) : null;
    if (handle) opened.set(id, handle);
  }
  return opened;
}

async function* keptFiles(dataDir: string, uploads: ReadonlyMap<string, FileHandle>, unfinished: readonly string[], checkpoint: number | null): AsyncGenerator<PartSource> {
  for (const id of unfinished) {
    const handle = uploads.get(id);
    const path = join(dataDir, "uploads", id);
    const bytes = handle ? handle.createReadStream({ autoClose: false, start: 0 }) : existsSync(path) ? createReadStream(path) : null;
    if (bytes) yield { part: { kind: "file", name: `uploads/${id}` }, bytes, rows: () => null };
  }
  const folder = auditFolder(dataDir);
  for (const name of existsSync(folder) ? (await readdir(folder)).filter((f) => /^public-[0-9a-f]+\.pem$/.test(f)).sort() : []) {
    yield { part: { kind: "file", name: `audit/${name}` }, bytes: createReadStream(join(folder, name)), rows: () => null };
  }
  if (existsSync(rootsFile(dataDir)) && checkpoint !== null) yield { part: { kind: "file", name: "audit/roots.jsonl" }, bytes: rootsUpTo(rootsFile(dataDir), checkpoint), rows: () => null };
}

/** The checkpoints of the snapshot: a later one would speak of entries that are not in it. */
async function* rootsUpTo(file: string, last: number): AsyncGenerator<Uint8Array> {
  for (const line of (await readFile(file, "utf8")).split("\n")) {
    if (line !== "" && (JSON.parse(line) as { n: number }).n <= last) yield Buffer.from(`${line}\n`);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
