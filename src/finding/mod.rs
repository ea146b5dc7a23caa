//! What a check says: a severity, a place, and a kind with its parameters. Its sentence comes last,
//! in another module, so that every place that checks says the same thing in the same order.

mod expected;
mod kind;
mod path;
mod said;

pub use expected::Expected;
pub use kind::Kind;
pub use path::Path;
pub use said::{Params, Said, Word};

use crate::order;
use crate::read::object;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::sync::Arc;

/// One finding (lỗi, cảnh báo, lưu ý) about a draft or report.
///
/// In JSON: `{"severity":"error","path":"/figures/trees","code":"number.tooHigh","params":{"most":500}}`;
/// `params` is left out where the kind has none. No parameter carries what was typed into words, phone
/// numbers or addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub path: Path,
    /// What.
    #[serde(flatten)]
    pub kind: Arc<Kind>,
}

object!(Finding);

impl Finding {
    /// Something impossible, or missing and required: it blocks sending.
    #[must_use]
    pub fn error(path: Path, kind: impl Into<Kind>) -> Self {
        Self {
            severity: Severity::Error,
            path,
            kind: Arc::new(kind.into()),
        }
    }

    /// Something implausible: it needs a line of explanation to be sent.
    #[must_use]
    pub fn warning(path: Path, kind: impl Into<Kind>) -> Self {
        Self {
            severity: Severity::Warning,
            path,
            kind: Arc::new(kind.into()),
        }
    }

    /// Something worth knowing.
    #[must_use]
    pub fn info(path: Path, kind: impl Into<Kind>) -> Self {
        Self {
            severity: Severity::Info,
            path,
            kind: Arc::new(kind.into()),
        }
    }

    /// The stable, dotted code of its kind.
    #[must_use]
    pub fn code(&self) -> &str {
        self.kind.code()
    }

    /// The one order of findings: by path, then severity, then code.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        self.path
            .cmp(&other.path)
            .then(self.severity.cmp(&other.severity))
            .then_with(|| self.code().cmp(other.code()))
    }
}

/// How bad a finding is (mức độ), the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Lỗi: the report cannot be sent.
    Error,
    /// Cảnh báo: the report can be sent with one line of explanation, which travels with it.
    Warning,
    /// Lưu ý: worth knowing; never blocks.
    Info,
}

/// Puts findings into their one order. Findings alike in path, severity and code keep the order in
/// which the checks made them.
pub fn sort(findings: &mut [Finding]) {
    order::sort(findings, Finding::order);
}

#[cfg(test)]
mod tests {
    use super::{Finding, Kind, Path, sort};

    #[test]
    fn a_finding_is_code_severity_path_and_parameters() {
        let cases = [
            (
                Finding::error(Path::figure("trees"), Kind::Required),
                r#"{"severity":"error","path":"/figures/trees","code":"required"}"#,
            ),
            (
                Finding::warning(
                    Path::figure("trees"),
                    Kind::NumberImplausible { plausible: 500 },
                ),
                r#"{"severity":"warning","path":"/figures/trees","code":"number.implausible","params":{"plausible":500}}"#,
            ),
        ];
        for (finding, json) in cases {
            assert_eq!(serde_json::to_string(&finding).expect("serialises"), json);
            assert_eq!(
                serde_json::from_str::<Finding>(json).expect("deserialises"),
                finding
            );
        }
    }

    #[test]
    fn findings_come_by_path_then_severity_then_code() {
        let mut findings = vec![
            Finding::error(Path::activity_part(10, "date"), Kind::Required),
            Finding::error(Path::activity_part(2, "title"), Kind::Required),
            Finding::warning(Path::figure("b"), Kind::NumberImplausible { plausible: 2 }),
            Finding::error(Path::figure("b"), Kind::NumberTooSmall { least: 0 }),
            Finding::error(Path::figure("b"), Kind::NumberGrouping),
            Finding::info(Path::whole(), Kind::ReportOtherPlan),
        ];
        sort(&mut findings);
        let order: Vec<_> = findings
            .iter()
            .map(|finding| (finding.path.as_str(), finding.code()))
            .collect();
        assert_eq!(
            order,
            [
                ("", "report.otherPlan"),
                ("/activities/2/title", "required"),
                ("/activities/10/date", "required"),
                ("/figures/b", "number.grouping"),
                ("/figures/b", "number.tooSmall"),
                ("/figures/b", "number.implausible"),
            ]
        );
    }

    #[test]
    fn codes_are_dotted_unique_and_explained() {
        let mut codes: Vec<_> = Kind::ALL.iter().map(|(code, _)| *code).collect();
        codes.sort_unstable();
        assert!(codes.windows(2).all(|pair| pair[0] != pair[1]));
        for (code, doc) in Kind::ALL {
            assert!(
                code.split('.').count() <= 2
                    && code.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.'),
                "{code}"
            );
            assert!(doc.trim().ends_with('.'), "{code}: {doc}");
        }
    }
}
