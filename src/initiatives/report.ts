/**
 * What one reporter says about one activity, as imported. Never edited: a newer version supersedes it.
 *
 * The shape follows IATI 2.03, which every other format maps onto. Absent means "not stated".
 * Dates are EDTF strings; amounts are decimal strings in the currency stated beside them.
 */
export type Report = {
  readonly identifier: string;
  readonly reporter: Organisation & { readonly secondary: boolean };
  readonly title: LanguageMap;
  readonly description?: LanguageMap;
  /** IATI ActivityStatus: 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended */
  readonly status?: string;
  readonly dates: { readonly plannedStart?: string; readonly actualStart?: string; readonly plannedEnd?: string; readonly actualEnd?: string };
  readonly parties: readonly Party[];
  readonly sectors: readonly { readonly vocabulary: string; readonly code: string; readonly name?: string; readonly percent?: number }[];
  readonly countries: readonly { readonly code: string; readonly percent?: number }[];
  readonly regions: readonly { readonly vocabulary: string; readonly code: string; readonly percent?: number }[];
  readonly locations: readonly Location[];
  readonly targetGroups: readonly string[];
  readonly money: readonly Money[];
  readonly related: readonly { readonly type: "parent" | "child" | "sibling" | "co-funded" | "third-party"; readonly identifier: string }[];
  readonly hierarchy?: number;
  readonly humanitarian?: boolean;
  /** When the publisher last changed it: ISO date-time or date. Decides which of two versions is newer. */
  readonly lastUpdated?: string;
  /** Lines of effort that the reporter states itself (CSV of initiatives); else they are derived from sectors and words. */
  readonly lines?: readonly { readonly line: Line; readonly percent?: number }[];
  /** Other identifiers that the reporter or others know it by; `type` is IATI's OtherIdentifierType, "" where not stated. */
  readonly otherIdentifiers?: readonly { readonly type: string; readonly identifier: string }[];
  /** Where the reporter or a compiler found it published, if this is not the publication itself. */
  readonly published?: { readonly source?: string; readonly licence?: string; readonly locator?: string };
  /** Where this was read. */
  readonly at: ReadAt;
};

/** The four lines of effort. `other` is not a line: kept and listed, no part in overlap or gap. */
export type Line = "counter-finance" | "capacity" | "stabilisation" | "resilience";
export const lines: readonly Line[] = ["counter-finance", "capacity", "stabilisation", "resilience"];

/** BCP 47 language (or "und") to words. */
export type LanguageMap = Readonly<Record<string, string>>;

export type Organisation = { readonly ref?: string; readonly name?: string; /** IATI OrganisationType */ readonly type?: string };

/** IATI's roles: 1 funding, 2 accountable, 3 extending, 4 implementing. */
export type Party = Organisation & { readonly role: "funding" | "accountable" | "extending" | "implementing"; readonly activity?: string };

export type Location = {
  readonly name?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** IATI GeographicExactness: exact, approximate */
  readonly exactness?: "exact" | "approximate";
  /** IATI GeographicLocationClass: 1 administrative region, 2 populated place, 3 structure, 4 other */
  readonly locationClass?: string;
  /** AidData/IATI 1.x precision or feature designation code, where given: a whole-country centroid must not count as sub-national. */
  readonly precision?: string;
  readonly administrative: readonly { readonly vocabulary: string; readonly level?: number; readonly code: string }[];
  readonly gazetteer?: { readonly vocabulary: string; readonly code: string };
  readonly percent?: number;
};

/** One statement of money. `net` effects (negative amounts) are kept as stated. */
export type Money = {
  readonly kind: "commitment" | "budget" | "disbursement" | "expenditure" | "pledge" | "incoming" | "other";
  readonly amount: string;
  readonly currency?: string;
  /** value date (EDTF) */
  readonly date?: string;
  /** budget period, both ends inclusive (EDTF) */
  readonly from?: string;
  readonly to?: string;
  /** IATI BudgetStatus 1 indicative, 2 committed; BudgetType 1 original, 2 revised */
  readonly budgetType?: string;
  readonly budgetStatus?: string;
  readonly provider?: Organisation & { readonly activity?: string };
  readonly receiver?: Organisation & { readonly activity?: string };
  /** Constant prices of this year, where the source says so. Never mixed with nominal amounts. */
  readonly constantYear?: number;
  /** What the source calls it, where `kind` is coarser: "transaction-type 8", "planned-disbursement". */
  readonly stated?: string;
  /** Sectors and countries (ISO 3166-1, two letters) of this money alone, where the source says so. */
  readonly sectors?: readonly { readonly vocabulary: string; readonly code: string }[];
  readonly countries?: readonly string[];
};

export type ReadAt = { readonly file: string; readonly line: number; readonly path: string };

/** A record that was set aside, and why: nothing of it is lost. */
export type Fault = {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  /** XPath-like path or "row 12, column budget" */
  readonly path: string;
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  /** "error": the record is set aside. "warning": it comes in, this field does not. */
  readonly severity: "error" | "warning";
  readonly identifier?: string;
  /** The record's own bytes as text, at most 64 KiB, when it is set aside. */
  readonly raw?: string;
  /** What else is wrong with a record that is set aside: a record is one fault, however many mistakes are in it. */
  readonly also?: readonly Pick<Fault, "line" | "column" | "path" | "code" | "found" | "expected">[];
};
