-- Whether reports of a version of a plan have come: without it, a look at the folder passes over all of the plan's reports.
-- The version is ahead: PostgreSQL, which knows nothing of a new table's rows, takes what begins with the plan for what a unit sent.
create index submission_of_version on submission (plan_version, plan);
