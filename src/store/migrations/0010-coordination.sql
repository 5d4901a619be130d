-- What people decided about findings: two initiatives that overlap, an area and line where something is missing.
--
-- A decision remembers what it was about: the very versions of the reports it rested on (a report is never edited, so its id says all that it
-- said), the needs, and the figures as they stood. It holds until one of these changes.

create table finding_decision (
  id           uuid primary key default gen_random_uuid(),
  kind         text not null check (kind in ('overlap','gap')),
  -- an overlap: two initiatives, the smaller id first
  a_id         uuid references initiative(id), b_id uuid references initiative(id),
  -- a gap: an area, and a line or none for all of them; the months that were looked at, since 1970-01
  area         text, line text, from_month int, to_month int,
  outcome      text not null,
  reason       text check (length(reason) > 0),
  -- who leads, and where it is talked over; for a gap, who takes it up or is asked to
  lead_id      uuid references record(id),
  meeting_id   uuid references record(id),
  -- what a member undertakes to put into a gap, USD, and until when (EDTF)
  amount_usd   double precision check (amount_usd >= 0),
  due          text,
  -- versions of reports, needs and statements of no work; and the classes of those of them that are no reports
  reports      uuid[] not null, needs uuid[] not null default '{}', stated_none uuid[] not null default '{}', classes int[] not null default '{}',
  -- the figures then: {"basis": …, "contestedUsd": …}
  about        jsonb not null,
  decided_by   uuid not null references account(id),
  decided_role text not null,
  decided_at   timestamptz not null default now(),
  owner_id     uuid not null references record(id),
  class_id     int  not null references visibility_class(id),
  withdrawn_at timestamptz, withdrawn_by uuid references account(id), withdrawn_reason text,
  check ((kind = 'overlap') = (a_id is not null and b_id is not null and area is null) and (kind = 'gap') = (area is not null and from_month is not null and to_month >= from_month and a_id is null and b_id is null)),
  check (a_id < b_id),
  check (kind <> 'overlap' or outcome in ('one-initiative','coordinate','complementary','dismissed')),
  check (kind <> 'gap' or outcome in ('taken-up','requested','accepted')),
  check (outcome not in ('dismissed','accepted') or reason is not null)
);
create index on finding_decision (a_id, b_id);
create index on finding_decision (area, line);
create unique index one_standing_on_finding on finding_decision (owner_id, kind, a_id, b_id, area, line) nulls not distinct where withdrawn_at is null;

alter table finding_decision enable row level security;
alter table finding_decision force row level security;
grant select, insert, update, delete on finding_decision to entente_unfiltered_jobs;
create policy jobs on finding_decision to entente_unfiltered_jobs using (true) with check (true);

-- A decision is seen by those who may see all that it was about, as that is marked today, and by nobody without a role.
grant select, insert on finding_decision to entente_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on finding_decision to entente_app;
create policy read on finding_decision for select to entente_app using (
  (select viewer_account()) is not null and class_id in (select readable_class())
  and not exists (select 1 from unnest(classes) as c(id) where c.id not in (select readable_class()))
  and not exists (select 1 from unnest(reports) as k(id) where not exists (select 1 from report r where r.id = k.id)));
create policy add on finding_decision for insert to entente_app with check (
  owner_id = (select viewer_holder()) and class_id in (select writable_class()) and decided_by = (select viewer_account())
  and exists (select 1 from visibility_class v where v.id = class_id and v.tlp >= 1)
  and (lead_id is null or exists (select 1 from record r where r.id = lead_id and r.kind in ('member','body')))
  and (meeting_id is null or exists (select 1 from record r where r.id = meeting_id and r.kind = 'meeting'))
  and not exists (select 1 from unnest(classes) as c(id) where c.id not in (select readable_class()))
  and not exists (select 1 from unnest(reports) as k(id) where not exists (select 1 from report r where r.id = k.id))
  -- an overlap is about reports of both, and of nothing else
  and (kind <> 'overlap' or (
    exists (select 1 from report r where r.id = any (reports) and r.initiative_id = a_id) and exists (select 1 from report r where r.id = any (reports) and r.initiative_id = b_id)
    and not exists (select 1 from report r where r.id = any (reports) and r.initiative_id not in (a_id, b_id)))));
create policy change on finding_decision for update to entente_app using (class_id in (select writable_class())) with check (class_id in (select writable_class()));

-- A member's word that it has no work in an area, on a line (none: on any), in some months. It is a claim like others: from a source, marked, withdrawn but never
-- rewritten. It never says that nobody works there.
create table stated_none (
  id           uuid primary key default gen_random_uuid(),
  owner_id     uuid not null references record(id),
  class_id     int  not null references visibility_class(id),
  area         text not null, line text,
  from_month   int not null, to_month int not null check (to_month >= from_month),
  source_id    uuid references source(id),
  quote        text, locator text, note text,
  created_by   uuid not null references account(id),
  created_at   timestamptz not null default now(),
  withdrawn_at timestamptz, withdrawn_by uuid references account(id), withdrawn_reason text
);
create index on stated_none (area, line);

alter table stated_none enable row level security;
alter table stated_none force row level security;
grant select, insert, update, delete on stated_none to entente_unfiltered_jobs;
create policy jobs on stated_none to entente_unfiltered_jobs using (true) with check (true);
grant select, insert on stated_none to entente_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on stated_none to entente_app;
create policy read on stated_none for select to entente_app using (class_id in (select readable_class()) and (source_id is null or exists (select 1 from source s where s.id = source_id)));
create policy add on stated_none for insert to entente_app with check (
  owner_id = (select viewer_holder()) and class_id in (select writable_class()) and created_by = (select viewer_account())
  and exists (select 1 from record r where r.id = stated_none.owner_id and r.kind = 'member')
  and (source_id is null or exists (select 1 from source s where s.id = source_id)));
create policy change on stated_none for update to entente_app using (class_id in (select writable_class())) with check (class_id in (select writable_class()));
