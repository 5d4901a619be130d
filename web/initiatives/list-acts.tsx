import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Button } from "react-aria-components/Button";
import { Opening } from "../parts/opening.tsx";
import { SaveList } from "../parts/save-list.tsx";
import { sessionQuery } from "../api/queries.ts";
import { useLanguage } from "../words/use-language.ts";
import { type InitiativeSearch, questionOfList, type ShownKey, shownKeys } from "./search.ts";
import { useColumnNames } from "./column-names.ts";

/** Which columns there are to be: in the address, and remembered in this browser. */
export function ColumnsChoice({ shown, choose }: { readonly shown: readonly ShownKey[]; readonly choose: (keys: readonly ShownKey[] | null) => void }) {
  const { t } = useLingui();
  const names = useColumnNames();
  return (
    <Opening label={t`Columns`} placement="bottom end" trigger={<Button className="button"><Trans>Columns</Trans></Button>}>
      <fieldset className="column-choice">
        <legend className="label"><Trans>Columns of the list, and of the file</Trans></legend>
        {shownKeys.map((key) => (
          <label key={key}><input type="checkbox" checked={shown.includes(key)} disabled={key === "title"} onChange={(event) => choose(shownKeys.filter((one) => (one === key ? event.target.checked : shown.includes(one))))} /> {names[key]}</label>
        ))}
        <button type="button" className="link small" onClick={() => choose(null)}><Trans>The usual ones</Trans></button>
      </fieldset>
    </Opening>
  );
}

/** Exactly what is shown, as a file. */
export function ListFiles({ search, shown }: { readonly search: InitiativeSearch; readonly shown: readonly ShownKey[] }) {
  const { t } = useLingui();
  return (
    <Opening label={t`Save the list`} placement="bottom end" trigger={<Button className="button"><Trans>Save the list</Trans></Button>}>
      <div className="list-files">
        <p className="small quiet"><Trans>All rows found, in this order, with these columns. Its marking stands first in the file and in its name.</Trans></p>
        <p><SaveList path="/api/initiatives/export" query={{ ...questionOfList(search), sort: search.sort, columns: shown }} /></p>
      </div>
    </Opening>
  );
}

const SavedViews = lazy(async () => ({ default: (await import("./saved-views.tsx")).SavedViews }));

/** For whoever has signed in: nobody keeps views for the public. */
export function ListViews({ search, shown }: { readonly search: InitiativeSearch; readonly shown: readonly ShownKey[] }) {
  const { t } = useLingui();
  const viewer = useQuery(sessionQuery(useLanguage())).data?.viewer;
  if (viewer?.kind !== "account") return null;
  return <Opening label={t`Saved views`} placement="bottom end" trigger={<Button className="button"><Trans>Views</Trans></Button>}>{(close) => <Suspense fallback={null}><SavedViews search={search} shown={shown} close={close} /></Suspense>}</Opening>;
}
