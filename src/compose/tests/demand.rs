//! Reports that units open by themselves, as an officer makes one of a duty.

use super::super::List;
use super::{begun, confirm_all, rows, set};

#[test]
fn a_report_becomes_one_that_units_open_by_themselves_and_keeps_a_deadline_counted_from_the_day() {
    let mut composer = begun();
    confirm_all(&mut composer);
    let duty = rows(&composer, "duties").pop().unwrap().id;
    for (cell, text) in [("cycle", "onDemand"), ("due", "daysAfter"), ("days", "1")] {
        set(&mut composer, List::Duties, &duty, cell, text);
    }
    let plan = composer.plan();
    let rule = plan.duties[0].on_demand().expect("on demand");
    assert_eq!(rule.deadline.and_then(|due| due.days_after), Some(1));
    let row = rows(&composer, "duties").pop().unwrap();
    assert!(row.says.ends_with("khi có phát sinh"), "{}", row.says);
    assert!(row.wrong == 0);
    set(&mut composer, List::Duties, &duty, "cycle", "month");
    assert!(composer.plan().duties[0].on_demand().is_none());
}
