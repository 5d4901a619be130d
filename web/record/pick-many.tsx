import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { type Option, PickOne } from "./pick-one.tsx";

type Props = { readonly label: string; readonly options: readonly Option[]; readonly chosen: readonly string[]; readonly choose: (ids: readonly string[]) => void; readonly onFocus?: () => void; readonly placeholder?: string };

/** Several of many: those chosen stand above, each can be taken out again. */
export function PickMany({ label, options, chosen, choose, onFocus, placeholder }: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(chosen.length);
  useEffect(() => {
    // the field begins anew after each choice, and keeps the focus for the next
    if (before.current !== chosen.length && box.current !== null) box.current.querySelector("input")?.focus();
    before.current = chosen.length;
  }, [chosen.length]);
  const words = (id: string) => options.find((option) => option.id === id)?.words ?? id;
  return (
    <div className="pick-many" ref={box}>
      <PickOne key={chosen.length} label={label} adds options={options.filter(({ id }) => !chosen.includes(id))} chosen={null} choose={(id) => { if (id !== null) choose([...chosen, id]); }} {...(onFocus ? { onFocus } : {})} {...(placeholder === undefined ? {} : { placeholder })} />
      {chosen.length > 0 && (
        <ul className="pick-tags">
          {chosen.map((id) => (
            <li key={id} className="pick-tag"><bdi>{words(id)}</bdi><button type="button" aria-label={t`Take out ${words(id)}`} onClick={() => choose(chosen.filter((other) => other !== id))}><svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true"><path d="M1 1l7 7M8 1L1 8" stroke="currentColor" strokeWidth="1.3" /></svg></button></li>
          ))}
        </ul>
      )}
    </div>
  );
}
