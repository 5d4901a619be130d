import { useLingui } from "@lingui/react";
import { Fragment } from "react";

type Props = { readonly text: string; readonly language: string; readonly marks: readonly (readonly number[])[] };

/** Words with what was asked marked in them, isolated in their own direction. */
export function Marked({ text, language, marks }: Props) {
  const { i18n } = useLingui();
  const parts = partsOf(text, marks);
  return (
    <bdi {...(language === i18n.locale || language === "und" ? {} : { lang: language })}>
      {parts.map(({ words, marked }, n) => (marked ? <mark key={n}>{words}</mark> : <Fragment key={n}>{words}</Fragment>))}
    </bdi>
  );
}

export function partsOf(text: string, marks: Props["marks"]): readonly { readonly words: string; readonly marked: boolean }[] {
  const parts: { words: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of marks) {
    if (from > at) parts.push({ words: text.slice(at, from), marked: false });
    parts.push({ words: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) parts.push({ words: text.slice(at), marked: false });
  return parts;
}
