import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { z } from "zod";
import { fault } from "../base/errors.ts";

/**
 * What a JSON file says, checked against a shape; `-` reads the standard input.
 * @throws bad-input with the file, the path in it, what was found and what was expected
 */
export async function readJson<T extends z.ZodType>(file: string, shape: T): Promise<z.infer<T>> {
  const written = await (file === "-" ? text(process.stdin) : readFile(file, "utf8")).catch((cause: NodeJS.ErrnoException) => {
    throw fault("bad-input", { file, path: "", found: cause.code ?? cause.message, expected: "a file that can be read" }, cause);
  });
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (cause) {
    throw fault("bad-input", { file, path: "", found: cause instanceof Error ? cause.message : "not JSON", expected: "JSON" }, cause);
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw fault("bad-input", { file, path: issue?.path.join(".") ?? "", found: issue?.code ?? "", expected: issue?.message ?? "" });
}
