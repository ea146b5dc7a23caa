//! Names of what a form and a list of duties show.
//!
//! What has come is "đúng hạn" or "trễ hạn"; what has not come when its deadline has passed is "quá hạn".

use super::fill::fill;
use super::time::gone;
use super::{either, remaining};
use crate::calendar::Instant;
use crate::finding::{Path, Severity};
use crate::plan::{ActivityPart, Plan};
use crate::schedule::{State, Status, Timeliness};
use crate::text::{Lang, behind, fold};

/// The name of a state: "Sắp đến hạn", "Quá hạn", "Đã gửi".
#[must_use]
pub fn state(state: State, lang: Lang) -> &'static str {
    match state {
        State::NotYetOpen => either(lang, "Chưa đến kỳ", "Not open yet"),
        State::Open => either(lang, "Cần gửi", "To be sent"),
        State::DueSoon => either(lang, "Sắp đến hạn", "Due soon"),
        State::Late => either(lang, "Quá hạn", "Overdue"),
        State::Sent => either(lang, "Đã gửi", "Sent"),
        State::SentLate => either(lang, "Đã gửi trễ hạn", "Sent late"),
        State::Returned => either(lang, "Cần bổ sung", "Returned"),
        State::Accepted => either(lang, "Đã duyệt", "Accepted"),
        State::Waived => either(lang, "Không phải nộp", "Not required"),
    }
}

/// Whether a report came in time: "Đúng hạn", "Trễ hạn".
#[must_use]
pub fn timeliness(timeliness: Timeliness, lang: Lang) -> &'static str {
    match timeliness {
        Timeliness::OnTime => either(lang, "Đúng hạn", "On time"),
        Timeliness::Late => either(lang, "Trễ hạn", "Late"),
        Timeliness::NoDeadline => either(lang, "Không có hạn gửi", "No deadline"),
    }
}

/// What an office has done with a report: "Đã duyệt".
#[must_use]
pub fn decided(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Received => either(lang, "Đã nhận", "Received"),
        Status::Returned => either(lang, "Đã trả lại", "Returned"),
        Status::Accepted => either(lang, "Đã duyệt", "Accepted"),
    }
}

/// How an occasion stands, and where a `cutoff` is given what remains of its time or how late it is: "Sắp đến hạn, còn
/// 3 giờ", "Quá hạn 3 giờ 5 phút".
#[must_use]
pub fn stands(stands: State, cutoff: Option<Instant>, now: Instant, lang: Lang) -> String {
    let name = state(stands, lang);
    match cutoff {
        None => name.to_owned(),
        Some(cutoff) if stands == State::Late => {
            [name, either(lang, " ", " by "), &gone(cutoff, now, lang)].concat()
        }
        Some(cutoff) => [name, ", ", &*remaining(cutoff, now, lang)].concat(),
    }
}

/// What is done with an occasion, by its duty's name and its state: "Làm báo cáo", "Điền phiếu đăng ký", "Sửa và gửi lại".
#[must_use]
pub fn fill_in(duty: &str, state: State, lang: Lang) -> &'static str {
    if state == State::Returned {
        return either(lang, "Sửa và gửi lại", "Correct and send again");
    }
    if duty.starts_with("Báo cáo") {
        either(lang, "Làm báo cáo", "Report")
    } else if duty.starts_with("Đăng ký") || duty.starts_with("Phiếu đăng ký") {
        either(lang, "Điền phiếu đăng ký", "Register")
    } else {
        either(lang, "Điền phiếu", "Fill in")
    }
}

/// The name of an occasion, by its duty's and its period's: "Báo cáo tuần · Tuần 1". What the duty's name says already is not said
/// again: "Biên bản đại hội", of "Đại hội".
#[must_use]
pub fn occasion(duty: &str, label: Option<&str>) -> String {
    unsaid(duty, label).map_or_else(|| duty.to_owned(), |label| [duty, " · ", label].concat())
}

