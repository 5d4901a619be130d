import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fault } from "../../base/errors.ts";
import { chooseFormat } from "../../formats/all-formats.ts";
import { ownClass } from "../../store/queries/classes.ts";
import type { App } from "../app.ts";
import { withRight } from "../signed-in.ts";

export type NewImport = {
  readonly fileName: string;
  /** the importer confirms that the file is a publication: its reports become TLP:CLEAR */
  readonly publication: boolean;
  /** one of the importer's own circles, with whom the reports are shared */
  readonly circle?: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** 2 GiB: far above any published file, far below a disk. */
const mostBytes = 2 ** 31;

export function uploadPath(app: App, importId: string): string {
  return join(app.dataDir, "uploads", importId);
}

/**
 * Takes a file in and answers when it is safe on disk and its import stands in the store; reading follows (run-import.ts).
 * Reports are marked TLP:AMBER for the importer's own holder, or TLP:CLEAR for a publication.
 *
 * @returns the import's id
 * @throws not-allowed; unsupported-format (nothing was kept); too-large
 */
export async function startImport(app: App, secret: string, wanted: NewImport): Promise<string> {
  if (wanted.publication && wanted.circle !== undefined) throw fault("bad-input", { path: "circle", found: wanted.circle, expected: "no circle for a publication" });
  await app.store.read(secret, async (reader) => withRight(reader.viewer, "import"));
  const id = randomUUID();
  const path = uploadPath(app, id);
  const kept = await keep(`${path}.part`, wanted.bytes).catch(async (error: unknown) => {
    // What stopped the writing is told, not that the rest of it cannot be cleared away either (clear-uploads does, later).
    await rm(`${path}.part`, { force: true }).catch(() => undefined);
    throw unwritable(dirname(path), error);
  });
  const format = chooseFormat(kept.head, wanted.fileName);
  if (!format) {
    await rm(`${path}.part`, { force: true });
    throw fault("unsupported-format", { found: excerpt(kept.head), expected: "IATI activities 2.01 to 2.03 (XML), or a CSV of initiatives", file: wanted.fileName });
  }
  await rename(`${path}.part`, path);
  await app.store.write(secret, { act: "start-import" }, async (writer) => {
    const viewer = withRight(writer.viewer, "import");
    const own = await ownClass(writer.db, 2);
    const reports = wanted.publication ? await ownClass(writer.db, 0) : wanted.circle === undefined ? own : await ownClass(writer.db, 2, wanted.circle);
    await writer.db
      .insertInto("import")
      .values({
        id, owner_id: viewer.holderId, class_id: own, report_class_id: reports, account_id: viewer.accountId, file_name: wanted.fileName, file_sha256: kept.sha256,
        file_bytes: String(kept.bytes), format: format.name, state: "waiting", problem: null, finished_at: null,
      })
      .execute();
    writer.note({ recordIds: [id], classId: own, before: null, after: { import: id, file: wanted.fileName, sha256: kept.sha256, bytes: kept.bytes, publication: wanted.publication, circle: wanted.circle ?? null }, told: [{ kind: "import", id, classId: own }] });
  });
  return id;
}

async function keep(path: string, bytes: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number; head: Uint8Array }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  const file = await open(path, "w", 0o600);
  let size = 0;
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > mostBytes) throw fault("too-large", { found: size, limit: mostBytes });
      if (head.length < 65_536) head = Buffer.concat([head, chunk.subarray(0, 65_536 - head.length)]);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), bytes: size, head };
}

/** Errors of the file system as those of the catalogue, which say what the operator can do. */
function unwritable(folder: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "ENOSPC" || code === "EDQUOT") return fault("disk-full", { folder }, error);
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(code)) return fault("data-folder-not-writable", { folder, reason: code }, error);
  return error;
}

/** The first words of a text; of anything else its first bytes as people who know formats write them, with the kind where it is a common one. */
function excerpt(head: Uint8Array): string {
  const start = head.subarray(0, 80);
  if (isText(start)) return new TextDecoder().decode(start).replace(/\s+/g, " ").trim();
  const bytes = [...start.subarray(0, 8)].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
  const kind = binaryKinds.find(([magic]) => bytes.startsWith(magic))?.[1];
  return kind === undefined ? bytes : `${kind} (${bytes})`;
}

const binaryKinds: readonly (readonly [magic: string, kind: string])[] = [["89 50 4E 47", "PNG"], ["FF D8 FF", "JPEG"], ["25 50 44 46", "PDF"], ["50 4B 03 04", "ZIP, XLSX, DOCX"], ["D0 CF 11 E0", "XLS, DOC"], ["1F 8B", "gzip"]];

/** Whether these bytes can be shown: decoding leaves nothing unreadable but a character cut off at the end, and no control characters. */
function isText(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes, { stream: true });
  return ![...text].some((letter) => letter === "\uFFFD" || (letter < " " && !"\t\n\r\f".includes(letter)));
}
