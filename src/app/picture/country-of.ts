import type { Ground } from "./ground.ts";

/** The country that an area lies in; of a code outside the boundary set, its first two letters. */
export function countryOf(ground: Pick<Ground, "areas">, code: string): string {
  const { areas } = ground;
  let top = areas.indexOf.get(code) ?? -1;
  while (top >= 0 && (areas.parent[top] ?? -1) >= 0) top = areas.parent[top] as number;
  return top >= 0 ? (areas.codes[top] as string) : code.slice(0, 2);
}
