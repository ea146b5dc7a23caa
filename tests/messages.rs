//! Every finding has a sentence in both languages, written down in `snapshots/messages.txt` for people to
//! read and mend. `PHIEU_BLESS=1 cargo test --test messages` writes that file anew.
#![allow(
    clippy::disallowed_methods,
    reason = "this test reads and writes a file beside it"
)]

use phieu::finding::{Finding, Kind, Path};
use phieu::message::sentence;
use phieu::plan::Plan;
use phieu::rules::codes;
use phieu::text::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use unicode_normalization::is_nfc;

const SNAPSHOT: &str = include_str!("snapshots/messages.txt");

const PLAN: &str = r#"{
    "format": 1, "id": "p", "version": 1, "title": "Kế hoạch", "period": {"from": "2023-02-26", "to": "2023-03-31"},
    "levels": [{"id": "base", "name": "Cơ sở Đoàn"}],
    "units": [{"id": "u", "name": "U", "level": "base"}],
    "indicators": [
        {"id": "trees", "label": "Số cây trồng mới", "measure": {"count": {"noun": "cây"}}},
        {"id": "cost", "label": "Kinh phí", "measure": "money"},
        {"id": "road", "label": "Đường hoa", "measure": {"quantity": {"unit": "km", "decimals": 1}}}
    ],
    "templates": [{"id": "form", "sections": [{"id": "s", "title": "S", "fields": [{"indicator": "trees"}]}],
                   "source": {"section": "V"}}],
    "duties": [{"id": "closing", "name": "Báo cáo tổng kết", "kind": "closing", "template": "form",
                "applies": "stated", "source": {"section": "V"},
                "schedules": [{"id": "stated", "source": {"section": "V"}, "schedule": {"listed": [
                    {"period": {"from": "2023-02-26", "to": "2023-03-31"}}]}}]}],
    "rules": [{"id": "both", "left": [{"figure": "trees"}], "comparison": "atMost", "right": [{"number": 500}],
               "severity": "error", "message": "Số cây vượt quá 500. Hãy kiểm tra lại.",
               "messageEn": "There are more than 500 trees. Check them."}]
}"#;

/// The parameters of the kinds that have any, as their JSON writes them.
fn params(code: &str) -> Option<Value> {
    Some(match code {
        "text.tooLong" => json!({"max": 500, "length": 1234}),
        "text.activeCharacter" => json!({"character": "U+202E", "place": 12}),
        "answer.notListed" => json!({"answers": ["Trực tiếp", "Trực tuyến"]}),
        "file.kind" => json!({"kinds": ["pdf", "image", "word"]}),
        "file.tooLarge" => json!({"megabytes": 10}),
        "file.tooMany" => json!({"most": 3, "count": 4}),
        "number.ambiguous" => json!({"readings": ["1.234"]}),
        "money.ambiguous" => json!({"readings": ["12,5 triệu", "12,5 tỷ"]}),
        "number.tooLarge" | "money.tooLarge" => json!({"most": 9_007_199_254_740_991_i64}),
        "number.tooSmall" | "money.tooSmall" => json!({"least": 1}),
        "number.tooHigh" | "money.tooHigh" => json!({"most": 2_000_000}),
        "number.implausible" | "money.implausible" => json!({"plausible": 500_000}),
        "estimate.notTaken" => json!({"number": "300 cây"}),
        "quantity.tooExact" => json!({"decimals": 1}),
        "date.impossible" => json!({"month": 2, "lastDay": 28}),
        "date.swapped" => json!({"day": 26, "month": 3, "year": 2023}),
        "date.shortYear" => json!({"year": 2023}),
        "date.otherWeekday" => json!({"weekday": "sunday"}),
        "date.yearOutOfRange" => json!({"first": 1900, "last": 2199}),
        "date.outsidePeriod" => json!({"from": "2023-02-26", "to": "2023-03-03"}),
        "date.outsidePlan" => json!({"from": "2023-02-26", "to": "2023-03-31"}),
        "phone.length" => json!({"digits": 9, "expected": 10}),
        "link.tooLong" => json!({"most": 2_000}),
        "activities.tooMany" => json!({"most": 300, "count": 301}),
        "figures.tooMany" | "explanations.tooMany" => json!({"most": 1_000, "count": 1_001}),
        "report.planVersion" => json!({"expected": 2, "actual": 1}),
        "report.unknownColumn" => json!({"column": "mau", "row": 2}),
        "report.waived" => json!({"takenInBy": "closing"}),
        "report.wrongType" => json!({"expected": "integer"}),
        "report.format" => json!({"expected": 1}),
        "report.malformed" => json!({"line": 3, "column": 14}),
        "explanation.missing" => json!({"warning": "number.implausible"}),
        _ => return None,
    })
}

