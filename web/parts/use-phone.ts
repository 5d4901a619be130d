import { useSyncExternalStore } from "react";

const phone = "(max-width: 719px)";
const subscribe = (changed: () => void) => {
  const media = matchMedia(phone);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
};

/** Whether there is only room for one column. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(phone).matches);
