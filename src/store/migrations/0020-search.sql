-- What is found by name: the words of names, titles and identifiers, each with the classes of all that it was said in.
--
-- Full text and trigram operators are not leakproof, so no index answers them under a policy. The words therefore stand apart, in tables
-- that the application writes and never reads; one function reads them, leaves out what the viewer may not read before it counts, orders
-- or cuts anything off, and gives back ids, which are read again under the policies.

create table search_entry (
  -- the claim, report or source that gives the words
  said_in    uuid primary key,
  -- the record, initiative or source that is found by them
  target_id  uuid not null,
  kind       text not null,
  -- false for what was withdrawn or superseded: kept, because it may stand again
  standing   boolean not null,
  -- The class of `said_in`, then those of the records and sources in `on_ids`, in their order: all of them must be readable.
  on_ids     uuid[] not null default '{}',
  classes    int[] not null,
  -- normalised, for order: what is called just so comes first
  name       text collate "C" not null,
  -- weights: A a whole identifier or code, B names and titles, C what stands beside them (parties, publishers), D how a name sounds
  words      tsvector not null,
  check (cardinality(classes) = 1 + cardinality(on_ids))
);
create index search_entry_words on search_entry using gin (words) where standing;
create index search_entry_name on search_entry (name) where standing;
create index search_entry_on on search_entry using gin (on_ids) where on_ids <> '{}';

-- Every word that was ever said, for finding what a typing error stands for. Nobody reads it but the function below, and nothing of it is
-- shown unless an entry that the viewer may read holds the word.
create table search_word (
  word     text collate "C" primary key,
  -- an error near the beginning is found from the end
  backward text collate "C" generated always as (reverse(word)) stored
);
create index on search_word (backward);

-- By which rules the words were made. Entries made by others are made anew at the next start.
create table search_rules (single boolean primary key default true check (single), version int not null);

