-- The door: ways to prove who one is. Rights that rest on a membership or an office: see 0042.

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
