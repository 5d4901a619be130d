-- What each record is and what it hangs on. Its values (names, dates, places) are claims: see 0003.

create table body       (id uuid primary key references record(id), parent_id uuid references body(id));
create table member     (id uuid primary key references record(id), code text not null, kind text not null check (kind in ('state','organisation')), iso2 text, iso3 text);
create table person     (id uuid primary key references record(id));
create table membership (id uuid primary key references record(id), member_id uuid not null references member(id), body_id uuid not null references body(id));
create table office     (id uuid primary key references record(id), body_id uuid not null references body(id), holder_id uuid not null references record(id), office text not null check (office in ('chair','co-chair','lead','co-lead','rapporteur')));
create table meeting    (id uuid primary key references record(id), body_id uuid not null references body(id));
create table delegation (id uuid primary key references record(id), meeting_id uuid not null references meeting(id), member_id uuid not null references member(id));
create table text       (id uuid primary key references record(id), meeting_id uuid references meeting(id), body_id uuid references body(id));
create table undertaking(id uuid primary key references record(id), meeting_id uuid references meeting(id), body_id uuid references body(id));
-- how many members a body had on a day, as somebody stated it
create table count      (id uuid primary key references record(id), body_id uuid not null references body(id));

create index on body (parent_id);          create index on membership (body_id);   create index on membership (member_id);
create index on office (body_id);          create index on office (holder_id);     create index on meeting (body_id);
create index on delegation (meeting_id);   create index on delegation (member_id); create index on text (meeting_id);
create index on undertaking (meeting_id);  create index on count (body_id);

-- They are as visible as their record, and name nothing that the viewer may not see: a membership in a hidden
-- body is hidden. (record's own policy applies inside the subqueries, because they run as the viewer.)
do $$
declare t text; refs text[]; c text; cond text;
begin
  for t, refs in values
    ('body', array[]::text[]), ('member', array[]::text[]), ('person', array[]::text[]),
    ('membership', array['member_id','body_id']), ('office', array['body_id','holder_id']), ('meeting', array['body_id']),
    ('delegation', array['meeting_id','member_id']), ('text', array['meeting_id','body_id']), ('undertaking', array['meeting_id','body_id']), ('count', array['body_id'])
  loop
    cond := format('exists (select 1 from record r where r.id = %I.id)', t);
    foreach c in array refs loop
      cond := cond || format(' and (%I.%I is null or exists (select 1 from record r where r.id = %I.%I))', t, c, t, c);
    end loop;
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format('grant select, insert, update, delete on %I to entente_unfiltered_jobs', t);
    execute format('create policy jobs on %I to entente_unfiltered_jobs using (true) with check (true)', t);
    execute format('grant select, insert on %I to entente_app', t);
    execute format('create policy read on %I for select to entente_app using (%s)', t, cond);
    execute format('create policy add on %I for insert to entente_app with check (%s and exists (select 1 from record r where r.id = %I.id and r.owner_id = (select viewer_holder()) and r.class_id in (select writable_class())))', t, cond, t);
  end loop;
end $$;

grant insert on person to entente_door;
create policy door on person for insert to entente_door with check (true);
