//! Names of what a form and a list of duties show.

use super::either;
use crate::finding::{Path, Severity};
use crate::plan::{ActivityPart, Plan};
use crate::schedule::{State, Status, Timeliness};
use crate::text::Lang;

/// The name of a state: "Sắp đến hạn", "Đã gửi".
#[must_use]
pub fn state(state: State, lang: Lang) -> &'static str {
    match state {
        State::NotYetOpen => either(lang, "Chưa đến kỳ", "Not open yet"),
        State::Open => either(lang, "Cần gửi", "To be sent"),
        State::DueSoon => either(lang, "Sắp đến hạn", "Due soon"),
        State::Late => either(lang, "Quá hạn", "Late"),
        State::Sent => either(lang, "Đã gửi", "Sent"),
        State::SentLate => either(lang, "Đã gửi trễ", "Sent late"),
        State::Returned => either(lang, "Cần bổ sung", "Returned"),
        State::Accepted => either(lang, "Đã duyệt", "Accepted"),
        State::Waived => either(lang, "Không cần gửi", "Waived"),
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

/// That a report came late although "send" was pressed in time, by the device's clock.
#[must_use]
pub fn delayed(lang: Lang) -> &'static str {
    either(
        lang,
        "Gửi kịp hạn, đến trễ vì mất mạng",
        "Sent on time, held up by an outage",
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

/// The label of what is asked of an activity: "Tên hoạt động", "Ngày bắt đầu".
#[must_use]
pub fn activity_part(part: ActivityPart, lang: Lang) -> &'static str {
    match part {
        ActivityPart::Title => either(lang, "Tên hoạt động", "Title"),
        ActivityPart::Date => either(lang, "Ngày bắt đầu", "Start date"),
        ActivityPart::Until => either(lang, "Ngày kết thúc", "End date"),
        ActivityPart::Time => either(lang, "Giờ bắt đầu", "Start time"),
        ActivityPart::Place => either(lang, "Địa điểm", "Place"),
        ActivityPart::Participants => either(lang, "Lượt người tham gia", "Attendances"),
        ActivityPart::Links => either(lang, "Đường dẫn minh chứng", "Evidence links"),
        ActivityPart::Partners => either(lang, "Đơn vị phối hợp", "Partner units"),
        ActivityPart::Note => either(lang, "Ghi chú", "Note"),
    }
}

/// The line under that label, where one helps.
#[must_use]
pub fn activity_hint(part: ActivityPart, lang: Lang) -> Option<&'static str> {
    match part {
        ActivityPart::Until => Some(either(
            lang,
            "Bỏ trống nếu chỉ trong một ngày.",
            "Leave blank for a one-day activity.",
        )),
        ActivityPart::Time => Some(either(lang, "Ví dụ 07g30.", "For example 07:30.")),
        ActivityPart::Links => Some(either(
            lang,
            "Mỗi dòng một đường dẫn.",
            "One link per line.",
        )),
        ActivityPart::Partners => Some(either(lang, "Mỗi dòng một đơn vị.", "One unit per line.")),
        ActivityPart::Title
        | ActivityPart::Date
        | ActivityPart::Place
        | ActivityPart::Participants
        | ActivityPart::Note => None,
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
            let (colon, part) = part.map_or(("", ""), |part| (": ", activity_part(part, lang)));
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

#[cfg(test)]
mod tests {
    use super::label;
    use crate::finding::Path;
    use crate::plan::Plan;
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