/// The label of an occasion, to be shown with its duty's name: none where the name has its words already.
#[must_use]
pub fn unsaid<'l>(duty: &str, label: Option<&'l str>) -> Option<&'l str> {
    let among_words = |words: &str| [" ", &fold(words), " "].concat();
    label.filter(|label| behind(&among_words(duty), &among_words(label)).is_none())
}

/// To whom a report goes: "Kính gửi: Quận Đoàn Tân Phú".
#[must_use]
pub fn to(receiver: &str, lang: Lang) -> String {
    [either(lang, "Kính gửi: ", "To: "), receiver].concat()
}

/// What has a name, and its days: "Tuần 1, từ 26/2 đến hết 3/3/2023".
#[must_use]
pub fn dated(name: Option<&str>, days: &str) -> String {
    name.map_or_else(|| days.to_owned(), |name| [name, ", ", days].concat())
}

/// Whether a report came in time, and whether it was held up by the line: "Trễ hạn. Gửi kịp hạn, đến trễ vì mất mạng.".
#[must_use]
pub fn punctual(came: Timeliness, was_delayed: bool, lang: Lang) -> String {
    let name = timeliness(came, lang);
    if was_delayed {
        return [name, ". ", delayed(lang), "."].concat();
    }
    name.to_owned()
}

/// That a report came late although "send" was pressed in time, by the device's clock.
#[must_use]
pub fn delayed(lang: Lang) -> &'static str {
    either(
        lang,
        "Gửi kịp hạn, đến trễ vì mất mạng",
        "Sent on time, held up by an outage",
    )
}

/// The same at length: when "send" was pressed by the device's clock, for which nobody vouches.
#[must_use]
pub fn held_up(pressed: &str, lang: Lang) -> String {
    fill(
        either(
            lang,
            "Theo giờ máy của đơn vị, báo cáo được bấm gửi lúc {pressed}, trước hạn. Báo cáo đến nơi nhận sau hạn.",
            "By the unit's own clock, “Send” was pressed at {pressed}, before the deadline. The report arrived after it.",
        ),
        &[("pressed", pressed)],
    )
}

/// What leads to the identity of another plan, after what is said to be of it.
#[must_use]
pub fn of_plan(lang: Lang) -> &'static str {
    either(lang, ", kế hoạch ", ", plan ")
}

/// The name of a severity: "Lỗi", "Cảnh báo", "Lưu ý".
#[must_use]
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => either(lang, "Lỗi", "Error"),
        Severity::Warning => either(lang, "Cảnh báo", "Warning"),
        Severity::Info => either(lang, "Lưu ý", "Note"),
    }
}

/// What stands at a place of a draft or report, for lists that lead there: "Số cây xanh trồng mới",
/// "Hoạt động 2: Ngày bắt đầu", "Kỳ báo cáo".
#[must_use]
pub fn label(path: &Path, plan: &Plan, lang: Lang) -> String {
    let mut segments = path.segments();
    let first = segments.next().unwrap_or_default();
    match (first, segments.next(), segments.next()) {
        ("figures", Some(id), half) => plan.indicator(id).map_or_else(
            || id.to_owned(),
            |indicator| {
                let half = match (indicator.measure.halves(), half) {
                    (Some(halves), Some("part")) => halves.part,
                    (Some(halves), Some("whole")) => halves.whole,
                    _ => return indicator.label.clone(),
                };
                [&*indicator.label, ": ", half].concat()
            },
        ),
        ("activities", Some(index), part) => {
            let number = index
                .parse::<u32>()
                .map_or(1, |index| index.saturating_add(1))
                .to_string();
            let part = part.and_then(ActivityPart::from_key);
            let (colon, part) = part.map_or(("", ""), |part| (": ", part.asked().label.of(lang)));
            [
                either(lang, "Hoạt động ", "Activity "),
                &number,
                colon,
                part,
            ]
            .concat()
        }
        ("activities", None, _) => either(lang, "Danh sách hoạt động", "List of activities").into(),
        ("explanations", ..) => either(lang, "Giải thích", "Explanation").into(),
        ("unit", ..) => either(lang, "Đơn vị", "Unit").into(),
        ("duty", ..) => either(lang, "Loại báo cáo", "Report type").into(),
        ("period", ..) => either(lang, "Kỳ báo cáo", "Period").into(),
        ("plan" | "planVersion", ..) => either(lang, "Kế hoạch", "Plan").into(),
        _ => either(lang, "Báo cáo", "Report").into(),
    }
}

