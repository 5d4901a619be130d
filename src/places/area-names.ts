import { normaliseName } from "../base/names.ts";
import type { AreaColumns } from "./area-columns.ts";

/**
 * Words for the kind of a unit, in English, French, Portuguese, Spanish and Arabic, in normalised form: they come and go around a
 * name ("Borno State", "Région de Diffa", "Wilaya d'Alger", "منطقة طاوة") and say nothing about which unit it is.
 */
const unitWords = new Set(
  `state states region regions province provinces prefecture county governorate district department departments municipality division wilaya wilayat willaya gobolka degmada
  etat departement gouvernorat cercle commune ville communaute urbaine estado regiao provincia distrito departamento governo
  de du des da do d l la le les el al the of
  ولايه محافظه اقليم منطقه مقاطعه دائره جهه قسم دائرة`.split(/\s+/),
);

/** Names of areas that are also everyday words or directions: in a running text they mean the area only beside the word for its kind ("Plateau State"). */
const everydayWords = new Set(
  `north south east west central centre center northern southern eastern western nord sud est ouest nord est nord ouest sud est sud ouest norte sul leste oeste
  north east north west south east south west northeast northwest southeast southwest north eastern upper east upper west centre nord centre sud centre est centre ouest coast littoral maritime
  plateau plateaux plateau central rivers delta lake lakes lacs unity niger sahel savanes cascades river nile blue nile white nile red sea northern red sea southern red sea volta pool western area bay bari
  capital nile mountain valley oriental orientale equator somali copperbelt peace hope البحر الاحمر النيل الوسط الشمال الجنوب الشرق الغرب`
    .split("\n")
    .flatMap((line) => {
      const words = line.trim().split(" ");
      return words.flatMap((_, index) => [1, 2, 3].map((length) => words.slice(index, index + length).join(" ")));
    }),
);

export type AreaNames = {
  /** Rows of the areas that the name may mean in a country. More than one: the name alone does not tell. */
  readonly find: (name: string, country: string) => readonly number[];
  /** Rows of level-1 areas of a country whose name stands in a text, longest first; a name that is also the country's is not read. */
  readonly mentioned: (text: string, country: string) => readonly number[];
};

export function indexNames(areas: AreaColumns): AreaNames {
  const index = new Map<string, number[]>();
  for (const [row, names] of areas.names.entries()) {
    for (const name of names) {
      for (const form of new Set([normaliseName(name), bareName(name)])) {
        if (form === "") continue;
        const key = `${areas.country[row]}/${form}`;
        const rows = index.get(key);
        if (rows === undefined) index.set(key, [row]);
        else if (!rows.includes(row)) rows.push(row);
      }
    }
  }
  const written = new Map<string, readonly [string, string]>();
  const formsOfName = (name: string): readonly [string, string] => {
    const known = written.get(name);
    if (known !== undefined) return known;
    const forms = [normaliseName(name), bareName(name)] as const;
    // Reports name the same few hundred places again and again; a bound keeps a hostile file from filling memory.
    if (written.size < 5000) written.set(name, forms);
    return forms;
  };
  const find = (name: string, country: string) => {
    const [whole, bare] = formsOfName(name);
    return index.get(`${country}/${whole}`) ?? index.get(`${country}/${bare}`) ?? [];
  };
  const byCountry = new Map<string, readonly (readonly [string, number | undefined])[]>();
  return {
    find,
    mentioned(text, country) {
      const found = new Set<number>();
      let left = ` ${normaliseName(text)} `;
      for (const [form, row] of formsOf(country)) {
        if (!left.includes(` ${form} `)) continue;
        // What a longer name covers is not read again: the Baguirmi of Chari-Baguirmi is no other area.
        left = left.replaceAll(` ${form} `, " | ");
        if (row !== undefined) found.add(row);
      }
      return [...found];
    },
  };

  /** Longest first; the row where the form means one first-level area, undefined where it only takes its place (a country, a wider region). */
  function formsOf(country: string): readonly (readonly [string, number | undefined])[] {
    const known = byCountry.get(country);
    if (known !== undefined) return known;
    const forms = [...index].flatMap(([key, rows]) => {
      const form = key.slice(3);
      if (!key.startsWith(`${country}/`) || form.length < 4 || everydayWords.has(form)) return [];
      const [row, ...more] = rows;
      const one = row !== undefined && more.length === 0 && areas.level[row] === 1;
      return [[form, one ? row : undefined] as const];
    });
    const sorted = forms.toSorted((a, b) => b[0].length - a[0].length);
    byCountry.set(country, sorted);
    return sorted;
  }
}

function bareName(name: string): string {
  const words = normaliseName(name).split(" ");
  const left = words.filter((word) => !unitWords.has(word));
  return left.length === 0 ? words.join(" ") : left.join(" ");
}
