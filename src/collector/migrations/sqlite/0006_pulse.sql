-- What is written to learn whether the database takes what is written; one row, which holds nothing of anyone's.
create table pulse (
    id     integer primary key check (id = 1),
    at     integer not null,
    filler blob
);

-- The view as before, and no row without an hour where the first revision is missing, as in what was put back by an
-- earlier version.
drop view current_submission;
create view current_submission as
select s.*,
    coalesce(case when s.revision = 1 then s.received_at else (
        select first.received_at from submission first
        where first.plan = s.plan and first.unit = s.unit and first.duty = s.duty
        and first.period_from = s.period_from and first.period_to = s.period_to and first.revision = 1
    ) end, s.received_at) as first_received_at,
    case when s.revision = 1 then s.prepared_at else (
        select first.prepared_at from submission first
        where first.plan = s.plan and first.unit = s.unit and first.duty = s.duty
        and first.period_from = s.period_from and first.period_to = s.period_to and first.revision = 1
    ) end as first_prepared_at,
    (select d.outcome from decision d where d.submission = s.id order by d.seq desc limit 1) as outcome
from submission s
where not exists (
    select 1 from submission later
    where later.plan = s.plan and later.unit = s.unit and later.duty = s.duty
    and later.period_from = s.period_from and later.period_to = s.period_to
    and later.revision = s.revision + 1
);
