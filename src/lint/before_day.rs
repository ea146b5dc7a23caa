//! "Trước ngày …" with no hour.
//!
//! Why: by the letter the day itself is too late, but many read "trước ngày 19/3" as "chậm nhất ngày
//! 19/3", and half of the units are late by one day.
//! Example: "hạn chót là trước ngày 19/3/2023" is found; "trước 17g00 ngày 24/02" is not.

use super::view::View;
use super::{LintFinding, LintKind, PatchValue, Reading, Stated};
use crate::finding::Severity;
use crate::plan::{Bound, Schedule};
use crate::schedule::occasions;
use crate::text::fold;

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties() {
        for (at, stated) in duty.schedules.iter().enumerate() {
            let quote = stated.source.quote.as_deref().unwrap_or_default();
            if !fold(quote).contains("truoc ngay ") {
                continue;
            }
            let made = occasions(view.plan, &stated.schedule);
            let found = made.iter().enumerate().find_map(|(at, occasion)| {
                let deadline = occasion.deadline.filter(|d| d.time.is_none())?;
                Some((at, deadline))
            });
            let Some((occasion, deadline)) = found else {
                continue;
            };
            let stated_path = path.clone().then("schedules").at(at);
            let kind = LintKind::DeadlineBeforeDay {
                date: deadline.date,
            };
            // What the same duty says elsewhere of the same day stands beside it.
            let others = duty.schedules.iter().enumerate().filter(|(i, _)| *i != at);
            let statements = [(at, stated)]
                .into_iter()
                .chain(others)
                .map(|(at, stated)| {
                    let reading = Reading::Deadlines(occasions(view.plan, &stated.schedule));
                    Stated::new(
                        path.clone().then("schedules").at(at),
                        &stated.source,
                        Some(reading),
                    )
                });
            let mut finding = LintFinding::new(Severity::Warning, stated_path.clone(), kind)
                .stating(statements.collect::<Vec<_>>());
            if let (Schedule::Listed(_), Bound::Before) = (&stated.schedule, deadline.bound) {
                let listed = stated_path.then("schedule").then("listed").at(occasion);
                let bound = listed.then("deadline").then("bound");
                finding = finding.mended(bound, PatchValue::Word("by".to_owned()));
            }
            out.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn a_day_with_no_hour() {
        for (quote, deadline, expected) in [
            (
                "hạn chót là trước ngày 19/3/2023 (Chủ nhật)",
                json!({"date": "2023-03-19", "bound": "before"}),
                "warning deadline.beforeDay",
            ),
            (
                "hạn chót là trước ngày 19/3/2023",
                json!({"date": "2023-03-19"}),
                "warning deadline.beforeDay",
            ),
            (
                "trước 17g00 ngày 24/02/2023",
                json!({"date": "2023-02-24", "time": "17:00", "bound": "before"}),
                "",
            ),
            (
                "hạn chót là ngày 19/3/2023",
                json!({"date": "2023-03-19"}),
                "",
            ),
        ] {
            let mut one = duty(json!({"listed": [
                {"period": {"from": "2023-02-26", "to": "2023-03-17"}, "deadline": deadline}]}));
            one["schedules"][0]["source"]["quote"] = json!(quote);
            let plan = plan(json!({"duties": [one]}));
            assert_eq!(codes(&plan, "deadline.beforeDay"), expected, "{quote}");
        }
    }
}
