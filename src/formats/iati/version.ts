import type { XmlNode } from "./xml-tree.ts";
import { child, children } from "./xml-tree.ts";

export type Version =
  /** 2.01 to 2.03 */
  | { readonly kind: "known" }
  | { readonly kind: "unstated" }
  /** a 2.x that did not exist when this was written: read like 2.03, with a warning */
  | { readonly kind: "later"; readonly version: string }
  /** no number: read like 2.03, with a warning, unless it is written as 1.x was */
  | { readonly kind: "unclear"; readonly version: string }
  | { readonly kind: "other"; readonly version: string };

export function versionOf(stated: string | undefined): Version {
  const version = stated?.trim() ?? "";
  if (version === "") return { kind: "unstated" };
  if (/^2\.0[123]$/.test(version)) return { kind: "known" };
  if (!/^\d/.test(version)) return { kind: "unclear", version };
  return { kind: /^2(?:\.\d+)?$/.test(version) ? "later" : "other", version };
}

/**
 * The version that an activity states itself: 1.x did so, and query services that mix publishers put it into an
 * attribute of their own namespace.
 */
export function statedVersion(activity: XmlNode): string | undefined {
  const own = activity.attributes["version"];
  if (own !== undefined) return own;
  for (const name in activity.attributes) {
    const value = activity.attributes[name];
    if (name.endsWith(":version") && value !== undefined && /^[12]\.0\d/.test(value)) return value;
  }
  return undefined;
}

/** Whether an activity of no stated version is written as 1.x was: words directly in the title, dates and roles by name. */
export function looksLikeOne(activity: XmlNode): boolean {
  const title = child(activity, "title");
  const direct = title !== undefined && title.text.trim() !== "" && child(title, "narrative") === undefined;
  const named = [
    ...children(activity, "activity-date").map((d) => d.attributes["type"]),
    ...children(activity, "participating-org").map((o) => o.attributes["role"]),
  ];
  return direct && named.some((code) => code !== undefined && /^[A-Za-z]/.test(code));
}
