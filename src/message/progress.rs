//! Words for what a form shows beside its fields: earlier figures, what is lacking, planned days.

use super::either;
use super::time::days;
use super::value::mark;
use crate::plan::{Certainty, Measure, When};
use crate::text::{Lang, Mark};
use crate::value::clock;

/// What was reported for earlier periods: "Đã báo cáo kỳ trước: 4 cây"; where the last is not all of it, that by itself:
/// "Đã báo cáo kỳ trước: trên 4 cây, từ đầu: trên 9 cây".
#[must_use]
pub fn before(all: Told, last: Told, measure: &Measure, lang: Lang) -> String {
    let said = |(number, is): Told| [mark(is, lang), &measure.quantity(number)].concat();
    let mut out = either(lang, "Đã báo cáo kỳ trước: ", "Reported before: ").to_owned();
    out.push_str(&said(last));
    if last != all {
        out.push_str(either(lang, ", từ đầu: ", ", since the beginning: "));
        out.push_str(&said(all));
    }
    out
}

/// That an answer stands as the unit gave it before, and was not typed now.
#[must_use]
pub fn as_before(lang: Lang) -> &'static str {
    either(lang, "Như đã báo cáo trước", "As reported before")
}

/// What a unit still lacks to reach its own target: "Còn thiếu 6 cây", or "Đã đạt chỉ tiêu".
#[must_use]
pub fn remains((lacks, is): Told, measure: &Measure, lang: Lang) -> String {
    if lacks <= 0 {
        return reached(is, lang).to_owned();
    }
    [
        either(lang, "Còn thiếu ", "Still to go: "),
        mark(is, lang),
        &measure.quantity(lacks),
    ]
    .concat()
}

/// A number, and in which way it is none exactly, where it is none.
type Told = (i64, Option<Mark>);

/// That nothing is lacking. What is less than nothing is certain; what else is estimated is said to be.
pub(super) fn reached(lacks: Option<Mark>, lang: Lang) -> &'static str {
    match lacks {
        None | Some(Mark::Below) => either(lang, "Đã đạt chỉ tiêu", "Target reached"),
        Some(Mark::Above | Mark::About) => either(
            lang,
            "Đã đạt chỉ tiêu theo ước tính",
            "Target reached by estimate",
        ),
    }
}

/// What is said behind a state that exact numbers might make another.
#[must_use]
pub fn by_estimate(lang: Lang) -> &'static str {
    either(lang, " theo ước tính", " by estimate")
}

/// That numbers that are none exactly are among what was reported.
#[must_use]
pub fn estimated(lang: Lang) -> &'static str {
    either(
        lang,
        "Trong số liệu đã báo cáo có số ước lượng (trên, dưới, khoảng), nên tổng cũng là ước lượng.",
        "Among what was reported are estimates (more than, less than, about), so the sum is one too.",
    )
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
    use crate::text::Mark;
    use crate::value::CountMeasure;

    #[test]
    fn earlier_figures_and_what_is_lacking_bear_their_noun() {
        let trees = CountMeasure {
            noun: "cây".into()
        }
        .into();
        assert_eq!(
            before((1200, None), (1200, None), &trees, Vi),
            "Đã báo cáo kỳ trước: 1.200 cây"
        );
        assert_eq!(
            before((1200, Some(Mark::Above)), (120, None), &trees, Vi),
            "Đã báo cáo kỳ trước: 120 cây, từ đầu: trên 1.200 cây"
        );
        for (lacks, vi, en) in [
            (
                (6, Some(Mark::Below)),
                "Còn thiếu dưới 6 cây",
                "Still to go: less than 6 cây",
            ),
            ((0, Some(Mark::Below)), "Đã đạt chỉ tiêu", "Target reached"),
            (
                (0, Some(Mark::About)),
                "Đã đạt chỉ tiêu theo ước tính",
                "Target reached by estimate",
            ),
            ((6, None), "Còn thiếu 6 cây", "Still to go: 6 cây"),
            ((0, None), "Đã đạt chỉ tiêu", "Target reached"),
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
