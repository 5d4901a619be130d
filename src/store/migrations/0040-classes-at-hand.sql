-- Who may see a row is asked of the row alone, and who is asking is resolved once.
--
-- What hangs on other rows is seen with them, never without. Each such row carries the classes of all that it hangs on, beside the
-- references themselves, and a foreign key of (id, class) holds each copy to its original: marking a record anew marks all that
-- hangs on it in the same statement, and nobody, jobs included, can store a class that is not the original's.

alter table record add unique (id, class_id);
alter table source add unique (id, class_id);

-- What is filled in here for rows that are there already, their owner fills in: meanwhile the policies do not bind it.
do $$ declare t text; begin
  foreach t in array array['record','source','claim','decision','body','member','membership','office','meeting','delegation','text','undertaking','count'] loop
    execute format('alter table public.%I no force row level security', t);
  end loop;
end $$;

-- `tbl` hangs on rows of `original` by its column `ref`, and carries their class in `copy`.
create procedure carry_class(tbl text, ref text, copy text, original text) language plpgsql as $$
begin
  execute format('alter table public.%I add column %I int', tbl, copy);
  execute format('update public.%1$I t set %3$I = o.class_id from public.%4$I o where o.id = t.%2$I', tbl, ref, copy, original);
  -- a foreign key with a null in it holds nothing
  execute format('alter table public.%1$I add constraint %4$I check ((%2$I is null) = (%3$I is null))', tbl, ref, copy, tbl || '_' || copy || '_known');
  execute format('alter table public.%1$I add foreign key (%2$I, %3$I) references public.%4$I (id, class_id) on update cascade', tbl, ref, copy, original);
end $$;

call carry_class('claim', 'record_id', 'record_class_id', 'record');
call carry_class('claim', 'source_id', 'source_class_id', 'source');
-- the keys above say the same and more
alter table claim drop constraint claim_record_id_fkey, drop constraint claim_source_id_fkey;
alter table claim add unique (id, class_id, record_class_id, source_class_id);

call carry_class('decision', 'record_id', 'record_class_id', 'record');
alter table decision drop constraint decision_record_id_fkey;
alter table decision add column claim_class_id int, add column claim_record_class_id int, add column claim_source_class_id int;
update decision d set claim_class_id = c.class_id, claim_record_class_id = c.record_class_id, claim_source_class_id = c.source_class_id from claim c where c.id = d.claim_id;
alter table decision drop constraint decision_claim_id_fkey,
  add constraint decision_claim_class_id_known check ((claim_id is null) = (claim_class_id is null) and (claim_id is null) = (claim_record_class_id is null) and (claim_id is null) = (claim_source_class_id is null)),
  add foreign key (claim_id, claim_class_id, claim_record_class_id, claim_source_class_id) references claim (id, class_id, record_class_id, source_class_id) on update cascade;
create index on decision (claim_id);

-- Rows come in without these columns: they are looked up as whoever writes, who must see what the row hangs on (see the policies for
-- insert). Whatever was given for them is overwritten, and the keys have the last word.
create function claim_classes() returns trigger language plpgsql as $$
begin
  new.record_class_id := (select o.class_id from public.record o where o.id = new.record_id);
  new.source_class_id := (select o.class_id from public.source o where o.id = new.source_id);
  return new;
end $$;
create trigger classes before insert on claim for each row execute function claim_classes();

create function decision_classes() returns trigger language plpgsql as $$
begin
  new.record_class_id := (select o.class_id from public.record o where o.id = new.record_id);
  select o.class_id, o.record_class_id, o.source_class_id into new.claim_class_id, new.claim_record_class_id, new.claim_source_class_id from public.claim o where o.id = new.claim_id;
  return new;
end $$;
create trigger classes before insert on decision for each row execute function decision_classes();

-- A person is made by the door, which reads no class: its rows stay as visible as their record by asking for it.
do $$ declare t text; refs text[]; c text; copy text; filling text; readable text; begin
  for t, refs in values
    ('body', array[]::text[]), ('member', array[]::text[]), ('membership', array['member','body']), ('office', array['body','holder']), ('meeting', array['body']),
    ('delegation', array['meeting','member']), ('text', array['meeting','body']), ('undertaking', array['meeting','body']), ('count', array['body'])
  loop
    call carry_class(t, 'id', 'record_class_id', 'record');
    filling := 'new.record_class_id := (select o.class_id from public.record o where o.id = new.id); ';
    readable := 'record_class_id in (select readable_class())';
    foreach c in array refs loop
      copy := c || '_class_id';
      call carry_class(t, c || '_id', copy, 'record');
      filling := filling || format('new.%1$I := (select o.class_id from public.record o where o.id = new.%2$I); ', copy, c || '_id');
      readable := readable || format(case when t in ('text','undertaking') then ' and (%1$I is null or %1$I in (select readable_class()))' else ' and %1$I in (select readable_class())' end, copy);
    end loop;
    execute format('create function public.%I() returns trigger language plpgsql as $f$ begin %s return new; end $f$', t || '_classes', filling);
    execute format('create trigger classes before insert on public.%I for each row execute function public.%I()', t, t || '_classes');
    execute format('alter policy read on public.%I using (%s)', t, readable);
  end loop;
