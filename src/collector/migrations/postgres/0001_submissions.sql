-- The same tables as SQLite's of the same number; the words there hold here.
create table plan (
    seq     bigint generated always as identity primary key,
    id      text   not null,
    version bigint not null,
    hash    text   not null,
    json    text   not null,
    unique (id, version, hash)
);

create table submission (
    seq          bigint generated always as identity primary key,
    id           text   not null unique,
    plan         text   not null,
    plan_version bigint not null,
    duty         text   not null,
    unit         text   not null,
    period_from  text   collate "C" not null,
    period_to    text   collate "C" not null,
    revision     bigint not null check (revision >= 1),
    received_at  bigint not null,
    hash         text   not null,
    report       text   not null,
    receipt      text   not null,
    unique (plan, unit, duty, period_from, period_to, revision)
);

-- What is locked while a report of a unit is taken in, so that several collectors count its revisions
-- one after the other. A row, not an advisory lock: distributed engines that speak PostgreSQL's
-- protocol know rows.
create table unit_lock (
    plan text not null,
    unit text not null,
    primary key (plan, unit)
);

create function is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was received is never changed or removed';
end $$;
create trigger submission_is_kept before update or delete on submission
for each row execute function is_kept();

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
