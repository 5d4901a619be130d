import { useNavigate } from "@tanstack/react-router";

type Search = Readonly<Record<string, unknown>>;

/** Changes what stands after the question mark and nothing else, in whatever scene this is. Absent and empty values are left out. */
export function useAddress(): (change: (old: Search) => Search, how?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return (change, how) => {
    const search = (old: Search) => Object.fromEntries(Object.entries(change(old)).filter(([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)));
    void navigate({ to: ".", search, replace: how?.replace ?? false, resetScroll: false } as Parameters<typeof navigate>[0]);
  };
}
