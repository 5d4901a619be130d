import "./opening.css";
import type { ReactNode, RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import { usePhone } from "./use-phone.ts";

type Props = {
  readonly button: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly placement: NonNullable<PopoverProps["placement"]>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
};

/** What an `Opening` shows. A file of its own, because layers over the page weigh more than the frame and most first views never open one. */
export function Opened({ button, label, placement, open, onOpenChange, children }: Props) {
  const phone = usePhone();
  const content = <Dialog className="opening-dialog" aria-label={label}>{typeof children === "function" ? children(() => onOpenChange(false)) : children}</Dialog>;
  return phone ? (
    <ModalOverlay className="opening-ground" isDismissable isOpen={open} onOpenChange={onOpenChange}><Modal className="opening-sheet">{content}</Modal></ModalOverlay>
  ) : (
    <Popover className="opening-popover" triggerRef={button} placement={placement} offset={6} isOpen={open} onOpenChange={onOpenChange}>{content}</Popover>
  );
}
