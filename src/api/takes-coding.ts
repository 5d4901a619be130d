/** Whether a browser takes this content coding: named in its `Accept-Encoding`, and not refused by `;q=0` (RFC 9110, 12.5.3). */
export function takesCoding(accepted: string, coding: string): boolean {
  return accepted.split(",").some((part) => part.trim().split(";")[0]?.trim() === coding && !/;\s*q=0(\.0+)?\s*$/.test(part));
}
