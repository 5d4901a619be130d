-- A file of members and their focal points is applied in one transaction, which is the officer's own: so an officer may write an invitation
-- for a focal point in it. They write it and read none back; the link's secret is hashed as ever.
grant insert (id, secret_hash, purpose, person_name, role, holder_id, body_id, valid_to, invited_by, expires_at) on door_link to entente_app;
create policy invite on door_link for insert to entente_app with check (
  purpose = 'invitation' and role = 'focal-point'
  and exists (select 1 from viewer() v where v.account_id = invited_by and v.body_id = door_link.body_id and v.role = 'secretariat' and not v.read_only)
  and exists (select 1 from record r where r.id = holder_id and r.kind = 'member'));
