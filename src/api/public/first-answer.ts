import type { App } from "../../app/app.ts";
import { coalitionPage } from "../../app/coalition-page.ts";
import { readPicture } from "../../app/picture/read-picture.ts";
import { counted, type PublicLanguage, publicLanguages, type PublicWord } from "../../locales/public-words.ts";
import { penFor } from "./html.ts";
import { pictureSentence } from "./picture-sentence.ts";

export type FirstAsk = { readonly scene: "home" | "picture"; readonly language: PublicLanguage; readonly secret: string | null };

const steps: Readonly<Record<Awaited<ReturnType<typeof coalitionPage>>["nextSteps"][number], { readonly word: PublicWord; readonly to: string }>> = {
  "see-picture": { word: "stepPicture", to: "/picture" }, "read-record": { word: "stepRecord", to: "/record" }, "sign-in": { word: "stepSignIn", to: "/sign-in" }, "set-up": { word: "stepSetUp", to: "/setup" },
  "import-file": { word: "stepImport", to: "/imports" }, "enter-meeting": { word: "stepMeeting", to: "/meetings/new" }, "settle-conflicts": { word: "stepConflicts", to: "/conflicts" }, invite: { word: "stepInvite", to: "/people" },
};

/**
 * A scene's answer as HTML, in the shapes of its own styles, to be read while the script is on its way; the script puts the whole scene in its place.
 * It is what this viewer may see, as everything is.
 * @throws what the verbs throw
 */
export async function firstAnswer(app: App, { scene, language, secret }: FirstAsk): Promise<string> {
  const languages = [language, ...publicLanguages.filter((l) => l !== language)];
  const pen = penFor(language);
  const coalition = await coalitionPage(app, secret, { languages });
  const figure = (text: string, warm: boolean) => `<b class="figure${warm ? " warm" : ""}">${text}</b>`;
  const content =
    scene === "picture"
      ? `<div class="picture"><header class="picture-head"><h1 class="sentence">${pictureSentence(pen, (await readPicture(app, secret, {}, languages)).sentence, coalition.region, figure)}</h1></header></div>`
      : `<section class="home"><header class="home-head"><p class="quiet">${pen.name(coalition.root.name)}</p><h1 class="home-name">${pen.name(coalition.focus.name)}</h1><p class="sentence">${pen.say("homeDescribes", { work: figure(counted(language, "work", coalition.initiatives), false) })}</p></header><ol class="steps-next">${coalition.nextSteps.map((step) => `<li><a class="step" href="/${language}${steps[step].to}"><b>${pen.say(steps[step].word)}</b></a></li>`).join("")}</ol></section>`;
  return `<div data-first-answer><header class="top-bar"><a class="top-bar-product" href="/${language}">Entente</a></header><main id="content">${content}</main></div>`;
}
