/** The code of an error of the operating system or of PostgreSQL ("ENOENT", "28P01"), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof AggregateError && !("code" in error && error.code)) return errorCode(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What `work` gives, or undefined where the file or process it looks for does not exist. */
export async function unlessAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}
