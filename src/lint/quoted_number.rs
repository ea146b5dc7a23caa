//! A target whose number is not the one that its words state.
//!
//! Why: a zero too many goes unseen until nobody reaches the target; the document is what was signed.
//! Example: "Trồng ít nhất 200 cây xanh", read as 20. A number for each month or unit that was multiplied
//! is the same number.

use super::view::{View, stated};
use super::words::{
    Number, dates, fractions, in_words, is_another_of_them, is_made_of, is_of, numbers, quantities,
    states_a_value,
};
use super::{Lint, LintFinding, Said, Slice, Word};
use crate::finding::Severity;
use crate::plan::{Comparison, Scope, Share, Target, Threshold};
use crate::text::{Both, clean, format_typed, plain};
use crate::value::Counted;

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_OTHER_NUMBER, &TARGET_UPPER_OF_RANGE],
};

static TARGET_OTHER_NUMBER: Lint = Lint {
    code: "target.otherNumber",
    about: "A target's number is not the one that its words state.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["200"]), ("stored", &["20"])],
    says: Both {
        vi: "Câu được trích ghi {written}, nhưng chỉ tiêu trong kế hoạch là {stored}.",
        en: "The words quoted say {written}, but the plan's target is {stored}.",
    },
    mend: Both {
        vi: "Sửa giá trị của chỉ tiêu theo văn bản, hoặc trích đúng câu nêu con số này.",
        en: "Correct the target's value by the document, or quote the sentence that states this number.",
    },
};

static TARGET_UPPER_OF_RANGE: Lint = Lint {
    code: "target.upperOfRange",
    about: "A target asks at least the larger number of a range: the words ask for the smaller one.",
    severities: &[Severity::Warning],
    gaps: &[("least", &["20"]), ("most", &["25"])],
    says: Both {
        vi: "Câu được trích ghi từ {least} đến {most}, nhưng chỉ tiêu trong kế hoạch đòi ít nhất {most}.",
        en: "The words quoted say {least} to {most}, but the plan's target asks at least {most}.",
    },
    mend: Both {
        vi: "Ghi mức ít nhất là {least}, và mức nhiều nhất là {most} nếu cần.",
        en: "Ask at least {least}, and at most {most} where that matters.",
    },
};

/// How often a month, a quarter or a week comes in what a plan may span.
const TIMES: &[i64] = &[2, 3, 4, 5, 6, 9, 12, 52];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, target) in view.targets() {
        let said = upper_of_range(target).or_else(|| other_quantity(view, target));
        if let Some(said) = said {
            let found = LintFinding::new(Severity::Warning, path.clone(), said);
            out.push(found.stating([stated(&path, target)]));
            continue;
        }
        let bound = view
            .plan
            .units
            .iter()
            .filter(|unit| target.units.chooses(unit));
        let Some(written) = other_number(view, target, bound.count()) else {
            continue;
        };
        let (written, stored) = match target.value {
            Threshold::Count(stored) | Threshold::Money(stored) => {
                (written.value.into(), stored.into())
            }
            Threshold::BasisPoints(stored) => {
                let written = u32::try_from(written.value).unwrap_or(u32::MAX);
                (Word::Share(Share::of(written)), Word::Share(stored))
            }
            Threshold::Quantity(_) | Threshold::Ratio(_) | Threshold::Done => continue,
        };
        let said = TARGET_OTHER_NUMBER
            .with("written", written)
            .with("stored", stored);
        out.push(
            LintFinding::new(Severity::Warning, path.clone(), said)
                .stating([stated(&path, target)]),
        );
    }
}

/// "Từ 20 đến 25", where the target is at least 25.
fn upper_of_range(target: &Target) -> Option<Said> {
    let (Threshold::Count(value) | Threshold::Money(value)) = target.value else {
        return None;
    };
    if target.up_to.is_some() || target.changes() || target.comparison != Comparison::AtLeast {
        return None;
    }
    let text = plain(target.source.quote.as_deref()?);
    let all = numbers(&text);
    let mut here = all
        .windows(2)
        .filter(|pair| pair.iter().any(|one| one.value == value));
    let [least, most] = here.next()? else {
        return None;
    };
    let between = text.get(least.end..most.start)?.trim();
    let opens = text.get(..least.start)?.trim_end().ends_with("tu");
    let is_range = (opens && between == "den") || between == "-" || between == "–";
    let is_alone = all.iter().filter(|one| one.value == value).count() == 1;
    let is_upper = most.value == value && least.value < most.value && states_a_value(&text, *most);
    (is_range && is_upper && is_alone && !least.percent && !most.percent).then(|| {
        TARGET_UPPER_OF_RANGE
            .with("least", least.value)
            .with("most", most.value)
    })
}

