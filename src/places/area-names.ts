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
  const find = (name: string, country: string) =>
    index.get(`${country}/${normaliseName(name)}`) ?? index.get(`${country}/${bareName(name)}`) ?? [];
  const byCountry = new Map<string, readonly (readonly [string, number])[]>();
  return {
    find,
    mentioned(text, country) {
      const padded = ` ${normaliseName(text)} `;
      return [...new Set(formsOf(country).flatMap(([form, row]) => (padded.includes(` ${form} `) ? [row] : [])))];
    },
  };

  function formsOf(country: string): readonly (readonly [string, number])[] {
    const known = byCountry.get(country);
    if (known !== undefined) return known;
    const forms = [...index].flatMap(([key, rows]) => {
      const row = rows[0];
      const form = key.slice(3);
      return key.startsWith(`${country}/`) &&
        rows.length === 1 &&
        row !== undefined &&
        areas.level[row] === 1 &&
        form.length >= 4 &&
        !everydayWords.has(form)
        ? [[form, row] as const]
        : [];
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
