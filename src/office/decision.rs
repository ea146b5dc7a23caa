//! What an office decides about a report: it accepts it, or returns it with reasons.

use crate::calendar::{Instant, Offset};
use crate::message;
use crate::read::{from_object, object};
use crate::schedule::Status;
use crate::text::{self, Lang};
use serde::{Deserialize, Serialize};

/// The most characters of a reason.
const LONGEST_REASON: usize = 2_000;

/// The most fields that are returned with a reason each.
const MOST_FIELDS: usize = 300;

/// The most bytes of a field's path.
const LONGEST_PATH: usize = 300;

/// A decision as the office sends it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct Verdict {
    /// Whether the report is taken.
    pub outcome: Outcome,
    /// What is to be mended of the whole report, in the office's words.
    #[serde(default)]
    pub reason: String,
    /// What is to be mended of single answers.
    #[serde(default)]
    pub fields: Vec<FieldReason>,
}

from_object!(Verdict);

/// What can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// It is taken as it is, and can no longer be amended.
    Accepted,
    /// It is given back to be mended.
    Returned,
}

impl Outcome {
    /// Its name where decisions are kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Returned => "returned",
        }
    }

    /// The outcome of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Accepted, Self::Returned];
        all.into_iter().find(|outcome| outcome.name() == name)
    }
}

impl From<Outcome> for Status {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Accepted => Self::Accepted,
            Outcome::Returned => Self::Returned,
        }
    }
}

/// What is to be mended of a field, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct FieldReason {
    /// The field, as a JSON Pointer into the report.
    pub path: String,
    /// What is wrong with it.
    pub reason: String,
}

object!(FieldReason);

impl Verdict {
    /// The decision with its texts cleaned, if it says what it must and no more than it may: who returns a
    /// report says why, and who accepts one asks for nothing.
    #[must_use]
    pub fn usable(self) -> Option<Self> {
        let reason = text::clean(&self.reason).into_owned();
        let cleaned = |field: FieldReason| FieldReason {
            reason: text::clean(&field.reason).into_owned(),
            ..field
        };
        let fields: Vec<FieldReason> = self.fields.into_iter().map(cleaned).collect();
        is_usable(self.outcome, &reason, &fields).then_some(Self {
            outcome: self.outcome,
            reason,
            fields,
        })
    }
}

/// Whether a decision, its texts cleaned, says what it must and no more than it may.
#[must_use]
pub fn is_usable(outcome: Outcome, reason: &str, fields: &[FieldReason]) -> bool {
    let short = |reason: &str| {
        reason.chars().count() <= LONGEST_REASON && text::first_active(reason, true).is_none()
    };
    let fits = |field: &FieldReason| {
        let path = &field.path;
        path.starts_with('/')
            && path.len() <= LONGEST_PATH
            && !path.contains(text::is_active)
            && !field.reason.is_empty()
            && short(&field.reason)
    };
    let says_enough = match outcome {
        Outcome::Accepted => fields.is_empty(),
        Outcome::Returned => !reason.is_empty() || !fields.is_empty(),
    };
    says_enough && short(reason) && fields.len() <= MOST_FIELDS && fields.iter().all(fits)
}

/// How a report stands after its last decision, by the name of its outcome.
#[must_use]
pub fn status(outcome: Option<&str>) -> Status {
    outcome
        .and_then(Outcome::named)
        .map_or(Status::Received, Status::from)
}

/// A decision as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// The revision about which it was made.
    pub submission: String,
    /// `accepted`, `returned`; `received` where nothing was decided yet.
    pub outcome: Status,
    /// The same in words: "Đã duyệt".
    pub outcome_text: &'static str,
    /// What is to be mended of the whole report.
    pub reason: String,
    /// What is to be mended of single answers.
    pub fields: Vec<FieldReason>,
    /// When it was made.
    pub decided_at: Option<Instant>,
    /// The same in words, on the plan's clock.
    pub decided_text: Option<String>,
    /// By what the office was known; told to offices alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
}

impl DecisionView {
    /// Of a submission about which nothing was decided yet.
    #[must_use]
    pub fn none(submission: String, lang: Lang) -> Self {
        Self {
            submission,
            outcome: Status::Received,
            outcome_text: message::decided(Status::Received, lang),
            reason: String::new(),
            fields: Vec::new(),
            decided_at: None,
            decided_text: None,
            decided_by: None,
        }
    }

    /// The same with what was decided, made at that moment, which is said on a plan's clock.
    #[must_use]
    pub fn decided(
        self,
        outcome: Status,
        decided_at: Option<Instant>,
        offset: Offset,
        lang: Lang,
    ) -> Self {
        Self {
            outcome,
            outcome_text: message::decided(outcome, lang),
            decided_at,
            decided_text: decided_at.map(|at| message::moment(at, offset, lang)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldReason, Outcome, Verdict};

    fn verdict(outcome: Outcome, reason: &str, path: Option<&str>) -> Verdict {
        let field = |path: &str| FieldReason {
            path: path.to_owned(),
            reason: " Xin kiểm tra ".to_owned(),
        };
        Verdict {
            outcome,
            reason: reason.to_owned(),
            fields: path.map(field).into_iter().collect(),
        }
    }

    #[test]
    fn who_returns_a_report_says_why_and_who_accepts_one_asks_for_nothing() {
        use Outcome::{Accepted, Returned};
        for (outcome, reason, path, usable) in [
            (Accepted, "", None, true),
            (Accepted, "Tốt", None, true),
            (Accepted, "", Some("/figures/trees"), false),
            (Returned, "", None, false),
            (Returned, "  ", None, false),
            (Returned, "Thiếu", None, true),
            (Returned, "", Some("/figures/trees"), true),
            (Returned, "", Some("figures"), false),
        ] {
            let verdict = verdict(outcome, reason, path);
            let said = format!("{verdict:?}");
            assert_eq!(verdict.usable().is_some(), usable, "{said}");
        }
    }

    #[test]
    fn a_usable_decision_has_clean_texts_and_bounds() {
        let verdict = verdict(Outcome::Returned, " Thiếu ", Some("/activities"));
        let usable = verdict.clone().usable().unwrap();
        assert_eq!(
            (&*usable.reason, &*usable.fields[0].reason),
            ("Thiếu", "Xin kiểm tra")
        );
        let long = Verdict {
            reason: "a".repeat(2_001),
            ..verdict.clone()
        };
        assert_eq!(long.usable(), None);
        let many = Verdict {
            fields: vec![verdict.fields[0].clone(); 301],
            ..verdict
        };
        assert_eq!(many.usable(), None);
    }
}
