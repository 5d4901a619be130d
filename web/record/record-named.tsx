import type { Name } from "../api/types.ts";
import { Named } from "../parts/named.tsx";
import { edtfPart } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";

/** The name of a record that has none of its own and is called by its body and day: a bare ISO date would turn round among Arabic words. */
export function RecordNamed({ name }: { readonly name: Name }) {
  const language = useLanguage();
  const text = name.text.replaceAll(/(?<![\d-])\d{4}-\d{2}(?:-\d{2})?(?![\d-])/g, (day) => edtfPart(day, language));
  return <Named name={{ text, language: name.language }} />;
}
