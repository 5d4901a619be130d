import "./pick.css";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { plain } from "../words/plain.ts";

/** `find`: what is searched beside the words (a code, another spelling). `hint` stands quietly beside the words. */
export type Option = { readonly id: string; readonly words: string; readonly hint?: string; readonly find?: string };

type Props = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
  readonly onFocus?: () => void;
  readonly placeholder?: string;
  /** empties itself after a choice: for adding to a list */
  readonly adds?: boolean;
  readonly hideLabel?: boolean;
  /** words typed so far, where the options are fetched for them */
  readonly onWords?: (words: string) => void;
  readonly required?: boolean;
};

/** One of many, found by typing a part of its name, in any case and without accents. */
export function PickOne({ label, options, chosen, choose, onFocus, placeholder, adds = false, hideLabel = false, onWords, required = false }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const now = options.find(({ id }) => id === chosen);
  const shown = typed ?? now?.words ?? "";
  const words = plain(typed ?? "");
  const found = typed === null || words === "" || onWords !== undefined ? options : options.filter(({ words: own, find = "" }) => plain(`${own} ${find}`).includes(words));
  return (
    <ComboBox
      className="pick-box field"
      inputValue={shown}
      onInputChange={(text) => { setTyped(text); onWords?.(text); if (text === "" && !adds && chosen !== null) choose(null); }}
      selectedKey={adds ? null : chosen}
      onSelectionChange={(key) => { if (key !== null) { choose(String(key)); } setTyped(adds ? "" : null); }}
      onFocus={() => onFocus?.()}
      onBlur={() => setTyped(null)}
      items={found}
      menuTrigger={adds ? "input" : "focus"}
      allowsEmptyCollection={false}
      isRequired={required}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {!hideLabel && <Label className="label">{label}</Label>}
      <div className="pick-input">
        <Input className="input" placeholder={placeholder ?? ""} dir="auto" />
        <Button className="pick-open" aria-label={t`Show all`}><svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.4" /></svg></Button>
      </div>
      <Popover className="pick-list">
        <ListBox<Option>>{(option) => <ListBoxItem id={option.id} textValue={option.words}><bdi>{option.words}</bdi>{option.hint && <span className="quiet"><bdi>{option.hint}</bdi></span>}</ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}
