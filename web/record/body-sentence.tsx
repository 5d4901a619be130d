import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { BodyPage } from "../api/record-types.ts";
import { longDay } from "../words/dates.ts";
import { useLanguage } from "../words/use-language.ts";
import { useAsOf } from "./use-as-of.ts";

/** What one would say of a body on that day, in a breath; every number leads to what it rests on. */
export function BodySentence({ body }: { readonly body: BodyPage }) {
  const lang = useLanguage();
  const { asOf } = useAsOf();
  const { officesYes, officesBetween, membersYes, membersBetween, meetingsHeld, undertakings, overdue, conflicts } = body.sentence;
  const led = body.offices.length > 0 && body.offices.every(({ office }) => office === "lead" || office === "co-lead");
  const day = asOf === undefined ? "" : longDay(asOf, lang);
  const sure = <a className="figure" href="#offices"><Plural value={officesYes} _1="one member" _2="two members" _3="three members" _4="four members" _5="five members" _6="six members" other="# members" /></a>;
  const unsure = <a className="figure warm" href="#offices"><Plural value={officesBetween} _1="one" _2="two" _3="three" _4="four" _5="five" _6="six" other="#" /></a>;
  const members = <a className="figure" href="#members"><Plural value={membersYes} one="# member" other="# members" /></a>;
  const between = <a className="figure warm" href="#members"><Plural value={membersBetween} one="# more" other="# more" /></a>;
  const met = <a className="figure" href="#meetings"><Plural value={meetingsHeld} _1="once" _2="twice" other="# times" /></a>;
  const promised = <a className="figure" href="#undertakings"><Plural value={undertakings} one="# undertaking" other="# undertakings" /></a>;
  const late = <a className="figure warm" href="#undertakings"><Plural value={overdue} one="# is overdue" other="# are overdue" /></a>;
  const disputed = <Link className="figure warm" to="/$lang/conflicts" params={{ lang }}><Plural value={conflicts} one="# fact" other="# facts" /></Link>;
  const sure0 = officesYes > 0;
  return (
    <p className="sentence">
      {sure0 && officesBetween === 0 && (led ? (day === "" ? <Trans>Today it is led by {sure}.</Trans> : <Trans>On {day} {sure} led it.</Trans>) : day === "" ? <Trans>Today it is chaired by {sure}.</Trans> : <Trans>On {day} {sure} chaired it.</Trans>)}
      {sure0 && officesBetween > 0 && (led ? (day === "" ? <Trans>Today it is led by {sure} with certainty, and by {unsure} between two dates.</Trans> : <Trans>On {day} {sure} led it with certainty, {unsure} between two dates.</Trans>) : day === "" ? <Trans>Today it is chaired by {sure} with certainty, and by {unsure} between two dates.</Trans> : <Trans>On {day} {sure} chaired it with certainty, {unsure} between two dates.</Trans>)}
      {!sure0 && officesBetween > 0 && (day === "" ? <Trans>Nobody is certain to hold an office of it today; {unsure} may, between two dates.</Trans> : <Trans>Nobody is certain to have held an office of it on {day}; {unsure} may have, between two dates.</Trans>)}
      {" "}
      {membersYes + membersBetween > 0 && (membersBetween > 0 ? <Trans>It counted {members} for certain and perhaps {between}.</Trans> : day === "" ? <Trans>It has {members}.</Trans> : <Trans>It had {members} that day.</Trans>)}{" "}
      {meetingsHeld > 0 && (undertakings > 0 ? <Trans>It has met {met} and made {promised}.</Trans> : <Trans>It has met {met}.</Trans>)}{" "}
      {overdue > 0 && <>{late}. </>}
      {conflicts > 0 && <span className="quiet"><Trans>Sources differ on {disputed}.</Trans></span>}
    </p>
  );
}
