import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Name } from "../api/types.ts";
import { useLanguage } from "../words/use-language.ts";
import { RecordNamed } from "./record-named.tsx";

/** The page that a history or a comparison is of; the record's own, where its kind has no page. */
export function BackTo({ kind, id, name }: { readonly kind: string; readonly id: string; readonly name: Name | undefined }) {
  const lang = useLanguage();
  const words = name ? <RecordNamed name={name} /> : <Trans>Record</Trans>;
  const params = { lang, id };
  switch (kind) {
    case "meeting": return <Link className="link-plain" to="/$lang/meetings/$id" params={params}>{words}</Link>;
    case "body": return <Link className="link-plain" to="/$lang/bodies/$id" params={params}>{words}</Link>;
    case "member": return <Link className="link-plain" to="/$lang/members/$id" params={params}>{words}</Link>;
    case "person": return <Link className="link-plain" to="/$lang/persons/$id" params={params}>{words}</Link>;
    case "text": return <Link className="link-plain" to="/$lang/texts/$id" params={params}>{words}</Link>;
    case "undertaking": return <Link className="link-plain" to="/$lang/undertakings/$id" params={params}>{words}</Link>;
    case "initiative": return <Link className="link-plain" to="/$lang/initiatives/$id" params={params}>{words}</Link>;
    default: return <Link className="link-plain" to="/$lang/record" params={{ lang }}><Trans>Record</Trans></Link>;
  }
}
