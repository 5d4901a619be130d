-- Imports, and the reports that came by them. A report is never edited: a newer version supersedes it.

create table import (
  id            uuid primary key default gen_random_uuid(),
  owner_id      uuid not null references record(id),
  class_id      int  not null references visibility_class(id),   -- of the import itself: always the importer's own
  report_class_id int not null references visibility_class(id),  -- what its reports are given
  account_id    uuid references account(id),
  file_name     text not null,
  file_sha256   text not null,
  file_bytes    bigint not null,
  format        text,
  state         text not null check (state in ('waiting','running','done','failed')),
  bytes_read    bigint not null default 0,
  seen          int not null default 0,   -- records met in the file
  added         int not null default 0,
  superseded    int not null default 0,   -- came in as a newer version of one we had
  older         int not null default 0,   -- kept as history: we hold a newer version
  unchanged     int not null default 0,
  set_aside     int not null default 0,
  warnings      int not null default 0,
  problem       jsonb,                    -- why it failed: {code, params}
  created_at    timestamptz not null default now(),
  finished_at   timestamptz
);
create index on import (owner_id, created_at desc);

create table import_fault (
  import_id   uuid not null references import(id),
  n           int  not null,
  class_id    int  not null references visibility_class(id),
  severity    text not null, code text not null,
  line        int not null, col int, path text not null,
  found       text not null, expected text not null,
  identifier  text, raw text,
  also        jsonb,                      -- further mistakes of the same record
  primary key (import_id, n)
);

-- An initiative has no fields of its own: it is the reports that carry its id. The application never reads this table: it would
-- tell which identifiers others have.
create table initiative (
  id            uuid primary key default gen_random_uuid(),
  -- linking here is by same identifier only (normalised: trimmed, upper case)
  identifier    text not null unique
);

create table report (
  id             uuid primary key default gen_random_uuid(),
  owner_id       uuid not null references record(id),
  class_id       int  not null references visibility_class(id),
  initiative_id  uuid not null references initiative(id),
  import_id      uuid references import(id),
  source_id      uuid references source(id),
  identifier     text not null,
  reporter_key   text not null,          -- reporter's ref, else its name, normalised: one version chain per reporter and identifier
  reporter_ref   text, reporter_name text,
  secondary      boolean not null,
  version_at     timestamptz,            -- the publisher's last-updated
  content_sha256 text not null,          -- of the report without where it was read
  received_at    timestamptz not null default now(),
  current        boolean not null,       -- the newest version that this owner brought in this class
  superseded_by  uuid references report(id) deferrable initially deferred,
  -- how it came in, and where it stands in its file: an import that is taken up again counts it as it counted it first
  arrived        text not null check (arrived in ('added','superseded','older')),
  line           int not null,

  -- what lists, the picture and search read without opening the body
  title          text not null,
  status         text,
  start_not_before date, start_not_after date, end_not_before date, end_not_after date,
  countries      text[] not null default '{}',
  areas          text[] not null default '{}', area_shares real[] not null default '{}', area_how text[] not null default '{}',
  lines          text[] not null default '{}', line_shares real[] not null default '{}',
  groups         text[] not null default '{}',
  implementers   text[] not null default '{}',
  funders        text[] not null default '{}',
  -- statements of money converted to USD, compact: see initiatives/picture-money.ts
  money          jsonb not null default '[]',
  -- {"lines":[…evidence…]} : why the report was given these lines and areas
  derived        jsonb not null default '{}',
  body           jsonb not null,         -- the whole report as read
  unique (owner_id, class_id, reporter_key, identifier, content_sha256)
);
create index report_current on report (class_id) where current;
create index on report (initiative_id);
create index on report (owner_id, identifier);
-- one newest version per class, not per owner: a version that fewer may see never takes the older one from the rest
create unique index report_one_current on report (owner_id, class_id, reporter_key, identifier) where current;
create index on report (import_id);
create index on report (source_id) where current;

-- What a member or a humanitarian body says is needed: per area, line and period.
create table need (
  id            uuid primary key default gen_random_uuid(),
  owner_id      uuid not null references record(id),
  class_id      int  not null references visibility_class(id),
  source_id     uuid references source(id),
  basis         text not null check (basis in ('request','people')),
  area          text not null, line text not null,
  from_month    int not null, to_month int not null check (to_month >= from_month),  -- months since 1970-01
  usd_per_month double precision,
  people        double precision, reached double precision, severity smallint check (severity between 1 and 5),
  unit_cost_usd_year double precision,
  target_group  text,
  note          text,
  created_at    timestamptz not null default now()
);
create index on need (area, line);

-- Violent events by area and month. An event known worse than its area is never here.
create table threat (
  owner_id  uuid not null references record(id),
  class_id  int  not null references visibility_class(id),
  source_id uuid not null references source(id),
  area      text not null,
  month     int  not null,          -- months since 1970-01
  events    real not null, deaths real not null, deaths_low real, deaths_high real,
  primary key (owner_id, source_id, area, month)
);

-- Every write that the picture depends on adds a row: what a snapshot sees here tells which picture it would compute.
create table picture_change (id bigint generated always as identity primary key, at timestamptz not null default now());

do $$ declare t text; begin
  foreach t in array array['import','import_fault','initiative','report','need','threat','picture_change'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('grant select, insert, update, delete on %I to entente_unfiltered_jobs', t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
  end loop;
  -- reports, their faults and violent events come in by jobs alone
  foreach t in array array['import','import_fault','report','need','threat'] loop
    execute format('grant select on %I to entente_app', t);
    execute format('create policy read on %I for select to entente_app using (class_id in (select readable_class()))', t);
  end loop;
  foreach t in array array['import','need'] loop
    execute format('grant insert on %I to entente_app', t);
    execute format('create policy add on %I for insert to entente_app with check (owner_id = (select viewer_holder()) and class_id in (select writable_class()))', t);
  end loop;
  foreach t in array array['report','need'] loop
    execute format('grant update (class_id) on %I to entente_app', t);
    execute format('create policy change on %I for update to entente_app using (class_id in (select writable_class())) with check (class_id in (select writable_class()))', t);
    execute format('create trigger narrow_only before update of class_id on %I for each row execute function narrow_only()', t);
  end loop;
end $$;
drop policy add on need;
create policy add on need for insert to entente_app with check (
  owner_id = (select viewer_holder()) and class_id in (select writable_class()) and (source_id is null or exists (select 1 from source s where s.id = source_id)));
-- an import stays its owner's; what its reports are given is one of the owner's classes too
drop policy add on import;
create policy add on import for insert to entente_app with check (
  owner_id = (select viewer_holder()) and account_id = (select viewer_account()) and class_id in (select writable_class()) and report_class_id in (select writable_class()));
grant update (state, problem, finished_at, report_class_id) on import to entente_app;
create policy change on import for update to entente_app using (class_id in (select writable_class())) with check (class_id in (select writable_class()) and report_class_id in (select writable_class()));

-- how many writes there were is no secret of anybody's: it keeps computed pictures fresh and is shown to nobody
grant select, insert on picture_change to entente_app;
create policy read on picture_change for select to entente_app using (true);
create policy add on picture_change for insert to entente_app with check ((select viewer_account()) is not null);
