-- Sources, what they state, and what a person decided where they differ.

create table source (
  id          uuid primary key default gen_random_uuid(),
  key         text not null,
  owner_id    uuid not null references record(id),
  class_id    int  not null references visibility_class(id),
  title       text not null,
  publisher   text, url text,
  published   text,          -- EDTF
  licence     text, language text, note text,
  -- the text itself where a user brought it, so that a quote can be checked against it
  body        text,
  created_by  uuid references account(id),
  created_at  timestamptz not null default now(),
  unique (owner_id, key)
);

-- One value that one source states for one field of one record, with its evidence.
create table claim (
  id          uuid primary key default gen_random_uuid(),
  record_id   uuid not null references record(id),
  field       text not null,
  language    text,
  value       jsonb not null,
  -- for dates: the first and last day it may mean, at each end; null is unbounded
  start_not_before date, start_not_after date, end_not_before date, end_not_after date,
  source_id   uuid not null references source(id),
  quote       text, locator text, note text,
  confidence  text not null check (confidence in ('verified','reported','uncertain')),
  owner_id    uuid not null references record(id),
  class_id    int  not null references visibility_class(id),
  shipped     boolean not null default false,   -- came with the record in data/, not by a person here
  created_by  uuid references account(id),
  created_at  timestamptz not null default now(),
  withdrawn_at timestamptz, withdrawn_by uuid references account(id), withdrawn_reason text,
  unique nulls not distinct (owner_id, record_id, field, language, source_id, value, locator)
);
create index on claim (record_id, field);
create index on claim (source_id);
create index on claim (field, start_not_before, start_not_after);

-- A decision names the claim to be shown. It overwrites nothing, and can be withdrawn.
create table decision (
  id           uuid primary key default gen_random_uuid(),
  record_id    uuid not null references record(id),
  field        text not null,
  claim_id     uuid not null references claim(id),
  reason       text not null check (length(reason) > 0),
  decided_by   uuid not null references account(id),
  decided_role text not null,
  decided_at   timestamptz not null default now(),
  owner_id     uuid not null references record(id),
  class_id     int  not null references visibility_class(id),
  withdrawn_at timestamptz, withdrawn_by uuid references account(id), withdrawn_reason text
);
create index on decision (record_id, field);
create unique index one_standing_decision on decision (owner_id, record_id, field) where withdrawn_at is null;

do $$ declare t text; begin
  foreach t in array array['source','claim','decision'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('grant select, insert, update, delete on %I to entente_unfiltered_jobs', t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update (class_id) on %I to entente_app', t);
    execute format('create trigger narrow_only before update of class_id on %I for each row execute function narrow_only()', t);
  end loop;
end $$;
-- what was stated or decided is withdrawn, never rewritten
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on claim, decision to entente_app;

create policy read on source for select to entente_app using (class_id in (select readable_class()));
create policy add on source for insert to entente_app with check (owner_id = (select viewer_holder()) and class_id in (select writable_class()));
create policy change on source for update to entente_app using (class_id in (select writable_class())) with check (class_id in (select writable_class()));

-- A claim is seen with its record and its source, never without.
create policy read on claim for select to entente_app using (
  class_id in (select readable_class()) and exists (select 1 from record r where r.id = record_id) and exists (select 1 from source s where s.id = source_id));
create policy add on claim for insert to entente_app with check (
  owner_id = (select viewer_holder()) and class_id in (select writable_class())
  and exists (select 1 from record r where r.id = record_id) and exists (select 1 from source s where s.id = source_id));
create policy change on claim for update to entente_app using (class_id in (select writable_class())) with check (class_id in (select writable_class()));

create policy read on decision for select to entente_app using (
  class_id in (select readable_class()) and exists (select 1 from claim c where c.id = claim_id));
create policy add on decision for insert to entente_app with check (
  owner_id = (select viewer_holder()) and class_id in (select writable_class()) and decided_by = (select viewer_account())
  and exists (select 1 from claim c where c.id = claim_id and c.record_id = decision.record_id and c.field = decision.field));
create policy change on decision for update to entente_app using (class_id in (select writable_class())) with check (class_id in (select writable_class()));
