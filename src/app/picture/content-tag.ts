import { createHash } from "node:crypto";

/** A word that changes with what an answer says: of its content alone, so that it tells no more than the answer. */
export function contentTag(answer: unknown): string {
  return createHash("sha256").update(JSON.stringify(answer)).digest("hex").slice(0, 32);
}
