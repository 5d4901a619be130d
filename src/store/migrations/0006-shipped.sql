-- Which parts of the shipped record were loaded, and from which bytes: an unchanged part is not read again.
create table shipped_part (
  part       text primary key,
  sha256     text not null,
  loaded_at  timestamptz not null default now()
);
alter table shipped_part enable row level security;
alter table shipped_part force row level security;
create policy jobs on shipped_part to entente_unfiltered_jobs using (true) with check (true);
grant select, insert, update on shipped_part to entente_unfiltered_jobs;
