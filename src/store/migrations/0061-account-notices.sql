-- What was done to an account by somebody else (a second factor taken away, a passkey ended), for its bearer to read at the next way in.
create table account_notice (
  id          uuid primary key default gen_random_uuid(),
  account_id  uuid not null references account(id),
  what        text not null check (what in ('second-factor-reset')),
  -- who did it, as they sign
  by_name     text not null,
  reason      text not null check (length(reason) between 1 and 2000),
  at          timestamptz not null default now(),
  read_at     timestamptz
);
create index on account_notice (account_id);
alter table account_notice enable row level security;
alter table account_notice force row level security;
grant select, insert, update, delete on account_notice to entente_unfiltered_jobs, entente_door;
create policy jobs on account_notice to entente_unfiltered_jobs using (true) with check (true);
create policy door on account_notice to entente_door using (true) with check (true);
grant select on account_notice to entente_app;
create policy read on account_notice for select to entente_app using (account_id = (select viewer_account()));

-- Everybody is told who comes in by an emergency, too.
alter table emergency add column for_whom text;
do $$ declare t text; begin
  -- its owner fills in what is there: meanwhile the policies do not bind it
  foreach t in array array['emergency','door_link'] loop execute format('alter table %I no force row level security', t); end loop;
  update emergency e set for_whom = l.person_name from door_link l where l.emergency_id = e.id;
  foreach t in array array['emergency','door_link'] loop execute format('alter table %I force row level security', t); end loop;
end $$;
