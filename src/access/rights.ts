export type RoleName = "secretariat" | "chair" | "focal-point" | "delegate" | "analyst" | "compliance-officer" | "auditor" | "observer";
export type Right = "import" | "edit-record" | "decide" | "look-as" | "manage-accounts" | "make-tokens" | "read-audit";

/** Who may do what. Reading is not in it: markings and circles decide that. Operating the server gives no right. */
export const rights: Readonly<Record<Right, readonly RoleName[]>> = {
  import: ["secretariat", "chair", "focal-point"],
  "edit-record": ["secretariat", "chair", "focal-point"],
  decide: ["secretariat", "chair", "focal-point"],
  "look-as": ["secretariat"],
  "manage-accounts": ["secretariat"],
  "make-tokens": ["secretariat", "chair", "focal-point", "delegate", "analyst", "compliance-officer", "auditor", "observer"],
  "read-audit": ["secretariat", "chair", "focal-point", "auditor"],
};

export function may(role: string, right: Right): boolean {
  return (rights[right] as readonly string[]).includes(role);
}

/** Every right of a role, for showing or hiding a way in; the verb decides again each time. */
export function rightsOf(role: string): readonly Right[] {
  return (Object.keys(rights) as Right[]).filter((right) => may(role, right));
}