do $$ declare t text; begin
  foreach t in array array['search_entry','search_word','search_rules'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('grant select, insert, update, delete, truncate on %I to entente_unfiltered_jobs', t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
  end loop;
end $$;
-- what the functions below read and change, as their owner
create policy search on search_entry to entente_owner using (true) with check (true);
create policy search on search_word to entente_owner using (true) with check (true);

-- The application writes the words of its viewer's own claims and sources. Reports come in by jobs alone.
grant insert on search_entry to entente_app;
create policy add on search_entry for insert to entente_app with check (
  classes[1] in (select writable_class())
  and (exists (select 1 from claim c where c.id = said_in and c.record_id = target_id and c.class_id = classes[1] and c.owner_id = (select viewer_holder()))
    or exists (select 1 from source s where s.id = said_in and s.id = target_id and s.class_id = classes[1] and s.owner_id = (select viewer_holder()))));

create function search_words_met(met text[]) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  -- in one order everywhere: two that write at once never wait for each other
  insert into search_word (word) select w from unnest(met) as m(w) order by w on conflict do nothing
$$;
revoke execute on function search_words_met(text[]) from public;
grant execute on function search_words_met(text[]) to entente_app, entente_unfiltered_jobs;

-- ---------------------------------------------------------------------------------------------------------
-- A marking, a withdrawal, a newer version: the words follow their row, whichever verb it was. Fires where such a column is changed;
-- rows come in without it.
create function search_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_argv[0] = 'report' then
    update search_entry set standing = new.current, classes[1] = new.class_id where said_in = new.id;
  elsif tg_argv[0] = 'claim' then
    update search_entry set standing = new.withdrawn_at is null, classes[1] = new.class_id where said_in = new.id;
  else
    update search_entry set classes[1] = new.class_id where said_in = new.id;
    update search_entry set classes[1 + array_position(on_ids, new.id)] = new.class_id where on_ids @> array[new.id] and on_ids <> '{}';
  end if;
  return null;
end $$;
revoke execute on function search_follows() from public;
create trigger search_follows after update of current, class_id on report for each row
  when (old.current <> new.current or old.class_id <> new.class_id) execute function search_follows('report');
create trigger search_follows after update of withdrawn_at, class_id on claim for each row
  when (old.withdrawn_at is distinct from new.withdrawn_at or old.class_id <> new.class_id) execute function search_follows('claim');
create trigger search_follows after update of class_id on source for each row when (old.class_id <> new.class_id) execute function search_follows('source');
create trigger search_follows after update of class_id on record for each row when (old.class_id <> new.class_id) execute function search_follows('record');

-- ---------------------------------------------------------------------------------------------------------
-- What a word may stand for when one letter is wrong, missing, too many or changed places with the next: as a query of its own.
-- `asked`: {"query": the word as asked, "from"/"to": what begins as it does, "backFrom"/"backTo": what ends as it does, "same": words, "like": patterns}
create function search_near(asked jsonb) returns tsquery
language sql stable set search_path = public, pg_temp as $$
  with p as (select array(select jsonb_array_elements_text(asked->'same')) as same, array(select jsonb_array_elements_text(asked->'like')) as patterns),
  near as (
    select w.word from search_word w, p where w.word = any (p.same)
    union select w.word from search_word w, p where w.word >= asked->>'from' and w.word < asked->>'to' and w.word like any (p.patterns)
    union select w.word from search_word w, p where w.backward >= asked->>'backFrom' and w.backward < asked->>'backTo' and w.word like any (p.patterns))
  select ((asked->>'query') || coalesce((select ' | ' || string_agg(quote_literal(word), ' | ') from near), ''))::tsquery
$$;
revoke execute on function search_near(jsonb) from public;

create type search_hit as (kind text, target_id uuid, said_in uuid, tier int, total bigint, nth bigint);

-- One question, asked once: the page that is wanted, and of every kind the first, which tells how many there are.
create function search_ranked(asked tsquery, wanted tsquery, in_names tsquery, whole text, code tsquery, kinds text[], whole_kinds text[], mine int[], from_nth int, to_nth int)
returns setof search_hit
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with met as (
      select e.kind, e.target_id, e.said_in, e.name,
        case when e.words @@ code then 0
          when e.name = whole then 1
          when starts_with(e.name, whole) then 2
          when e.words @@ in_names then 3
          when e.words @@ wanted then 4
          else 5 end as tier
      from search_entry e
      where e.standing and (e.words @@ asked or (e.name >= whole and e.name < whole || U&'\+10FFFF'))
        and e.kind = any (kinds) and e.classes[1] = any (mine) and (cardinality(e.classes) = 1 or e.classes <@ mine)),
    once as (
      select distinct on (m.target_id) m.kind, m.target_id, m.said_in, m.name, m.tier
      from met m order by m.target_id, m.tier, m.name, m.said_in),
    ranked as (
      select o.kind, o.target_id, o.said_in, o.tier, count(*) over (partition by o.kind) as total,
        row_number() over (partition by o.kind order by o.tier, o.name, o.target_id) as nth
      from once o)
    select r.kind, r.target_id, r.said_in, r.tier, r.total, r.nth from ranked r
    where r.nth = 1 or (r.nth > from_nth and r.nth <= to_nth) or (r.kind = any (whole_kinds) and r.nth <= 500);
end $$;
revoke execute on function search_ranked(tsquery, tsquery, tsquery, text, tsquery, text[], text[], int[], int, int) from public;

-- What the viewer may find, each thing once, best first within its kind, with how many of its kind there are.
--
-- wanted  words as asked, each the beginning of one; in names they weigh more than beside them
-- whole   the whole question, normalised; `code` the same without blanks
-- near    per word what `search_near` takes: used when fewer than `enough` things of all kinds are found without
-- whole_kinds  kinds of which the first 500 are wanted whatever the page
-- tier    0 the identifier itself, 1 the name itself, 2 a name that begins so, 3 all words in a name, 4 all words, 5 with an error
create function search_hits(wanted tsquery, in_names tsquery, whole text, code text, near jsonb, enough int, kinds text[], whole_kinds text[], from_nth int, to_nth int)
returns table (kind text, target_id uuid, said_in uuid, tier int, total bigint, nth bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  mine int[] := array(select readable_class());
  as_code tsquery := (quote_literal(code) || ':A')::tsquery;
  hits search_hit[] := array(select h from search_ranked(wanted, wanted, in_names, whole, as_code, kinds, whole_kinds, mine, from_nth, to_nth) h);
  close tsquery := null;
  one jsonb;
begin
  if near is not null and coalesce((select sum(h.total) from unnest(hits) h where h.nth = 1), 0) < enough then
    for one in select * from jsonb_array_elements(near) loop
      close := case when close is null then search_near(one) else close && search_near(one) end;
    end loop;
    hits := array(select h from search_ranked(wanted || close, wanted, in_names, whole, as_code, kinds, whole_kinds, mine, from_nth, to_nth) h);
  end if;
  return query select h.kind, h.target_id, h.said_in, h.tier, h.total, h.nth from unnest(hits) h
    where (h.nth > from_nth and h.nth <= to_nth) or (h.kind = any (whole_kinds) and h.nth <= 500) order by h.kind, h.nth;
end $$;
revoke execute on function search_hits(tsquery, tsquery, text, text, jsonb, int, text[], text[], int, int) from public;
grant execute on function search_hits(tsquery, tsquery, text, text, jsonb, int, text[], text[], int, int) to entente_app;
