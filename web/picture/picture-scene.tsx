import "./picture.css";
import { useQuery } from "@tanstack/react-query";
import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { asProblem } from "../api/problem.ts";
import { pictureQuery } from "../api/queries.ts";
import { Fault } from "../parts/fault.tsx";
import { MoneyLine } from "../parts/money.tsx";
import { MarkingLine } from "../parts/tlp.tsx";
import { useTitle } from "../parts/use-title.ts";
import { Waiting } from "../parts/waiting.tsx";
import { useLanguage } from "../words/use-language.ts";
import { Filters } from "./filters.tsx";
import { HighlightContext } from "./highlight.ts";
import { MapPane } from "./map/map-pane.tsx";
import { PictureSentence } from "./picture-sentence.tsx";
import { questionOf } from "./question.ts";
import { TimeStrip } from "./time-strip.tsx";
import { useFilters } from "./use-filters.ts";

/** Where efforts meet and where nobody reports work: a sentence, the map it rests on, time, and what to look at first. */
export function PictureScene() {
  const language = useLanguage();
  const { t } = useLingui();
  const [search] = useFilters();
  const answer = useQuery(pictureQuery(language, questionOf(search)));
  const { code: opened } = useParams({ strict: false });
  const [code, point] = useState<string | null>(null);
  const highlight = useMemo(() => ({ code, point }), [code]);
  const picture = answer.data;
  useTitle(t`Picture`);
  if (answer.isError && picture === undefined) {
    return <section className="plain-page"><h1 className="sentence"><Trans>The picture could not be fetched.</Trans></h1><Fault problem={asProblem(answer.error)} retry={() => void answer.refetch()} /></section>;
  }
  return (
    <HighlightContext value={highlight}>
      <div className="picture" data-stale={answer.isPlaceholderData ? "" : undefined} aria-busy={answer.isFetching} data-opened={opened === undefined ? undefined : ""}>
        <header className="picture-head">
          {picture ? <PictureSentence picture={picture} /> : <div className="sentence-wait"><Waiting lines={2} /></div>}
          {picture && <p className="picture-basis small"><MarkingLine marking={picture.marking} />{picture.sentence.initiatives > 0 && <><br /><MoneyLine picture={picture} /></>}</p>}
        </header>
        <aside className="picture-filters">{picture ? <Filters picture={picture} /> : <Waiting lines={9} />}</aside>
        <div className="picture-middle">
          <MapPane picture={picture} opened={opened} />
          <TimeStrip picture={picture} />
        </div>
        <div className="picture-side"><Outlet /></div>
      </div>
    </HighlightContext>
  );
}
