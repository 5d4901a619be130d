/** Every address of claims that a page's values carry, each once, in the order of the page. */
export function claimHrefs(page: unknown): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === "claimsHref" && typeof inner === "string") found.add(inner);
        else look(inner);
      }
  };
  look(page);
  return [...found];
}
