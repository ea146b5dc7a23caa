//! Words for what a form shows beside its fields: earlier figures, what is lacking, planned days.

use super::either;
use super::time::days;
use crate::plan::{Certainty, Measure, When};
use crate::text::Lang;
use crate::value::clock;

/// What was reported for earlier periods: "Đã báo cáo kỳ trước: 4 cây".
#[must_use]
pub fn before(number: i64, measure: &Measure, lang: Lang) -> String {
    [
        either(lang, "Đã báo cáo kỳ trước: ", "Reported before: "),
        &measure.quantity(number),
    ]
    .concat()
}

/// What a unit still lacks to reach its own target: "Còn thiếu 6 cây", or "Đã đạt chỉ tiêu".
#[must_use]
pub fn remains(lacks: i64, measure: &Measure, lang: Lang) -> String {
    if lacks <= 0 {
        return either(lang, "Đã đạt chỉ tiêu", "Target reached").into();
    }
    [
        either(lang, "Còn thiếu ", "Still to go: "),
        &measure.quantity(lacks),
    ]
    .concat()
}

/// The days that apply to a planned activity: "07g30 ngày 26/2/2023", "ngày 5/3/2023 (dự kiến)".
#[must_use]
pub fn when(when: &When, lang: Lang) -> String {
    let (from, to) = when.applies();
    let mut out = String::new();
    if let Some(time) = when.time {
        out.push_str(&clock(time, lang));
        out.push_str(either(lang, " ", ", "));
    }
    out.push_str(&days(from, to, lang));
    out.push_str(match when.certainty {
        Certainty::Exact => "",
        Certainty::Expected => either(lang, " (dự kiến)", " (expected)"),
        Certainty::Unsure => either(lang, " (chưa rõ)", " (unsure)"),
    });
    out
}

#[cfg(test)]
mod tests {
    use super::{before, remains, when};
    use crate::plan::When;
    use crate::text::Lang::{En, Vi};
    use crate::value::CountMeasure;

    #[test]
    fn earlier_figures_and_what_is_lacking_bear_their_noun() {
        let trees = CountMeasure {
            noun: "cây".into()
        }
        .into();
        assert_eq!(before(1200, &trees, Vi), "Đã báo cáo kỳ trước: 1.200 cây");
        for (lacks, vi, en) in [
            (6, "Còn thiếu 6 cây", "Still to go: 6 cây"),
            (0, "Đã đạt chỉ tiêu", "Target reached"),
        ] {
            assert_eq!(remains(lacks, &trees, Vi), vi);
            assert_eq!(remains(lacks, &trees, En), en);
        }
    }

    #[test]
    fn planned_days_are_those_that_apply_and_say_how_sure_they_are() {
        for (json, vi, en) in [
            (
                r#"{"from":"2023-02-26","time":"07:30"}"#,
                "07g30 ngày 26/2/2023",
                "07:30, 26/2/2023",
            ),
            (
                r#"{"from":"2023-03-05","certainty":"expected"}"#,
                "ngày 5/3/2023 (dự kiến)",
                "5/3/2023 (expected)",
            ),
            (
                r#"{"from":"2022-02-26","correction":{"from":"2023-02-26","why":"Nhầm năm"}}"#,
                "ngày 26/2/2023",
                "26/2/2023",
            ),
            (
                r#"{"from":"2023-03-04","to":"2023-03-31"}"#,
                "từ 4/3 đến hết 31/3/2023",
                "4/3 to 31/3/2023",
            ),
        ] {
            let planned: When = crate::read::from_str(json).unwrap();
            assert_eq!([when(&planned, Vi), when(&planned, En)], [vi, en]);
        }
    }
}
