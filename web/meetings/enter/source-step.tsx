import { Trans, useLingui } from "@lingui/react/macro";
import { isReadableDate } from "../../claims/readable-date.ts";
import { edtfWords } from "../../words/edtf-words.ts";
import { localeOf } from "../../words/language.ts";
import { useLanguage } from "../../words/use-language.ts";
import { dateInWords } from "../../words/date-in-words.ts";
import type { SourceDraft } from "./draft.ts";

const tongues = ["en", "fr", "ar", "es", "de", "it", "pt", "ha", "tr", "ru", "und"] as const;
const markings = ["TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] as const;

/** What the text is and who may see it; it is kept, so that each fact can point at its words. */
export function SourceStep({ source, change, next, sent }: { readonly source: SourceDraft; readonly change: (source: SourceDraft) => void; readonly next: () => void; readonly sent: boolean }) {
  const lang = useLanguage();
  const { t } = useLingui();
  const names = new Intl.DisplayNames(localeOf[lang], { type: "language" });
  const set = (key: keyof SourceDraft) => (event: { target: { value: string } }) => change({ ...source, [key]: event.target.value });
  const suggested = dateInWords(source.published);
  const dated = source.published.trim() === "" || isReadableDate(source.published);
  const ready = source.title.trim() !== "" && source.text.trim() !== "" && dated;
  const open: Readonly<Record<(typeof markings)[number], string>> = { "TLP:AMBER": t`your own side alone`, "TLP:GREEN": t`the coalition’s members`, "TLP:CLEAR": t`everyone` };
  return (
    <form className="source-step" onSubmit={(event) => { event.preventDefault(); if (ready) next(); }}>
      <div className="field"><label htmlFor="source-text"><Trans>The text</Trans></label><textarea id="source-text" className="input" rows={14} dir="auto" required disabled={sent} value={source.text} onChange={set("text")} placeholder={t`Paste it here as it was published`} /></div>
      <div className="source-about">
        <div className="field"><label htmlFor="source-title"><Trans>Its title</Trans></label><input id="source-title" className="input" dir="auto" required disabled={sent} value={source.title} onChange={set("title")} /></div>
        <div className="field"><label htmlFor="source-publisher"><Trans>Who published it</Trans></label><input id="source-publisher" className="input" dir="auto" disabled={sent} value={source.publisher} onChange={set("publisher")} /></div>
        <div className="field"><label htmlFor="source-url"><Trans>Address on the web</Trans></label><input id="source-url" className="input" dir="ltr" type="url" disabled={sent} value={source.url} onChange={set("url")} placeholder="https://" /></div>
        <div className="form-row">
          <div className="field"><label htmlFor="source-published"><Trans>Published on</Trans></label><input id="source-published" className="input" dir="ltr" disabled={sent} value={source.published} onChange={set("published")} placeholder="2023-03-02" /></div>
          <div className="field"><label htmlFor="source-language"><Trans>Language</Trans></label><select id="source-language" className="input" disabled={sent} value={source.language} onChange={set("language")}>{tongues.map((code) => <option key={code} value={code}>{code === "und" ? t`another` : (names.of(code) ?? code)}</option>)}</select></div>
        </div>
        {source.published.trim() !== "" && <p className="small entered-check" {...(dated ? { "data-good": "" } : { "data-bad": "" })}>{dated ? <Trans>Understood as: {edtfWords(source.published.trim(), lang)}</Trans> : suggested === null ? <Trans>This cannot be read as a date yet.</Trans> : <button type="button" className="link" onClick={() => change({ ...source, published: suggested })}><Trans>Take {edtfWords(suggested, lang)}</Trans></button>}</p>}
        <div className="field"><label htmlFor="source-marking"><Trans>Who may see it and what is entered from it</Trans></label><select id="source-marking" className="input" disabled={sent} value={source.marking} onChange={set("marking")}>{markings.map((tlp) => <option key={tlp} value={tlp}>{`${tlp} · ${open[tlp]}`}</option>)}</select></div>
        <p className="form-acts"><button type="submit" className="button first" disabled={!ready}><Trans>Go on to what it says</Trans></button></p>
      </div>
    </form>
  );
}
