//! A measure that is counted: kilometres, hectares or tonnes as if they were trees.
//!
//! Why: a count has no half; 2,5 km is refused, or becomes 2 or 25, and metres are not turned into kilometres.
//! Example: "Sửa chữa 2,5 km đường" asked as a count of "km".

use super::view::{View, stated};
use super::words::{fractions, numbers};
use super::{Lint, LintFinding, Slice};
use crate::finding::{Path, Severity};
use crate::plan::{Target, Threshold};
use crate::text::{Both, clean};
use crate::value::{Counted, RollUp};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&FIGURE_MEASURE_COUNTED, &TARGET_MEASURE_COUNTED],
};

static FIGURE_MEASURE_COUNTED: Lint = Lint {
    code: "figure.measureCounted",
    about: "A figure counts in whole numbers what is measured: kilometres, hectares, tonnes.",
    severities: &[Severity::Warning],
    gaps: &[("noun", &["km"])],
    says: Both {
        vi: "Số liệu đếm bằng “{noun}” chỉ nhận số nguyên: 2,5 {noun} không ghi được.",
        en: "A figure counted in “{noun}” takes whole numbers only: 2,5 {noun} cannot be reported.",
    },
    mend: Both {
        vi: "Dùng số lượng có đơn vị (“quantity”) với đơn vị này và số chữ số thập phân cần có.",
        en: "Make it a quantity (“quantity”) of this unit with the decimal places that are needed.",
    },
};

static TARGET_MEASURE_COUNTED: Lint = Lint {
    code: "target.measureCounted",
    about: "The words of a target measure something, and its figure counts whole things.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["2,5 km"]), ("noun", &["tuyến đường"])],
    says: Both {
        vi: "Câu được trích ghi “{written}”, nhưng số liệu của chỉ tiêu là số nguyên, đếm bằng “{noun}”.",
        en: "The words quoted say “{written}”, but the target's figure is a whole number of “{noun}”.",
    },
    mend: Both {
        vi: "Dùng số lượng có đơn vị (“quantity”) như câu được trích, hoặc trích đúng câu nêu số đếm.",
        en: "Make it a quantity (“quantity”) as the words do, or quote the words that state the count.",
    },
};

/// Units of measure, as a text in lower case has them. Marks count: "tấn" is not "tán".
const UNITS: &[&str] = &[
    "km",
    "km2",
    "km²",
    "m",
    "m2",
    "m²",
    "m3",
    "m³",
    "mét",
    "mét vuông",
    "mét khối",
    "mét dài",
    "mét tới",
    "cây số",
    "ki-lô-mét",
    "ki lô mét",
    "kilômét",
    "kilomet",
    "ha",
    "hecta",
    "héc ta",
    "héc-ta",
    "kg",
    "ki-lô-gam",
    "kilôgam",
    "kilogam",
    "gam",
    "tấn",
    "tạ",
    "yến",
    "lít",
];

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (at, indicator) in view.plan.indicators.iter().enumerate() {
        let measure = Path::top("indicators").at(at).then("measure");
        let nouns = match indicator.measure.table() {
            Some(table) => {
                let path = measure.then("table").then("columns");
                let columns = table.columns.iter().enumerate().filter_map(|(at, column)| {
                    let is_count = matches!(column.measure.roll_up(), RollUp::Count);
                    let noun = column.measure.counted();
                    is_count.then(|| (path.clone().at(at), noun))
                });
                columns.collect()
            }
            None if matches!(indicator.measure.roll_up(), RollUp::Count) => {
                vec![(measure, indicator.measure.counted())]
            }
            None => Vec::new(),
        };
        for (path, counted) in nouns {
            if let Counted::Noun(noun) = counted
                && let Some(unit) = unit_of(&clean(noun).to_lowercase())
            {
                let said = FIGURE_MEASURE_COUNTED.with("noun", unit.to_owned());
                out.push(LintFinding::new(Severity::Warning, path, said));
            }
        }
    }
    for (path, target) in view.targets() {
        if let Some(said) = measured(view, target) {
            let found = LintFinding::new(Severity::Warning, path.clone(), said);
            out.push(found.stating([stated(&path, target)]));
        }
    }
}

/// The longest unit of measure with which some words begin.
fn unit_of(words: &str) -> Option<&'static str> {
    let begins = |unit: &&&str| {
        words.strip_prefix(**unit).is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_alphanumeric() || "/-".contains(c))
        })
    };
    UNITS
        .iter()
        .filter(begins)
        .max_by_key(|unit| unit.len())
        .copied()
}

