import type { LanguageMap, Party, Report } from "../../initiatives/report.ts";
import { readIsoMoment } from "../values/iso-date.ts";
import { shortly } from "../values/raw-excerpt.ts";
import type { Findings } from "./findings.ts";
import { moneyOf } from "./read-money.ts";
import { locationOf } from "./read-places.ts";
import { booleanOf, codeOf, dateOf, languageOf, oneOf, organisationOf, percentOf, wordsOf } from "./read-values.ts";
import { dateFields, relations, roles } from "./vocabulary.ts";
import { attribute, child, children, type XmlNode } from "./xml-tree.ts";

/**
 * The report that an `iati-activity` of 2.01 to 2.03 makes. What is wrong goes to `notes`; when an error is among it the
 * report must not be used. Undefined when not even an identifier or a reporter can be made out.
 */
export function readActivity(activity: XmlNode, at: Report["at"], notes: Findings): Report | undefined {
  const language = languageOf(activity, notes);
  const identifier = identifierOf(activity, notes);
  const reporter = reporterOf(activity, language, notes);
  const title = firstWords(activity, "title", notes);
  if (Object.keys(title).length === 0)
    notes.warning(child(activity, "title") ?? activity, undefined, "title-missing", "", "a title");
  const { description, targetGroups } = descriptions(activity, language, notes);
  const status = codeOf(
    child(activity, "activity-status"),
    "code",
    /^[1-6]$/,
    "a code of ActivityStatus, 1 to 6",
    notes,
  );
  const dates = datesOf(activity, notes);
  const money = moneyOf(activity, language, notes);
  const sectors = sectorsOf(activity, language, notes);
  const countries = countriesOf(activity, notes);
  const hierarchy = codeOf(activity, "hierarchy", /^\d{1,3}$/, "a whole number", notes);
  const humanitarian = booleanOf(activity, "humanitarian", notes);
  const lastUpdated = momentOf(activity, notes);
  const parties = children(activity, "participating-org").flatMap((node) => partyOf(node, language, notes) ?? []);
  const regions = regionsOf(activity, notes);
  const locations = children(activity, "location").flatMap((node) => locationOf(node, language, notes) ?? []);
  const related = relatedOf(activity, notes);
  const otherIdentifiers = otherIdentifiersOf(activity);
  if (identifier === undefined || reporter === undefined) return undefined;
  return {
    identifier,
    reporter,
    title,
    ...(Object.keys(description).length === 0 ? {} : { description }),
    ...(status === undefined ? {} : { status }),
    dates,
    parties,
    sectors: sectors.length > 0 ? sectors : distinct(money.flatMap((m) => m.sectors ?? [])),
    countries:
      countries.length > 0 || regions.length > 0
        ? countries
        : distinct(money.flatMap((m) => m.countries ?? []).map((code) => ({ code }))),
    regions,
    locations,
    targetGroups,
    money,
    related,
    ...(otherIdentifiers.length === 0 ? {} : { otherIdentifiers }),
    ...(hierarchy === undefined ? {} : { hierarchy: Number(hierarchy) }),
    ...(humanitarian === undefined ? {} : { humanitarian }),
    ...(lastUpdated === undefined ? {} : { lastUpdated }),
    at,
  };
}

function identifierOf(activity: XmlNode, notes: Findings): string | undefined {
  const [node, ...more] = children(activity, "iati-identifier");
  const text = node?.text.trim() ?? "";
  if (node === undefined || text === "")
    return notes.error(node ?? activity, undefined, "identifier-missing", "", "an iati-identifier");
  const other = more.find((n) => n.text.trim() !== text);
  if (other !== undefined)
    return notes.error(other, undefined, "identifier-repeated", shortly(other.text), "one iati-identifier");
  if (/[\s\u0000-\u001f\u007f\ufffd]/.test(text.replaceAll(/(?<=\S) (?=\S)/g, "")) || text.length > 500) {
    return notes.error(
      node,
      undefined,
      "identifier-invalid",
      shortly(text),
      "an identifier on one line, at most 500 characters",
    );
  }
  return text;
}

function reporterOf(activity: XmlNode, language: string, notes: Findings): Report["reporter"] | undefined {
  const node = child(activity, "reporting-org");
  const org = node === undefined ? undefined : organisationOf(node, language, notes);
  if (node === undefined || org === undefined || (org.ref === undefined && org.name === undefined)) {
    return notes.error(node ?? activity, undefined, "reporter-missing", "", "a reporting-org with a ref or a name");
  }
  return { ...org, secondary: booleanOf(node, "secondary-reporter", notes) ?? false };
}

function firstWords(activity: XmlNode, name: string, notes: Findings): LanguageMap {
  const node = child(activity, name);
  return node === undefined ? {} : wordsOf(node, notes);
}

/** DescriptionType 1 general, 2 objectives, 3 target groups, 4 other: all are description, in the file's order; the third names the groups too. */
function descriptions(
  activity: XmlNode,
  language: string,
  notes: Findings,
): { readonly description: LanguageMap; readonly targetGroups: readonly string[] } {
  const description: Record<string, string> = {};
  const targetGroups: string[] = [];
  for (const node of children(activity, "description")) {
    const words = wordsOf(node, notes);
    for (const [key, text] of Object.entries(words)) {
      const before = description[key];
      description[key] = before === undefined ? text : before.includes(text) ? before : `${before}\n\n${text}`;
    }
    const group = attribute(node, "type") === "3" ? oneOf(words, language) : undefined;
    if (group !== undefined) targetGroups.push(group);
  }
  return { description, targetGroups };
}

