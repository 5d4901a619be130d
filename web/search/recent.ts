/** What was asked and led somewhere, the latest first. It stays in this tab and ends with it, and belongs to who asked: names are not left behind on a machine. */
const most = 6;
const key = (who: string) => `search:${who}`;

export function recentOf(who: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key(who)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string").slice(0, most) : [];
  } catch {
    // A browser that keeps nothing for us, or something else under our name: there is nothing recent.
    return [];
  }
}

export function remember(who: string, asked: string): void {
  const text = asked.trim();
  if (text === "") return;
  try {
    sessionStorage.setItem(key(who), JSON.stringify([text, ...recentOf(who).filter((one) => one !== text)].slice(0, most)));
  } catch {
    // A browser that keeps nothing: the search itself is none the worse.
  }
}
