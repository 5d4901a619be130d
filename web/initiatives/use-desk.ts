import { useSyncExternalStore } from "react";

const wide = "(min-width: 1180px)";
const subscribe = (changed: () => void) => {
  const media = matchMedia(wide);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
};

/** Whether there is room for a list and what stands beside it. */
export const useDesk = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(wide).matches);
