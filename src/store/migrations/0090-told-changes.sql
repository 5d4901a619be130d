-- What open pages are told: which rows were written, of what they are, and by whom. Never what was written.
--
-- A row here is seen by those who may see the row that it points to, as that is marked now, and whose marking when it was written they may
-- read too. What is gone is told by that marking alone. Nobody but a person with a role is told anything.
create table told_change (
  id          bigint generated always as identity primary key,
  xid         xid8 not null default pg_current_xact_id(),
  at          timestamptz not null default clock_timestamp(),
  act         text not null,
  -- the table of the row; 'reports' are those that an import brought, 'gone' is a row that is no longer there
  kind        text not null check (kind in ('record','source','claim','decision','finding','stated-none','need','import','reports','circle','gone')),
  row_id      uuid not null,
  -- records and initiatives that it is about: each is told only to those who may see it
  about       uuid[] not null default '{}',
  class_id    int not null references visibility_class(id),
  account_id  uuid,
  holder_id   uuid
);
create index on told_change (at);
create index on told_change using gin (about);

alter table told_change enable row level security;
alter table told_change force row level security;
grant select, insert, delete on told_change to entente_unfiltered_jobs;
create policy jobs on told_change to entente_unfiltered_jobs using (true) with check (true);

grant select (at, act, kind, row_id, about, class_id, account_id, holder_id, id) on told_change to entente_app;
grant insert (act, kind, row_id, about, class_id, account_id, holder_id) on told_change to entente_app;
create policy read on told_change for select to entente_app using (
  (select viewer_account()) is not null and class_id in (select readable_class())
  and case kind
    when 'record' then exists (select 1 from record r where r.id = row_id)
    when 'source' then exists (select 1 from source r where r.id = row_id)
    when 'claim' then exists (select 1 from claim r where r.id = row_id)
    when 'decision' then exists (select 1 from decision r where r.id = row_id)
    when 'finding' then exists (select 1 from finding_decision r where r.id = row_id)
    when 'stated-none' then exists (select 1 from stated_none r where r.id = row_id)
    when 'need' then exists (select 1 from need r where r.id = row_id)
    when 'import' then exists (select 1 from import r where r.id = row_id)
    -- the import itself is its owner's; what it brought may be read by others
    when 'reports' then exists (select 1 from report r where r.import_id = row_id and r.class_id = told_change.class_id)
    when 'circle' then exists (select 1 from circle r where r.id = row_id)
    else true
  end);
-- whoever writes says so as themselves; the row need not be theirs to read again (a marking became narrower)
create policy add on told_change for insert to entente_app with check (
  exists (select 1 from viewer() v where v.account_id = told_change.account_id and v.holder_id = told_change.holder_id and not v.read_only));

-- Of many sessions at once, as whom each stands now: null for one that is over. One question for all open pages of a server.
create function sessions_standing(secrets text[]) returns setof text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare one text; standing text;
begin
  foreach one in array secrets loop
    perform set_config('entente.session', one, true);
    standing := null;
    select md5(v::text) into standing from viewer() v;
    return next standing;
  end loop;
  perform set_config('entente.session', '', true);
end $$;

-- A write that is sent again, because its answer was lost on the way, is not done twice.
create table sent_once (
  account_id  uuid not null references account(id),
  key         uuid not null,
  at          timestamptz not null default now(),
  primary key (account_id, key)
);
-- When an account last stood at the first page, and when before that: what changed since is told there.
create table account_visit (
  account_id  uuid primary key references account(id),
  last_at     timestamptz not null,
  before_at   timestamptz
);
do $$ declare t text; begin
  foreach t in array array['sent_once','account_visit'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to entente_unfiltered_jobs', t);
    execute format('create policy own on %I to entente_app using (account_id = (select viewer_account())) with check (account_id = (select viewer_account()))', t);
  end loop;
end $$;
grant select, insert on sent_once to entente_app;
grant select, insert, update on account_visit to entente_app;
