const browsers = [["Firefox", /Firefox\//], ["Edge", /Edg\//], ["Opera", /OPR\//], ["Chrome", /Chrom(e|ium)\//], ["Safari", /Safari\//]] as const;
const systems = [["Android", /Android/], ["iOS", /iPhone|iPad/], ["Windows", /Windows/], ["macOS", /Mac OS X/], ["Linux", /Linux/]] as const;

/** "Firefox · Android", from what a browser says it is. Only to be recognised by its owner: it may say anything. Null: it says nothing known. */
export function browserName(agent: string | null): string | null {
  const found = [browsers, systems].flatMap((list) => list.find(([, pattern]) => pattern.test(agent ?? ""))?.[0] ?? []);
  return found.length === 0 ? null : found.join(" · ");
}
