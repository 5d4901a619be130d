-- A view of the list of initiatives that somebody keeps: the question, its columns and order, never an answer. It is its maker's alone, or shared with those
-- who may read its class; whoever opens it asks as themselves.
create table saved_view (
  id          uuid primary key default gen_random_uuid(),
  account_id  uuid not null references account(id),
  owner_id    uuid not null references record(id),
  class_id    int  not null references visibility_class(id),
  shared      boolean not null,
  name        text not null check (length(name) between 1 and 120),
  filter      jsonb not null,
  columns     text[] not null,
  sort        text not null,
  created_at  timestamptz not null default now()
);
create unique index one_name_each on saved_view (account_id, name);
create index on saved_view (class_id);

-- The class of what a person keeps for themselves, whatever their role: their side's own. Who only reads for their side may keep a view too.
create function kept_class() returns int
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v record; found int;
begin
  select * into v from viewer();
  if v.holder_id is null or v.read_only then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  insert into visibility_class (tlp, circle_id, owner_id) values (3, null, v.holder_id) on conflict do nothing;
  select id into found from visibility_class where tlp = 3 and circle_id is null and owner_id = v.holder_id;
  return found;
end $$;
revoke execute on function kept_class() from public;
grant execute on function kept_class() to entente_app;

alter table saved_view enable row level security;
alter table saved_view force row level security;
grant select, insert, update, delete on saved_view to entente_unfiltered_jobs;
create policy jobs on saved_view to entente_unfiltered_jobs using (true) with check (true);
grant select, insert, delete on saved_view to entente_app;
create policy read on saved_view for select to entente_app using (
  (select viewer_account()) is not null and class_id in (select readable_class()) and (shared or account_id = (select viewer_account())));
-- Shared, it is in a class that one's role may write; for oneself, in one of one's own side.
create policy add on saved_view for insert to entente_app with check (
  account_id = (select viewer_account()) and owner_id = (select viewer_holder()) and exists (select 1 from viewer() v where not v.read_only)
  and case when shared then class_id in (select writable_class()) else exists (select 1 from visibility_class c where c.id = saved_view.class_id and c.owner_id = (select viewer_holder()) and c.tlp = 3 and c.circle_id is null) end);
-- Ended by who made it, and, once it is shared, by those who speak for the side that owns it. The audit log keeps what it was.
create policy end_it on saved_view for delete to entente_app using (
  exists (select 1 from viewer() v where not v.read_only)
  and (account_id = (select viewer_account()) or (shared and class_id in (select writable_class()))));