/// What a cell is called: its column and its row, "Giá trị, dòng 3"; the row alone of no column.
#[must_use]
pub fn of_row(column: &str, index: usize, lang: Lang) -> String {
    let row = index.saturating_add(1).to_string();
    let comma = if column.is_empty() { "" } else { ", " };
    [column, comma, either(lang, "dòng ", "row "), &row].concat()
}

/// The same of a place in a table too, by its column and its row: "Công trình: Giá trị, dòng 3".
#[must_use]
pub fn place(path: &Path, plan: &Plan, lang: Lang) -> String {
    let mut said = label(path, plan, lang);
    let mut segments = path.segments().skip(1);
    let asked = segments.next().and_then(|id| plan.indicator(id));
    if let Some(table) = asked.and_then(|asked| asked.measure.table())
        && let Some(row) = segments.next().and_then(|row| row.parse::<usize>().ok())
    {
        said.push_str(": ");
        let id = segments.next().unwrap_or_default();
        let column = table.column(id);
        let column = column.map_or(id, |(_, column)| &*column.label);
        said.push_str(&of_row(column, row, lang));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{dated, fill_in, label, occasion, punctual, stands, state, timeliness};
    use crate::calendar::Instant;
    use crate::finding::Path;
    use crate::message::rollup;
    use crate::plan::Plan;
    use crate::punctuality::{Standing, Tally};
    use crate::schedule::{State, Timeliness};
    use crate::text::Lang::{En, Vi};

    const PLAN: &str = r#"{
        "format": 1, "id": "p", "version": 1, "title": "T", "period": {"from": "2023-02-26", "to": "2023-03-31"},
        "levels": [{"id": "base", "name": "Cơ sở Đoàn"}],
        "units": [{"id": "u", "name": "U", "level": "base"}],
        "indicators": [
            {"id": "trees", "label": "Số cây trồng mới", "measure": {"count": {"noun": "cây"}}},
            {"id": "members", "label": "Học nghị quyết",
             "measure": {"share": {"part": "đã học", "whole": "tổng số đoàn viên", "noun": "người"}}}
        ],
        "templates": [], "duties": []
    }"#;

    #[test]
    fn what_a_duty_is_named_after_is_not_said_again() {
        for (duty, label, expected) in [
            ("Biên bản", None, "Biên bản"),
            ("Biên bản", Some("Đại hội"), "Biên bản · Đại hội"),
            ("Biên bản đại hội", Some("Đại hội"), "Biên bản đại hội"),
            ("Biên bản ĐẠI HỘI", Some("Đại hội"), "Biên bản ĐẠI HỘI"),
            (
                "Biên bản đại hội chi đoàn",
                Some("Đại hội"),
                "Biên bản đại hội chi đoàn",
            ),
            (
                "Biên bản đại hội",
                Some("Đại hội chi đoàn"),
                "Biên bản đại hội · Đại hội chi đoàn",
            ),
            ("Báo cáo hộithi", Some("Hội"), "Báo cáo hộithi · Hội"),
            ("Báo cáo tuần", Some("Tuần 1"), "Báo cáo tuần · Tuần 1"),
        ] {
            assert_eq!(occasion(duty, label), expected, "{duty} {label:?}");
        }
    }

    #[test]
    fn what_came_late_and_what_has_not_come_have_one_name_each() {
        for lang in [Vi, En] {
            let late = timeliness(Timeliness::Late, lang);
            let says_late = |text: &str| text.to_lowercase().ends_with(&late.to_lowercase());
            assert_eq!(rollup::standing(Standing::Late, lang), late);
            assert!(says_late(state(State::SentLate, lang)));
            let tally = Tally {
                expected: 3,
                on_time: 2,
                late: 1,
                ..Tally::default()
            };
            assert!(says_late(&rollup::tally(&tally, lang)));
            let overdue = state(State::Late, lang);
            assert_ne!(overdue, late);
            assert!(rollup::overdue(3, lang).ends_with(&overdue.to_lowercase()));
        }
    }

    #[test]
    fn what_stands_together_is_one_sentence() {
        let at = |minutes: i64| Instant::from_unix_seconds(minutes * 60).unwrap();
        for (state, cutoff, vi, en) in [
            (
                State::Late,
                Some(at(0)),
                "Quá hạn 3 giờ 5 phút",
                "Overdue by 3 hours 5 minutes",
            ),
            (
                State::DueSoon,
                Some(at(365)),
                "Sắp đến hạn, còn 3 giờ",
                "Due soon, 3 hours left",
            ),
            (State::Sent, None, "Đã gửi", "Sent"),
        ] {
            assert_eq!(stands(state, cutoff, at(185), Vi), vi);
            assert_eq!(stands(state, cutoff, at(185), En), en);
        }
        for (duty, state, vi) in [
            ("Báo cáo tuần", State::Late, "Làm báo cáo"),
            (
                "Đăng ký kế hoạch và lịch hoạt động",
                State::Open,
                "Điền phiếu đăng ký",
            ),
            ("Phiếu đăng ký thi đua", State::Open, "Điền phiếu đăng ký"),
            ("Lịch hoạt động", State::DueSoon, "Điền phiếu"),
            ("Báo cáo tuần", State::Returned, "Sửa và gửi lại"),
        ] {
            assert_eq!(fill_in(duty, state, Vi), vi);
        }
        let name = occasion("Báo cáo tuần", Some("Tuần 1"));
        assert_eq!(name, "Báo cáo tuần · Tuần 1");
        assert_eq!(occasion("Đăng ký", None), "Đăng ký");
        assert_eq!(
            dated(Some("Tuần 1"), "ngày 3/3/2023"),
            "Tuần 1, ngày 3/3/2023"
        );
        assert_eq!(dated(None, "ngày 3/3/2023"), "ngày 3/3/2023");
        assert_eq!(punctual(Timeliness::OnTime, false, Vi), "Đúng hạn");
        assert_eq!(
            punctual(Timeliness::Late, true, Vi),
            "Trễ hạn. Gửi kịp hạn, đến trễ vì mất mạng."
        );
    }

    #[test]
    fn a_place_has_the_name_that_the_form_shows() {
        let plan = Plan::parse(PLAN).unwrap();
        for (path, vi, en) in [
            ("/figures/trees", "Số cây trồng mới", "Số cây trồng mới"),
            (
                "/figures/members/part",
                "Học nghị quyết: đã học",
                "Học nghị quyết: đã học",
            ),
            (
                "/figures/members/whole",
                "Học nghị quyết: tổng số đoàn viên",
                "Học nghị quyết: tổng số đoàn viên",
            ),
            ("/figures/gone", "gone", "gone"),
            ("/activities", "Danh sách hoạt động", "List of activities"),
            ("/activities/1", "Hoạt động 2", "Activity 2"),
            (
                "/activities/1/date",
                "Hoạt động 2: Ngày bắt đầu",
                "Activity 2: Start date",
            ),
            (
                "/activities/1/links/0",
                "Hoạt động 2: Đường dẫn minh chứng",
                "Activity 2: Evidence links",
            ),
            ("/explanations/0", "Giải thích", "Explanation"),
            ("/unit", "Đơn vị", "Unit"),
            ("/period", "Kỳ báo cáo", "Period"),
            ("/planVersion", "Kế hoạch", "Plan"),
            ("", "Báo cáo", "Report"),
        ] {
            assert_eq!(label(&Path::from(path), &plan, Vi), vi);
            assert_eq!(label(&Path::from(path), &plan, En), en);
        }
    }
}
