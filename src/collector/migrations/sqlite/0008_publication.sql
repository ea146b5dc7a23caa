-- What offices did with the plans that they publish, step by step: each published version, and each time that a plan was
-- withdrawn, archived or opened again. The texts stand in the table "plan". A plan that has a row here has its home here.
create table publication (
    seq     integer primary key,
    plan    text    not null,
    step    integer not null check (step >= 1), -- counted plan by plan, without a gap
    version integer not null,
    state   text    not null check (state in ('open', 'withdrawn', 'archived')),
    hash    text    not null, -- of the version's text
    done_at integer not null, -- seconds since 1970-01-01T00:00:00Z, by the collector's clock
    done_by text    not null, -- as submission.sent_by
    office  text    not null, -- the office's name; empty where it has none
    unique (plan, step)
) strict;

-- Steps are added, never changed or taken away, and so are texts.
create trigger publication_is_not_changed before update on publication
begin select raise(abort, 'a published version is never changed'); end;
create trigger publication_is_not_removed before delete on publication
begin select raise(abort, 'a published version is never removed'); end;
create trigger plan_is_not_changed before update on plan
begin select raise(abort, 'a version of a plan is never changed'); end;
create trigger plan_is_not_removed before delete on plan
begin select raise(abort, 'a version of a plan is never removed'); end;

-- Codes of offices that publish: the plan is empty for all plans, the unit is the office's name.
create table access_key_with_publishers (
    seq      integer primary key,
    selector text not null unique, -- the first group of the code, by which it is found
    plan     text not null,
    unit     text not null,
    role     text not null check (role in ('unit', 'office', 'publisher')),
    hash     text not null, -- SHA-256 of the whole code
    made_at  integer not null, -- seconds since 1970-01-01T00:00:00Z
    ended_at integer           -- when another took its place
) strict;
insert into access_key_with_publishers (seq, selector, plan, unit, role, hash, made_at, ended_at)
select seq, selector, plan, unit, role, hash, made_at, ended_at from access_key;
drop table access_key;
alter table access_key_with_publishers rename to access_key;

-- One code at a time opens a unit.
create unique index access_key_in_use on access_key (plan, unit, role) where ended_at is null;
