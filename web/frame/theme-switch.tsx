import { useLingui } from "@lingui/react/macro";
import { type Theme, useTheme } from "./theme.ts";

export function ThemeSwitch() {
  const { t } = useLingui();
  const [theme, choose] = useTheme();
  const words: Readonly<Record<Theme, string>> = { system: t`As the system`, light: t`Light`, dark: t`Dark` };
  return (
    <div className="theme-switch" role="group" aria-label={t`Light or dark`}>
      {(["system", "light", "dark"] as const).map((one) => <button key={one} type="button" aria-pressed={theme === one} onClick={() => choose(one)}>{words[one]}</button>)}
    </div>
  );
}
