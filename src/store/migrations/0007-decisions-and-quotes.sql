-- A field of names is decided language by language. Choosing none of the claims ("shown as not known") is a choice
-- too. `considered` are the claims that the person had before them: what came later is new to the decision.
alter table decision add column language text;
alter table decision add column considered uuid[] not null default '{}';
alter table decision alter column claim_id drop not null;
drop index one_standing_decision;
create unique index one_standing_decision on decision (owner_id, record_id, field, language) nulls not distinct where withdrawn_at is null;

drop policy read on decision;
create policy read on decision for select to entente_app using (
  class_id in (select readable_class()) and exists (select 1 from record r where r.id = record_id)
  and (claim_id is null or exists (select 1 from claim c where c.id = claim_id)));
drop policy add on decision;
create policy add on decision for insert to entente_app with check (
  owner_id = (select viewer_holder()) and class_id in (select writable_class()) and decided_by = (select viewer_account())
  and exists (select 1 from record r where r.id = record_id)
  and (claim_id is null or exists (select 1 from claim c where c.id = claim_id and c.record_id = decision.record_id and c.field = decision.field)));

-- Where a quote stands in its source's kept text, in Unicode code points, and in which language it is.
alter table claim add column quote_language text;
alter table claim add column quote_start int;
alter table claim add column quote_end int;
alter table claim add check ((quote_start is null) = (quote_end is null) and (quote_start is null or (quote is not null and quote_start >= 0 and quote_end > quote_start)));

-- One owner states the same once; what was withdrawn may be stated anew. By hash, because a value may be longer than an
-- index can hold.
do $$ declare name text; begin
  select conname into strict name from pg_constraint where conrelid = 'claim'::regclass and contype = 'u';
  execute format('alter table claim drop constraint %I', name);
end $$;
create unique index claim_stated_once on claim (owner_id, record_id, field, language, source_id, md5(value::text), md5(coalesce(locator, ''))) nulls not distinct where withdrawn_at is null;
