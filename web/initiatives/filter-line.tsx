import "./filter-line.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { completionsAt, parseFilter, printFilter, type Vocabulary, type WordFilter } from "./filter-words.ts";

/** The filter in one line of words that can be read, edited and pasted. Down and up choose among what could stand here, Enter or Tab puts it in; Enter alone asks. */
export function FilterLine({ filter, words, change }: { readonly filter: WordFilter; readonly words: Vocabulary; readonly change: (filter: WordFilter) => void }) {
  const { t } = useLingui();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const printed = printFilter(filter, words);
  // what is typed holds as long as the filter that it was typed over, or made, does
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  const text = typed !== null && typed.over === printed ? typed.text : printed;
  const { notUnderstood } = parseFilter(text, words);
  const offers = caret === null ? { start: 0, end: 0, options: [] } : completionsAt(text, caret, words);
  const open = offers.options.length > 0;
  const type = (next: string, at: number | null) => { setTyped({ text: next, over: printed }); setCaret(at); setChosen(-1); };
  const put = (option: string) => {
    const at = offers.start + option.length;
    type(text.slice(0, offers.start) + option + text.slice(offers.end), option.endsWith(": ") ? at : null);
    requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
  };
  const ask = () => {
    const parsed = parseFilter(text, words);
    setCaret(null);
    setTyped(parsed.notUnderstood.length === 0 ? null : { text, over: printFilter(parsed.filter, words) });
    if (printFilter(parsed.filter, words) !== printed) change(parsed.filter);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const option = offers.options[chosen];
    if (event.key === "ArrowDown" && open) setChosen(Math.min(chosen + 1, offers.options.length - 1));
    else if (event.key === "ArrowDown") setCaret(event.currentTarget.selectionStart);
    else if (event.key === "ArrowUp" && open) setChosen(Math.max(chosen - 1, -1));
    else if (event.key === "Escape" && open) setCaret(null);
    else if ((event.key === "Enter" || event.key === "Tab") && open && option !== undefined) put(option);
    else if (event.key === "Enter") ask();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="filter-line">
      <input
        ref={input} className="input" type="text" dir="auto" autoComplete="off" spellCheck={false} role="combobox" aria-expanded={open} aria-controls={`${id}-offers`} aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined} aria-label={t`Filter in words`} aria-invalid={notUnderstood.length > 0 && caret === null} aria-describedby={`${id}-told`}
        placeholder={t`Filter in words, e.g. country: Niger · 2019–2021 · wells`} value={text}
        onChange={(event) => type(event.target.value, event.target.selectionStart)} onKeyDown={onKeyDown} onBlur={ask}
      />
      {open && (
        <div className="filter-offers" id={`${id}-offers`} role="listbox" aria-label={t`What could stand here`}>
          {offers.options.map((option, k) => <div key={option} id={`${id}-${k}`} role="option" tabIndex={-1} aria-selected={k === chosen} onMouseDown={(event) => { event.preventDefault(); put(option); }}><bdi>{option}</bdi></div>)}
        </div>
      )}
      <p className="filter-told" id={`${id}-told`} role="status">
        {notUnderstood.length > 0 && caret === null && <><Plural value={notUnderstood.length} one="This is not understood, and narrows nothing:" other="These are not understood, and narrow nothing:" /> <Marked text={text} pieces={notUnderstood} /></>}
        {notUnderstood.length > 0 && caret === null && <> <button type="button" className="link small" onClick={() => { setTyped(null); }}><Trans>Take it out</Trans></button></>}
      </p>
    </div>
  );
}

function Marked({ text, pieces }: { readonly text: string; readonly pieces: readonly { readonly start: number; readonly end: number }[] }) {
  return <bdi>{pieces.map(({ start, end }, k) => <span key={start}>{text.slice(pieces[k - 1]?.end ?? 0, start)}<mark>{text.slice(start, end)}</mark></span>)}{text.slice(pieces.at(-1)?.end ?? 0)}</bdi>;
}
