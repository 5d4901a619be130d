import type { Money, Organisation } from "../../initiatives/report.ts";
import { implausible } from "../values/implausible-amount.ts";
import { shortly } from "../values/raw-excerpt.ts";
import type { Findings } from "./findings.ts";
import { amountOf, codeOf, dateOf, organisationOf } from "./read-values.ts";
import { transactionKinds } from "./vocabulary.ts";
import { attribute, child, children, type XmlNode } from "./xml-tree.ts";

/** All statements of money of an activity: budgets, planned disbursements, transactions, in the order of the file within each. */
export function moneyOf(activity: XmlNode, language: string, notes: Findings): readonly Money[] {
  const money: Money[] = [];
  for (const node of activity.children) {
    const one =
      node.name === "budget"
        ? budget(node, notes)
        : node.name === "planned-disbursement"
          ? planned(node, language, notes)
          : node.name === "transaction"
            ? transaction(node, language, notes)
            : undefined;
    if (one !== undefined) money.push(one);
  }
  return money;
}

function budget(node: XmlNode, notes: Findings): Money | undefined {
  const value = plannedValueOf(node, notes);
  const type = codeOf(node, "type", /^[12]$/, "1 (original) or 2 (revised)", notes);
  const status = codeOf(node, "status", /^[12]$/, "1 (indicative) or 2 (committed)", notes);
  const period = periodOf(node, notes);
  if (value === undefined) return undefined;
  return {
    kind: "budget",
    ...value,
    ...period,
    ...(type === undefined ? {} : { budgetType: type }),
    ...(status === undefined ? {} : { budgetStatus: status }),
  };
}

function planned(node: XmlNode, language: string, notes: Findings): Money | undefined {
  const value = plannedValueOf(node, notes);
  const type = codeOf(node, "type", /^[12]$/, "1 (original) or 2 (revised)", notes);
  const period = periodOf(node, notes);
  if (value === undefined) return undefined;
  return {
    kind: "other",
    stated: "planned-disbursement",
    ...value,
    ...period,
    ...(type === undefined ? {} : { budgetType: type }),
    ...sides(node, language, notes),
  };
}

/**
 * A transaction of a type that the code list does not know is kept as "other", so that its money is counted nowhere and
 * lost nowhere. One without an amount is left out, whatever else is wrong with it.
 */
function transaction(node: XmlNode, language: string, notes: Findings): Money | undefined {
  const value = valueOf(node, notes);
  if (value === undefined) return undefined;
  const date = value.date ?? dateOf(child(node, "transaction-date"), "iso-date", notes);
  const typeNode = child(node, "transaction-type");
  const type = typeNode === undefined ? undefined : attribute(typeNode, "code");
  const kind = type === undefined ? undefined : transactionKinds[type];
  if (kind === undefined)
    notes.warning(
      typeNode ?? node,
      typeNode === undefined ? undefined : "code",
      "transaction-type-unknown",
      shortly(type ?? ""),
      "a code of TransactionType, 1 to 13",
    );
  return {
    kind: kind ?? "other",
    ...value,
    ...(date === undefined ? {} : { date }),
    ...(type === undefined ? {} : { stated: `transaction-type ${type}` }),
    ...sides(node, language, notes),
    ...placesAndSectors(node),
  };
}

/** The amount, its currency (its own or the activity's default) and its date. */
function valueOf(node: XmlNode, notes: Findings): Pick<Money, "amount" | "currency" | "date"> | undefined {
  const value = child(node, "value");
  if (value === undefined) return notes.warning(node, undefined, "amount-missing", "", "a value");
  const amount = amountOf(value, notes);
  if (amount === undefined) return undefined;
  const date = dateOf(value, "value-date", notes);
  const holder = attribute(value, "currency") === undefined && node.parent !== undefined ? node.parent : value;
  const name = holder === value ? "currency" : "default-currency";
  const stated = attribute(holder, name);
  const currency = stated?.toUpperCase();
  const known = currency !== undefined && /^[A-Z]{3}$/.test(currency);
  if (!known) {
    notes.warning(
      value,
      "currency",
      stated === undefined ? "currency-missing" : "currency-unknown",
      shortly(stated ?? ""),
      "a code of ISO 4217, e.g. EUR, here or as default-currency",
    );
  }
  const most = implausible(amount, known ? currency : undefined);
  if (most !== undefined) notes.warning(value, undefined, "amount-implausible", shortly(amount), most);
  return { amount, ...(known ? { currency } : {}), ...(date === undefined ? {} : { date }) };
}

/** A transaction below zero takes an earlier one back; a plan has nothing to take back. It is kept all the same. */
function plannedValueOf(node: XmlNode, notes: Findings): ReturnType<typeof valueOf> {
  const value = valueOf(node, notes);
  if (value?.amount.startsWith("-") === true)
    notes.warning(
      child(node, "value") ?? node,
      undefined,
      "amount-negative",
      shortly(value.amount),
      "an amount not below zero; it is kept as it stands",
    );
  return value;
}

/** The months a budget is for. One that ends before it starts is left out: the money then counts over the activity's whole time. */
function periodOf(node: XmlNode, notes: Findings): Pick<Money, "from" | "to"> {
  const start = child(node, "period-start");
  const end = child(node, "period-end");
  const from = dateOf(start, "iso-date", notes);
  const to = dateOf(end, "iso-date", notes);
  if (from !== undefined && to !== undefined && to < from.slice(0, to.length)) {
    notes.warning(end ?? node, "iso-date", "period-reversed", `${from} to ${to}`, "an end not before its start");
    return {};
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function sides(node: XmlNode, language: string, notes: Findings): Pick<Money, "provider" | "receiver"> {
  const side = (name: "provider" | "receiver"): (Organisation & { readonly activity?: string }) | undefined => {
    const org = child(node, `${name}-org`);
    if (org === undefined) return undefined;
    const activity = attribute(org, `${name}-activity-id`);
    const found = { ...organisationOf(org, language, notes), ...(activity === undefined ? {} : { activity }) };
    return Object.keys(found).length === 0 ? undefined : found;
  };
  const provider = side("provider");
  const receiver = side("receiver");
  return { ...(provider === undefined ? {} : { provider }), ...(receiver === undefined ? {} : { receiver }) };
}

/** A transaction may say its own sector and country, where the activity as a whole does not. */
function placesAndSectors(node: XmlNode): Pick<Money, "sectors" | "countries"> {
  const sectors = children(node, "sector").flatMap((s) => {
    const code = attribute(s, "code");
    return code === undefined ? [] : [{ vocabulary: attribute(s, "vocabulary") ?? "1", code }];
  });
  const countries = children(node, "recipient-country").flatMap((c) => {
    const code = attribute(c, "code")?.toUpperCase();
    return code === undefined || !/^[A-Z]{2}$/.test(code) ? [] : [code];
  });
  return { ...(sectors.length === 0 ? {} : { sectors }), ...(countries.length === 0 ? {} : { countries }) };
}