end $$;
create index on public.text (body_id);
create index on undertaking (body_id);
drop procedure carry_class;

alter policy read on claim using (class_id in (select readable_class()) and record_class_id in (select readable_class()) and source_class_id in (select readable_class()));
alter policy read on decision using (
  class_id in (select readable_class()) and record_class_id in (select readable_class())
  and (claim_id is null or (claim_class_id in (select readable_class()) and claim_record_class_id in (select readable_class()) and claim_source_class_id in (select readable_class()))));

do $$ declare t text; begin
  foreach t in array array['record','source','claim','decision','body','member','membership','office','meeting','delegation','text','undertaking','count'] loop
    execute format('alter table public.%I force row level security', t);
  end loop;
end $$;

-- ---------------------------------------------------------------------------------------------------------
-- A transaction that only reads, and from one snapshot, may read the same classes from its beginning to its end. It resolves them once and keeps
-- them in a setting, as text. Anyone can write a setting: what counts is its seal, made with a key that only the owner of
-- these functions reads, for this secret, this connection and this very transaction. Whatever bears no such seal is resolved anew.
create table class_seal (single boolean primary key default true check (single), key bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
alter table class_seal enable row level security;
alter table class_seal force row level security;
create policy resolve on class_seal to entente_owner using (true) with check (true);
insert into class_seal default values;

-- The rule: as oneself, and looking as another never wider than both.
create function class_readable_as(holder uuid, person uuid, looking_as uuid) returns setof int
language sql stable rows 20 security definer set search_path = public, pg_temp as $$
  select c.id from class_readable_by(holder, person) as c(id) where looking_as is null or c.id in (select class_readable_by(looking_as, null))
$$;
revoke execute on function class_readable_as(uuid, uuid, uuid) from public;

-- what readable_class() was until now
create function resolved_class() returns setof int
language sql stable rows 20 security definer set search_path = public, pg_temp as $$
  with v as materialized (select holder_id, person_id, looking_as from viewer())
  select class_readable_as((select holder_id from v), (select person_id from v), (select looking_as from v))
$$;
revoke execute on function resolved_class() from public;

-- Hashed inside and out, so that nothing can be appended to what was sealed.
create function class_seal_of(classes text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select encode(sha256(k.key || sha256(convert_to(concat_ws('|', pg_backend_pid(), extract(epoch from now()), current_setting('entente.session', true), classes), 'UTF8'))), 'hex') from class_seal k
$$;
revoke execute on function class_seal_of(text) from public;

create or replace function readable_class() returns setof int
language plpgsql stable rows 20 security definer set search_path = public, pg_temp as $$
declare
  held constant text := current_setting('entente.held', true);
begin
  if held <> '' and left(held, 64) = class_seal_of(substr(held, 65)) then
    return query select unnest(string_to_array(substr(held, 65), ',')::int[]);
  else
    return query select * from resolved_class();
  end if;
end $$;

-- Called where a reading transaction begins; tells who the viewer is, as viewer() does: no row for the anonymous visitor. Elsewhere it holds
-- nothing: where others' writes, or one's own, can change what may be read, every query resolves it.
create function hold_classes() returns table (account_id uuid, person_id uuid, session_id uuid, role_id uuid, role text, holder_id uuid, body_id uuid, looking_as uuid, read_only boolean, scopes text[], session_kind text)
language plpgsql volatile rows 1 security definer set search_path = public, pg_temp as $$
declare
  v record;
  known boolean;
  classes text;
begin
  select * into v from viewer();
  known := found;
  if current_setting('transaction_isolation') in ('repeatable read', 'serializable') and current_setting('transaction_read_only') = 'on' and session_user <> 'entente_unfiltered_jobs' then
    select coalesce(string_agg(c::text, ','), '') into classes from class_readable_as(v.holder_id, v.person_id, v.looking_as) c;
    perform set_config('entente.held', class_seal_of(classes) || classes, true);
  end if;
  if known then
    return query select v.account_id, v.person_id, v.session_id, v.role_id, v.role, v.holder_id, v.body_id, v.looking_as, v.read_only, v.scopes, v.session_kind;
  end if;
end $$;
