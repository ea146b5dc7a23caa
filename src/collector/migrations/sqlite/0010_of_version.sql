-- Whether reports of a version of a plan have come: without it, a look at the folder passes over all of the plan's reports.
create index submission_of_version on submission (plan, plan_version);
