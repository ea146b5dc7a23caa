//! Statements of one duty that make different deadlines.
//!
//! Why: the unit that keeps to one is late by the other. Deadlines are compared period by period as the
//! statements make them, so that "09g00 thứ Sáu hàng tuần" and a list of days meet on the same calendar.
//! Example: "trước 09g00 thứ Sáu" against "tuần 1: hạn chót 04/3/2023", a Saturday.

use super::view::View;
use super::{Lint, LintFinding, Reading, Said, Slice, Stated};
use crate::calendar::Period;
use crate::finding::{Path, Severity};
use crate::plan::{Duty, ListedPeriod, Schedule, StatedSchedule};
use crate::schedule::listed_periods;
use crate::text::Both;
use std::collections::BTreeMap;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DEADLINE_RULE_AGAINST_LIST, &DEADLINE_CONTRADICTS],
};

static DEADLINE_RULE_AGAINST_LIST: Lint = Lint {
    code: "deadline.ruleAgainstList",
    about: "The deadlines listed one by one are not those that the general rule makes.",
    severities: &[Severity::Warning],
    gaps: &[("count", &["3"])],
    says: Both {
        vi: "Hạn gửi theo quy tắc chung khác với hạn liệt kê từng kỳ, ở {count} kỳ.",
        en: "The deadlines of the general rule differ from those listed, in {count} periods.",
    },
    mend: Both {
        vi: "Chọn một cách và bỏ cách kia; nếu giữ danh sách, ghi rõ giờ cho từng kỳ.",
        en: "Keep one and strike the other; where the list stays, name the hour of each period.",
    },
};

static DEADLINE_CONTRADICTS: Lint = Lint {
    code: "deadline.contradicts",
    about: "Two statements name different deadlines for one report.",
    severities: &[Severity::Warning],
    gaps: &[],
    says: Both {
        vi: "Văn bản nêu hai hạn gửi khác nhau cho cùng một báo cáo.",
        en: "The document names two deadlines for one report.",
    },
    mend: Both {
        vi: "Chọn một hạn và thông báo lại cho các đơn vị.",
        en: "Choose one deadline and tell the units.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties() {
        for (at, one) in duty.schedules.iter().enumerate() {
            for (other_at, other) in duty.schedules.iter().enumerate().skip(at + 1) {
                // Deadlines of different units contradict nothing.
                if holds(duty, one) && holds(duty, other) {
                    continue;
                }
                let made = |stated: &StatedSchedule| listed_periods(view.plan, &stated.schedule);
                let pairs = differing(made(one), made(other));
                // That "trước ngày" and "ngày" differ by one day is another rule's finding.
                let matters = |(a, b): &(ListedPeriod, ListedPeriod)| {
                    a.deadline.map(|d| (d.date, d.time)) != b.deadline.map(|d| (d.date, d.time))
                };
                if !pairs.iter().any(matters) {
                    continue;
                }
                let count = pairs.len();
                let (first, second): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
                let statement = |at: usize, stated: &StatedSchedule, made: Vec<ListedPeriod>| {
                    let path: Path = path.clone().then("schedules").at(at);
                    Stated::new(path, &stated.source, Some(Reading::Deadlines(made)))
                };
                let said = match (&one.schedule, &other.schedule) {
                    (Schedule::Recurring(_), Schedule::Listed(_))
                    | (Schedule::Listed(_), Schedule::Recurring(_)) => {
                        DEADLINE_RULE_AGAINST_LIST.counting(count)
                    }
                    _ => Said::from(&DEADLINE_CONTRADICTS),
                };
                out.push(
                    LintFinding::new(Severity::Warning, path.clone(), said).stating([
                        statement(at, one, first),
                        statement(other_at, other, second),
                    ]),
                );
            }
        }
    }
}

/// Whether the statement applies, to all or to some.
fn holds(duty: &Duty, stated: &StatedSchedule) -> bool {
    stated.id == duty.applies || stated.units.is_some()
}

/// The periods that both make and for which they name different deadlines.
fn differing(
    one: Vec<ListedPeriod>,
    other: Vec<ListedPeriod>,
) -> Vec<(ListedPeriod, ListedPeriod)> {
    // Of a period that is listed twice, the first.
    let by_period: BTreeMap<Period, ListedPeriod> = other
        .into_iter()
        .rev()
        .map(|made| (made.period, made))
        .collect();
    one.into_iter()
        .filter_map(|listed| {
            let same = by_period.get(&listed.period)?;
            (same.deadline != listed.deadline).then(|| (listed, same.clone()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::{Value, json};

    fn stated(id: &str, schedule: &Value) -> Value {
        json!({"id": id, "schedule": schedule, "source": {"section": "V.4.2"}})
    }

    #[test]
    fn a_rule_and_a_list_meet_on_the_calendar() {
        let weekly = |time: Value| json!({"recurring": {"cycle": {"every": "week", "ends": "friday"}, "deadline": time}});
        let list = |deadline: Value| json!({"listed": [{"period": {"from": "2023-03-04", "to": "2023-03-10"}, "deadline": deadline}]});
        for (one, other, expected) in [
            (
                weekly(json!({"daysAfter": 0, "time": "09:00", "bound": "before"})),
                list(json!({"date": "2023-03-10"})),
                "warning deadline.ruleAgainstList",
            ),
            (
                weekly(json!({"daysAfter": 0})),
                list(json!({"date": "2023-03-10"})),
                "",
            ),
            (
                list(json!({"date": "2023-03-11"})),
                list(json!({"date": "2023-03-12"})),
                "warning deadline.contradicts",
            ),
            (
                list(json!({"date": "2023-03-11", "bound": "before"})),
                list(json!({"date": "2023-03-11"})),
                "",
            ),
        ] {
            let mut both = duty(one.clone());
            both["schedules"] = json!([stated("stated", &one), stated("other", &other)]);
            let plan = plan(json!({"duties": [both]}));
            let found = [
                codes(&plan, "deadline.rule"),
                codes(&plan, "deadline.contra"),
            ]
            .concat();
            assert_eq!(found, expected, "{one} / {other}");
        }
    }

    #[test]
    fn deadlines_of_different_units_and_extensions_contradict_nothing() {
        let listed = |date: &str| {
            json!({"listed": [{"period": {"from": "2023-03-04", "to": "2023-03-10"},
            "deadline": {"date": date}}]})
        };
        let mut both = duty(listed("2023-03-11"));
        both["schedules"] = json!([
            stated("stated", &listed("2023-03-11")),
            stated("district", &listed("2023-03-15"))
        ]);
        assert_eq!(
            codes(&plan(json!({"duties": [both]})), "deadline.contra"),
            "warning deadline.contradicts"
        );
        both["schedules"][1]["units"] = json!({"levels": ["base"]});
        assert_eq!(codes(&plan(json!({"duties": [both]})), "deadline."), "");
        let mut later = duty(listed("2023-03-11"));
        later["schedules"][0]["source"]["quote"] = json!("Chậm nhất ngày 11/3/2023");
        later["extensions"] = json!([{"within": {"from": "2023-03-04", "to": "2023-03-10"},
            "deadline": {"date": "2023-03-20"},
            "source": {"section": "CV 12", "quote": "gia hạn đến hết ngày 20/3/2023"}}]);
        assert_eq!(codes(&plan(json!({"duties": [later]})), "deadline."), "");
    }
}
