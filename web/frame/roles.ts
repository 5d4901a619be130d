import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Session } from "../api/types.ts";

type Account = Extract<Session["viewer"], { kind: "account" }>;
export type RoleName = Account["roles"][number]["role"];

/** What an account is in a body. */
export const roleWords: Readonly<Record<RoleName, MessageDescriptor>> = {
  member: msg`member`,
  chair: msg`chair`,
  "co-chair": msg`co-chair`,
  lead: msg`lead`,
  "co-lead": msg`co-lead`,
  rapporteur: msg`rapporteur`,
  "focal-point": msg`focal point`,
  officer: msg`secretariat officer`,
  delegate: msg`delegate`,
  analyst: msg`analyst`,
  "compliance-officer": msg`compliance officer`,
  auditor: msg`auditor`,
  observer: msg`observer`,
};

/** The role that says most about why someone sees what they see: those in force first, one's own work before an office. */
export function leadingRole(account: Account): Account["roles"][number] | undefined {
  const order: readonly RoleName[] = ["officer", "focal-point", "compliance-officer", "analyst", "delegate", "auditor", "observer", "chair", "co-chair", "lead", "co-lead", "rapporteur", "member"];
  return account.roles.find((role) => role.current) ?? account.roles.filter((role) => role.holdsToday).toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))[0];
}
