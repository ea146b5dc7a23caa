-- A roll-up reads a plan's reports in the order in which they came, page by page.
create index submission_in_order on submission (plan, seq);
