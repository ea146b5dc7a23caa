-- Personal codes of units and offices. A code itself is kept nowhere, only its hash.
create table access_key (
    seq      bigint generated always as identity primary key,
    selector text not null unique, -- the first group of the code, by which it is found
    plan     text not null,
    unit     text not null,
    role     text not null check (role in ('unit', 'office')),
    hash     text not null, -- SHA-256 of the whole code
    made_at  bigint not null, -- seconds since 1970-01-01T00:00:00Z
    ended_at bigint           -- when another took its place
);

-- One code at a time opens a unit.
create unique index access_key_in_use on access_key (plan, unit, role) where ended_at is null;

-- Who sent a report: 'open' where anyone may, else the code's first group or the token's subject.
alter table submission add column sent_by text not null default 'open';
