-- Two initiatives that a person decided are one: reports of both are then composed and counted as one, for whoever may see the decision and
-- both sides. Nothing is rewritten: the reports keep the initiative that their identifier gave them, and the link ends with its decision.

create index on finding_decision (outcome) where kind = 'overlap' and withdrawn_at is null;

-- Which initiatives a decision ever linked, so that a later decision which may part them again changes pictures, and others change none. It says nothing of
-- which with which, and the application does not read it.
create table linked_initiative (id uuid primary key references initiative(id));
alter table linked_initiative enable row level security;
alter table linked_initiative force row level security;
grant select, insert, update, delete on linked_initiative to entente_unfiltered_jobs;
create policy jobs on linked_initiative to entente_unfiltered_jobs using (true) with check (true);
-- what the function below reads and writes, as its owner
create policy link on linked_initiative to entente_owner using (true) with check (true);
create policy link on picture_change for insert to entente_owner with check (true);

-- Called with every decision on a pair, and where one ends. `initiatives`: all that stand on either side. `links`: the decision says that they are one.
create function initiatives_linked(initiatives uuid[], links boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if links then
    insert into linked_initiative (id) select distinct i from unnest(initiatives) as t(i) order by i on conflict do nothing;
  elsif (select count(*) from linked_initiative l where l.id = any (initiatives)) < 2 then
    return;
  end if;
  insert into picture_change default values;
end $$;
revoke execute on function initiatives_linked(uuid[], boolean) from public;
grant execute on function initiatives_linked(uuid[], boolean) to entente_app;

-- An initiative that is composed of several is decided on with all reports of it: what is remembered may be of others than the two that give the pair its name.
drop policy add on finding_decision;
create policy add on finding_decision for insert to entente_app with check (
  owner_id = (select viewer_holder()) and class_id in (select writable_class()) and decided_by = (select viewer_account())
  and exists (select 1 from visibility_class v where v.id = class_id and v.tlp >= 1)
  and (lead_id is null or exists (select 1 from record r where r.id = lead_id and r.kind in ('member','body')))
  and (meeting_id is null or exists (select 1 from record r where r.id = meeting_id and r.kind = 'meeting'))
  and not exists (select 1 from unnest(classes) as c(id) where c.id not in (select readable_class()))
  and not exists (select 1 from unnest(reports) as k(id) where not exists (select 1 from report r where r.id = k.id))
  and (kind <> 'overlap' or (
    exists (select 1 from report r where r.id = any (reports) and r.initiative_id = a_id) and exists (select 1 from report r where r.id = any (reports) and r.initiative_id = b_id))));

-- what was decided before
alter table finding_decision no force row level security;
insert into linked_initiative (id) select a_id from finding_decision where kind = 'overlap' and outcome = 'one-initiative' union select b_id from finding_decision where kind = 'overlap' and outcome = 'one-initiative';
alter table finding_decision force row level security;
