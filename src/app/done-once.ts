import { sentOnce } from "../store/sent-once.ts";

/** Runs a verb whose write is done once for this key of its sender, however often it is sent. @param key a uuid @throws sent-already */
export async function doneOnce(key: string, work: () => Promise<void>): Promise<void> {
  await sentOnce(key, work);
}
