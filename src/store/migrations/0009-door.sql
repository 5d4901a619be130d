-- The door: ways to prove who one is, and rights that rest on a membership or an office.

-- A membership or office is in its term unless those whose record it is say otherwise: the owner of the record, the body that all
-- hang on, and the member who holds it. What anyone else claims of its dates gives and takes no right. A standing decision of
-- one of them goes before their claims. A term of which only an interval is known holds as long as it may.
create or replace function term_holds(rec uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare trusted uuid[]; begun boolean; over boolean;
begin
  perform set_config('entente.resolving', 'term', true);
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
-- what that function reads as its owner, and only while it runs: the dates of offices and memberships
create policy term on record for select to entente_owner using (current_setting('entente.resolving', true) = 'term' and (kind in ('membership','office') or (kind = 'body' and id = owner_id)));
create policy term on office for select to entente_owner using (current_setting('entente.resolving', true) = 'term');
create policy term on membership for select to entente_owner using (current_setting('entente.resolving', true) = 'term');
create policy term on claim for select to entente_owner using (current_setting('entente.resolving', true) = 'term' and field in ('from','to'));
create policy term on decision for select to entente_owner using (current_setting('entente.resolving', true) = 'term' and field in ('from','to'));

-- A time-based code (RFC 6238). The secret is sealed with the door's key, which lies outside the database.
create table second_factor (
  account_id    uuid primary key references account(id),
  secret        bytea not null,
  -- to take its place once a code of it was given
  next_secret   bytea,
  made_at       timestamptz not null default now(),
  confirmed_at  timestamptz,
  -- the last step of time whose code was taken: no code is taken twice
  last_step     bigint not null default 0
);
create table recovery_code (
  account_id  uuid not null references account(id),
  code_hash   bytea not null,
  used_at     timestamptz,
  primary key (account_id, code_hash)
);

create table passkey (
  id             uuid primary key default gen_random_uuid(),
  account_id     uuid not null references account(id),
  credential_id  text not null unique,      -- base64url, as the browser names it
  public_key     bytea not null,            -- COSE
  counter        bigint not null default 0,
  transports     text[] not null default '{}',
  name           text not null,
  made_at        timestamptz not null default now(),
  last_used_at   timestamptz
);
create index on passkey (account_id);

-- Who one is at an identity provider. An issuer's subject is one account's, for ever.
create table identity (
  id            uuid primary key default gen_random_uuid(),
  account_id    uuid not null references account(id),
  provider      text not null,
  issuer        text not null,
  subject       text not null,
  made_at       timestamptz not null default now(),
  last_used_at  timestamptz,
  unique (issuer, subject)
);
create index on identity (account_id);
alter table session add foreign key (identity_id) references identity(id);
create index on session (identity_id);

-- What was begun and is answered within minutes: a passkey's challenge, a way to a provider and back. Good once.
create table door_flow (
  secret_hash  bytea primary key,
  purpose      text not null,
  account_id   uuid references account(id),
  -- sealed with the door's key
  kept         bytea,
  expires_at   timestamptz not null
);
create index on door_flow (expires_at);

-- A browser in which this account came in before: guesses from elsewhere cannot slow it down.
create table known_device (
  id            uuid primary key default gen_random_uuid(),
  account_id    uuid not null references account(id),
  secret_hash   bytea not null unique,
  made_at       timestamptz not null default now(),
  last_used_at  timestamptz not null default now(),
  expires_at    timestamptz not null
);
create index on known_device (account_id);

-- An emergency way in that an operator opened. Everyone is told while it stands and for a week after.
create table emergency (
  id          uuid primary key default gen_random_uuid(),
  opened_at   timestamptz not null default now(),
  until       timestamptz not null,
  reason      text not null check (length(reason) > 0)
);
grant select on emergency to entente_app;

alter table door_link drop constraint door_link_purpose_check;
alter table door_link add constraint door_link_purpose_check check (purpose in ('setup','invitation','emergency'));
alter table door_link add column through_id uuid references record(id), add column ended_at timestamptz, add column emergency_id uuid references emergency(id);

do $$ declare t text; begin
  foreach t in array array['second_factor','recovery_code','passkey','identity','door_flow','known_device','emergency'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to entente_unfiltered_jobs', t);
    execute format('create policy door on %I to entente_door using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to entente_door', t);
  end loop;
end $$;
-- everybody who may come in at all is told
create policy read on emergency for select to entente_app using ((select viewer_account()) is not null);
