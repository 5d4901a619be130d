/**
 * Who may know whom: the table behind the import rules of every folder under src/ and of web/.
 *
 * `may` lists rooms whose code a room may use, `mayTypes` those of which it may only know the shapes
 * (`import type`). A room that is in neither list is closed to it. The rules read this table; ARCHITECTURE.md
 * says the same in words.
 */
export interface Room {
  readonly name: string;
  readonly may: readonly string[];
  readonly mayTypes: readonly string[];
  /** no database, no clock, no network, no unseeded randomness, nothing of Node */
  readonly pure: boolean;
  /** modules of Node that a room of rules may use although it is pure otherwise */
  readonly nodeModules: readonly string[] | "any";
  /** keys of {@link PACKAGE_FAMILIES} that belong to this room */
  readonly families: readonly string[];
}

/** Packages that belong to some rooms only; a room that does not name the family may not import them. */
export const PACKAGE_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  database: ["pg", "pg-copy-streams", "pg-cursor", "kysely"],
  http: ["hono", "hono/**", "@hono/**"],
  terminal: ["commander"],
  page: ["react", "react/**", "react-dom", "react-dom/**", "react-aria-components", "@tanstack/**", "@lingui/react"],
};

const RULES = ["record", "initiatives", "coordination", "access", "audit"] as const;
const ENGINES = ["linkage", "coverage", "screening", "intake", "places"] as const;

const room = (name: string, parts: Partial<Omit<Room, "name">>): Room => ({
  name,
  may: parts.may ?? [],
  mayTypes: parts.mayTypes ?? [],
  pure: parts.pure ?? false,
  nodeModules: parts.nodeModules ?? "any",
  families: parts.families ?? [],
});

const pureRoom = (name: string, may: readonly string[], nodeModules: readonly string[] = []): Room =>
  room(name, { may, pure: true, nodeModules });

/** `access` and `audit` hash and sign; that is the only thing of Node that a room of rules touches. */
const rulesRoom = (name: string): Room =>
  pureRoom(name, ["base", "marking"], name === "access" || name === "audit" ? ["node:crypto", "node:util"] : []);

const door = (name: string, families: readonly string[], also: readonly string[] = []): Room =>
  room(name, {
    may: ["base", "marking", ...RULES, "app", "locales", ...also],
    mayTypes: [...ENGINES, "formats", "deliver"],
    families,
  });

export const ROOMS: readonly Room[] = [
  room("base", {}),
  pureRoom("marking", ["base"]),
  ...RULES.map(rulesRoom),
  ...ENGINES.map((name) => pureRoom(name, ["base"])),
  // the shapes of rows, and their vocabularies (which lines of effort there are) to check a cell against
  room("formats", { may: ["base", "record", "initiatives"] }),
  room("deliver", { may: ["base", "marking", "locales"], mayTypes: [...RULES] }),
  room("store", { may: ["base", "marking", ...RULES], mayTypes: [...ENGINES], families: ["database"] }),
  room("app", {
    may: ["base", "marking", ...RULES, ...ENGINES, "formats", "deliver", "store", "locales"],
  }),
  door("api", ["http"]),
  // measuring an engine on labelled files needs no store and no viewer
  door("cli", ["terminal"], ["evaluate"]),
  door("jobs", []),
  room("server", {
    may: ["base", "marking", ...RULES, "app", "api", "jobs", "store", "locales"],
    mayTypes: [...ENGINES],
    families: ["http"],
  }),
  room("evaluate", { may: ["base", ...ENGINES, "formats"], mayTypes: [...RULES] }),
  room("locales", { may: ["base"] }),
];

/** Folders under a room that the import rules reach: src/room/a/b/c/file.ts is the deepest. */
export const DEEPEST = 4;

/** Only this room may hold SQL. */
export const SQL_ROOM = "store";
