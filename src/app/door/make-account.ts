import { hashPassword } from "../../access/password.ts";
import { fault } from "../../base/errors.ts";
import { classOf } from "../../store/queries/classes.ts";
import type { DoorWriter } from "../../store/open-store.ts";

export type NewAccount = {
  readonly login: string;
  /** null: the account comes in by its identity provider */
  readonly password: string | null;
  readonly name: string;
  readonly role: string;
  readonly holderId: string;
  readonly bodyId: string;
  readonly validTo: string | null;
  readonly throughId?: string | null;
  readonly givenBy?: string | null;
};

/** Login names are compared without case and surrounding blanks. */
export function normalLogin(login: string): string {
  return login.trim().normalize("NFKC").toLowerCase();
}

/**
 * An account, the record of its person (TLP:GREEN, owned by whom it acts for), and its first role.
 * @throws bad-input for a login or password that is too short
 */
export async function makeAccount(door: DoorWriter, wanted: NewAccount): Promise<{ accountId: string; roleId: string }> {
  const login = normalLogin(wanted.login);
  if (login.length < 3) throw fault("bad-input", { path: "login", found: login.length, expected: "at least 3 characters" });
  if (wanted.password !== null && [...wanted.password].length < 12) throw fault("bad-input", { path: "password", found: [...wanted.password].length, expected: "at least 12 characters" });
  if (wanted.name.trim() === "") throw fault("bad-input", { path: "name", found: "", expected: "the person's name" });
  const classId = await classOf(door.db, 1, wanted.holderId);
  const personId = crypto.randomUUID();
  await door.db.insertInto("record").values({ id: personId, kind: "person", key: `account-${personId}`, owner_id: wanted.holderId, class_id: classId }).execute();
  await door.db.insertInto("person").values({ id: personId }).execute();
  const account = await door.db
    .insertInto("account")
    .values({ login, person_id: personId, display_name: wanted.name.trim(), password_hash: wanted.password === null ? null : await hashPassword(wanted.password) })
    .returning("id")
    .executeTakeFirstOrThrow();
  const role = await door.db
    .insertInto("acting_role")
    .values({ account_id: account.id, role: wanted.role, holder_id: wanted.holderId, body_id: wanted.bodyId, valid_to: wanted.validTo, through_id: wanted.throughId ?? null, given_by: wanted.givenBy ?? null })
    .returning("id")
    .executeTakeFirstOrThrow();
  // The person may be known to the coalition; who acts in which role since when is told to their own side.
  door.note({ recordIds: [personId], classId: await classOf(door.db, 2, wanted.holderId), before: null, after: { account: account.id, person: personId, role: wanted.role, holder: wanted.holderId, body: wanted.bodyId, validTo: wanted.validTo } });
  return { accountId: account.id, roleId: role.id };
}
