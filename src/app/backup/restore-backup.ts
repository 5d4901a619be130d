import { createReadStream, createWriteStream, existsSync, type ReadStream } from "node:fs";
import { chmod, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { fault } from "../../base/errors.ts";
import { applyMigrations, migrate, migrationNames } from "../../store/migrate.ts";
import { openStore } from "../../store/open-store.ts";
import { asOwner } from "../../store/as-owner.ts";
import type { Cluster } from "../../store/postgres/cluster.ts";
import { resolveDataFolder } from "../../store/postgres/data-folder.ts";
import { openCluster } from "../../store/postgres/open-cluster.ts";
import { appliedMigrations, copyIn, firstFilledTable, type KeptTable, loading } from "../../store/queries/backup-tables.ts";
import { type AuditReport, verifyAudit } from "../audit/verify-audit.ts";
import type { AppOptions } from "../open-app.ts";
import { type BackupHeader, readBackupStream, type TakePart } from "./backup-file.ts";

export type RestoredBackup = { readonly made: string; readonly tables: readonly { readonly name: string; readonly rows: number }[]; readonly files: number; readonly audit: AuditReport };

/**
 * Reads the whole backup and holds every sum in it against what is there; writes nothing.
 * @throws backup-damaged, backup-newer
 */
export async function verifyBackup(file: string): Promise<BackupHeader> {
  return reading(file, await knownMigrations(file), async (_part, bytes) => {
    await drained(bytes);
    return null;
  });
}

/** Where a backup is restored into: an empty database, and a data folder without uploads and audit files. */
export type EmptyPlace = { readonly connect: Cluster["connect"]; readonly database: string; readonly dataDir: string };

/**
 * Opens the place that the settings name and fills it. See restoreInto.
 * @throws what opening a database throws
 */
export async function restoreBackup(options: AppOptions, file: string): Promise<RestoredBackup> {
  // Before anything is created: a damaged file makes no database.
  await verifyBackup(file);
  const dataDir = resolveDataFolder(options.env);
  const cluster = await openCluster({ dataDir, databaseUrl: options.env["DATABASE_URL"], log: options.log });
  try {
    const database = options.database ?? cluster.database;
    return await restoreInto({ connect: (role) => cluster.connect(role, database), database, dataDir }, file);
  } finally {
    await cluster.close();
  }
}

/**
 * Fills an empty place with a backup: the whole file is verified first, then read again into one transaction that ends when every sum
 * has held a second time. Until then nobody sees any of it, and a failure leaves the place as it was.
 *
 * @throws backup-damaged, backup-newer, restore-not-empty
 */
export async function restoreInto(place: EmptyPlace, file: string): Promise<RestoredBackup> {
  const { dataDir } = place;
  const header = await verifyBackup(file);
  const held = ["uploads", "audit"].filter((name) => existsSync(join(dataDir, name)));
  for (const name of held) if ((await readdir(join(dataDir, name))).length > 0) throw fault("restore-not-empty", { where: join(dataDir, name) });
  const loaded = await load(place, file, header);
  await migrate(place.connect("owner"));
  const store = openStore(place.connect);
  try {
    return { made: header.made, ...loaded, audit: await verifyAudit({ store, dataDir }) };
  } finally {
    await store.close();
  }
}

async function load({ connect, database, dataDir }: EmptyPlace, file: string, header: BackupHeader) {
  const written: string[] = [];
  return asOwner(connect, async (owner) => {
    if ((await appliedMigrations(owner)).some((name) => !header.migrations.includes(name))) throw fault("restore-not-empty", { where: `database ${database}, whose tables are newer than the backup` });
    return await loading(
      owner,
      async () => {
        await applyMigrations(owner, header.migrations);
      },
      async (tables) => {
        const filled = await firstFilledTable(owner, tables);
        if (filled !== null) throw fault("restore-not-empty", { where: `database ${database}, table ${filled}` });
        const rows: { name: string; rows: number }[] = [];
        await reading(file, () => {}, async (part, bytes) => {
          if (part.kind === "file") {
            written.push(await writeFilePart(dataDir, file, part.name, bytes));
            return null;
          }
          const n = await copyIn(owner, knownTable(file, tables, part), bytes);
          rows.push({ name: part.name, rows: n });
          return n;
        });
        return { tables: rows, files: written.length };
      },
    );
  }).catch(async (error: unknown) => {
    for (const path of written) await rm(path, { force: true });
    throw error;
  });
}

/** Only what a backup may name: nothing in a file that was tampered with leads outside the data folder. */
const fileName = /^(uploads\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|audit\/(roots\.jsonl|public-[0-9a-f]{16}\.pem))$/;

async function writeFilePart(dataDir: string, file: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  if (!fileName.test(name)) throw fault("backup-damaged", { file, where: `file ${name}`, found: name, expected: "an upload or a file of the audit log" });
  const path = join(dataDir, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await chmod(dirname(path), 0o700);
  await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(path, { mode: 0o600, flags: "wx", flush: true }));
  return path;
}

function knownTable(file: string, tables: readonly KeptTable[], part: { readonly name: string; readonly columns: readonly string[] }): KeptTable {
  const table = tables.find((t) => t.name === part.name);
  const strange = part.columns.find((c) => !table?.columns.includes(c));
  if (!table || strange !== undefined) throw fault("backup-damaged", { file, where: `table ${part.name}`, found: strange ?? part.name, expected: "the tables of the schema that the header names" });
  return { name: part.name, columns: part.columns };
}

async function reading(file: string, open: (header: BackupHeader) => Promise<void> | void, take: TakePart): Promise<BackupHeader> {
  const source = createReadStream(file);
  try {
    return await readBackupStream(file, unpacked(source, file), open, take);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "EACCES" || code === "EISDIR") throw fault("bad-input", { path: "file", found: file, expected: `a file that can be read (${code})` }, error);
    throw error;
  } finally {
    source.destroy();
  }
}

async function drained(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(bytes, new Writable({ write: (_chunk, _encoding, done) => done() }));
}

/** The content of the gzip file. Bytes behind its end, which gunzip would pass over in silence, are no part of any backup. */
async function* unpacked(source: ReadStream, file: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  if (gunzip.bytesWritten !== source.bytesRead) throw fault("backup-damaged", { file, where: "behind the end", found: `${source.bytesRead - gunzip.bytesWritten} bytes more`, expected: "nothing" });
}

async function knownMigrations(file: string): Promise<(header: BackupHeader) => void> {
  const known = await migrationNames();
  return (header) => {
    const foreign = header.migrations.find((name) => !known.includes(name));
    if (foreign !== undefined) throw fault("backup-newer", { file, found: `schema ${foreign}`, expected: `schema ${known.at(-1) ?? ""} or older` });
  };
}
