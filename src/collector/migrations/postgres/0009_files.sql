-- The same as SQLite's of the same number; the words there hold here.
create table file (
    seq        bigint generated always as identity primary key,
    plan       text    not null,
    unit       text    not null,
    hash       text    not null check (length(hash) = 64),
    place      text    not null unique,
    kind       text    not null,
    bytes      bigint not null check (bytes >= 1),
    begun_at   bigint not null,
    sent_by    text    not null,
    whole_at   bigint,
    named_at   bigint,
    deleted_at bigint,
    deleted_by text,
    going_at   bigint,
    unique (plan, unit, hash)
);

create table depot (
    id   integer primary key check (id = 1),
    mark text not null
);
