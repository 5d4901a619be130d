import { Trans, useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useMemo, useRef } from "react";

export type Marked = { readonly from: number; readonly to: number; readonly now: boolean };
type Props = { readonly text: string; readonly language: string; readonly marks: readonly Marked[]; readonly field: RefObject<HTMLTextAreaElement | null>; readonly active: string | null; readonly select: (from: number, to: number) => void; readonly back: () => void };

/**
 * The text as it was pasted, with what has been taken from it marked. Words selected in it, by mouse, finger or Shift and arrows,
 * become the sentence of the field that one was in. A field over a drawn copy: the copy can carry marks, the field has a caret. It takes no
 * input, and is not `readonly`, since browsers then move no caret by keys.
 */
export function SourceText({ text, language, marks, field, active, select, back }: Props) {
  const { t } = useLingui();
  const latest = useRef(select);
  useEffect(() => { latest.current = select; });
  useEffect(() => {
    const area = field.current;
    if (area === null) return;
    // the browser's own events: handles dragged by a finger raise no key or mouse event
    const hear = () => { if (document.activeElement === area && area.selectionEnd > area.selectionStart) latest.current(area.selectionStart, area.selectionEnd); };
    const refuse = (event: Event) => event.preventDefault();
    area.addEventListener("beforeinput", refuse);
    area.addEventListener("select", hear);
    document.addEventListener("selectionchange", hear);
    return () => { area.removeEventListener("beforeinput", refuse); area.removeEventListener("select", hear); document.removeEventListener("selectionchange", hear); };
  }, [field]);
  const pieces = useMemo(() => piecesOf(text, marks), [text, marks]);
  return (
    <div className="source-pane">
      <p className="source-hint small">{active === null ? <span className="quiet"><Trans>Go into a field, then select its words here.</Trans></span> : <Trans>Select the words that say: <b>{active}</b></Trans>}</p>
      <div className="source-scroll">
        <div className="source-text" lang={language}>
          <div className="source-drawn" aria-hidden="true" dir="auto">{pieces.map(({ words, mark }, i) => (mark === undefined ? words : <mark key={i} data-now={mark.now ? "" : undefined}>{words}</mark>))}{"\n"}</div>
          <textarea
            ref={field}
            className="source-field"
            dir="auto"
            aria-readonly="true"
            inputMode="none"
            autoComplete="off"
            spellCheck={false}
            aria-label={t`The text; select words in it`}
            value={text}
            onChange={unchanged}
            onKeyDown={(event) => { if (event.key === "Enter" || event.key === "Escape" || event.key === "F2") { event.preventDefault(); back(); } }}
          />
        </div>
      </div>
    </div>
  );
}

const unchanged = () => undefined;

/** The text cut where marks begin and end; of two marks over each other the one in hand wins. */
function piecesOf(text: string, marks: readonly Marked[]): readonly { readonly words: string; readonly mark: Marked | undefined }[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? text.length;
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to);
    return { words: text.slice(from, to), mark: over.find(({ now }) => now) ?? over[0] };
  });
}
