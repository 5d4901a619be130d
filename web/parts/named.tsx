import { useLingui } from "@lingui/react";
import type { Name } from "../api/types.ts";

/** A name in its own language and direction, isolated from the sentence around it. */
export function Named({ name }: { readonly name: Name }) {
  const { i18n } = useLingui();
  return name.language === i18n.locale || name.language === "und" ? <bdi>{name.text}</bdi> : <bdi lang={name.language}>{name.text}</bdi>;
}
