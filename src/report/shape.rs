//! The static rules of shape, which need no plan: format, bounds of lists and texts. The `validator`
//! crate carries them on the types; here its errors become our findings at once, because its own
//! order differs from run to run and its names are Rust's, not the JSON's.

use super::FORMAT;
use super::members::{Members, Size};
use crate::finding::{Finding, Kind, Path, sort};
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

/// What is wrong with the shape of what travels, in the one order of findings.
#[must_use]
pub fn shape(document: &impl Validate) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Err(errors) = document.validate() {
        flatten(&errors, &Path::whole(), &mut findings);
        sort(&mut findings);
    }
    findings
}

/// Nesting is that of the types, four deep.
fn flatten(errors: &ValidationErrors, at: &Path, findings: &mut Vec<Finding>) {
    for (name, kind) in errors.errors() {
        let inside = || at.clone().then(&camel_case(name));
        match kind {
            ValidationErrorsKind::Struct(nested) => flatten(nested, &inside(), findings),
            ValidationErrorsKind::List(items) => {
                for (index, nested) in items {
                    flatten(nested, &inside().at(*index), findings);
                }
            }
            ValidationErrorsKind::Field(errors) => {
                for error in errors {
                    if error.code == TOO_MANY {
                        too_long_lists(error, at, findings);
                    } else {
                        findings.push(finding(error, inside()));
                    }
                }
            }
        }
    }
}

fn finding(error: &ValidationError, at: Path) -> Finding {
    let kind = match &*error.code {
        "report.format" => Kind::ReportFormat { expected: FORMAT },
        "submission.id" => Kind::SubmissionId,
        "submission.amends" => Kind::SubmissionAmends,
        // What is left is the length of a text; `value` is what was typed, of which only the length is kept.
        _ => {
            let typed = error.params.get("value").and_then(|value| value.as_str());
            Kind::TextTooLong {
                max: error.params.get("max").map_or(0, number),
                length: typed.map_or(0, length),
            }
        }
    };
    Finding::error(at, kind)
}

