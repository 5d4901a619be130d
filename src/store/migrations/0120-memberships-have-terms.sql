-- A membership's days are its fields `joined` and `left`, as an office's are `from` and `to`: a role that rests on a membership begins and ends with them too.
-- Otherwise as in 0042.
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
         where c.record_id = rec and c.field in ('from','to','joined','left') and c.withdrawn_at is null and c.owner_id = any(trusted)
           and (not exists (select 1 from standing s where s.field = c.field) or exists (select 1 from standing s where s.claim_id = c.id)))
  select coalesce(bool_or(start_not_before is null or start_not_before <= current_date) filter (where field in ('from','joined')), true),
         coalesce(bool_or(end_not_after < current_date) filter (where field in ('to','left')), false)
  into begun, over from said;
  perform set_config('entente.resolving', '', true);
  return trusted is not null and begun and not over;
end $$;

drop policy term on claim;
create policy term on claim for select to entente_owner using (current_setting('entente.resolving', true) = (select term_seal()) and field in ('from','to','joined','left'));
drop policy term on decision;
create policy term on decision for select to entente_owner using (current_setting('entente.resolving', true) = (select term_seal()) and field in ('from','to','joined','left'));
