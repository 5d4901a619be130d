-- Acts that one person alone may not do: opening a record further than its marking, deleting a source, restoring a backup over data. One proposes,
-- another of those who may do it seconds or refuses. That the two are different persons is the database's own to say.

create table two_person_act (
  id               uuid primary key default gen_random_uuid(),
  kind             text not null check (kind in ('widen-marking','delete-source','restore-backup')),
  -- what it is about; none for a backup
  subject_kind     text check (subject_kind in ('source','record','claim','import')),
  subject_id       uuid,
  -- widening: the class it is to have. Restoring: {"sha256","note"} of the file.
  to_class_id      int references visibility_class(id),
  wanted           jsonb not null default '{}',
  -- whose it is: both persons act for this holder
  owner_id         uuid not null references record(id),
  class_id         int not null references visibility_class(id),
  reason           text not null check (length(reason) between 1 and 2000),
  proposed_by      uuid not null references account(id),
  proposed_person  uuid not null,
  proposed_at      timestamptz not null default now(),
  expires_at       timestamptz not null,
  outcome          text check (outcome in ('done','refused','withdrawn')),
  settled_by       uuid references account(id),
  settled_person   uuid,
  settled_reason   text check (length(settled_reason) <= 2000),
  settled_at       timestamptz,
  -- the transaction that settles it is the one that may do it; means nothing on another server
  settled_xid      xid8,
  -- of the code by which an operator restores, once
  code_hash        bytea,
  used_at          timestamptz,
  check ((kind = 'restore-backup') = (subject_id is null)),
  check ((kind = 'widen-marking') = (to_class_id is not null)),
  check ((outcome is null) = (settled_by is null)),
  -- the one rule: who proposed it does not settle it, under no account of theirs; only take it back
  constraint two_different_persons check (outcome is null or (outcome = 'withdrawn') = (settled_by = proposed_by)),
  constraint two_different_people check (outcome is null or outcome = 'withdrawn' or settled_person <> proposed_person)
);
create index on two_person_act (owner_id) where outcome is null;
create index on two_person_act (subject_id) where subject_id is not null;

-- Who they are is looked up, never told; what was proposed and settled stays as it was.
create function two_person_act_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    -- a backup that comes in brings acts as they were settled; a transaction's number means nothing here
    if session_user in ('entente_app','entente_door') then new.outcome := null; new.settled_by := null; new.code_hash := null; new.used_at := null; end if;
    new.settled_xid := null;
    new.proposed_person := coalesce((select person_id from account where id = new.proposed_by), new.proposed_person);
    return new;
  end if;
  if old.outcome is not null and (new.outcome is distinct from old.outcome or new.settled_by is distinct from old.settled_by or (old.used_at is not null and new.used_at is distinct from old.used_at)) then
    raise exception 'settled already' using errcode = 'insufficient_privilege';
  end if;
  if row(new.id, new.kind, new.subject_id, new.to_class_id, new.wanted, new.owner_id, new.proposed_by, new.proposed_person) is distinct from row(old.id, old.kind, old.subject_id, old.to_class_id, old.wanted, old.owner_id, old.proposed_by, old.proposed_person) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  if old.outcome is null and new.outcome is not null then
    if old.expires_at <= now() then raise exception 'expired' using errcode = 'insufficient_privilege'; end if;
    new.settled_person := (select person_id from account where id = new.settled_by);
    new.settled_at := now();
    new.settled_xid := pg_current_xact_id();
  end if;
  return new;
end $$;
revoke execute on function two_person_act_kept() from public;
create trigger kept before insert or update on two_person_act for each row execute function two_person_act_kept();

-- Who may take part: those who may write what this holder owns; a backup is the officers' of that body.
create function may_take_part(kind text, owner uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from viewer() v where v.holder_id = owner and v.looking_as is null and role_writes(v.role) and (kind <> 'restore-backup' or v.role = 'secretariat')) $$;

alter table two_person_act enable row level security;
alter table two_person_act force row level security;
grant select, insert, update, delete on two_person_act to entente_unfiltered_jobs;
create policy jobs on two_person_act to entente_unfiltered_jobs using (true) with check (true);
grant select (id, kind, subject_kind, subject_id, to_class_id, wanted, owner_id, class_id, reason, proposed_by, proposed_at, expires_at, outcome, settled_by, settled_reason, settled_at, settled_xid, used_at) on two_person_act to entente_app;
grant insert (id, kind, subject_kind, subject_id, to_class_id, wanted, owner_id, class_id, reason, proposed_by, proposed_at, expires_at) on two_person_act to entente_app;
grant update (outcome, settled_by, settled_reason, code_hash) on two_person_act to entente_app;
create policy read on two_person_act for select to entente_app using (class_id in (select readable_class()) and may_take_part(kind, owner_id));
create policy propose on two_person_act for insert to entente_app with check (
  class_id in (select writable_class()) and may_take_part(kind, owner_id) and proposed_by = (select viewer_account())
  and (to_class_id is null or to_class_id in (select writable_class())));
