-- Who is asking, and which rows they may see.
--
-- Three login roles, made before this runs (see ../postgres): entente_app serves pages and commands and is
-- bound by row-level security; entente_door knows accounts and sessions and nothing else; and
-- entente_unfiltered_jobs does work that has no viewer (loading the shipped record, checkpoints, backup).
-- None owns anything. entente_owner owns the tables and, by FORCE ROW LEVEL SECURITY, reads no marked row.

revoke all on schema public from public;
grant usage on schema public to entente_app, entente_door, entente_unfiltered_jobs;

-- Every record of the coalition's life has one row here: what it is, and its visibility.
create table record (
  id          uuid primary key default gen_random_uuid(),
  kind        text not null check (kind in ('member','body','person','membership','office','meeting','delegation','text','undertaking','count')),
  -- the human handle, unique within one owner and kind so that a collision tells nothing about others' records
  key         text not null,
  owner_id    uuid not null references record(id) deferrable initially deferred,
  class_id    int  not null,
  created_at  timestamptz not null default now(),
  unique (owner_id, kind, key)
);

create table circle (
  id        uuid primary key default gen_random_uuid(),
  owner_id  uuid not null references record(id),
  name      text not null,
  unique (owner_id, name)
);
-- A holder is a member, or a body speaking through its secretariat.
create table circle_holder (
  circle_id  uuid not null references circle(id) on delete cascade,
  holder_id  uuid not null references record(id),
  primary key (circle_id, holder_id)
);

-- A distinct (marking, circle, owner). tlp: 0 CLEAR, 1 GREEN, 2 AMBER, 3 AMBER+STRICT, 4 RED.
-- No circle: for GREEN every holder of the coalition, for AMBER the owner alone, for RED the named persons.
create table visibility_class (
  id         int generated always as identity primary key,
  tlp        smallint not null check (tlp between 0 and 4),
  circle_id  uuid references circle(id),
  owner_id   uuid not null references record(id) deferrable initially deferred,
  unique nulls not distinct (tlp, circle_id, owner_id)
);
alter table record add foreign key (class_id) references visibility_class(id) deferrable initially deferred;
create index on record (class_id);
create index on record (kind);

create table class_person (
  class_id   int  not null references visibility_class(id),
  person_id  uuid not null references record(id),
  primary key (class_id, person_id)
);

-- An account opens the door; the person is a record of its own.
create table account (
  id             uuid primary key default gen_random_uuid(),
  login          text not null unique,
  person_id      uuid not null references record(id),
  -- how the person signs; names that others state of them are claims on the person's record
  display_name   text not null,
  -- null: this account comes in by a passkey or by its own identity provider
  password_hash  text,
  created_at     timestamptz not null default now(),
  ended_at       timestamptz
);

-- What a person does for a holder in a body, from when to when. Rights follow from it and end with it.
create table acting_role (
  id          uuid primary key default gen_random_uuid(),
  account_id  uuid not null references account(id),
  role        text not null check (role in ('secretariat','chair','co-chair','focal-point','delegate','analyst','compliance-officer','auditor','observer')),
  holder_id   uuid not null references record(id),
  body_id     uuid not null references record(id),
  valid_from  date not null default current_date,
  valid_to    date,
  -- the membership or office that it rests on: it gives rights only while that holds too (see term_holds)
  through_id  uuid references record(id),
  given_by    uuid references account(id),
  -- ended at once, whatever its dates say
  ended_at    timestamptz,
  check (valid_to is null or valid_to >= valid_from)
);
create index on acting_role (account_id);

create table session (
  id            uuid primary key default gen_random_uuid(),
  -- sha-256 of an opaque secret of 256 bits: the secret itself is nowhere
  secret_hash   bytea not null unique,
  kind          text not null check (kind in ('browser','token')),
  name          text,
  account_id    uuid not null references account(id),
  role_id       uuid not null references acting_role(id),
  looking_as    uuid references record(id),
  read_only     boolean not null default false,
  -- the rights that a token is limited to; null: all of its role's
  scopes        text[],
  -- how its bearer proved who they are, and with which program, for the list of one's own sessions
  made_with     text not null default 'password' check (made_with in ('password','second-factor','recovery-code','passkey','oidc','link','token')),
  agent         text,
  -- opens nothing but the making of a second factor
  enrol         boolean not null default false,
  -- the sign-in at a provider that it came from, so that signing out there ends it here
  identity_id   uuid,
  provider_sid  text,
  created_at    timestamptz not null default now(),
  last_used_at  timestamptz,
  -- unused until then, it is over; null: only its end counts
  idle_at       timestamptz,
  expires_at    timestamptz not null,
  ended_at      timestamptz
);
create index on session (account_id);

