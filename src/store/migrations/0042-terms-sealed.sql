-- What term_holds() reads as its owner is open to that function alone. Anyone can write a setting, so it says it with the seal that only the
-- owner's functions make (see 0040): another function that reads as its owner sees no more for a setting that its caller wrote.
-- And a day is a day of UTC, whatever zone the connection asks for: nobody moves the end of their own role.

create function term_seal() returns text
language sql stable security definer set search_path = public, pg_temp as $$ select class_seal_of('term') $$;
revoke execute on function term_seal() from public;

-- A membership or office is in its term unless those whose record it is say otherwise: the owner of the record, the body that all
-- hang on, and the member who holds it. What anyone else claims of its dates gives and takes no right. A standing decision of
-- one of them goes before their claims. A term of which only an interval is known holds as long as it may.
create or replace function term_holds(rec uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare trusted uuid[]; begun boolean; over boolean;
begin
  perform set_config('entente.resolving', term_seal(), true);
  select array_remove(array[r.owner_id, o.holder_id, m.member_id] || (select array_agg(b.id) from record b where b.kind = 'body' and b.id = b.owner_id), null) into trusted
  from record r left join office o on o.id = r.id left join membership m on m.id = r.id
  where r.id = rec and r.kind in ('membership','office');
  with standing as (select field, claim_id from decision where record_id = rec and withdrawn_at is null and owner_id = any(trusted)),
       said as (
         select c.field, c.start_not_before, c.end_not_after from claim c
         where c.record_id = rec and c.field in ('from','to') and c.withdrawn_at is null and c.owner_id = any(trusted)
           and (not exists (select 1 from standing s where s.field = c.field) or exists (select 1 from standing s where s.claim_id = c.id)))
  select coalesce(bool_or(start_not_before is null or start_not_before <= current_date) filter (where field = 'from'), true),
         coalesce(bool_or(end_not_after < current_date) filter (where field = 'to'), false)
  into begun, over from said;
  perform set_config('entente.resolving', '', true);
  return trusted is not null and begun and not over;
end $$;

revoke execute on function term_holds(uuid) from public;
grant execute on function term_holds(uuid) to entente_door, entente_unfiltered_jobs;
-- the dates of offices and memberships
create policy term on record for select to entente_owner using (current_setting('entente.resolving', true) = (select term_seal()) and (kind in ('membership','office') or (kind = 'body' and id = owner_id)));
create policy term on office for select to entente_owner using (current_setting('entente.resolving', true) = (select term_seal()));
create policy term on membership for select to entente_owner using (current_setting('entente.resolving', true) = (select term_seal()));
create policy term on claim for select to entente_owner using (current_setting('entente.resolving', true) = (select term_seal()) and field in ('from','to'));
create policy term on decision for select to entente_owner using (current_setting('entente.resolving', true) = (select term_seal()) and field in ('from','to'));

alter function viewer() set timezone = 'UTC';