create policy settle on two_person_act for update to entente_app
  using (outcome is null and class_id in (select writable_class()) and may_take_part(kind, owner_id))
  with check (outcome is not null and settled_by = (select viewer_account()));
-- what the functions below read, as their owner
create policy resolve on two_person_act to entente_owner using (true) with check (true);

-- Nothing is opened further than its label was, but by what two persons wanted, in the transaction in which the second of them said so.
create or replace function narrow_only() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user <> 'entente_unfiltered_jobs' and new.class_id <> old.class_id and not exists (
    select 1 from visibility_class was, visibility_class becomes
    where was.id = old.class_id and becomes.id = new.class_id and becomes.tlp >= was.tlp and becomes.owner_id = was.owner_id)
  and not exists (
    select 1 from two_person_act a, visibility_class was, visibility_class becomes
    where a.kind = 'widen-marking' and a.outcome = 'done' and a.settled_xid = pg_current_xact_id_if_assigned() and a.to_class_id = new.class_id
      and a.subject_id = case when tg_table_name = 'report' then (to_jsonb(new) ->> 'import_id')::uuid else new.id end
      and a.subject_kind = case when tg_table_name = 'report' then 'import' else tg_table_name end
      and was.id = old.class_id and becomes.id = new.class_id and was.tlp < 4 and becomes.owner_id = was.owner_id) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- A source goes by two persons only, whoever asks, jobs too.
create function two_persons_delete() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from two_person_act a where a.kind = 'delete-source' and a.subject_id = old.id and a.outcome = 'done' and a.settled_xid = pg_current_xact_id_if_assigned()) then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
revoke execute on function two_persons_delete() from public;
create trigger two_persons before delete on source for each row execute function two_persons_delete();

-- What two persons delete in this very transaction, its owner sees: what hangs on it goes with it.
create function source_going(s uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from two_person_act a where a.kind = 'delete-source' and a.subject_id = s and a.outcome = 'done' and a.settled_xid = pg_current_xact_id_if_assigned()) $$;
revoke execute on function source_going(uuid) from public;
create policy going on source to entente_owner using (source_going(id));
create policy going on claim to entente_owner using (source_going(source_id));
create policy going on decision to entente_owner using (exists (select 1 from claim c where c.id = claim_id and source_going(c.source_id)));
create policy going on need to entente_owner using (source_going(source_id));
create policy going on stated_none to entente_owner using (source_going(source_id));
create policy going on threat to entente_owner using (source_going(source_id));
create policy going on report to entente_owner using (source_going(source_id));

-- Deletes the source of an act that was seconded in this transaction, and all that says nothing without it. Whose that was is told, so that each
-- can be told of theirs: how many, and of which kind. Reports hold a source fast.
create function delete_source(act uuid) returns table (owner_id uuid, kind text, n int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare s uuid; said uuid[];
begin
  select a.subject_id into s from two_person_act a where a.id = act and a.kind = 'delete-source' and a.outcome = 'done' and a.settled_xid = pg_current_xact_id_if_assigned() and may_take_part(a.kind, a.owner_id);
  if s is null then raise exception 'not allowed' using errcode = 'insufficient_privilege'; end if;
  if exists (select 1 from report r where r.source_id = s) then raise exception 'reports rest on it' using errcode = 'foreign_key_violation'; end if;
  return query
    select c.owner_id, 'claim', count(*)::int from claim c where c.source_id = s group by 1
    union all select d.owner_id, 'decision', count(*)::int from decision d join claim c on c.id = d.claim_id where c.source_id = s group by 1
    union all select d.owner_id, 'need', count(*)::int from need d where d.source_id = s group by 1
    union all select d.owner_id, 'stated-none', count(*)::int from stated_none d where d.source_id = s group by 1
    union all select d.owner_id, 'events', count(*)::int from threat d where d.source_id = s group by 1;
  said := array(select c.id from claim c where c.source_id = s);
  delete from decision d where d.claim_id = any (said);
  delete from search_entry e where e.said_in = s or e.said_in = any (said);
  delete from claim c where c.source_id = s;
  delete from need d where d.source_id = s;
  delete from stated_none d where d.source_id = s;
  delete from threat d where d.source_id = s;
  delete from source where id = s;
end $$;
revoke execute on function delete_source(uuid) from public;
grant execute on function delete_source(uuid) to entente_app;
