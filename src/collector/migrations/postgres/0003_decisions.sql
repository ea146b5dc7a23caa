-- What the office decided about reports. A report stands as its last decision says; one that has none
-- has only been received.
create table decision (
    seq        bigint generated always as identity primary key,
    submission text not null references submission (id),
    outcome    text not null check (outcome in ('accepted', 'returned')),
    reason     text not null, -- of the whole report; may be empty
    fields     text not null, -- JSON: [{"path", "reason"}]
    decided_at bigint not null, -- seconds since 1970-01-01T00:00:00Z, by the collector's clock
    decided_by text not null  -- as submission.sent_by
);
create index decision_of on decision (submission, seq);

-- Decisions are added, never changed or taken away.
create trigger decision_is_kept before update or delete on decision
for each row execute function is_kept();

-- The revision that holds of each report, beside the moment at which the first one came, and what was
-- last decided about it: an amendment has not been decided about yet.
drop view current_submission;
create view current_submission as
select s.*, first.received_at as first_received_at,
    (select d.outcome from decision d where d.submission = s.id order by d.seq desc limit 1) as outcome
from submission s
join submission first
    on first.plan = s.plan and first.unit = s.unit and first.duty = s.duty
    and first.period_from = s.period_from and first.period_to = s.period_to and first.revision = 1
where not exists (
    select 1 from submission later
    where later.plan = s.plan and later.unit = s.unit and later.duty = s.duty
    and later.period_from = s.period_from and later.period_to = s.period_to
    and later.revision = s.revision + 1
);
