import { type Line, lines } from "../../initiatives/report.ts";
import type { Part } from "../../store/queries/record-entities.ts";
import type { Words } from "../words.ts";
import type { Asking } from "./asking.ts";
import type { ClaimSheet } from "./claim-sheet.ts";
import { type AsOfAnswer, boundsOf, type Held, heldOn } from "./held.ts";
import { type Label, type Ref, refOf } from "./labels-of.ts";
import {
  type On,
  type Proofed,
  type ProofState,
  proofedBy,
  proofedDate,
  proofedInteger,
  proofedMoney,
  proofedName,
  proofedRefs,
  proofedText,
} from "./proofed.ts";
import type { Link } from "./meeting-chain.ts";
import { textState, type TextState } from "./text-state.ts";
import { undertakingState, type UndertakingState } from "./undertaking-state.ts";
import { knownLanguages } from "./text-order.ts";

// The rows that several pages of the record show, each from the claims of one record. Fields are as in the API's schemas.

/** What a page knows while it is made: the question, the claims of its records, and names of others. */
export type Page = { readonly asking: Asking; readonly sheet: ClaimSheet; readonly labels: ReadonlyMap<string, Label> };

export type Titled = { readonly id: string; readonly title: Words };
export type PartOf<K extends Part["kind"]> = Extract<Part, { kind: K }>;
export type ProofedNumber = Proofed<number>;

export type MembershipItem = {
  readonly id: string;
  readonly member: Ref;
  readonly memberKind: "state" | "organisation";
  readonly number: ProofedNumber;
  readonly held: Held;
};

export function membershipItem(page: Page, part: PartOf<"membership">): MembershipItem[] {
  const label = page.labels.get(part.member);
  if (label === undefined) return [];
  const on = onPart(page, part);
  return [
    {
      id: part.id,
      member: refOf(label),
      memberKind: part.memberKind,
      number: proofedInteger(on, "number"),
      held: heldOn(page.asking, on, "joined", "left"),
    },
  ];
}

export type OfficeItem = {
  readonly id: string;
  readonly office: PartOf<"office">["office"];
  readonly holder: Ref;
  readonly held: Held;
};

export function officeItem(page: Page, part: PartOf<"office">): OfficeItem[] {
  const label = page.labels.get(part.holder);
  return label === undefined
    ? []
    : [
        {
          id: part.id,
          office: part.office,
          holder: refOf(label),
          held: heldOn(page.asking, onPart(page, part), "from", "to"),
        },
      ];
}

export type MeetingItem = {
  readonly id: string;
  readonly title: Words;
  readonly date: Proofed<string>;
  readonly place: Proofed<Words>;
  readonly country: Proofed<string>;
  readonly level: Proofed<string>;
  readonly format: Proofed<string>;
  readonly sequence: ProofedNumber;
  readonly follows: string | null;
  readonly followsState: ProofState;
  readonly undertakings: number;
  readonly held: AsOfAnswer;
};

export function meetingItem(page: Page, link: Link, undertakings: number): MeetingItem {
  const on: On = { sheet: page.sheet, id: link.id, kind: "meeting" };
  return {
    id: link.id,
    title: titleOf(page, link.id),
    date: proofedDate(on, "date"),
    place: proofedName(page.asking, on, "place"),
    country: proofedText(on, "country"),
    level: proofedText(on, "level"),
    format: proofedText(on, "format"),
    sequence: proofedInteger(on, "sequence"),
    follows: link.follows,
    followsState: page.sheet.field(link.id, "meeting", "follows").state,
    undertakings,
    held: link.held,
  };
}

export type TextItem = {
  readonly id: string;
  readonly title: Proofed<Words>;
  readonly kind: Proofed<string>;
  readonly issued: Proofed<string>;
  readonly url: Proofed<string>;
  readonly adopted: Proofed<string>;
  readonly ended: Proofed<string>;
  readonly state: TextState;
  readonly languages: string[];
  readonly meeting: Titled | null;
};

export function textItem(page: Page, part: PartOf<"text">): TextItem {
  const on = onPart(page, part);
  return {
    id: part.id,
    title: proofedName(page.asking, on, "title"),
    kind: proofedText(on, "kind"),
    issued: proofedDate(on, "issued"),
    url: proofedText(on, "url"),
    adopted: proofedDate(on, "adopted"),
    ended: proofedDate(on, "ended"),
    state: textState(page.asking, on),
    languages: [...new Set(["title", "version"].flatMap((field) => page.sheet.claimsOf(part.id, field).map((c) => c.language ?? "und")))].toSorted(),
    meeting: meetingRef(page, part.meeting),
  };
}

