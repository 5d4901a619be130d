-- A database for a fictional coalition says so of itself, from its first moment and for good: what is invented and what is
-- real never lie side by side, and the doors that stand open in a demonstration exist nowhere else.
create table demonstration (
  only_one  boolean primary key default true check (only_one),
  made_at   timestamptz not null default now()
);

-- Runs as whoever marks. That role reads all of these tables, or is refused.
create function only_where_nothing_is() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from record) or exists (select from account) or exists (select from shipped_part) or exists (select from import) or exists (select from report) then
    raise exception 'this database holds something: it cannot become a demonstration' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_where_nothing_is before insert on demonstration for each row execute function only_where_nothing_is();

alter table demonstration enable row level security;
alter table demonstration force row level security;
create policy told on demonstration for select to entente_app, entente_door using (true);
create policy jobs on demonstration to entente_unfiltered_jobs using (true) with check (true);
grant select on demonstration to entente_app, entente_door;
-- Not update, not delete: what was marked stays marked.
grant select, insert on demonstration to entente_unfiltered_jobs;
