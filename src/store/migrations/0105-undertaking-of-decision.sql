-- What a member takes up by a decision on a gap is an undertaking of the record too, with the decision as its source. Taken back, it is given up on that day: the
-- record keeps it.

alter table finding_decision add column undertaking_id uuid references record(id);
create index on finding_decision (undertaking_id) where undertaking_id is not null;
