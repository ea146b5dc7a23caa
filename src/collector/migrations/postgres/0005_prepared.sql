-- When "send" was pressed, by the device's clock, in seconds since 1970; none where a collector of an earlier
-- version took the report in, whose receipt does not say either that the line delayed it.
alter table submission add column prepared_at bigint;

-- All that the overview reads of a report, so that it need not turn the pages that hold the reports' texts.
create index submission_arrived on submission
    (plan, unit, duty, period_from, period_to, revision, received_at, prepared_at, id);

-- The revision that holds of each report, beside the first one's hours, and what was last decided about it: an
-- amendment has not been decided about yet. Where nothing was amended the first one is this very row, and
-- is not looked up.
drop view current_submission;
create view current_submission as
select s.*,
    case when s.revision = 1 then s.received_at else (
        select first.received_at from submission first
        where first.plan = s.plan and first.unit = s.unit and first.duty = s.duty
        and first.period_from = s.period_from and first.period_to = s.period_to and first.revision = 1
    ) end as first_received_at,
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
