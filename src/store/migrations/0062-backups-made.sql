-- When a backup was last made, and whether it was read back whole: for whoever looks after the server, and the officers and auditors.
create table backup_made (
  id           uuid primary key default gen_random_uuid(),
  made_at      timestamptz not null,
  -- the name alone: where it lies is the operator's
  file_name    text not null,
  sha256       text not null,
  bytes        bigint not null,
  verified_at  timestamptz
);
alter table backup_made enable row level security;
alter table backup_made force row level security;
grant select, insert, update, delete on backup_made to entente_unfiltered_jobs;
create policy jobs on backup_made to entente_unfiltered_jobs using (true) with check (true);
grant select on backup_made to entente_app;
create policy read on backup_made for select to entente_app using (exists (select 1 from viewer() v where v.role in ('secretariat','auditor') and v.looking_as is null));
