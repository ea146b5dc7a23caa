//! A figure should be of the order of the unit's earlier ones, and one that counts all since the plan
//! began should not fall.
//!
//! Why: a missing or doubled zero shows against last week; a total that shrinks was mistyped now or then.
//! Example: after 120 and 90 people, 1.200 or 9 is far; after 300 trees since the beginning, 280 falls; 50 people
//! on the first day say nothing of a week with 1.200.

use super::engine::{Check, Code, Found, Over, Param, Rule, View, When, Worded, doc};
use crate::finding::Finding;
use crate::plan::Combine;
use crate::text::Both;
use crate::value::Held;

/// How many times as large, or as small, is far.
const FAR: i64 = 10;

/// Below this, tenfold is ordinary: from 3 participants to 40.
const FLOOR: i64 = 100;

pub(super) const RULE: Rule = Rule {
    codes: &[&FAR_FROM_EARLIER, &FALLS],
    checks: &[Check {
        over: Over::Each(|input| input.measure.held() == Held::Range),
        run: check,
    }],
};

static FAR_FROM_EARLIER: Code = Code {
    code: "figure.farFromEarlier",
    about: doc(
        "The figure is far from those of earlier periods, as if a zero were missing or too many.",
    ),
    params: &[Param::new(
        "earlier",
        Worded::Quantity,
        "The nearest of the earlier figures.",
        "1200",
    )],
    says: Both {
        vi: "Khác xa số đã báo cáo trước đây ({earlier}). Hãy kiểm tra xem có thừa hay thiếu số 0 không; \
             nếu đúng, hãy ghi một dòng giải thích.",
        en: "This is far from what was reported earlier ({earlier}). Check for an extra or a missing zero; \
             if it is right, explain in one line.",
    },
    when: When::AtOnce,
};

static FALLS: Code = Code {
    code: "figure.falls",
    about: doc("The figure counts all since the plan began and is below the one reported before."),
    params: &[Param::new(
        "earlier",
        Worded::Quantity,
        "The figure reported before.",
        "1200",
    )],
    says: Both {
        vi: "Số lũy kế thấp hơn lần báo cáo trước ({earlier}). Hãy nhập tổng từ đầu kế hoạch; \
             nếu đúng, hãy ghi một dòng giải thích.",
        en: "This running total is below the last report ({earlier}). Enter the total since the plan began; \
             if it is right, explain in one line.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let (Some(asked), Some(figure)) = (view.input(), view.number()) else {
        return;
    };
    let past = view.context.earlier;
    if past.is_empty() {
        return;
    }
    if asked.combine == Combine::Cumulative {
        let told = past.telling(view.sheet, asked.combine);
        let told = told.filter_map(|report| asked.number_in(report));
        if let Some(earlier) = told.last().filter(|earlier| figure < *earlier) {
            out.warning(asked.path.clone(), FALLS.with("earlier", earlier));
            return;
        }
    }
    let mut bounds = None;
    for report in past.alike(view.sheet) {
        if let Some(number) = asked.number_in(report) {
            let (smallest, largest) = bounds.unwrap_or((number, number));
            bounds = Some((number.min(smallest), number.max(largest)));
        }
    }
    let Some((smallest, largest)) = bounds else {
        return;
    };
    // Numbers are within ±2⁵³, so that ten times one of them is a number of 64 bits.
    let nearest = if figure >= FLOOR && largest > 0 && figure >= largest * FAR {
        largest
    } else if figure > 0 && smallest >= FLOOR && figure * FAR <= smallest {
        smallest
    } else {
        return;
    };
    out.warning(
        asked.path.clone(),
        FAR_FROM_EARLIER.with("earlier", nearest),
    );
}

#[cfg(test)]
mod tests {
    use crate::calendar::{Date, Period};
    use crate::report::{FORMAT, Report, Value};
    use crate::rules::tests::table::{draft, found};

    /// A report of the week before, of one figure.
    fn last_week(figure: &str, value: i64) -> Report {
        let day = |text| Date::parse_iso(text).expect("a day");
        Report {
            format: FORMAT,
            plan: "small".to_owned(),
            plan_version: 2,
            duty: "weekly".to_owned(),
            unit: "ward-1".to_owned(),
            period: Period::new(day("2023-02-19"), day("2023-02-25")).expect("a week"),
            figures: [(figure.to_owned(), Value::Number(value))].into(),
            activities: Vec::new(),
            explanations: Vec::new(),
        }
    }

    #[test]
    fn tenfold_up_or_down_is_far_and_a_running_total_does_not_fall() {
        let far = "figure.farFromEarlier";
        for (figure, before, now, code) in [
            ("people", 120, "1.199", None),
            ("people", 120, "1.200", Some(far)),
            ("people", 120, "12", Some(far)),
            ("people", 120, "13", None),
            ("people", 120, "0", None),
            ("people", 3, "40", None),
            ("people", i64::MAX, "1", Some(far)),
            ("total", 300, "300", None),
            ("total", 300, "299", Some("figure.falls")),
        ] {
            let found = found(
                &draft(&[(figure, now)], &[]),
                None,
                &[last_week(figure, before)],
            );
            let expected: Vec<_> = code
                .map(|code| format!("/figures/{figure} {code}"))
                .into_iter()
                .collect();
            assert_eq!(found, expected, "{figure}: {now} after {before}");
        }
    }
}
