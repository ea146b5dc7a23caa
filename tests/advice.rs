//! Advice never leads in a circle: what a finding says to type is accepted as it stands, and means what was said.

use phieu::calendar::{Date, Period};
use phieu::finding::{Finding, Kind, Path};
use phieu::message::sentence;
use phieu::plan::Plan;
use phieu::report::{Draft, Value};
use phieu::rules::{Context, Sheet};
use phieu::text::{Lang, Mark};
use proptest::prelude::*;

const PLAN: &str = include_str!("cases/plans/small.json");

/// One field for each kind of value that may be written in more than one way, and a number that may be below zero.
const FIELDS: [&str; 12] = [
    "people", "change", "cost", "day", "hour", "held", "way", "road", "land", "crowd", "worth",
    "route",
];

/// The small plan, and the same over two years, in which a day without a year stands twice.
fn plans() -> [Plan; 2] {
    let longer = PLAN.replacen(r#""to": "2023-03-31""#, r#""to": "2024-12-31""#, 1);
    [PLAN, &longer].map(|text| Plan::parse(text).expect("a plan"))
}

fn sheet(plan: &Plan) -> (Sheet, Draft) {
    let day = |text| Date::parse_iso(text).expect("a day");
    let week = Period::new(day("2023-02-26"), day("2023-03-03")).expect("a week");
    let mut draft = Draft::new(plan, "weekly", "ward-1", week);
    draft.figures.insert("trees".to_owned(), "10".to_owned());
    let sheet = Sheet::new(plan, "weekly", "ward-1", week).expect("a sheet");
    (sheet, draft)
}

/// What is said of `text` in a field, and what is understood where nothing stands in the way.
fn said(plan: &Plan, field: &str, text: &str) -> (Vec<Finding>, Option<Value>) {
    let (sheet, mut draft) = sheet(plan);
    draft.figures.insert(field.to_owned(), text.to_owned());
    let mut checked = sheet.check_draft(&draft, draft.bounds(), &Context::default());
    let path = Path::figure(field);
    checked.findings.retain(|finding| finding.path == path);
    let report = checked.report;
    (
        checked.findings,
        report.and_then(|report| report.figures.get(field).cloned()),
    )
}

/// What a finding says to type instead.
fn suggestions(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::NumberAmbiguous { readings } | Kind::MoneyAmbiguous { readings } => readings.clone(),
        Kind::DateSwapped { day, month, year } => vec![match year {
            Some(year) => format!("{day}/{month}/{year}"),
            None => format!("{day}/{month}"),
        }],
        Kind::AnswerNotListed { answers } => answers.clone(),
        Kind::EstimateNotTaken { number } => vec![number.clone()],
        _ => Vec::new(),
    }
}

/// What a unit is worth to someone who writes as Vietnamese people do and knows nothing of ours, in hundredths; of a field
/// of quantities, in hundredths of its smallest step.
fn worth(field: &str, unit: &str) -> i128 {
    match (field, unit) {
        (_, "tỷ") => 100_000_000_000,
        (_, "triệu" | "tr") => 100_000_000,
        (_, "nghìn" | "k") => 100_000,
        ("road" | "route", "m") => 1,
        ("road" | "route", "km" | "") => 1_000,
        ("land", "m²") => 10,
        ("land", "ha" | "") => 100_000,
        _ => 100,
    }
}

/// What is meant by a number with its units, each with a space before it or none, in hundredths of thousand-millionths.
fn meant(field: &str, suggestion: &str) -> i128 {
    let mut sum = 0;
    let mut last = 0;
    let mut rest = suggestion.trim();
    while !rest.is_empty() {
        let (digits, after) = rest.split_at(
            rest.find(|c: char| !"0123456789.,-".contains(c))
                .unwrap_or(rest.len()),
        );
        let after = after.trim_start();
        let (unit, after) = after.split_at(
            after
                .find(|c: char| !c.is_alphabetic() && c != '²')
                .unwrap_or(after.len()),
        );
        rest = after.trim_start();
        if digits.is_empty() {
            assert_eq!(unit, "rưỡi", "{suggestion}");
            sum += last / 2 * 1_000_000_000;
            continue;
        }
        let (whole, fraction) = digits.split_once(',').unwrap_or((digits, ""));
        let number: i128 = [&whole.replace('.', ""), fraction]
            .concat()
            .parse()
            .expect("digits");
        let places = 9 - u32::try_from(fraction.len()).expect("few places");
        let value = number * 10_i128.pow(places);
        last = worth(field, unit);
        sum += value * last;
    }
    sum
}

