import { type FrameSearch, frameSearch, present } from "../address.ts";

export type CompareSearch = FrameSearch & { readonly from?: string; readonly to?: string; readonly time?: "world" | "known" };
type Raw = Readonly<Record<string, unknown>>;
const day = (value: unknown): string | undefined => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined);

/** Both days and which time they are of stand in the address. */
export const compareSearch = (raw: Raw): CompareSearch => present({ ...frameSearch(raw), from: day(raw["from"]), to: day(raw["to"]), time: raw["time"] === "known" ? "known" as const : raw["time"] === "world" ? "world" as const : undefined });

/** @param iso a day @returns the same day of the year before; of 29 February the 28th */
export function yearBefore(iso: string): string {
  const before = `${String(Number(iso.slice(0, 4)) - 1).padStart(4, "0")}${iso.slice(4)}`;
  return before.endsWith("-02-29") ? before.replace(/29$/, "28") : before;
}
