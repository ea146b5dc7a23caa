-- Whether reports of a version of a plan have come: without it, a look at the folder passes over all of the plan's reports. The version is ahead as in
-- PostgreSQL.
create index submission_of_version on submission (plan_version, plan);