function datesOf(activity: XmlNode, notes: Findings): Report["dates"] {
  const dates: { -readonly [Field in keyof Report["dates"]]: string } = {};
  const nodes: { -readonly [Field in keyof Report["dates"]]: XmlNode } = {};
  for (const node of children(activity, "activity-date")) {
    const type = attribute(node, "type");
    const field = type === undefined ? undefined : dateFields[type];
    const date = dateOf(node, "iso-date", notes);
    if (field === undefined)
      notes.warning(node, "type", "code-unknown", shortly(type ?? ""), "a code of ActivityDateType, 1 to 4");
    else if (date !== undefined && dates[field] === undefined) {
      dates[field] = date;
      nodes[field] = node;
    } else if (date !== undefined && dates[field] !== date)
      notes.warning(node, "iso-date", "date-repeated", date, `one date of type ${type}`);
  }
  for (const [start, end] of [["plannedStart", "plannedEnd"] as const, ["actualStart", "actualEnd"] as const]) {
    const [from, to, node] = [dates[start], dates[end], nodes[end]];
    if (from === undefined || to === undefined || node === undefined || to >= from.slice(0, to.length)) continue;
    notes.warning(node, "iso-date", "period-reversed", `${from} to ${to}`, "an end not before its start");
    delete dates[end];
  }
  return dates;
}

function partyOf(node: XmlNode, language: string, notes: Findings): Party | undefined {
  const code = attribute(node, "role");
  const role = code === undefined ? undefined : roles[code];
  const activity = attribute(node, "activity-id");
  const org = organisationOf(node, language, notes);
  if (role === undefined)
    return notes.warning(node, "role", "code-unknown", shortly(code ?? ""), "a code of OrganisationRole, 1 to 4");
  if (org.ref === undefined && org.name === undefined)
    return notes.warning(node, undefined, "party-unnamed", "", "a ref or a name");
  return { role, ...org, ...(activity === undefined ? {} : { activity }) };
}

function sectorsOf(activity: XmlNode, language: string, notes: Findings): Report["sectors"] {
  return children(activity, "sector").flatMap((node) => {
    const code = attribute(node, "code");
    const percent = percentOf(node, notes);
    const name = oneOf(wordsOf(node, notes), language);
    if (code === undefined) return notes.warning(node, "code", "code-missing", "", "the code of a sector") ?? [];
    return [
      {
        vocabulary: attribute(node, "vocabulary") ?? "1",
        code,
        ...(name === undefined ? {} : { name }),
        ...(percent === undefined ? {} : { percent }),
      },
    ];
  });
}

function countriesOf(activity: XmlNode, notes: Findings): Report["countries"] {
  return children(activity, "recipient-country").flatMap((node) => {
    const percent = percentOf(node, notes);
    const code = attribute(node, "code")?.toUpperCase();
    if (code === undefined || !/^[A-Z]{2}$/.test(code))
      return (
        notes.warning(
          node,
          "code",
          "code-unknown",
          shortly(code ?? ""),
          "a country of ISO 3166-1 in two letters, e.g. NE",
        ) ?? []
      );
    return [{ code, ...(percent === undefined ? {} : { percent }) }];
  });
}

function regionsOf(activity: XmlNode, notes: Findings): Report["regions"] {
  return children(activity, "recipient-region").flatMap((node) => {
    const percent = percentOf(node, notes);
    const code = attribute(node, "code");
    if (code === undefined) return notes.warning(node, "code", "code-missing", "", "the code of a region") ?? [];
    return [{ vocabulary: attribute(node, "vocabulary") ?? "1", code, ...(percent === undefined ? {} : { percent }) }];
  });
}

function relatedOf(activity: XmlNode, notes: Findings): Report["related"] {
  return children(activity, "related-activity").flatMap((node) => {
    const code = attribute(node, "type");
    const type = code === undefined ? undefined : relations[code];
    const identifier = attribute(node, "ref");
    if (type === undefined)
      return (
        notes.warning(node, "type", "code-unknown", shortly(code ?? ""), "a code of RelatedActivityType, 1 to 5") ?? []
      );
    if (identifier === undefined)
      return notes.warning(node, "ref", "code-missing", "", "the identifier of an activity") ?? [];
    return [{ type, identifier }];
  });
}

function otherIdentifiersOf(activity: XmlNode): NonNullable<Report["otherIdentifiers"]> {
  return children(activity, "other-identifier").flatMap((node) => {
    const identifier = attribute(node, "ref");
    return identifier === undefined ? [] : [{ type: attribute(node, "type") ?? "", identifier }];
  });
}

function momentOf(activity: XmlNode, notes: Findings): string | undefined {
  const text = attribute(activity, "last-updated-datetime");
  if (text === undefined) return undefined;
  return (
    readIsoMoment(text) ??
    notes.warning(
      activity,
      "last-updated-datetime",
      "moment-invalid",
      shortly(text),
      "a date or date and time, e.g. 2024-05-31T12:00:00Z",
    )
  );
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