/// The measure that the words give the target's number, where its figure counts something else. A fraction that is the only
/// number has lost its part whatever it is of.
fn measured(view: &View<'_>, target: &Target) -> Option<super::Said> {
    let Threshold::Count(value) = target.value else {
        return None;
    };
    let measure = &view.plan.indicator(target.indicator.as_str())?.measure;
    let Counted::Noun(noun) = measure.counted() else {
        return None;
    };
    // Of such a figure it is said once, whatever its targets.
    if target.changes() || unit_of(&clean(noun).to_lowercase()).is_some() {
        return None;
    }
    let text = clean(target.source.quote.as_deref()?).to_lowercase();
    let all = numbers(&text);
    let said = |written: String| {
        TARGET_MEASURE_COUNTED
            .with("written", written)
            .with("noun", noun.to_owned())
    };
    let mut here = all.iter().filter(|number| number.value == value);
    if let (Some(number), None) = (here.next(), here.next()) {
        let before = text.get(..number.start)?;
        let is_part = before.ends_with(|c: char| c.is_alphanumeric() || ".,/-".contains(c));
        let unit = unit_of(text.get(number.end..)?.trim_start()).filter(|_| !is_part)?;
        let written = text.get(number.start..number.end)?;
        return Some(said([written, " ", unit].concat()));
    }
    let [(_, digits, after)] = fractions(&text)[..] else {
        return None;
    };
    let (whole, _) = digits.split_at_checked(digits.find(',')?)?;
    let whole: i64 = whole.parse().ok()?;
    let bare = digits.replace(',', "").parse() == Ok(value);
    let lost = [whole, whole + 1].contains(&value) || bare;
    let end = after
        .find(|c: char| !(c.is_alphanumeric() || c == ' '))
        .unwrap_or(after.len());
    let noun = after
        .get(..end)?
        .split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    let unit = unit_of(after).map_or(noun, str::to_owned);
    (lost && !unit.is_empty()).then(|| said([digits, " ", &unit].concat()))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, found, plan, target};
    use crate::plan::Plan;
    use serde_json::{Value, json};

    fn asked(quote: &str, noun: &str, value: i64) -> Plan {
        let plan = target(quote, json!({"value": {"count": value}}));
        let mut json = serde_json::to_value(&plan).unwrap();
        json["indicators"][0]["measure"] = json!({"count": {"noun": noun}});
        Plan::read(&json.to_string()).unwrap()
    }

    #[test]
    fn a_unit_of_measure_is_no_noun() {
        for (noun, is_measure) in [
            ("km", true),
            ("km đường", true),
            ("m²", true),
            ("m2 tường", true),
            ("mét vuông", true),
            ("Tấn", true),
            ("tạ gạo", true),
            ("lít", true),
            ("héc-ta rừng", true),
            ("mét", true),
            ("cây", false),
            ("điểm", false),
            ("giờ", false),
            ("mét-tinh", false),
            ("tạp chí", false),
            ("đơn vị máu", false),
            ("tán cây", false),
            ("kg/người", false),
        ] {
            let plan = asked("Thực hiện 100", noun, 100);
            let found = codes(&plan, "figure.measureCounted");
            assert_eq!(!found.is_empty(), is_measure, "{noun}");
        }
    }

    #[test]
    fn a_column_that_counts_what_is_measured() {
        let table = |measure: Value| {
            let column = json!({"id": "c", "label": "Chiều dài", "measure": measure});
            let table = json!({"table": {"row": "tuyến", "columns": [column]}});
            let indicator = json!({"id": "trees", "label": "Các tuyến", "measure": table});
            codes(
                &plan(json!({"indicators": [indicator]})),
                "figure.measureCounted",
            )
        };
        let found = "warning figure.measureCounted";
        assert_eq!(table(json!({"count": {"noun": "km"}})), found);
        assert_eq!(
            table(json!({"quantity": {"unit": "km", "decimals": 1}})),
            ""
        );
    }

    #[test]
    fn the_words_measure() {
        for (quote, noun, value, expected) in [
            ("Nạo vét 100 km kênh mương", "kênh mương", 100, "100 km"),
            ("Sơn 100 m2 tường", "tường", 100, "100 m2"),
            (
                "Vẽ 50 mét vuông tranh bích họa",
                "tranh",
                50,
                "50 mét vuông",
            ),
            ("Trồng 20 ha rừng", "rừng", 20, "20 ha"),
            ("Thắp sáng 2,5 km đường", "tuyến đường", 2, "2,5 km"),
            ("Thắp sáng 2,5 km đường", "tuyến đường", 25, "2,5 km"),
            ("Thu gom 1,5 tấn rác", "đợt", 2, "1,5 tấn"),
            ("Điểm trung bình đạt 8,5 điểm", "điểm", 8, "8,5 điểm"),
            ("Mỗi người 1,5 giờ", "giờ", 1, "1,5 giờ"),
            // The number is another one.
            ("Thắp sáng 03 tuyến đường dài 5 km", "tuyến đường", 3, ""),
            ("Thắp sáng 2,5 km của 02 tuyến", "tuyến đường", 2, ""),
            ("Trồng 100 cây dài 2 m", "cây", 100, ""),
            ("Sửa chữa 2,5 km đường và trao 20 suất quà", "suất", 20, ""),
            ("Tăng 2,5% đoàn viên", "người", 2, ""),
            ("Vận động 2,5 triệu tin", "tin", 2_500_000, ""),
            ("Trao 100 suất quà", "suất", 100, ""),
            ("Lúc 100 mảnh đời", "người", 100, ""),
        ] {
            let plan = asked(quote, noun, value);
            let all = found(&plan, "target.measureCounted");
            let said = all.first().and_then(|one| one.said.words.first());
            let said = said.map(|(_, word)| format!("{word:?}"));
            assert_eq!(all.is_empty(), expected.is_empty(), "{quote}: {said:?}");
            let has = said.is_none_or(|said| said.contains(expected));
            assert!(has, "{quote}");
        }
    }
}
