import "./opening.css";
import type { ReactElement, ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import { usePhone } from "./use-phone.ts";

type Props = {
  /** the button that opens it */
  readonly trigger: ReactElement;
  /** what it is, for those who hear the page */
  readonly label: string;
  readonly placement?: PopoverProps["placement"];
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/** Something that opens in place: beside its button on a desk, as a sheet from below on a phone. */
export function Opening({ trigger, label, placement = "bottom start", children }: Props) {
  const phone = usePhone();
  const content = <Dialog className="opening-dialog" aria-label={label}>{({ close }) => <>{typeof children === "function" ? children(close) : children}</>}</Dialog>;
  return (
    <DialogTrigger>
      {trigger}
      {phone ? (
        <ModalOverlay className="opening-ground" isDismissable><Modal className="opening-sheet">{content}</Modal></ModalOverlay>
      ) : (
        <Popover className="opening-popover" placement={placement} offset={6}>{content}</Popover>
      )}
    </DialogTrigger>
  );
}
