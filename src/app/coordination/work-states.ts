/** What may wait for a decision, in the order of the list. */
export const workKinds = ["act", "overlap", "gap", "conflict", "import"] as const;
export type WorkKind = (typeof workKinds)[number];

/** waiting: nobody decided. returned: decided, and what it was about changed. decided: by somebody, and it holds. */
export const workStates = ["waiting", "returned", "decided"] as const;
export type WorkState = (typeof workStates)[number];
export type Counts = Readonly<Record<WorkState, number>>;

/** What returned comes before what nobody decided: it was worth a decision once. */
export const openFirst: readonly WorkState[] = ["returned", "waiting"];
export const decidedOnly: readonly WorkState[] = ["decided"];
