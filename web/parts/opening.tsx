import { lazy, type ReactElement, type ReactNode, Suspense, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components/Button";
import type { PopoverProps } from "react-aria-components/Popover";

const load = () => import("./opened.tsx");
const Opened = lazy(async () => ({ default: (await load()).Opened }));
/** What opens is fetched when a pointer or the focus comes near: the first view does without it. */
const nearing = () => void load();

type Props = {
  /** the button that opens it */
  readonly trigger: ReactElement;
  /** what it is, for those who hear the page */
  readonly label: string;
  readonly placement?: NonNullable<PopoverProps["placement"]>;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/** Something that opens in place: beside its button on a desk, as a sheet from below on a phone. */
export function Opening({ trigger, label, placement = "bottom start", children }: Props) {
  const [open, setOpen] = useState(false);
  const [everOpened, setEverOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onPress = () => { setEverOpened(true); setOpen(true); };
  return (
    <>
      <ButtonContext.Provider value={{ ref: button, onPress, onHoverStart: nearing, onFocus: nearing, "aria-haspopup": "dialog", "aria-expanded": open }}>{trigger}</ButtonContext.Provider>
      {everOpened && <Suspense fallback={null}><Opened button={button} label={label} placement={placement} open={open} onOpenChange={setOpen}>{children}</Opened></Suspense>}
    </>
  );
}