fn number(number: &serde_json::Value) -> u32 {
    let number = number.as_u64().unwrap_or_default();
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The characters of a text.
fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// `plan_version` as the JSON writes it, `planVersion`.
fn camel_case(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut upper = false;
    for c in name.chars() {
        if c == '_' {
            upper = true;
        } else {
            camel.push(if upper { c.to_ascii_uppercase() } else { c });
            upper = false;
        }
    }
    camel
}

/// The code under which all lists of a type that are too long are told together, each by its name.
const TOO_MANY: &str = "lists.tooMany";

/// Holds the lists of a type to their bounds; for `validator`, whose own rule would copy a list into its error.
pub(super) fn lists(document: &&impl Members) -> Result<(), ValidationError> {
    let mut error = None;
    document.bounded(&mut |bounded| {
        if let (Size::List(_), Some(count)) = (&bounded.size, bounded.excess()) {
            let error = error.get_or_insert_with(|| ValidationError::new(TOO_MANY));
            error.add_param(bounded.member.into(), &[u64::from(count), bounded.most]);
        }
    });
    error.map_or(Ok(()), Err)
}

fn too_long_lists(error: &ValidationError, at: &Path, findings: &mut Vec<Finding>) {
    for (list, numbers) in &error.params {
        let kind = too_many(list, number(&numbers[1]), number(&numbers[0]));
        findings.push(Finding::error(at.clone().then(list), kind));
    }
}

/// What is said of a list of that name that is longer than it may be.
pub(super) fn too_many(list: &str, most: u32, count: u32) -> Kind {
    match list {
        "figures" => Kind::FiguresTooMany { most, count },
        "activities" => Kind::ActivitiesTooMany { most, count },
        _ => Kind::ExplanationsTooMany { most, count },
    }
}

/// Text that could not be read. What stood there is left out: it may be personal.
pub(crate) fn malformed(error: &serde_json::Error) -> Finding {
    let place = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let kind = Kind::ReportMalformed {
        line: place(error.line()),
        column: place(error.column()),
    };
    Finding::error(Path::whole(), kind)
}

#[cfg(test)]
mod tests {
    use super::shape;
    use crate::report::{
        Amends, Draft, MAX_ACTIVITIES, MAX_EXPLANATION, MAX_TEXT, Report, Submission,
    };
    use serde_json::{Value, json};

    fn document(change: impl Fn(&mut Value)) -> Vec<u8> {
        let mut json = json!({
            "format": 1, "plan": "p", "planVersion": 1, "duty": "weekly", "unit": "u",
            "period": {"from": "2023-02-26", "to": "2023-03-03"},
        });
        change(&mut json);
        serde_json::to_vec(&json).expect("writes")
    }

    fn codes(findings: &[crate::finding::Finding]) -> Vec<(String, &str)> {
        findings
            .iter()
            .map(|finding| (finding.path.to_string(), finding.code()))
            .collect()
    }

    #[test]
    fn a_draft_is_held_to_its_format_and_bounds_all_at_once() {
        let draft = document(|json| {
            json["format"] = json!(2);
            json["activities"] = json!(vec![json!({}); MAX_ACTIVITIES + 1]);
            json["activities"][7]["title"] = json!("ơ".repeat(MAX_TEXT as usize + 1));
            json["figures"] = (0..1_001)
                .map(|n| (format!("f{n}"), json!("1")))
                .collect::<serde_json::Map<_, _>>()
                .into();
            let long = json!({"path": "/figures/f1", "code": "c", "text": "x".repeat(MAX_EXPLANATION as usize + 1)});
            json["explanations"] = json!([long]);
        });
        let expected = [
            ("/activities", "activities.tooMany"),
            ("/activities/7/title", "text.tooLong"),
            ("/explanations/0/text", "text.tooLong"),
            ("/figures", "figures.tooMany"),
            ("/format", "report.format"),
        ];
        let draft = Draft::parse(&draft).expect("reads");
        let findings = shape(&draft);
        assert_eq!(
            codes(&findings),
            expected.map(|(path, code)| (path.to_owned(), code))
        );
        assert_eq!(
            draft.bounds(),
            findings,
            "a form says the same without validator"
        );
        let length = serde_json::to_value(&findings[1]).expect("writes");
        assert_eq!(length["params"], json!({"max": 20_000, "length": 20_001}));
    }

    #[test]
    fn a_report_within_its_bounds_has_nothing_wrong_with_its_shape() {
        let report = document(|json| {
            json["figures"] = json!({"trees": 1, "members": {"part": 1, "whole": 2}});
            json["activities"] =
                json!([{"title": "Trồng cây", "date": "2023-02-26", "time": "07:30"}]);
        });
        assert!(shape(&Report::parse(&report).expect("reads")).is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_place() {
        let changes: [fn(&mut Value); 6] = [
            |json| json["figures"] = json!({"trees": 1.5}),
            |json| json["surprise"] = json!(1),
            |json| json["period"] = json!({"from": "2023-03-03", "to": "2023-02-26"}),
            |json| json["unit"] = json!(null),
            |json| json["activities"] = json!([{"title": "x", "date": "2023-02-30"}]),
            |json| json["__proto__"] = json!({}),
        ];
        for change in changes {
            let finding = Report::parse(&document(change)).expect_err("refused");
            assert_eq!(
                (finding.path.as_str(), finding.code()),
                ("", "report.malformed")
            );
        }
        assert!(Report::parse(b"").is_err() && Report::parse(b"\"\\ud800\"").is_err());
    }

    #[test]
    fn what_a_submission_amends_is_told_in_three_ways() {
        let id = "0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f";
        let report: Value = serde_json::from_slice(&document(|_| ())).expect("reads");
        let told = |amends: Option<Value>| {
            let mut json = json!({"format": 1, "id": id, "preparedAt": "2023-02-26T06:00:00Z", "report": report});
            if let Some(amends) = amends {
                json["amends"] = amends;
            }
            let submission = Submission::parse(json.to_string().as_bytes()).expect("reads");
            let written = serde_json::to_value(&submission).expect("writes");
            assert_eq!(
                written.get("amends"),
                json.get("amends"),
                "written as it was read"
            );
            submission
        };
        for (amends, read) in [
            (None, Amends::Unsaid),
            (Some(Value::Null), Amends::Nothing),
            (Some(json!(id)), Amends::Submission(id.to_owned())),
        ] {
            let submission = told(amends);
            assert_eq!(submission.amends, read);
            assert!(submission.problems().is_empty());
        }
        let wrong = told(Some(json!("the one before"))).problems();
        assert_eq!(codes(&wrong), [("/amends".to_owned(), "submission.amends")]);
    }

    #[test]
    fn a_submission_has_a_uuid() {
        for (id, right) in [
            ("0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f", true),
            ("0B8F6C1E-5D0E-4B8E-9F3A-0A1B2C3D4E5F", true),
            ("0b8f6c1e5d0e4b8e9f3a0a1b2c3d4e5f", false),
            ("0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5g", false),
            ("", false),
        ] {
            let report: Value = serde_json::from_slice(&document(|_| ())).expect("reads");
            let json = json!({"format": 1, "id": id, "preparedAt": "2023-02-26T06:00:00Z", "report": report});
            let submission = Submission::parse(json.to_string().as_bytes()).expect("reads");
            let expected = if right {
                vec![]
            } else {
                vec![("/id".to_owned(), "submission.id")]
            };
            assert_eq!(codes(&submission.problems()), expected, "{id}");
        }
    }
}