/// Whether what can be is there, apart from how it is written: a number or a day outside its bounds is said as such.
const fn is_understood(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::NumberTooHigh { .. }
            | Kind::NumberTooSmall { .. }
            | Kind::NumberImplausible { .. }
            | Kind::MoneyTooHigh { .. }
            | Kind::MoneyImplausible { .. }
            | Kind::DateOutsidePlan { .. }
            | Kind::ExplanationMissing { .. }
    )
}

fn holds(plan: &Plan, field: &str, text: &str) -> Result<(), TestCaseError> {
    for finding in said(plan, field, text).0 {
        for suggestion in suggestions(&finding.kind) {
            for lang in [Lang::Vi, Lang::En] {
                let said = sentence(&finding, plan, lang);
                prop_assert!(said.contains(&suggestion), "{text}: {said}");
            }
            let (findings, value) = said(plan, field, &suggestion);
            prop_assert!(
                findings.iter().all(|finding| is_understood(&finding.kind)),
                "{text} in {field}: {suggestion} → {findings:?}"
            );
            let marks = ["trên ", "dưới ", "khoảng "];
            let bare = marks.iter().find_map(|mark| suggestion.strip_prefix(mark));
            let told = value.as_ref().and_then(Value::told);
            if let Some((_, is)) = told {
                prop_assert_eq!(is.map(Mark::word).is_some(), bare.is_some(), "{}", text);
            }
            let suggestion = bare.unwrap_or(&suggestion);
            if let Some((number, _)) = told {
                let number = i128::from(number) * 100_000_000_000;
                prop_assert_eq!(number, meant(field, suggestion), "{} in {}", text, field);
            }
        }
    }
    Ok(())
}

#[test]
fn what_is_named_as_a_reading_is_taken() {
    for text in [
        "1,234",
        "12.5",
        "2,345 tỷ",
        "1,5",
        "1,500 tỷ",
        "12.5 người",
        "-12.5",
        "3/26",
        "2/30",
        "3/26/23",
        "26/02/23",
        "1.5 tỷ 200 triệu",
        "1,234 nghìn",
        "0.5",
        "1234.567",
        "0.500 tỷ",
        "12.5 triệu rưỡi",
        "1 tỷ 2.5 triệu",
        "1 tỷ 1,234 nghìn",
        "1.234,",
        "8.5 km",
        "1234.567 m",
        "12.34 m²",
        "1,234 ha",
        "8.5 tấn",
        "khoảng 8.5 km",
        "gần 1,5 tỷ",
        "hơn 1.5 tỷ",
        "trên 12.5",
        "khoảng 300",
    ] {
        for plan in &plans() {
            for field in FIELDS {
                holds(plan, field, text).expect(text);
            }
        }
    }
}

