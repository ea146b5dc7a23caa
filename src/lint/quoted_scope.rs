//! A target for all together whose words give it to each, and the other way round.
//!
//! Why: "mỗi cơ sở Đoàn 05 công trình" stored for all together is reached when the first five units have one.
//! Example: "Mỗi chi đoàn thực hiện ít nhất 01 công trình", stored as one for the whole district.

use super::view::{View, stated, value_of, values};
use super::words::{Ends, clauses, has_own_number, is_part_of_a_unit, says, unit_of};
use super::{Lint, LintFinding, PatchValue, Slice};
use crate::finding::Severity;
use crate::plan::{Scope, Target};
use crate::text::{Both, clean};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_EACH_AS_WHOLE, &TARGET_WHOLE_AS_EACH],
};

static TARGET_EACH_AS_WHOLE: Lint = Lint {
    code: "target.eachAsWhole",
    about: "A target that its words give to each unit is stored as one for all together.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["mỗi cơ sở Đoàn"]), ("value", &["5"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng kế hoạch tính {value} cho tất cả đơn vị cộng lại.",
        en: "The words quoted say “{written}”, but the plan counts {value} for all units together.",
    },
    mend: Both {
        vi: "Đổi phạm vi của chỉ tiêu thành mỗi đơn vị, hoặc ghi rõ trong văn bản là tổng cộng.",
        en: "Let the target hold for each unit, or let the document say that it is a total.",
    },
};

static TARGET_WHOLE_AS_EACH: Lint = Lint {
    code: "target.wholeAsEach",
    about: "A target that its words give to all together is stored as one for each unit.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["tổng cộng"]), ("value", &["500"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng kế hoạch đòi {value} ở từng đơn vị.",
        en: "The words quoted say “{written}”, but the plan asks {value} of each unit.",
    },
    mend: Both {
        vi: "Đổi phạm vi của chỉ tiêu thành tất cả đơn vị cộng lại.",
        en: "Let the target hold for all units together.",
    },
};

/// What says that it is for all of them.
const TOGETHER: &[&str] = &[
    "tổng cộng",
    "cộng lại",
    "cả quận",
    "cả huyện",
    "cả tỉnh",
    "cả xã",
    "cả phường",
    "toàn quận",
    "toàn huyện",
    "toàn tỉnh",
    "toàn thành phố",
    "toàn xã",
    "toàn phường",
    "toàn đoàn",
    "toàn ngành",
    "toàn hội",
    "toàn tổ chức hội",
    "toàn thành",
    "toàn khối",
    "toàn cụm",
    "toàn hệ thống",
    "toàn quận đoàn",
    "toàn huyện đoàn",
    "toàn tỉnh đoàn",
    "toàn thành đoàn",
    "toàn công đoàn",
    "toàn trường",
    "cả thành phố",
    "cả hệ thống",
    "cộng chung",
    "tính chung",
    "gộp chung",
    "tính gộp",
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, target) in view.targets() {
        let bound = view
            .plan
            .units
            .iter()
            .filter(|unit| target.units.chooses(unit))
            .count();
        let Some((lint, written)) = disagrees(view, target).filter(|_| bound > 1) else {
            continue;
        };
        let Some(value) = value_of(view, target) else {
            continue;
        };
        let scope = if target.scope == Scope::Whole {
            "each"
        } else {
            "whole"
        };
        let is_part = is_part_of_a_unit(&written);
        let said = lint.with("written", written).with("value", value);
        let finding = LintFinding::new(Severity::Warning, path.clone(), said)
            .stating([stated(&path, target)]);
        out.push(if is_part {
            finding
        } else {
            finding.mended(path.then("scope"), PatchValue::Word(scope.to_owned()))
        });
    }
}

/// What the words say otherwise of whom the number is for. Marks count: "đổi mới cơ sở" is not "mỗi cơ sở".
fn disagrees(view: &View<'_>, target: &Target) -> Option<(&'static Lint, String)> {
    if target.of.is_some() {
        return None;
    }
    let text = clean(target.source.quote.as_deref()?).to_lowercase();
    let (clause, start) = clauses(&text, Ends::Sentence).find_map(|clause| {
        let number = values(view, target, clause)
            .into_iter()
            .find(|one| !one.percent)?;
        Some((clause, number.start))
    })?;
    let each = each(clause, start)
        .or_else(|| all_of(clause, start))
        .or_else(|| by_unit(clause, start));
    let together = TOGETHER.iter().find(|words| says(clause, words));
    match (target.scope, each, together) {
        (Scope::Whole, Some(words), None) => Some((&TARGET_EACH_AS_WHOLE, words)),
        (Scope::Each, None, Some(words)) => Some((&TARGET_WHOLE_AS_EACH, (*words).to_owned())),
        _ => None,
    }
}

/// "Mỗi" or "từng" before one of those who report.
fn each(clause: &str, number: usize) -> Option<String> {
    ["mỗi ", "mỗi một ", "từng "].iter().find_map(|word| {
        let mut places = clause.match_indices(word).filter(|(at, _)| {
            let head = clause.get(..*at).unwrap_or_default();
            !head.ends_with(char::is_alphanumeric)
        });
        places.find_map(|(at, _)| {
            let rest = clause.get(at + word.len()..)?;
            let unit = unit_of(rest)?;
            // "100 cây, mỗi xã ít nhất 10 cây": each has a number of its own.
            let has_own = at > number && has_own_number(rest);
            (!has_own).then(|| [word, unit].concat())
        })
    })
}

