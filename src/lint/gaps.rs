//! Days between the periods of a duty that no report covers.
//!
//! Why: what is held on such a day is in no report. One day is most often a slip of the pen.
//! Example: "Đợt 1 từ 01/3 đến 15/3, đợt 2 từ 17/3 đến 31/3".

use super::view::View;
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::calendar::Period;
use crate::finding::Severity;
use crate::plan::Schedule;
use crate::text::Both;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&SCHEDULE_GAP],
};

static SCHEDULE_GAP: Lint = Lint {
    code: "schedule.gap",
    about: "Days between two periods of a duty that no report covers.",
    severities: &[Severity::Info],
    gaps: &[("days", &["ngày 16/3/2023", "on 16/3/2023"])],
    says: Both {
        vi: "Giữa các kỳ của chế độ báo cáo này, {days} không thuộc kỳ nào.",
        en: "Between the periods of this duty, {days} is in none.",
    },
    mend: Both {
        vi: "Cho kỳ trước hết hoặc kỳ sau bắt đầu sát nhau, nếu việc trong những ngày ấy cần báo cáo.",
        en: "Let the periods meet, if what happens on those days is to be reported.",
    },
};

/// A longer one is rather a pause.
const LONGEST: i64 = 10;

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties().filter(|(_, duty)| !view.is_calendar(duty)) {
        let Some(stated) = duty.schedule() else {
            continue;
        };
        let Schedule::Listed(listed) = &stated.schedule else {
            continue;
        };
        let mut periods: Vec<Period> = listed.iter().map(|listed| listed.period).collect();
        periods.sort_by_key(|period| period.from());
        let Some(gap) = periods.windows(2).find_map(|pair| match pair {
            [one, next] => between(*one, *next),
            _ => None,
        }) else {
            continue;
        };
        let reading = Reading::Deadlines(listed.clone());
        let said = SCHEDULE_GAP.with("days", gap);
        out.push(
            LintFinding::new(Severity::Info, path.clone(), said).stating([Stated::new(
                path,
                &stated.source,
                Some(reading),
            )]),
        );
    }
}

/// The days after one and before the next, where they are few.
fn between(one: Period, next: Period) -> Option<Period> {
    let from = one.to().add_days(1)?;
    let to = next.from().add_days(-1)?;
    let gap = Period::new(from, to).ok()?;
    (gap.len_days() <= LONGEST && gap.len_days() < one.len_days()).then_some(gap)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn days_in_no_period() {
        for (first, second, expected) in [
            ("2023-03-15", "2023-03-17", "info schedule.gap"),
            ("2023-03-15", "2023-03-16", ""),
            // They overlap, as a year covers its half.
            ("2023-03-15", "2023-03-01", ""),
            // A pause.
            ("2023-03-10", "2023-03-29", ""),
        ] {
            let plan = plan(json!({"duties": [duty(json!({"listed": [
                {"period": {"from": "2023-03-01", "to": first}},
                {"period": {"from": second, "to": "2023-03-31"}}]}))]}));
            assert_eq!(codes(&plan, "schedule.gap"), expected, "{first} {second}");
        }
    }
}
