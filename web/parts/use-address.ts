import { useNavigate, useRouter } from "@tanstack/react-router";
import { stringifySearch } from "../address.ts";

type Search = Readonly<Record<string, unknown>>;

/** Changes what stands after the question mark and nothing else, in whatever scene this is. Absent and empty values are left out. */
export function useAddress(): (change: (old: Search) => Search, how?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return (change, how) => {
    const { pathname, search: old } = router.state.location as { readonly pathname: string; readonly search: Search };
    const search = Object.fromEntries(Object.entries(change(old)).filter(([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)));
    // links keep the day from scene to scene (see router.tsx), so that going back to today must pass them by
    if (old["asOf"] !== undefined && search["asOf"] === undefined) router.history[how?.replace === true ? "replace" : "push"](pathname + stringifySearch(search));
    else void navigate({ to: ".", search: (_old: Search): Search => search, replace: how?.replace ?? false, resetScroll: false } as Parameters<typeof navigate>[0]);
  };
}