export type UndertakingItem = {
  readonly id: string;
  readonly what: Proofed<string>;
  readonly by: Proofed<string>;
  readonly byMembers: Proofed<Ref[]>;
  readonly line: Proofed<Line>;
  readonly kind: Proofed<string>;
  readonly amount: Proofed<{ amount: string; currency: string | null }>;
  readonly due: Proofed<string>;
  readonly done: Proofed<string>;
  readonly dropped: Proofed<string>;
  readonly meeting: Titled | null;
  readonly body: Ref | null;
  readonly state: UndertakingState;
  readonly perhaps: "done" | "dropped" | null;
  readonly overdue: boolean;
};

export function undertakingItem(page: Page, part: PartOf<"undertaking">): UndertakingItem {
  const on = onPart(page, part);
  const standing = undertakingState(page.asking, on);
  const body = part.body === null ? undefined : page.labels.get(part.body);
  return {
    id: part.id,
    what: proofedText(on, "what"),
    by: proofedText(on, "by"),
    byMembers: proofedRefs(on, "by_member", page.labels),
    line: proofedBy(on, "line", (value) => lines.find((line) => line === value) ?? null),
    kind: proofedText(on, "kind"),
    amount: proofedMoney(on, "amount"),
    due: proofedDate(on, "due"),
    done: proofedDate(on, "done"),
    dropped: proofedDate(on, "dropped"),
    meeting: meetingRef(page, part.meeting),
    body: body ? refOf(body) : null,
    ...standing,
    overdue: standing.state === "overdue",
  };
}

/** By when they were issued or due, the latest first; what has no date comes last. */
export function latestFirst(
  sheet: ClaimSheet,
  kind: string,
  field: string,
  meetingDay: (part: Part) => number | null,
): (a: Part, b: Part) => number {
  const dayOf = (p: Part) => boundsOf(sheet.field(p.id, kind, field), "start").notBefore ?? meetingDay(p) ?? -Infinity;
  return (a, b) => {
    const [x, y] = [dayOf(a), dayOf(b)];
    return (x === y ? 0 : y - x) || (a.id < b.id ? -1 : 1);
  };
}

export function countItem(
  page: Page,
  part: PartOf<"count">,
): { readonly id: string; readonly asOf: Proofed<string>; readonly members: ProofedNumber } {
  const on = onPart(page, part);
  return { id: part.id, asOf: proofedDate(on, "as_of"), members: proofedInteger(on, "members") };
}

export function titleOf(page: Page, meeting: string): Words {
  return page.labels.get(meeting)?.name ?? { text: "?", language: "und" };
}

export function meetingRef(page: Page, meeting: string | null): Titled | null {
  return meeting === null || !page.labels.has(meeting) ? null : { id: meeting, title: titleOf(page, meeting) };
}

export function onPart(page: Pick<Page, "sheet">, part: { readonly id: string; readonly kind: string }): On {
  return { sheet: page.sheet, id: part.id, kind: part.kind };
}

/** How many of these fields' sources disagree and nobody decided. */
export function differing(
  sheet: ClaimSheet,
  records: readonly { readonly id: string; readonly kind: string }[],
  fieldsOf: (kind: string) => Readonly<Record<string, string>>,
): number {
  let n = 0;
  for (const r of records) {
    for (const [field, type] of Object.entries(fieldsOf(r.kind))) {
      if (type === "alias" || sheet.claimsOf(r.id, field).length < 2) continue;
      if (type !== "name") n += sheet.field(r.id, r.kind, field).state === "differ" ? 1 : 0;
      else for (const composed of sheet.inLanguages(r.id, field).values()) n += composed.state === "differ" ? 1 : 0;
    }
  }
  return n;
}

/** The country's name as the reader's language has it; the code where no such country is known. */
export function countryName(code: string, languages: readonly string[]): Words {
  for (const language of /^[A-Z]{2}$/.test(code) ? knownLanguages(languages) : []) {
    const [found] = Intl.DisplayNames.supportedLocalesOf([language]);
    const text =
      found === undefined ? undefined : new Intl.DisplayNames([found], { type: "region", fallback: "none" }).of(code);
    if (text !== undefined) return { text, language };
  }
  return { text: code, language: "und" };
}
