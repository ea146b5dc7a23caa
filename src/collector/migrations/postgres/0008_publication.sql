-- The same as SQLite's of the same number; the words there hold here.
create table publication (
    seq     bigint generated always as identity primary key,
    plan    text   not null,
    step    bigint not null check (step >= 1),
    version bigint not null,
    state   text   not null check (state in ('open', 'withdrawn', 'archived')),
    hash    text   not null,
    done_at bigint not null,
    done_by text   not null,
    office  text   not null,
    unique (plan, step)
);

create trigger publication_is_kept before update or delete on publication
for each row execute function is_kept();
create trigger plan_is_kept before update or delete on plan
for each row execute function is_kept();

alter table access_key drop constraint access_key_role_check;
alter table access_key add constraint access_key_role_check check (role in ('unit', 'office', 'publisher'));
