import type { Money, Party, Report } from "../../initiatives/report.ts";

/** IATI code lists that the reader must understand; all other codes are kept as they are. */

/** ActivityDateType */
export const dateFields: Readonly<Record<string, keyof Report["dates"]>> = {
  "1": "plannedStart",
  "2": "actualStart",
  "3": "plannedEnd",
  "4": "actualEnd",
};

/** OrganisationRole */
export const roles: Readonly<Record<string, Party["role"]>> = {
  "1": "funding",
  "2": "accountable",
  "3": "extending",
  "4": "implementing",
};

/** RelatedActivityType */
export const relations: Readonly<Record<string, Report["related"][number]["type"]>> = {
  "1": "parent",
  "2": "child",
  "3": "sibling",
  "4": "co-funded",
  "5": "third-party",
};

/**
 * TransactionType. Incoming funds, commitments and pledges are what others give: they never count as the reporter's own
 * money. Interest, repayments, reimbursements, equity and guarantees are "other", told apart by their code.
 */
export const transactionKinds: Readonly<Record<string, Money["kind"]>> = {
  "1": "incoming",
  "2": "commitment",
  "3": "disbursement",
  "4": "expenditure",
  "5": "other",
  "6": "other",
  "7": "other",
  "8": "other",
  "9": "other",
  "10": "other",
  "11": "incoming",
  "12": "pledge",
  "13": "incoming",
};

/** GeographicExactness */
export const exactness: Readonly<Record<string, "exact" | "approximate">> = { "1": "exact", "2": "approximate" };

/** The elements that a report is made of. Whatever is not named here is passed over, contact-info above all. */
export const wantedElements: ReadonlySet<string> = new Set([
  "iati-activity",
  "iati-identifier",
  "reporting-org",
  "narrative",
  "title",
  "description",
  "participating-org",
  "other-identifier",
  "activity-status",
  "activity-date",
  "recipient-country",
  "recipient-region",
  "location",
  "location-id",
  "name",
  "administrative",
  "point",
  "pos",
  "exactness",
  "location-class",
  "feature-designation",
  "sector",
  "budget",
  "planned-disbursement",
  "transaction",
  "transaction-type",
  "transaction-date",
  "period-start",
  "period-end",
  "value",
  "provider-org",
  "receiver-org",
  "related-activity",
]);
