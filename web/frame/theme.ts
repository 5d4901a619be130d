import { useState } from "react";

export type Theme = "system" | "light" | "dark";
const key = "entente.theme";

/** The reader's choice, kept on this machine alone; `system` follows the machine. See public/boot.js, which applies it before the first drawing. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => (document.documentElement.dataset["theme"] as Theme | undefined) ?? "system");
  return [
    theme,
    (chosen) => {
      setTheme(chosen);
      if (chosen === "system") delete document.documentElement.dataset["theme"];
      else document.documentElement.dataset["theme"] = chosen;
      try {
        if (chosen === "system") localStorage.removeItem(key);
        else localStorage.setItem(key, chosen);
      } catch (refused) {
        console.info("The theme holds for this page only: storage is off.", refused);
      }
    },
  ];
}
