import { useQuery } from "@tanstack/react-query";
import { present } from "../address.ts";
import { pictureQuery } from "../api/queries.ts";
import type { Picture } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";
import { useFilters } from "./use-filters.ts";

/**
 * What can be chosen, counted over the same months and basis without any other choice: a choice must not make the others vanish,
 * since a second one widens the first.
 */
export function useFacets(picture: Picture): Picture["facets"] {
  const language = useLanguage();
  const [{ asOf, line, member, country }] = useFilters();
  const narrowed = line !== undefined || member !== undefined || country !== undefined;
  const whole = present({ asOf, from: picture.period.from, to: picture.period.to, basis: picture.basis.basis });
  const { data } = useQuery({ ...pictureQuery(language, whole), enabled: narrowed });
  return narrowed && data !== undefined ? data.facets : picture.facets;
}