/// "100 cây/đơn vị", "100 triệu đồng/xã/năm": right after the number and what it counts.
fn by_unit(clause: &str, number: usize) -> Option<String> {
    let rest = clause.get(number..)?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
    let (at, _) = rest.match_indices('/').find(|(at, _)| {
        let after = rest.get(at + 1..).unwrap_or_default();
        unit_of(after.trim_start()).is_some()
    })?;
    let counted = rest.get(..at)?;
    let is_near = counted.split_whitespace().count() <= 5
        && !counted.contains(|c: char| c.is_ascii_digit() || ",(".contains(c));
    let unit = unit_of(rest.get(at + 1..)?.trim_start())?;
    is_near.then(|| ["/", unit].concat())
}

/// "100% đơn vị có ít nhất 02 mô hình": so many for each of them. After a comma, or of units that only take part, it may be
/// all together.
fn all_of(clause: &str, number: usize) -> Option<String> {
    let head = clause.get(..number)?;
    let at = head.find("100%")?;
    let rest = head.get(at + "100%".len()..)?.trim_start();
    let rest = ["số ", "các "]
        .iter()
        .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let unit = unit_of(rest)?;
    let least = ["ít nhất", "tối thiểu", "không dưới", "không ít hơn"];
    let is_least = least.iter().any(|words| head.trim_end().ends_with(words));
    let mut more = rest.split(',').skip(1);
    let is_one = more.all(|name| unit_of(name.trim_start()).is_some())
        && !rest.contains('(')
        && !rest.contains("tham gia");
    (is_least && is_one).then(|| ["100% ", unit].concat())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, measured, target};
    use serde_json::json;

    #[test]
    fn for_whom_the_words_say() {
        for (quote, scope, expected) in [
            (
                "Mỗi cơ sở Đoàn trồng 100 cây",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "Từng chi đoàn trồng ít nhất 100 cây",
                "whole",
                "warning target.eachAsWhole",
            ),
            ("Mỗi cơ sở Đoàn trồng 100 cây", "each", ""),
            (
                "Mỗi khu phố trồng 100 cây",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "100% đơn vị trồng ít nhất 100 cây",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "100% Đoàn xã, thị trấn trồng ít nhất 100 cây",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "100% cơ sở Đoàn ra quân, trồng ít nhất 100 cây",
                "whole",
                "",
            ),
            ("100% đơn vị tham gia trồng ít nhất 100 cây", "whole", ""),
            ("100% đoàn viên trồng ít nhất 100 cây", "whole", ""),
            ("Mỗi trường hợp khó khăn, trồng 100 cây", "whole", ""),
            (
                "Cả quận trồng 100 cây",
                "each",
                "warning target.wholeAsEach",
            ),
            (
                "Toàn quận trồng 100 cây",
                "each",
                "warning target.wholeAsEach",
            ),
            (
                "Trồng thêm 2.000 cây; toàn quận trồng ít nhất 100 cây. Mỗi chi đoàn 5.000 cây",
                "each",
                "warning target.wholeAsEach",
            ),
            (
                "Toàn Đoàn trồng 100 cây",
                "each",
                "warning target.wholeAsEach",
            ),
            ("Toàn quận trồng 100 cây", "whole", ""),
            (
                "Trồng 100 cây/đơn vị/năm",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "Trồng 100 cây xanh/xã",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "Mỗi Hội LHPN cơ sở trồng 100 cây",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "Mỗi năm mỗi Đoàn cơ sở trồng 100 cây",
                "whole",
                "warning target.eachAsWhole",
            ),
            (
                "Cộng chung các đơn vị trồng 100 cây",
                "each",
                "warning target.wholeAsEach",
            ),
            (
                "Toàn Hội trồng 100 cây",
                "each",
                "warning target.wholeAsEach",
            ),
            ("Trồng 100 cây/người/năm", "whole", ""),
            ("Trồng 100 cây, mỗi xã ít nhất 10 cây", "whole", ""),
            (
                "Trồng 100 cây tại mỗi xã",
                "whole",
                "warning target.eachAsWhole",
            ),
            ("Trồng 100 cây, 2 cây/xã", "whole", ""),
            ("Mỗi đoàn công tác trồng 100 cây", "whole", ""),
            ("Toàn hội trường trồng 100 cây", "whole", ""),
            // Both are said: which of them the number is for cannot be told.
            ("Mỗi cơ sở Đoàn tham gia, tổng cộng 100 cây", "whole", ""),
            // Of somebody or something else, and in another sentence.
            ("Mỗi đoàn viên một cây, trồng 100 cây", "whole", ""),
            ("Mỗi cơ sở Đoàn một đội; trồng 100 cây", "whole", ""),
            ("Đổi mới cơ sở vật chất, trồng 100 cây", "whole", ""),
        ] {
            let plan = target(quote, json!({"scope": scope}));
            assert_eq!(
                codes(&plan, "target.eachAsWhole") + &codes(&plan, "target.wholeAsEach"),
                expected,
                "{quote} {scope}"
            );
        }
        let roads = measured("Mỗi xã sửa 2,5 km đường", json!({"scope": "whole"}));
        assert_eq!(
            codes(&roads, "target.eachAsWhole"),
            "warning target.eachAsWhole"
        );
        let thousands = target(
            "Toàn quận trồng 5.000 cây",
            json!({"scope": "each", "value": {"count": 5000}}),
        );
        assert_eq!(
            codes(&thousands, "target.wholeAsEach"),
            "warning target.wholeAsEach"
        );
    }
}
