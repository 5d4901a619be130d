import "./palette.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { Header, Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { asProblem } from "../api/problem.ts";
import { searchQuery, sessionQuery } from "../api/queries.ts";
import { Fault } from "../parts/fault.tsx";
import { useMay } from "../record/use-as-of.ts";
import { useLanguage } from "../words/use-language.ts";
import { commandsFor } from "./commands.ts";
import { FoundRow } from "./found-row.tsx";
import { leadsTo } from "./leads-to.ts";
import { recentOf, remember } from "./recent.ts";
import { kindWords, type SearchKind } from "./search-types.ts";
import { useSettled } from "./use-settled.ts";

/** Everything by its name: what is found, by kind, and the pages of the workspace. Works by keyboard alone: type, arrows, Enter; Escape closes. */
export function Palette({ close }: { readonly close: () => void }) {
  const language = useLanguage();
  const { i18n, t } = useLingui();
  const navigate = useNavigate();
  const may = useMay();
  const viewer = useQuery(sessionQuery(language)).data?.viewer;
  const who = viewer?.kind === "account" ? viewer.account.id : "anonymous";
  const [typed, setTyped] = useState("");
  const [only, setOnly] = useState<SearchKind | null>(null);
  const asked = useSettled(typed.trim());
  const answer = useQuery({ ...searchQuery(language, { q: asked, limit: only === null ? 5 : 50, kinds: only ?? undefined }), enabled: asked !== "" });
  const groups = typed.trim() === "" ? [] : (answer.data?.groups ?? []);
  const pages = only === null ? commandsFor(typed, (words) => i18n._(words), may, viewer?.kind === "account") : [];
  const recent = typed.trim() === "" ? recentOf(who) : [];
  const old = answer.isPlaceholderData || asked !== typed.trim();

  const go = (href: string) => {
    remember(who, typed);
    close();
    // The router keeps the day that the workspace stands on.
    void navigate({ to: href as "/$lang", params: { lang: language } });
  };
  const act = (key: string) => {
    const [what, rest] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
    if (what === "again") setTyped(rest);
    else if (what === "only") setOnly(rest as SearchKind);
    else go(rest.split("#", 1)[0] ?? rest);
  };

  return (
    <ModalOverlay className="palette-ground" isOpen onOpenChange={(open) => { if (!open) close(); }} isDismissable>
      <Modal className="palette">
        <Dialog className="palette-dialog" aria-label={t`Search over everything`}>
          <Autocomplete inputValue={typed} onInputChange={(text) => { setTyped(text); setOnly(null); }}>
            <SearchField className="palette-field" aria-label={t`Names, titles, identifiers, pages`}>
              <Input ref={focused} dir="auto" placeholder={t`Names, titles, identifiers, pages`} maxLength={200} />
              <Button slot={null} className="palette-close small" onPress={close}><Trans>Close</Trans></Button>
            </SearchField>
            <Menu className="palette-list" aria-label={t`Found`} data-old={old || undefined} onAction={(key) => act(String(key))} renderEmptyState={() => <Nothing asked={typed.trim()} waiting={old || answer.isFetching} />}>
              {recent.length > 0 && (
                <MenuSection className="palette-group" aria-label={t`Asked before in this tab`}>
                  <Header><Trans>Asked before in this tab</Trans></Header>
                  {recent.map((one) => <MenuItem key={one} id={`again ${one}`} className="palette-item" textValue={one} shouldCloseOnSelect={false}><bdi>{one}</bdi></MenuItem>)}
                </MenuSection>
              )}
              {groups.map(({ kind, total, items }) => (
                <MenuSection key={kind} className="palette-group" aria-label={i18n._(kindWords[kind])}>
                  <Header><span>{i18n._(kindWords[kind])}</span><span>{i18n.number(total)}</span></Header>
                  {items.map((item) => {
                    const href = leadsTo(item, language);
                    return <MenuItem key={item.id} id={`go ${href ?? item.id}#${item.id}`} className="palette-item" textValue={item.name.text} isDisabled={href === null}><FoundRow item={item} /></MenuItem>;
                  })}
                  {only === null && total > items.length && <MenuItem id={`only ${kind}`} className="palette-item palette-more" textValue={t`Show more`} shouldCloseOnSelect={false}><Trans>Show more</Trans></MenuItem>}
                </MenuSection>
              ))}
              {pages.length > 0 && (
                <MenuSection className="palette-group" aria-label={t`Pages`}>
                  <Header><Trans>Pages</Trans></Header>
                  {pages.map(({ to, name }) => <MenuItem key={to} id={`go ${to.replace("$lang", language)}`} className="palette-item" textValue={i18n._(name)}>{i18n._(name)}</MenuItem>)}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
          {answer.isError && <div className="palette-said"><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></div>}
          <p className="palette-foot"><span className="palette-keys"><Trans>↑ ↓ to move, Enter to open, Esc to close</Trans></span><span><Trans>From what you may see</Trans></span></p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whoever opens it wants to type; the dialog leaves the focus where it is, inside it. */
const focused = (field: HTMLInputElement | null) => field?.focus();

function Nothing({ asked, waiting }: { readonly asked: string; readonly waiting: boolean }) {
  if (asked === "" || waiting) return <p className="palette-said"><Trans>Looking…</Trans></p>;
  return <p className="palette-said"><Trans>Nothing that you may see is called <bdi>{asked}</bdi>. Beginnings of words are enough; accents, hyphens and one typing error are forgiven.</Trans></p>;
}
