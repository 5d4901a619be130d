import { readFile } from "node:fs/promises";
import type { Topology } from "topojson-specification";
import { pickWords } from "../base/language-map.ts";
import type { Words } from "./words.ts";

export type Area = { readonly code: string; readonly level: number; readonly country: string; readonly parent: string | null; readonly names: Readonly<Record<string, string>> };

/** The boundary set that places are found in and maps are drawn from. */
export type Areas = {
  readonly topology: Topology;
  readonly byCode: ReadonlyMap<string, Area>;
  readonly title: string;
};

/** @param folder holds areas.topo.json, as tools/generate-areas.ts makes it */
export async function readAreas(folder: string): Promise<Areas> {
  const topology = JSON.parse(await readFile(`${folder}/areas.topo.json`, "utf8")) as Topology;
  const object = topology.objects["areas"];
  const geometries = object?.type === "GeometryCollection" ? object.geometries : [];
  const areas = geometries.map((g): Area => {
    const p = g.properties as { code: string; level: number; country: string; parent?: string; name: string; names?: Record<string, string> };
    return { code: p.code, level: p.level, country: p.country, parent: p.parent ?? null, names: { en: p.name, ...p.names } };
  });
  const edition = (geometries[0]?.properties as { validFrom?: string } | undefined)?.validFrom ?? "";
  return { topology, byCode: new Map(areas.map((a) => [a.code, a])), title: edition };
}

/** An area's name in the reader's language; its code where it has none. */
export function areaName(areas: Areas, code: string, languages: readonly string[]): Words {
  const area = areas.byCode.get(code);
  const picked = area ? pickWords(area.names, languages) : null;
  return picked ? { text: picked.text, language: picked.language } : { text: code, language: "und" };
}
