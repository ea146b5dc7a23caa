-- Files of reports: what each is known by, and what became of it. Their bytes are not here, but in a folder or bucket.
create table file (
    seq        integer primary key,
    plan       text    not null,
    unit       text    not null,
    hash       text    not null check (length(hash) = 64), -- SHA-256 of its bytes
    place      text    not null unique,  -- under which name its pieces lie; one that comes anew has another
    kind       text    not null,
    bytes      integer not null check (bytes >= 1),
    begun_at   integer not null, -- seconds since 1970-01-01T00:00:00Z, by the collector's clock
    sent_by    text    not null, -- as submission.sent_by
    whole_at   integer,          -- when all of it had come and was looked at
    named_at   integer,          -- when a report first named it
    deleted_at integer,          -- when its bytes were taken away
    deleted_by text,             -- by what the office was known; "plan" where the plan keeps files no longer
    going_at   integer,          -- since when its bytes are being taken away; null again once they are gone
    unique (plan, unit, hash)
) strict;

-- Where the bytes are: the folder or bucket that bears the same mark.
create table depot (
    id   integer primary key check (id = 1),
    mark text not null
) strict;
