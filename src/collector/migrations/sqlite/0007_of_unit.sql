-- What a unit has sent, the newest first, page by page: without it, a search of the plan's reports in their order
-- passes over those of all other units.
create index submission_of_unit on submission (plan, unit, seq);
