import type { ColumnType, Generated } from "kysely";

// The tables of migrations/ as types. Dates without a time are ISO strings (see pg-types.ts); uuid, hashes and
// bigints are strings.
type Json<T> = ColumnType<T, string, string>;
type At = ColumnType<Date, Date | string | undefined, Date | string | undefined>;
type AtOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null | undefined>;
type Id = Generated<string>;

export type Schema = {
  record: { id: Id; kind: string; key: string; owner_id: string; class_id: number; created_at: At };
  circle: { id: Id; owner_id: string; name: string };
  circle_holder: { circle_id: string; holder_id: string };
  visibility_class: { id: Generated<number>; tlp: number; circle_id: string | null; owner_id: string };
  class_person: { class_id: number; person_id: string };
  account: { id: Id; login: string; person_id: string; display_name: string; password_hash: string | null; created_at: At; ended_at: AtOrNull };
  acting_role: { id: Id; account_id: string; role: string; holder_id: string; body_id: string; valid_from: Generated<string>; valid_to: string | null; through_id: string | null; given_by: string | null; ended_at: AtOrNull };
  session: {
    id: Id; secret_hash: Buffer; kind: "browser" | "token"; name: string | null; account_id: string; role_id: string; looking_as: string | null;
    read_only: Generated<boolean>; scopes: string[] | null; made_with: Generated<string>; agent: string | null; enrol: Generated<boolean>; identity_id: string | null; provider_sid: string | null;
    created_at: At; last_used_at: AtOrNull; idle_at: AtOrNull; expires_at: ColumnType<Date, Date, Date>; ended_at: AtOrNull;
  };
  door_link: {
    id: Id; secret_hash: Buffer; purpose: "setup" | "invitation" | "emergency"; person_name: string | null; role: string | null; holder_id: string | null; body_id: string | null;
    valid_to: string | null; invited_by: string | null; created_at: At; expires_at: ColumnType<Date, Date, Date>; used_at: AtOrNull; through_id: string | null; ended_at: AtOrNull; emergency_id: string | null;
  };
  sign_in_failure: { at: At; subject: Buffer };
  second_factor: { account_id: string; secret: Buffer; next_secret: Buffer | null; made_at: At; confirmed_at: AtOrNull; last_step: Generated<string> };
  recovery_code: { account_id: string; code_hash: Buffer; used_at: AtOrNull };
  passkey: { id: Id; account_id: string; credential_id: string; public_key: Buffer; counter: Generated<string>; transports: Generated<string[]>; name: string; made_at: At; last_used_at: AtOrNull };
  identity: { id: Id; account_id: string; provider: string; issuer: string; subject: string; made_at: At; last_used_at: AtOrNull };
  door_flow: { secret_hash: Buffer; purpose: string; account_id: string | null; kept: Buffer | null; expires_at: ColumnType<Date, Date, Date> };
  known_device: { id: Id; account_id: string; secret_hash: Buffer; made_at: At; last_used_at: At; expires_at: ColumnType<Date, Date, Date> };
  emergency: { id: Id; opened_at: At; until: ColumnType<Date, Date, Date>; reason: string; for_whom: string | null };
  account_notice: { id: Id; account_id: string; what: "second-factor-reset"; by_name: string; reason: string; at: At; read_at: AtOrNull };
  backup_made: { id: Id; made_at: ColumnType<Date, Date, Date>; file_name: string; sha256: string; bytes: string; verified_at: AtOrNull };
  two_person_act: {
    id: Id; kind: "widen-marking" | "delete-source" | "restore-backup"; subject_kind: "source" | "record" | "claim" | "import" | null; subject_id: string | null; to_class_id: number | null;
    wanted: Json<Record<string, unknown>>; owner_id: string; class_id: number; reason: string; proposed_by: string; proposed_at: At; expires_at: ColumnType<Date, Date, Date>;
    outcome: "done" | "refused" | "withdrawn" | null; settled_by: string | null; settled_reason: string | null; settled_at: AtOrNull; settled_xid: string | null; code_hash: Buffer | null; used_at: AtOrNull;
  };

  body: { id: string; parent_id: string | null };
  member: { id: string; code: string; kind: "state" | "organisation"; iso2: string | null; iso3: string | null };
  person: { id: string };
  membership: { id: string; member_id: string; body_id: string };
  office: { id: string; body_id: string; holder_id: string; office: string };
  meeting: { id: string; body_id: string };
  delegation: { id: string; meeting_id: string; member_id: string };
  text: { id: string; meeting_id: string | null; body_id: string | null };
  undertaking: { id: string; meeting_id: string | null; body_id: string | null };
  count: { id: string; body_id: string };

  source: {
    id: Id; key: string; owner_id: string; class_id: number; title: string; publisher: string | null; url: string | null; published: string | null;
    licence: string | null; language: string | null; note: string | null; body: string | null; created_by: string | null; created_at: At;
  };
  claim: {
    id: Id; record_id: string; field: string; language: string | null; value: Json<unknown>;
    start_not_before: string | null; start_not_after: string | null; end_not_before: string | null; end_not_after: string | null;
    source_id: string; quote: string | null; quote_language: string | null; quote_start: number | null; quote_end: number | null; locator: string | null; note: string | null; confidence: "verified" | "reported" | "uncertain";
    owner_id: string; class_id: number; shipped: Generated<boolean>; created_by: string | null; created_at: At; withdrawn_at: AtOrNull; withdrawn_by: string | null; withdrawn_reason: string | null;
  };
  decision: {
    id: Id; record_id: string; field: string; language: string | null; claim_id: string | null; considered: Generated<string[]>; reason: string; decided_by: string; decided_role: string; decided_at: At;
    owner_id: string; class_id: number; withdrawn_at: AtOrNull; withdrawn_by: string | null; withdrawn_reason: string | null;
  };

  import: {
    id: Id; owner_id: string; class_id: number; report_class_id: number; account_id: string | null; file_name: string; file_sha256: string; file_bytes: string;
    format: string | null; state: "waiting" | "running" | "done" | "failed"; bytes_read: Generated<string>; seen: Generated<number>; added: Generated<number>;
    superseded: Generated<number>; older: Generated<number>; unchanged: Generated<number>; set_aside: Generated<number>; warnings: Generated<number>;
    problem: Json<{ code: string; params: Record<string, unknown> } | null> | null; created_at: At; finished_at: AtOrNull;
  };
  import_fault: {
    import_id: string; n: number; class_id: number; severity: "error" | "warning"; code: string; line: number; col: number | null; path: string;
    found: string; expected: string; identifier: string | null; raw: string | null; also: Json<unknown> | null;
  };
  initiative: { id: Id; identifier: string };
  report: {
    id: Id; owner_id: string; class_id: number; initiative_id: string; import_id: string | null; source_id: string | null; identifier: string; reporter_key: string;
    reporter_ref: string | null; reporter_name: string | null; secondary: boolean; version_at: AtOrNull; content_sha256: string; received_at: At; current: boolean;
    superseded_by: string | null; arrived: "added" | "superseded" | "older"; line: number; title: string; status: string | null;
    start_not_before: string | null; start_not_after: string | null; end_not_before: string | null; end_not_after: string | null;
    countries: string[]; areas: string[]; area_shares: number[]; area_how: string[]; lines: string[]; line_shares: number[]; groups: string[];
    implementers: string[]; funders: string[]; money: Json<unknown>; derived: Json<unknown>; body: Json<unknown>;
  };
  need: {
    id: Id; owner_id: string; class_id: number; source_id: string | null; basis: "request" | "people"; area: string; line: string; from_month: number; to_month: number;
    usd_per_month: number | null; people: number | null; reached: number | null; severity: number | null; unit_cost_usd_year: number | null;
    target_group: string | null; note: string | null; created_at: At;
  };
  finding_decision: {
    id: Id; kind: "overlap" | "gap"; a_id: string | null; b_id: string | null; area: string | null; line: string | null; from_month: number | null; to_month: number | null; outcome: string; reason: string | null;
    lead_id: string | null; meeting_id: string | null; amount_usd: number | null; due: string | null; undertaking_id: string | null; reports: string[]; needs: Generated<string[]>; stated_none: Generated<string[]>; classes: Generated<number[]>;
    about: Json<unknown>; decided_by: string; decided_role: string; decided_at: At; owner_id: string; class_id: number; withdrawn_at: AtOrNull; withdrawn_by: string | null; withdrawn_reason: string | null;
  };
  stated_none: {
    id: Id; owner_id: string; class_id: number; area: string; line: string | null; from_month: number; to_month: number; source_id: string | null; quote: string | null; locator: string | null; note: string | null;
    created_by: string; created_at: At; withdrawn_at: AtOrNull; withdrawn_by: string | null; withdrawn_reason: string | null;
  };
  saved_view: { id: Id; account_id: string; owner_id: string; class_id: number; shared: boolean; name: string; filter: Json<unknown>; columns: string[]; sort: string; created_at: At };
  threat: { owner_id: string; class_id: number; source_id: string; area: string; month: number; events: number; deaths: number; deaths_low: number | null; deaths_high: number | null };
  picture_change: { id: Generated<string>; at: At };

  search_entry: { said_in: string; target_id: string; kind: string; standing: boolean; on_ids: Generated<string[]>; classes: number[]; name: string; words: string };
  search_word: { word: string; backward: Generated<string> };
  search_rules: { single: Generated<boolean>; version: number };

  shipped_part: { part: string; sha256: string; loaded_at: At };
  demonstration: { only_one: Generated<boolean>; made_at: At };

  audit_leaf: {
    id: Id; seq: Generated<string>; xid: Generated<string>; at: At; account_id: string | null; role: string; holder_id: string | null; act: string; reason: string | null;
    record_ids: string[]; class_id: number; before: Json<unknown> | null; after: Json<unknown> | null; salt: string | null; before_hash: string; after_hash: string; leaf_hash: string;
  };
  told_change: { id: Generated<string>; xid: Generated<string>; at: At; act: string; kind: string; row_id: string; about: Generated<string[]>; class_id: number; account_id: string | null; holder_id: string | null };
  sent_once: { account_id: string; key: string; at: At };
  account_visit: { account_id: string; last_at: ColumnType<Date, Date | string, Date | string>; before_at: AtOrNull };
  audit_position: { position: string; leaf_id: string; leaf_hash: string };
  audit_checkpoint: { n: string; size: string; root: string; previous: string | null; at: At; key_id: string; signature: string };
};
