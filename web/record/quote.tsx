import { useQuery } from "@tanstack/react-query";
import { fieldClaimsQuery } from "../api/record-queries.ts";
import { useLanguage } from "../words/use-language.ts";

/** The exact words behind the value that is shown, where the record keeps them. */
export function Quote({ href }: { readonly href: string }) {
  const field = useQuery(fieldClaimsQuery(useLanguage(), href)).data;
  const standing = field?.claims.filter((claim) => claim.withdrawn === null && claim.quote !== null) ?? [];
  const quote = (standing.find((claim) => claim.shown) ?? standing[0])?.quote;
  return quote ? <blockquote className="claim-quote" lang={quote.language} dir="auto">{quote.text}</blockquote> : null;
}
