import { builtinModules } from "node:module";
import { DEEPEST, PACKAGE_FAMILIES, ROOMS, type Room } from "./rooms.ts";

/** One group of `no-restricted-imports`; the words are what a person reads when the rule fires. */
export interface ImportPattern {
  readonly group: string[];
  readonly message: string;
  readonly allowTypeImports?: boolean;
}

export interface FolderOverride {
  readonly files: string[];
  readonly patterns: ImportPattern[];
}

const NODE_MODULES = ["node:*", "node:*/**", ...builtinModules.filter((name) => !name.startsWith("_"))];

/**
 * An import is written relative to its file, so each depth needs its own patterns: "../store/**" from
 * src/api/x.ts is "../../store/**" from src/api/routes/x.ts, where "../store/**" is a folder of its own.
 */
export function importRules(): FolderOverride[] {
  const overrides: FolderOverride[] = [];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    for (const room of ROOMS) {
      overrides.push({ files: [`src/${room.name}${"/*".repeat(depth)}/*.ts`], patterns: roomPatterns(room, depth) });
    }
    overrides.push({ files: [`web${"/*".repeat(depth)}/*.{ts,tsx}`], patterns: webPatterns(depth) });
  }
  return overrides;
}

function roomPatterns(room: Room, depth: number): ImportPattern[] {
  const up = "../".repeat(depth + 1);
  const into = (names: readonly string[]): string[] => names.flatMap((name) => [`${up}${name}`, `${up}${name}/**`]);
  const others = ROOMS.map((other) => other.name).filter((name) => name !== room.name);
  const closed = others.filter((name) => !room.may.includes(name) && !room.mayTypes.includes(name));
  const patterns: ImportPattern[] = [];
  if (closed.length > 0) {
    patterns.push({
      group: into(closed),
      message: `src/${room.name} may not know this room (tools/folder-rules/rooms.ts).`,
    });
  }
  if (room.mayTypes.length > 0) {
    patterns.push({
      group: into(room.mayTypes),
      message: `src/${room.name} may know this room's shapes only: import type.`,
      allowTypeImports: true,
    });
  }
  patterns.push(...packagePatterns(room.name, room.families));
  if (room.nodeModules !== "any") {
    const allowed = room.nodeModules;
    const bare = allowed.map((name) => name.replace(/^node:/, ""));
    patterns.push({
      group: [...NODE_MODULES.filter((name) => !bare.includes(name)), ...allowed.map((name) => `!${name}`)],
      message: `src/${room.name} is pure: nothing of Node${allowed.length > 0 ? ` but ${allowed.join(", ")}` : ""}.`,
    });
  }
  // last, because a negated pattern ends the search in this group's favour
  patterns.push({
    group: [`${up}../**`, `!${up}../package.json`],
    message: "src imports nothing from outside src.",
  });
  return patterns;
}

function webPatterns(depth: number): ImportPattern[] {
  const up = "../".repeat(depth + 1);
  return [
    ...packagePatterns("web", ["page"]),
    { group: [...NODE_MODULES], message: "web runs in a browser: nothing of Node." },
    {
      group: [`${up}**`, `!${up}src/locales/**`],
      message: "web knows its own tree, the generated client and the locales.",
    },
  ];
}

function packagePatterns(name: string, families: readonly string[]): ImportPattern[] {
  const foreign = Object.entries(PACKAGE_FAMILIES).filter(([family]) => !families.includes(family));
  return foreign.map(([family, group]) => ({
    group: [...group],
    message: `${name} does not use the ${family} packages (tools/folder-rules/rooms.ts).`,
  }));
}