/// What a person sees who types what is clear: nothing is said, and it means what it says.
#[test]
fn clear_things_are_read() {
    let [plan, _] = plans();
    for (field, text, meant) in [
        ("people", "1.000.", Value::Number(1000)),
        ("people", "không", Value::Number(0)),
        ("people", "không có", Value::Number(0)),
        ("change", "-12 người", Value::Number(-12)),
        ("cost", "12 triệu rưỡi", Value::Number(12_500_000)),
        ("road", "8,5", Value::Number(85)),
        ("road", "8500 m", Value::Number(85)),
        ("road", "8,5 KM;", Value::Number(85)),
        ("land", "12.340 m2", Value::Number(1234)),
        ("people", "1.000,", Value::Number(1000)),
        ("people", "1.000..", Value::Number(1000)),
        ("people", "12 người;", Value::Number(12)),
        ("cost", "1 triệu 200 nghìn rưỡi", Value::Number(1_200_500)),
        ("cost", "5 triệu,", Value::Number(5_000_000)),
        ("day", "26/3,", Value::Text("2023-03-26".to_owned())),
        ("hour", "7h30;", Value::Text("07:30".to_owned())),
        ("hour", "7h30'", Value::Text("07:30".to_owned())),
        ("hour", "7 rưỡi sáng", Value::Text("07:30".to_owned())),
        ("hour", "sáng 7h30", Value::Text("07:30".to_owned())),
        ("hour", "7.30 sáng", Value::Text("07:30".to_owned())),
        (
            "email",
            "ten@donvi.vn,",
            Value::Text("ten@donvi.vn".to_owned()),
        ),
        ("cost", "0,168 tỷ", Value::Number(168_000_000)),
        ("cost", "1,234 triệu", Value::Number(1_234_000)),
        ("day", "26/3.", Value::Text("2023-03-26".to_owned())),
        ("day", "26/02/23", Value::Text("2023-02-26".to_owned())),
        ("hour", "7h30.", Value::Text("07:30".to_owned())),
        ("hour", "7:30 sáng", Value::Text("07:30".to_owned())),
        ("hour", "2h chiều", Value::Text("14:00".to_owned())),
        ("hour", "7g30 tối", Value::Text("19:30".to_owned())),
        ("hour", "12h trưa", Value::Text("12:00".to_owned())),
        (
            "email",
            "ten@donvi.vn.",
            Value::Text("ten@donvi.vn".to_owned()),
        ),
    ] {
        assert_eq!(said(&plan, field, text), (vec![], Some(meant)), "{text}");
    }
}

/// The examples that sentences give.
#[test]
fn every_example_is_taken() {
    let [plan, _] = plans();
    for (field, kind, examples) in [
        ("people", Kind::NumberNotANumber, &["120", "1.200"][..]),
        ("people", Kind::NumberGrouping, &["1.200", "1200"]),
        (
            "cost",
            Kind::MoneyNotAnAmount,
            &["500.000 đ", "500 triệu", "1,5 tỷ"],
        ),
        ("cost", Kind::MoneyUnitMissing, &["1 tỷ 200 triệu"]),
        ("road", Kind::QuantityNotAQuantity, &["12", "12 km"]),
        ("hour", Kind::TimePartOfDay, &["19g30", "19:30"]),
        (
            "hour",
            Kind::TimeNotATime,
            &["07g30", "17g00", "07:30", "17:00"],
        ),
        ("day", Kind::DateNotADate, &["26/2/2023"]),
        ("day", Kind::DateYearMissing, &["26/2/2023"]),
    ] {
        let finding = Finding::error(Path::figure(field), kind);
        let sentences = [Lang::Vi, Lang::En].map(|lang| sentence(&finding, &plan, lang));
        for example in examples {
            assert!(
                sentences.concat().contains(example),
                "{example}: {sentences:?}"
            );
            let found = said(&plan, field, example).0;
            let taken = found.iter().all(|finding| is_understood(&finding.kind));
            assert!(taken, "{example}: {found:?}");
        }
    }
}

proptest! {
    #[test]
    fn every_suggestion_is_taken(
        number in "((khoảng|hơn|gần|ước đạt|~) ?)?-?[0-9]{1,4}[.,][0-9]{1,10}( ?(tỷ|triệu|tr|nghìn|k|đ|người|đồng|rưỡi|km|m|ha|m²))?( [0-9]{1,3}([.,][0-9]{1,3})? ?(triệu|k))?",
        date in "(0?[1-9]|[12][0-9]|3[01])[/.-](0?[1-9]|[12][0-9]|3[01])([/.-](20)?2[2-4])?",
    ) {
        for plan in &plans() {
            for text in [&number, &date] {
                for field in FIELDS {
                    holds(plan, field, text)?;
                }
            }
        }
    }

    #[test]
    fn what_a_keyboard_leaves_at_the_end_means_nothing(
        entry in "-?[0-9]{1,4}([.,][0-9]{1,3}){0,2}( ?(tỷ|triệu|k|đ|người|%|rưỡi))?|(sáng |tối )?[0-9]{1,2}([hg:.]|/)[0-9]{0,2}( ?(sáng|chiều|rưỡi|'))?",
        end in "[.,; ]{1,3}",
    ) {
        let [plan, _] = plans();
        let entry = entry.trim_end_matches(['.', ',', ';', ' ']);
        for field in FIELDS {
            let ended = [entry, &end].concat();
            prop_assert_eq!(said(&plan, field, entry), said(&plan, field, &ended), "{} in {}", ended, field);
        }
    }
}
