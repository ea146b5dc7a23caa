-- Every version of a plan that was ever served, so that a report of an older version can still be
-- read and checked. A version whose text was changed without a new number is kept beside the old.
create table plan (
    seq     integer primary key,
    id      text    not null,
    version integer not null,
    hash    text    not null,
    json    text    not null,
    unique (id, version, hash)
) strict;

-- Every report ever received, one row a revision.
create table submission (
    seq          integer primary key,
    id           text    not null unique,
    plan         text    not null,
    plan_version integer not null,
    duty         text    not null,
    unit         text    not null,
    period_from  text    not null,
    period_to    text    not null,
    revision     integer not null check (revision >= 1),
    received_at  integer not null, -- seconds since 1970-01-01T00:00:00Z, by the collector's clock
    hash         text    not null, -- SHA-256 of the report's canonical JSON
    report       text    not null, -- canonical JSON
    receipt      text    not null, -- JSON, as it was answered
    unique (plan, unit, duty, period_from, period_to, revision)
) strict;

-- Nothing that was received is ever changed or taken away.
create trigger submission_is_not_changed before update on submission
begin select raise(abort, 'a received report is never changed'); end;
create trigger submission_is_not_removed before delete on submission
begin select raise(abort, 'a received report is never removed'); end;

-- The revision that holds of each report, beside the moment at which the first one came.
create view current_submission as
select s.*, first.received_at as first_received_at
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
