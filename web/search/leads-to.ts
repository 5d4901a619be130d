import type { SearchItem } from "./search-types.ts";

/** The address that shows a thing that was found, under the language. Null when nothing shows it that this viewer may see. */
export function leadsTo(item: Pick<SearchItem, "kind" | "id" | "on">, language: string): string | null {
  const at = (path: string) => `/${language}/${path}`;
  const id = encodeURIComponent(item.id);
  switch (item.kind) {
    case "member":
      return at(`members/${id}`);
    case "body":
      return at(`bodies/${id}`);
    case "meeting":
      return at(`meetings/${id}`);
    case "person":
      return at(`persons/${id}`);
    case "area":
      return at(`picture/area/${id}`);
    case "initiative":
      return at(`initiatives/${id}`);
    case "source":
      return at(`sources/${id}`);
    case "text":
      return at(`texts/${id}`);
    case "undertaking":
      return at(`undertakings/${id}`);
    case "delegation":
      return item.on === null ? null : at(`${{ meeting: "meetings", body: "bodies", member: "members" }[item.on.kind]}/${encodeURIComponent(item.on.id)}`);
  }
}
