//! What the rules' tables are tried on: one small plan, changed case by case.

use super::{LintFinding, Word, lint, lints};
use crate::finding::Severity;
use crate::plan::Plan;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A plan for March 2023 with a district, three wards, a form that asks for trees, and the changes.
pub(super) fn plan(changes: Value) -> Plan {
    let ward = |id: &str| json!({"id": id, "name": id, "level": "base"});
    let mut plan = json!({
        "format": 1, "id": "p", "version": 1, "title": "Kế hoạch",
        "period": {"from": "2023-02-26", "to": "2023-03-31"},
        "levels": [{"id": "district", "name": "Cấp quận"}, {"id": "base", "name": "Cơ sở Đoàn"}],
        "units": [{"id": "quan", "name": "Quận Đoàn", "level": "district"}, ward("a"), ward("b"), ward("c")],
        "indicators": [
            {"id": "trees", "label": "Số cây trồng mới", "measure": {"count": {"noun": "cây"}}},
            {"id": "members", "label": "Đoàn viên đã học", "measure":
                {"share": {"part": "đã học", "whole": "tổng số", "noun": "người"}}}],
        "templates": [{"id": "form", "source": {"section": "V"}, "sections": [
            {"id": "s", "title": "Số liệu", "fields": [{"indicator": "trees"}]}]}],
        "duties": [],
    });
    let Value::Object(changes) = changes else {
        panic!("changes are an object")
    };
    for (name, value) in changes {
        plan[name] = value;
    }
    // Only what the rules read need fit together.
    Plan::read(&plan.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// A duty with that schedule.
pub(super) fn duty(schedule: Value) -> Value {
    json!({"id": "d", "name": "Báo cáo", "kind": "closing", "template": "form", "applies": "stated",
           "schedules": [{"id": "stated", "schedule": schedule, "source": {"section": "V.4"}}],
           "source": {"section": "V.4"}})
}

/// A plan with one target of those words.
pub(super) fn target(quote: &str, changes: Value) -> Plan {
    let mut target = json!({"id": "t", "text": "Trồng cây", "indicator": "trees", "value": {"count": 100},
        "scope": "whole", "source": {"section": "III", "quote": quote}});
    let Value::Object(changes) = changes else {
        panic!("changes are an object")
    };
    for (name, value) in changes {
        target[name] = value;
    }
    let mut asked = duty(json!({"listed": []}));
    asked["by"] = json!({"levels": ["base"]});
    plan(json!({"targets": [target], "duties": [asked]}))
}

/// A plan with one target of those words, of 2,5 km with one decimal place.
pub(super) fn measured(quote: &str, changes: Value) -> Plan {
    let plan = target(quote, changes);
    let mut json = serde_json::to_value(&plan).unwrap();
    json["indicators"][0]["measure"] = json!({"quantity": {"unit": "km", "decimals": 1}});
    json["targets"][0]["value"] = json!({"quantity": 25});
    Plan::read(&json.to_string()).unwrap()
}

/// A plan with a task of those words.
pub(super) fn quoting(quote: &str) -> Plan {
    plan(json!({"document": {"tasks": [{"text": quote, "source": {"section": "IV"}}]}}))
}

/// The findings whose code begins so.
pub(super) fn found(plan: &Plan, code: &str) -> Vec<LintFinding> {
    let mut all = lint(plan);
    for finding in &all {
        let gaps: Vec<_> = finding.said.words.iter().map(|(gap, _)| *gap).collect();
        let expected: Vec<_> = finding.lint().gaps.iter().map(|(gap, _)| *gap).collect();
        assert!(
            expected.iter().all(|gap| gaps.contains(gap)),
            "{}: {gaps:?}",
            finding.code()
        );
        assert_eq!(gaps.len(), expected.len(), "{}", finding.code());
        assert!(
            finding.lint().severities.contains(&finding.severity),
            "{}: {:?}",
            finding.code(),
            finding.severity
        );
    }
    all.retain(|finding| finding.code().starts_with(code));
    all
}

/// The findings whose code begins so, as "warning date.wrongYear, …".
pub(super) fn codes(plan: &Plan, code: &str) -> String {
    let word = |finding: &LintFinding| {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        format!("{severity} {}", finding.code())
    };
    found(plan, code)
        .iter()
        .map(word)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The findings of numbering as "numbering.gap IV for III, …".
pub(super) fn details(plan: &Plan, code: &str) -> String {
    let word = |finding: &LintFinding| match &finding.said.words[..] {
        [
            ("expected", Word::Text(expected)),
            ("written", Word::Text(written)),
        ] => {
            format!("{} {written} for {expected}", finding.code())
        }
        _ => finding.code().to_owned(),
    };
    found(plan, code)
        .iter()
        .map(word)
        .collect::<Vec<_>>()
        .join(", ")
}

mod fragments;
mod held;

proptest! {
    #[test]
    fn any_words_are_linted_alike_each_time(
        quote in ".{0,80}|(ngày |[0-9]{1,4}|[/.%-]| |thứ |bảy|“|”|ít nhất |phường|trước |giai đoạn ){0,30}",
        section in "[A-Z0-9.()IVX]{0,12}",
        number in "[0-9(). ]{0,14}",
        value in any::<i64>(),
    ) {
        let source = json!({"section": section, "quote": quote});
        let mut asked = duty(json!({"listed": [{"period": {"from": "2023-02-26", "to": "2023-03-31"},
            "deadline": {"date": "2023-03-19"}}]}));
        asked["schedules"][0]["source"] = source.clone();
        let target = |id: &str, scope: &str| json!({"id": id, "number": number, "text": quote,
            "indicator": "trees", "value": {"count": value}, "scope": scope, "source": source});
        let statement = json!({"text": quote, "source": source});
        let plan = plan(json!({
            "duties": [asked],
            "targets": [target("a", "whole"), target("b", "each")],
            "activities": [{"id": "a", "title": quote, "when": [{"from": "2023-03-19"}], "source": source}],
            "document": {"headings": [statement, statement], "tasks": [statement]},
        }));
        prop_assert_eq!(lint(&plan), lint(&plan));
    }
}

#[test]
fn codes_are_dotted_and_explained() {
    for lint in lints() {
        let code = lint.code;
        assert!(
            code.split('.').count() == 2
                && code.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.'),
            "{code}"
        );
        assert!(lint.about.ends_with(['.', '?']), "{code}: {}", lint.about);
        assert!(!lint.severities.is_empty(), "{code}");
    }
}

#[test]
fn no_two_files_have_one_code() {
    let of = |slice: &super::Slice| {
        let mut codes: Vec<_> = slice.lints.iter().map(|lint| lint.code).collect();
        codes.dedup();
        codes
    };
    let mut codes: Vec<_> = super::SLICES.iter().flat_map(|slice| of(slice)).collect();
    codes.sort_unstable();
    assert!(codes.windows(2).all(|pair| pair[0] != pair[1]));
}