/// All codes, those of the list first.
fn all() -> impl Iterator<Item = &'static str> {
    let listed = Kind::ALL.iter().map(|(code, _)| *code);
    listed.chain(codes().map(|code| code.code))
}

fn sample(code: &str) -> Finding {
    if let Some(declared) = codes().find(|declared| declared.code == code) {
        return Finding::error(Path::figure("trees"), declared.example());
    }
    let mut json = json!({"severity": "error", "code": code});
    json["path"] = json!(match code.split('.').next() {
        Some("money") => "/figures/cost",
        Some("quantity") => "/figures/road",
        _ => "/figures/trees",
    });
    if let Some(params) = params(code) {
        json["params"] = params;
    }
    serde_json::from_value(json)
        .unwrap_or_else(|error| panic!("{code} needs other sample parameters: {error}"))
}

/// Sentences that the samples do not reach: other parameters, other places.
fn variants() -> Vec<(&'static str, Finding)> {
    let whole = || Path::whole();
    vec![
        (
            "report.waived, not taken in",
            Finding::error(whole(), Kind::ReportWaived { taken_in_by: None }),
        ),
        (
            "number.tooHigh, attendances",
            Finding::error(
                Path::activity_part(0, "participants"),
                Kind::NumberTooHigh { most: 100_000 },
            ),
        ),
    ]
}

#[test]
fn every_kind_has_its_sentence_in_both_languages() {
    let plan = Plan::parse(PLAN).unwrap_or_else(|errors| panic!("{errors:?}"));
    let samples = all().map(|code| (code, sample(code)));
    let mut text = String::new();
    for (name, finding) in samples.chain(variants()) {
        let [vi, en] = [Lang::Vi, Lang::En].map(|lang| sentence(&finding, &plan, lang));
        for said in [&vi, &en] {
            assert!(said.len() > 5 && said.ends_with('.'), "{name}: {said}");
            assert!(!said.contains(['{', '}']), "{name} has an open gap: {said}");
            for rust in ["Some(", "None", "Ok(", "Err(", "::", "\"", "  "] {
                assert!(!said.contains(rust), "{name} speaks Rust: {said}");
            }
            assert!(
                said.chars().count() <= 200,
                "{name} is too long to read: {said}"
            );
            assert!(is_nfc(said), "{name} is not composed: {said}");
        }
        assert_ne!(vi, en, "{name}");
        text.push_str(&format!("{name}\n  vi {vi}\n  en {en}\n"));
    }
    if std::env::var_os("PHIEU_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots/messages.txt");
        std::fs::write(path, &text).unwrap();
        return;
    }
    assert_eq!(
        text, SNAPSHOT,
        "the sentences have changed: read the differences, then bless them"
    );
}

#[test]
fn no_two_kinds_share_their_words_unless_they_mean_the_same() {
    let plan = Plan::parse(PLAN).unwrap_or_else(|errors| panic!("{errors:?}"));
    let mut seen = BTreeSet::new();
    for code in all() {
        let vi = sentence(&sample(code), &plan, Lang::Vi);
        assert!(
            seen.insert(vi.clone()),
            "{code} says what another kind says: {vi}"
        );
    }
}

#[test]
fn a_declared_rule_speaks_for_itself() {
    let plan = Plan::parse(PLAN).unwrap_or_else(|errors| panic!("{errors:?}"));
    let breach = sample("rule.breached");
    let own = plan.rules[0].message.as_str();
    let arithmetic = " 400 + 300 + 350 + 1.500 = 2.550, tổng là 1.200, thừa 1.350.";
    let said = sentence(&breach, &plan, Lang::Vi);
    assert_eq!(said, [own, arithmetic].concat());
    let mut other = plan.clone();
    other.rules.clear();
    assert!(!sentence(&breach, &other, Lang::Vi).starts_with(own));
    let english = plan.rules[0].message_en.as_deref().unwrap_or_default();
    assert!(sentence(&breach, &plan, Lang::En).starts_with(english));
}
