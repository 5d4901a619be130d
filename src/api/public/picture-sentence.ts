import type { Words } from "../../app/words.ts";
import { counted, type PublicLanguage } from "../../locales/public-words.ts";
import type { Pen } from "./html.ts";

/** The figures of the picture's sentence. */
export type SentenceFigures = { readonly reporters: number; readonly initiatives: number; readonly overlaps: number; readonly areasNoneReported: number; readonly areasNotKnown: number; readonly areasUnderServed: number | null };

/** The picture's answer in one sentence, as HTML: the same words as the workspace's own (web/picture/picture-sentence.tsx). */
export function pictureSentence(pen: Pen, figures: SentenceFigures, region: Words | null, figure: (text: string, warm: boolean) => string = (text) => text): string {
  const { language } = pen;
  if (figures.initiatives === 0) return pen.say("nothingReported");
  const count = (what: Parameters<typeof counted>[1], n: number, warm = false) => figure(counted(language satisfies PublicLanguage, what, n), warm);
  const first = { reporters: count("reporters", figures.reporters), describe: counted(language, "describe", figures.reporters), work: count("work", figures.initiatives) };
  const silent = figures.areasNoneReported + figures.areasNotKnown;
  const overlaps = count("overlaps", figures.overlaps, true);
  const rest =
    figures.areasUnderServed === null || figures.areasUnderServed === 0
      ? silent > 0 ? pen.say("silent", { overlaps, areas: count("areas", silent, true) }) : pen.say("noneSilent", { overlaps })
      : pen.say("underServed", { overlaps, areas: count("needy", figures.areasUnderServed, true) });
  // In French the sentence begins with the region, whose name may begin with a small letter.
  const called = region !== null && language === "fr" ? { ...region, text: region.text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase("fr")) } : region;
  return `${called === null ? pen.say("anywhere", first) : pen.say("inRegion", { region: pen.name(called), ...first })} ${rest}`;
}
