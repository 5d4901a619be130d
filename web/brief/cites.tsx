import { useLingui } from "@lingui/react/macro";
import { integer } from "../words/figures.ts";
import { useLanguage } from "../words/use-language.ts";

/** Numbers of the sources at the end of the brief. */
export function Cites({ cites }: { readonly cites: readonly number[] }) {
  const lang = useLanguage();
  const { t } = useLingui();
  if (cites.length === 0) return null;
  return <a className="cites" href="#sources" aria-label={t`Sources ${cites.map((n) => integer(n, lang)).join(", ")}`}>[{cites.map((n) => integer(n, lang)).join(", ")}]</a>;
}
