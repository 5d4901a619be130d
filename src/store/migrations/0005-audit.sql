-- Who did what. One leaf per transaction, inserted with the write itself and by nobody awaited; a checkpointer
-- orders the leaves that no running transaction can precede, and signs the root of the tree (RFC 6962).

create table audit_leaf (
  id          uuid primary key default gen_random_uuid(),
  seq         bigint generated always as identity,
  xid         xid8 not null default pg_current_xact_id(),
  at          timestamptz not null default now(),
  account_id  uuid,                 -- null: the system itself
  role        text not null,        -- the role it was done in, or 'system', 'door'
  holder_id   uuid,
  act         text not null,        -- the verb, as in src/app
  reason      text,
  record_ids  uuid[] not null default '{}',
  class_id    int not null references visibility_class(id),
  -- what was before and after, in the clear, and salted hashes of both: erasing the clear and its salt leaves the log verifiable
  before      jsonb, after jsonb, salt text,
  before_hash text not null, after_hash text not null,
  leaf_hash   text not null
);
create index on audit_leaf (seq);
create index on audit_leaf using gin (record_ids);

create table audit_position (position bigint primary key, leaf_id uuid not null unique references audit_leaf(id), leaf_hash text not null);

create table audit_checkpoint (
  n           bigint primary key,
  size        bigint not null,        -- leaves 0 … size-1 are under this root
  root        text not null,          -- hex
  previous    text,                   -- root of checkpoint n-1
  at          timestamptz not null,
  key_id      text not null,
  signature   text not null
);

do $$ declare t text; begin
  foreach t in array array['audit_leaf','audit_position','audit_checkpoint'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
    execute format('grant select, insert on %I to entente_unfiltered_jobs', t);
  end loop;
end $$;
-- order and transaction are the database's own to say
grant select, insert (id, at, account_id, role, holder_id, act, reason, record_ids, class_id, before, after, salt, before_hash, after_hash, leaf_hash) on audit_leaf to entente_app;
grant insert (id, at, account_id, role, holder_id, act, reason, record_ids, class_id, before, after, salt, before_hash, after_hash, leaf_hash) on audit_leaf to entente_door;
create policy read on audit_leaf for select to entente_app using ((select viewer_account()) is not null and class_id in (select readable_class()));
create policy add on audit_leaf for insert to entente_app with check (
  class_id in (select readable_class())
  and exists (select 1 from viewer() v where v.account_id = audit_leaf.account_id and v.role = audit_leaf.role and v.holder_id = audit_leaf.holder_id and not v.read_only));
create policy door on audit_leaf for insert to entente_door with check (role = 'door' and account_id is null);