-- One-time links: the first officer's set-up, and invitations.
create table door_link (
  id            uuid primary key default gen_random_uuid(),
  secret_hash   bytea not null unique,
  purpose       text not null check (purpose in ('setup','invitation')),
  person_name   text,
  role          text,
  holder_id     uuid references record(id),
  body_id       uuid references record(id),
  valid_to      date,
  invited_by    uuid references account(id),
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  used_at       timestamptz
);

-- Failed sign-ins, per account name and per address; only slows the asking side, never locks the account.
create table sign_in_failure (
  at       timestamptz not null default now(),
  subject  bytea not null
);
create index on sign_in_failure (subject, at);

-- Roles that may write what their holder owns; src/access/rights.ts says the same, and a test holds the two together.
create function role_writes(role text) returns boolean language sql immutable parallel safe as $$ select role in ('secretariat','chair','co-chair','focal-point') $$;

-- Whether a membership or office is in its term today. Its dates are claims: see 0042, which replaces this.
create function term_holds(rec uuid) returns boolean language sql stable as $$ select true $$;

-- ---------------------------------------------------------------------------------------------------------
-- The viewer. `entente.session` holds the opaque secret, set LOCAL at the start of each transaction. Nothing
-- the application can say besides that secret makes it someone: NULL and '' are the anonymous visitor.
create function viewer() returns table (account_id uuid, person_id uuid, session_id uuid, role_id uuid, role text, holder_id uuid, body_id uuid, looking_as uuid, read_only boolean, scopes text[], session_kind text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.account_id, a.person_id, s.id, r.id, r.role, r.holder_id, r.body_id, s.looking_as, s.read_only or s.looking_as is not null, s.scopes, s.kind
  from session s join account a on a.id = s.account_id join acting_role r on r.id = s.role_id and r.account_id = a.id
  where s.secret_hash = sha256(convert_to(nullif(current_setting('entente.session', true), ''), 'UTF8'))
    and s.ended_at is null and s.expires_at > now() and (s.idle_at is null or s.idle_at > now()) and not s.enrol and a.ended_at is null
    and r.ended_at is null and r.valid_from <= current_date and (r.valid_to is null or r.valid_to >= current_date)
    and (r.through_id is null or term_holds(r.through_id))
$$;

-- Which classes a holder may read, as that holder. Looking as someone never widens: it is an intersection.
create function class_readable_by(holder uuid, person uuid) returns setof int
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from visibility_class c
  where c.tlp = 0
     or (holder is not null and c.tlp between 1 and 3 and (
           c.owner_id = holder
        or (c.circle_id is null and c.tlp = 1)
        or exists (select 1 from circle_holder h where h.circle_id = c.circle_id and h.holder_id = holder)))
     or (c.tlp = 4 and exists (select 1 from class_person p where p.class_id = c.id and p.person_id = person))
$$;
revoke execute on function class_readable_by(uuid, uuid) from public;

create function readable_class() returns setof int
language sql stable rows 20 security definer set search_path = public, pg_temp as $$
  with v as materialized (select holder_id, person_id, looking_as from viewer())
  select c.id
  from class_readable_by((select holder_id from v), (select person_id from v)) as c(id)
  where (select looking_as from v) is null or c.id in (select class_readable_by((select looking_as from v), null))
$$;

-- Roles that may write what their holder owns; everybody else only reads. Looking as someone writes nothing.
create function writable_class() returns setof int
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from visibility_class c, viewer() v
  where c.owner_id = v.holder_id and not v.read_only and role_writes(v.role)
$$;

-- The class for a marking of one's own, made when it is new. A circle must be one that the viewer's holder owns; what is
-- CLEAR is bound to none, and RED is for named persons, whom nobody names this way.
create function own_class(want_tlp smallint, want_circle uuid) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v record; found int;
begin
  select * into v from viewer();
  if v.holder_id is null or v.read_only or not role_writes(v.role) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  if want_tlp not between 0 and 3 or (want_circle is not null and want_tlp = 0) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  if want_circle is not null and not exists (select 1 from circle where id = want_circle and owner_id = v.holder_id) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into visibility_class (tlp, circle_id, owner_id) values (want_tlp, want_circle, v.holder_id) on conflict do nothing;
  select id into found from visibility_class where tlp = want_tlp and circle_id is not distinct from want_circle and owner_id = v.holder_id;
  return found;
end $$;

create function viewer_holder() returns uuid language sql stable security definer set search_path = public, pg_temp as $$ select holder_id from viewer() $$;
create function viewer_account() returns uuid language sql stable security definer set search_path = public, pg_temp as $$ select account_id from viewer() $$;

-- ---------------------------------------------------------------------------------------------------------
do $$ declare t text; begin
  foreach t in array array['record','circle','circle_holder','visibility_class','class_person','account','acting_role','session','door_link','sign_in_failure'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to entente_unfiltered_jobs', t);
  end loop;
  -- what the functions above read, as their owner; no record of the coalition's life is among it
  foreach t in array array['circle','circle_holder','visibility_class','class_person','account','acting_role','session'] loop
    execute format('create policy resolve on %I to entente_owner using (true) with check (true)', t);
  end loop;
  foreach t in array array['account','acting_role','session','door_link','sign_in_failure'] loop
    execute format('create policy door on %I to entente_door using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to entente_door', t);
  end loop;
end $$;

-- What a record is never changes; its marking may become narrower (see narrow_only below).
grant select, insert, update (class_id) on record to entente_app;
create policy read on record for select to entente_app using (class_id in (select readable_class()));
create policy add on record for insert to entente_app with check (owner_id = (select viewer_holder()) and class_id in (select writable_class()));
create policy change on record for update to entente_app
  using (class_id in (select readable_class()) and class_id in (select writable_class()))
  with check (class_id in (select writable_class()));

-- the door makes the person of a new account, and nothing else of the record
grant select (id, kind, owner_id), insert on record to entente_door;
create policy door_body on record for select to entente_door using (kind = 'body');
create policy door_add_person on record for insert to entente_door with check (kind = 'person');
grant select, insert on visibility_class to entente_door;
create policy door on visibility_class to entente_door using (true) with check (true);

grant select on visibility_class to entente_app;
create policy read on visibility_class for select to entente_app using (id in (select readable_class()));
grant select, insert on circle to entente_app;
grant update (name) on circle to entente_app;
grant select, insert, delete on circle_holder to entente_app;
-- A member of a circle sees who else is in it: that is what sharing with them means. Looking as a member, one sees the
-- circles that both are in.
create function circle_of(c uuid, holder uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from circle where id = c and owner_id = holder) or exists (select 1 from circle_holder where circle_id = c and holder_id = holder) $$;
revoke execute on function circle_of(uuid, uuid) from public;
create function circle_seen(c uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from viewer() v where circle_of(c, v.holder_id) and (v.looking_as is null or circle_of(c, v.looking_as))) $$;
create function circle_owned(c uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from circle k, viewer() v where k.id = c and k.owner_id = v.holder_id and not v.read_only and role_writes(v.role)) $$;
create function may_own_circles() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from viewer() v where not v.read_only and role_writes(v.role)) $$;
create policy read on circle for select to entente_app using (circle_seen(id) or (owner_id = (select viewer_holder()) and (select may_own_circles())));
create policy own on circle for insert to entente_app with check (owner_id = (select viewer_holder()) and (select may_own_circles()));
create policy rename on circle for update to entente_app using (circle_owned(id)) with check (owner_id = (select viewer_holder()));
create policy read on circle_holder for select to entente_app using (circle_seen(circle_id));
-- whoever is added is a member or body that the owner sees
create policy own on circle_holder for insert to entente_app with check (
  circle_owned(circle_id) and exists (select 1 from record r where r.id = holder_id and r.kind in ('member','body')));
create policy leave on circle_holder for delete to entente_app using (circle_owned(circle_id));

-- Marking anew what is one's own: the label may become stricter and the circle be another of one's own; nothing is opened
-- further than its label was. Fires only where a statement sets class_id: rows come in without it.
create function narrow_only() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> 'entente_unfiltered_jobs' and new.class_id <> old.class_id and not exists (
    select 1 from visibility_class was, visibility_class becomes
    where was.id = old.class_id and becomes.id = new.class_id and becomes.tlp >= was.tlp and becomes.owner_id = was.owner_id) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke execute on function narrow_only() from public;
create trigger narrow_only before update of class_id on record for each row execute function narrow_only();

grant select (id, login, person_id, display_name, created_at, ended_at) on account to entente_app;
create policy read on account for select to entente_app using (id = (select viewer_account()) or exists (select 1 from viewer() v where v.role = 'secretariat' and v.looking_as is null));
grant select on acting_role to entente_app;
create policy read on acting_role for select to entente_app using (exists (select 1 from viewer() v where v.account_id = acting_role.account_id or (v.role = 'secretariat' and v.looking_as is null)));
grant select (id, kind, name, account_id, role_id, looking_as, read_only, scopes, made_with, agent, created_at, last_used_at, idle_at, expires_at, ended_at) on session to entente_app;
create policy read on session for select to entente_app using (account_id = (select viewer_account()));
