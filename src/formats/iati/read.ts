import { counted, type Input } from "../bytes/input.ts";
import { decodedXml } from "../bytes/decode-xml.ts";
import { gunzipped } from "../bytes/gunzip.ts";
import type { FileFault } from "../fault-codes.ts";
import type { FormatItem, ReadOptions } from "../format.ts";
import { rawExcerpt } from "../values/raw-excerpt.ts";
import { asWarning, identifierIn, malformed, setAside, withoutContacts } from "./activity-faults.ts";
import { envelope } from "./envelope.ts";
import { envelopeFaults, notXml } from "./envelope-faults.ts";
import { findings } from "./findings.ts";
import { readActivity } from "./read-activity.ts";
import { longestActivity, nextPiece, type Piece } from "./split-activities.ts";
import { positionAfter, textWindow } from "../bytes/text-window.ts";
import { looksLikeOne, statedVersion, versionOf } from "./version.ts";
import { wantedElements } from "./vocabulary.ts";
import { child, treeReader, type XmlNode } from "./xml-tree.ts";

type ActivityPiece = Extract<Piece, { kind: "activity" }>;

const progressEvery = 65_536;
const versions = "2.01, 2.02 or 2.03";

/**
 * Reads a file of IATI activities, 2.01 to 2.03 (iatistandard.org), plain or gzip, in UTF-8, UTF-16 or a declared 8-bit encoding.
 *
 * An activity that is broken or wrong is set aside as one fault and the next one is read; what memory holds is one activity
 * (at most 32 Mi characters) and a window of the file. Nothing is fetched and no entity of the file's own is expanded.
 */
export async function* readIati(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<FormatItem> {
  const { file } = options;
  const input: Input = { taken: 0, notices: [] };
  const window = textWindow(decodedXml(gunzipped(counted(bytes, input), input), input));
  const around = envelope();
  const tree = treeReader(wantedElements);
  let told = 0;
  let ordinal = 0;
  let rooted = false;
  let rootVersion: string | undefined;

  try {
    for (;;) {
      const piece = await nextPiece(window);
      yield* notices(input, file, window.line);
      if (input.taken - told >= progressEvery) yield { kind: "progress", bytes: (told = input.taken) };
      if (piece === undefined) break;
      if (piece.kind === "between") {
        const { text, line, column } = rooted ? piece : withoutLeadingSpace(piece);
        if (!rooted && notXml(text) !== undefined) {
          yield fault({
            file,
            line,
            column,
            path: "/",
            code: "root-wrong",
            found: notXml(text) ?? "",
            expected: "an XML file with the root iati-activities",
            severity: "error",
            raw: rawExcerpt(text),
          });
          return;
        }
        if (text.length < piece.text.length)
          yield fault({
            file,
            line,
            column,
            path: "/",
            code: "xml-declaration-late",
            found: "space before <?xml",
            expected: "<?xml at the very beginning",
            severity: "warning",
          });
        for (const found of around.feed(text, line, column)) {
          yield* envelopeFaults(found, file).map(fault);
          if (found.kind !== "root") continue;
          rooted = true;
          rootVersion = found.attributes["version"];
          if (found.name !== "iati-activities" || versionOf(rootVersion).kind === "other") return;
        }
        continue;
      }
      for (const found of around.activity()) yield* envelopeFaults(found, file).map(fault);
      if (!rooted) {
        rooted = true;
        yield fault({
          file,
          line: piece.line,
          column: piece.column,
          path: "/",
          code: "root-missing",
          found: "iati-activity",
          expected: "iati-activities around it",
          severity: "warning",
        });
      }
      ordinal += 1;
      yield* itemsOf(piece, { file, path: `/iati-activities/iati-activity[${ordinal}]` });
    }
    if (!rooted && ordinal === 0)
      yield fault({
        file,
        line: window.line,
        column: window.column,
        path: "/",
        code: "root-missing",
        found: "no XML element",
        expected: "iati-activities",
        severity: "error",
      });
    else for (const found of around.close(window.line, window.column)) yield* envelopeFaults(found, file).map(fault);
    yield* notices(input, file, window.line);
    if (input.taken > told) yield { kind: "progress", bytes: input.taken };
  } finally {
    await window.source.return?.();
  }

  function itemsOf(
    piece: ActivityPiece,
    where: { readonly file: string; readonly path: string },
  ): readonly FormatItem[] {
    const { line, column } = piece;
    if (piece.ending === "too-long") {
      const expected = `at most ${longestActivity} characters`;
      return [
        fault({
          ...where,
          line,
          column,
          code: "activity-too-long",
          found: "more",
          expected,
          severity: "error",
          ...identifierIn(piece.text),
          raw: withoutContacts(piece.text),
        }),
      ];
    }
    const parsed = tree(piece.text, line, column);
    if (parsed.kind === "damage") return [fault(malformed(where, parsed, piece.text))];
    return readItems(parsed.root, piece, where);
  }

  function readItems(
    root: XmlNode,
    piece: ActivityPiece,
    where: { readonly file: string; readonly path: string },
  ): readonly FormatItem[] {
    const notes = findings();
    const stated = statedVersion(root);
    const version = versionOf(stated ?? rootVersion);
    if (version.kind === "other") notes.error(root, "version", "iati-version", version.version, versions);
    else if ((version.kind === "unstated" || version.kind === "unclear") && looksLikeOne(root))
      notes.error(root, undefined, "iati-version", "no version, written as in 1.x", versions);
    if (notes.all.length > 0)
      return [fault(setAside(where, notes.all, piece.text, child(root, "iati-identifier")?.text.trim()))];
    if (version.kind === "later" && stated !== undefined)
      notes.warning(root, "version", "iati-version-later", version.version, versions);
    const report = readActivity(root, { file: where.file, line: piece.line, path: where.path }, notes);
    if (piece.text.includes("\ufffd"))
      notes.warning(
        root,
        undefined,
        "bytes-undecodable",
        "U+FFFD: bytes that are not in the file's encoding, or that were lost before",
        "text in the declared encoding",
      );
    if (report === undefined || notes.all.some((f) => f.severity === "error")) {
      return [fault(setAside(where, notes.all, piece.text, report?.identifier ?? identifierIn(piece.text).identifier))];
    }
    return [...notes.all.map((f) => fault(asWarning(where, f, report.identifier))), { kind: "report", report }];
  }
}

/** Space before the XML declaration is against the rule, harmless and common. */
function withoutLeadingSpace(piece: Piece): Pick<Piece, "text" | "line" | "column"> {
  const space = /^\s+(?=<\?xml)/.exec(piece.text)?.[0] ?? "";
  return { text: piece.text.slice(space.length), ...positionAfter(space, piece.line, piece.column) };
}

function* notices(input: Input, file: string, line: number): Generator<FormatItem> {
  for (const { code, found, expected, severity } of input.notices.splice(0))
    yield fault({ file, line, path: "/", code, found, expected, severity });
}

function fault(of: FileFault): FormatItem {
  return { kind: "fault", fault: of };
}
