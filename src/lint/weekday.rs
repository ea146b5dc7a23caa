//! A date whose day of the week is not the one written beside it, or in the activity's name.
//!
//! Why: some will come on the date and some on the weekday.
//! Example: "ngày 26/02/2023 (thứ Bảy)" is found, for that day is a Sunday; so is a "Ngày Chủ nhật
//! xanh" planned for a Saturday.

use super::view::View;
use super::words::{dates, named_in, written_beside};
use super::{Lint, LintFinding, Reading, Said, Slice, Stated};
use crate::calendar::{Date, Weekday};
use crate::finding::Severity;
use crate::plan::Certainty;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&DATE_OTHER_WEEKDAY],
};

static DATE_OTHER_WEEKDAY: Lint = Lint {
    code: "date.otherWeekday",
    about: "The day of the week written beside a date is not the one on which it falls.",
    severities: &[Severity::Warning],
    gaps: &[
        ("date", &["19/4/2023"]),
        ("actual", &["thứ Tư", "Wednesday"]),
        ("written", &["Chủ nhật", "Sunday"]),
    ],
    says: Both {
        vi: "Ngày {date} là {actual}, văn bản ghi {written}.",
        en: "{date} is a {actual}; the document says {written}.",
    },
    mend: Both {
        vi: "Sửa ngày hoặc sửa thứ cho khớp nhau, rồi báo cho các đơn vị.",
        en: "Correct the date or the day of the week, and tell the units.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for words in &view.texts {
        let text = plain(words.text);
        for written in dates(&text) {
            let Some(date) = written.date(view.plan.period) else {
                continue;
            };
            if let Some(weekday) = written_beside(&text, &written)
                && weekday != date.weekday()
            {
                let said = other_weekday(date, weekday);
                out.push(
                    LintFinding::new(Severity::Warning, words.path.clone(), said)
                        .stating([words.stated(Some(Reading::Day(date)))]),
                );
            }
        }
    }
    for (path, activity) in view.activities() {
        let Some(weekday) = named_in(&plain(&activity.title)) else {
            continue;
        };
        let days = activity.when.iter().filter(|when| {
            when.certainty == Certainty::Exact && when.to.is_none() && when.repeats.is_none()
        });
        for date in days.map(|when| when.applies().0) {
            if date.weekday() != weekday {
                let said = other_weekday(date, weekday);
                let reading = Some(Reading::Day(date));
                let stated = Stated::new(path.clone(), &activity.source, reading);
                let found = LintFinding::new(Severity::Warning, path.clone(), said);
                out.push(found.stating([stated]));
            }
        }
    }
}

fn other_weekday(date: Date, written: Weekday) -> Said {
    DATE_OTHER_WEEKDAY
        .with("date", date)
        .with("actual", date.weekday())
        .with("written", written)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, found, plan, quoting};
    use serde_json::json;

    #[test]
    fn the_day_beside_the_date() {
        for (quote, wrong) in [
            ("trước 14g00 ngày 26/02/2023 (Chủ nhật)", false),
            ("trước 14g00 ngày 26/02/2023 (thứ Bảy)", true),
            ("thứ Bảy, ngày 04/3", false),
            ("thứ Sáu, ngày 04/3", true),
            ("sinh hoạt lần thứ Sáu, ngày 04/3", false),
        ] {
            let found = found(&quoting(quote), "date.otherWeekday");
            assert_eq!(!found.is_empty(), wrong, "{quote}");
        }
    }

    #[test]
    fn the_day_in_the_name() {
        for (day, expected) in [
            ("2023-03-19", ""),
            ("2023-03-18", "warning date.otherWeekday"),
        ] {
            let plan = plan(
                json!({"activities": [{"id": "a", "title": "“Ngày Chủ nhật xanh” lần thứ 148",
                "when": [{"from": day}], "source": {"section": "IV"}}]}),
            );
            assert_eq!(codes(&plan, "date."), expected, "{day}");
        }
    }
}
