/** What the demonstration tells. The generators build these facts in; the tests ask the engine for them; docs/guide/demo.md walks through them. */
export const seedOfStory = "five-shores";

export const story = {
  /** Two members train the same police in one district: of 3.6 M and 1.2 M, 1.2 M is contested, month by month. */
  overlap: { area: "QT-05", line: "capacity", group: "police", larger: "XV-GOV-4471", smaller: "XE-GOV-0932", contestedUsd: 1_200_000 },
  /** One programme, told by who pays and by who carries it out, under one identifier: counted once. */
  doubleReport: { identifier: "XT-GOV-2207", area: "QR-04", usd: 900_000 },
  /** The same work told under two identifiers: two initiatives, until somebody says that they are one. */
  twoIdentifiers: { first: "XM-OSR-2291", second: "XH-GOV-118", area: "QV-07", line: "stabilisation", usd: 640_000 },
  /** Most of what is short anywhere is short here. */
  underServed: { area: "QS-07", line: "resilience", needUsdPerMonth: 420_000, supplyUsdPerMonth: 30_000 },
  /** More than half again of what is needed, in every month that the need is told for. */
  crowded: { area: "QT-03", line: "stabilisation", needUsdPerMonth: 22_000, first: "XO-GOV-340", second: "XI-GOV-77" },
  /** The public knows 0.5 M somewhere in Talmeria; the circle knows 0.8 M, and the district. */
  twoViewers: { identifier: "XE-GOV-1175", area: "QT-09", country: "QT", publicUsd: 500_000, circleUsd: 800_000 },
  /** Two sources date the founding to two days. */
  disputedDate: { body: "concord", field: "founded", one: "2019-06-04", other: "2019-06-05" },
  /** Carries freight in several reports. An invented list will know a company of nearly that name, once lists are screened. */
  partyToScreen: "Sarvane Freight and Storage",
} as const;

/** As whom the demonstration is looked at, beside the public. */
export const logins = { officer: "mirane", focalPoint: "aveline", analyst: "joren", compliance: "nerin" } as const;