/// The one quantity that the words state with its unit, where the target's is another.
fn other_quantity(view: &View<'_>, target: &Target) -> Option<Said> {
    let Threshold::Quantity(stored) = target.value else {
        return None;
    };
    let measure = &view.plan.indicator(target.indicator.as_str())?.measure;
    let Counted::Unit { unit, decimals } = measure.counted() else {
        return None;
    };
    if target.changes() || target.up_to.is_some() {
        return None;
    }
    let text = plain(target.source.quote.as_deref()?);
    let mut written = quantities(&text, unit, decimals).into_iter();
    let (number, amount) = written.next()?;
    if number.value == stored || written.next().is_some() {
        return None;
    }
    let stored = [&format_typed(stored, decimals), " ", unit].concat();
    Some(
        TARGET_OTHER_NUMBER
            .with("written", amount)
            .with("stored", stored),
    )
}

/// The one number of that kind that the words state, where it is another than the target's. Where they state several, the
/// one of the target's own things.
pub(super) fn other_number(view: &View<'_>, target: &Target, units: usize) -> Option<Number> {
    // "Giảm 3 vụ" is three below the number that it rests on.
    if target.changes() {
        return None;
    }
    let quote = target.source.quote.as_deref()?;
    let text = plain(quote);
    let (value, percent) = match target.value {
        Threshold::Count(value) | Threshold::Money(value) => (value, false),
        // "Mỗi đoàn viên … 02 hoạt động": the share of the members is all of them.
        Threshold::BasisPoints(_) if target.scope == Scope::EachMember => return None,
        Threshold::BasisPoints(share) => (i64::from(share), true),
        Threshold::Quantity(_) | Threshold::Ratio(_) | Threshold::Done => return None,
    };
    let days = dates(&text);
    let all = numbers(&text);
    let mut written: Vec<Number> = all
        .iter()
        .copied()
        .filter(|number| number.percent == percent)
        .filter(|number| {
            !days
                .iter()
                .any(|day| day.start <= number.start && number.start < day.end)
        })
        .filter(|number| states_a_value(&text, *number))
        .collect();
    // "1.250 lượt hiến máu, tiếp nhận 900 đơn vị máu": the target's own number is there.
    let measure = &view.plan.indicator(target.indicator.as_str())?.measure;
    let noun = measure.noun().map(plain).unwrap_or_default();
    let is_there = |one: &Number| {
        let after = text.get(one.end..).unwrap_or_default();
        one.value == value && !one.percent && is_of(after, &noun)
    };
    if !percent && all.iter().any(is_there) {
        return None;
    }
    let broken = fractions(&text);
    if !percent && written.len() + broken.len() > 1 {
        if !matches!(measure.counted(), Counted::Noun(_)) {
            return None;
        }
        let is_own = broken.iter().any(|(.., after)| is_of(after, &noun));
        if is_own || is_made_of(&all, value) {
            return None;
        }
        written.retain(|number| is_of(text.get(number.end..).unwrap_or_default(), &noun));
        written.first()?;
    }
    let spoken = in_words(&clean(quote).to_lowercase());
    let mut spoken = spoken
        .into_iter()
        .filter(|number| number.percent == percent);
    // "Ba (03)" says one number twice.
    let only = match (written.as_slice(), spoken.next()) {
        ([only], None) => *only,
        ([only], Some(said)) if said.value == only.value => *only,
        ([], Some(said)) => said,
        _ => return None,
    };
    if spoken.any(|other| other.value != only.value) {
        return None;
    }
    let units = i64::try_from(units).unwrap_or(i64::MAX);
    let is_made = |times: i64| only.value.checked_mul(times) == Some(value);
    let is_same = only.value == value
        || TIMES.iter().copied().any(is_made)
        || units > 1 && is_made(units)
        || text.contains("mot ") && value == 1
        || is_another_of_them(&text, only, value)
        || usize::try_from(value) == Ok(days.len());
    (!is_same).then_some(only)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, target};
    use serde_json::json;

    #[test]
    fn the_number_of_the_words() {
        for (quote, value, is_other) in [
            ("Trồng ít nhất 200 cây xanh.", json!({"count": 20}), true),
            ("Trồng ít nhất 200 cây xanh.", json!({"count": 200}), false),
            ("Trồng hai trăm cây xanh.", json!({"count": 20}), true),
            ("Trồng hai trăm cây xanh.", json!({"count": 200}), false),
            ("Trồng hai trăm (200) cây xanh.", json!({"count": 20}), true),
            ("Vận động 500 nghìn đồng", json!({"money": 500_000}), false),
            ("Vận động 1,5 tỷ đồng", json!({"money": 150_000_000}), true),
            (
                "Vận động 1,5 tỷ đồng",
                json!({"money": 1_500_000_000}),
                false,
            ),
            // Each month, each unit.
            ("Mỗi tháng 04 buổi sinh hoạt", json!({"count": 48}), false),
            ("Mỗi cơ sở Đoàn 05 công trình", json!({"count": 15}), false),
            (
                "Có ít nhất 04 buổi trong năm, mỗi quý 01 buổi",
                json!({"count": 1}),
                false,
            ),
            (
                "Có ít nhất 04 buổi trong năm, mỗi quý 01 cuộc",
                json!({"count": 1}),
                true,
            ),
            // Which of the two is meant cannot be said, unless only one is of the target's own things.
            (
                "Trồng 200 cây, 30 cây bóng mát",
                json!({"count": 20}),
                false,
            ),
            (
                "Trồng 200 cây, trao 50 suất quà",
                json!({"count": 20}),
                true,
            ),
            (
                "Trồng 200 cây, trao 50 suất quà",
                json!({"count": 50}),
                false,
            ),
            (
                "Có 1.250 lượt người dự, trồng được 20 cây xanh",
                json!({"count": 20}),
                false,
            ),
            (
                "Tổ chức 5 đợt, mỗi đợt trồng 20 cây",
                json!({"count": 100}),
                false,
            ),
            (
                "Sửa chữa 2,5 km đường và trao 20 suất quà",
                json!({"count": 2}),
                false,
            ),
            (
                "Vận động 1 tỷ rưỡi đồng",
                json!({"money": 1_500_000_000}),
                false,
            ),
            (
                "Vận động 1 tỷ 200 triệu đồng",
                json!({"money": 1_000_000_000}),
                true,
            ),
            // What is no value.
            (
                "Tổ chức Tháng Thanh niên năm 2023 với 100 hoạt động",
                json!({"count": 100}),
                false,
            ),
            (
                "Thực hiện Kế hoạch số 12-KH/TĐTN ngày 3/2/2023",
                json!({"count": 5}),
                false,
            ),
            ("Đoàn 11 phường tổ chức hội thi", json!({"count": 1}), false),
            ("Tổ chức trong 03 ngày", json!({"count": 1}), false),
            (
                "Tổ chức 01 hội trại nhân ngày 26/3",
                json!({"count": 1}),
                false,
            ),
        ] {
            let plan = target(quote, json!({"value": value}));
            let found = codes(&plan, "target.otherNumber");
            assert_eq!(!found.is_empty(), is_other, "{quote} {value}");
        }
    }

    #[test]
    fn the_larger_number_of_a_range() {
        for (quote, changes, is_upper) in [
            (
                "Trồng từ 20 đến 25 cây",
                json!({"value": {"count": 25}}),
                true,
            ),
            ("Trồng 20 - 25 cây", json!({"value": {"count": 25}}), true),
            (
                "Trồng từ 20 đến 25 cây",
                json!({"value": {"count": 20}}),
                false,
            ),
            (
                "Trồng từ 20 đến 25 cây",
                json!({"value": {"count": 20}, "upTo": {"count": 25}}),
                false,
            ),
            (
                "Trồng từ 20 đến 25 cây",
                json!({"value": {"count": 25}, "comparison": "atMost"}),
                false,
            ),
            (
                "Đoàn viên từ 18 đến 30 tuổi trồng 30 cây",
                json!({"value": {"count": 30}}),
                false,
            ),
        ] {
            let found = codes(&target(quote, changes.clone()), "target.upperOfRange");
            assert_eq!(!found.is_empty(), is_upper, "{quote} {changes}");
        }
    }

    #[test]
    fn the_quantity_of_the_words() {
        for (quote, steps, is_other) in [
            ("Sửa chữa 2,5 km đường", 250, true),
            ("Sửa chữa 2,5 km đường", 25, false),
            ("Sửa chữa 2.500 m đường", 25, false),
            ("Sửa chữa 2,5 km đường, 1 km kênh", 10, false),
            ("Sửa chữa đường dài 2 tuyến", 25, false),
        ] {
            let mut plan = target(quote, json!({}));
            let measure = json!({"quantity": {"unit": "km", "decimals": 1}});
            let mut json = serde_json::to_value(&plan).unwrap();
            json["indicators"][0]["measure"] = measure;
            json["targets"][0]["value"] = json!({"quantity": steps});
            plan = crate::plan::Plan::read(&json.to_string()).unwrap();
            let found = codes(&plan, "target.otherNumber");
            assert_eq!(!found.is_empty(), is_other, "{quote} {steps}");
        }
    }

    #[test]
    fn the_share_of_the_words() {
        for (quote, share, is_other) in [
            ("Ít nhất 70% đoàn viên học tập", 9000, true),
            ("Ít nhất 70% đoàn viên học tập", 7000, false),
            ("100% chi đoàn, 70% đoàn viên học tập", 9000, false),
        ] {
            let value = json!({"basisPoints": share});
            let plan = target(quote, json!({"indicator": "members", "value": value}));
            let found = codes(&plan, "target.otherNumber");
            assert_eq!(!found.is_empty(), is_other, "{quote} {share}");
        }
    }
}
