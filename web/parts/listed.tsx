import { Fragment, type ReactNode } from "react";
import { useLanguage } from "../words/use-language.ts";

/** One after another with the comma of the language around them, which in Arabic is another sign. */
export function Listed({ items }: { readonly items: readonly ReactNode[] }) {
  const comma = useLanguage() === "ar" ? "، " : ", ";
  return <>{items.map((item, i) => <Fragment key={i}>{i > 0 && comma}{item}</Fragment>)}</>;
}
