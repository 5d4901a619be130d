import { fault } from "../../base/errors.ts";
import { pickWords } from "../../base/language-map.ts";
import type { App } from "../app.ts";
import type { Words } from "../words.ts";

export type DemonstrationPerson = { readonly login: string; readonly language: string; readonly name: Words; readonly role: Words; readonly actsFor: Words; readonly comesFor: Words };

/** The people as whom a fictional coalition can be looked at. @throws not-found where the coalition is none */
export function demonstrationPeople(app: App, languages: readonly string[]): readonly DemonstrationPerson[] {
  if (app.coalition.fictional === undefined) throw fault("not-found");
  const words = (map: Readonly<Record<string, string>>): Words => {
    const picked = pickWords(map, languages);
    return picked ? { text: picked.text, language: picked.language } : { text: "", language: "und" };
  };
  return app.coalition.fictional.people.map((p) => ({ login: p.login, language: p.language, name: words(p.name), role: words(p.role), actsFor: words(p.actsFor), comesFor: words(p.comesFor) }));
}
