//! What an office decides about a report: it accepts it, or returns it with reasons.

use crate::calendar::{Instant, Offset};
use crate::message;
use crate::read::{from_object, object};
use crate::schedule::Status;
use crate::text::{self, Lang};
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

/// The most characters of a reason.
const LONGEST_REASON: u64 = 2_000;

/// The most fields that are returned with a reason each.
const MOST_FIELDS: u64 = 300;

/// The most characters of a field's path.
const LONGEST_PATH: u64 = 300;

/// A decision as the office sends it. Who returns a report gives a reason, of the whole or of single fields.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct Verdict {
    /// Whether the report is taken.
    pub outcome: Outcome,
    /// What is to be mended of the whole report, in the office's words.
    #[serde(default)]
    #[validate(length(max = LONGEST_REASON), custom(function = "cleaned"))]
    pub reason: String,
    /// What is to be mended of single answers; of a report that is taken, the points that the office gives instead.
    #[serde(default)]
    #[validate(length(max = MOST_FIELDS), nested)]
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

/// The most characters of points.
const LONGEST_POINTS: u64 = 30;

/// What is to be mended of a field, and why; or which points the office gives instead of the unit's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct FieldReason {
    /// The field, as a JSON Pointer into the report, for example `/figures/trees`.
    #[validate(length(max = LONGEST_PATH), custom(function = "pointer"))]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^/")))]
    pub path: String,
    /// What is wrong with it; may be empty where points are given.
    #[serde(default)]
    #[validate(length(max = LONGEST_REASON), custom(function = "cleaned"))]
    pub reason: String,
    /// The points that the office gives instead (điểm thẩm định), as people write them: "8,5".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = LONGEST_POINTS), custom(function = "cleaned"))]
    pub points: Option<String>,
}

object!(FieldReason);

/// A path leads somewhere in the report, and holds nothing that steers what stands around it.
fn pointer(path: &str) -> Result<(), ValidationError> {
    let leads = path.starts_with('/') && !path.contains(text::is_active);
    leads.then_some(()).ok_or(ValidationError::new("path"))
}

/// A reason holds lines, and nothing that steers what stands around it.
fn cleaned(reason: &str) -> Result<(), ValidationError> {
    let active = text::first_active(reason, true);
    active.map_or(Ok(()), |_| Err(ValidationError::new("reason")))
}

impl Verdict {
    /// The decision with its texts cleaned, if it says what it must and no more than it may: who returns a
    /// report says why, and who accepts one asks for nothing and may give points.
    #[must_use]
    pub fn usable(self) -> Option<Self> {
        let reason = text::clean(&self.reason).into_owned();
        let cleaned = |field: FieldReason| FieldReason {
            reason: text::clean(&field.reason).into_owned(),
            points: field.points.map(|typed| text::clean(&typed).into_owned()),
            ..field
        };
        let verdict = Self {
            outcome: self.outcome,
            reason,
            fields: self.fields.into_iter().map(cleaned).collect(),
        };
        verdict.is_usable().then_some(verdict)
    }

    /// Whether it says what it must and no more than it may, its texts cleaned.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        let says_enough = match self.outcome {
            Outcome::Accepted => true,
            Outcome::Returned => !self.reason.is_empty() || !self.fields.is_empty(),
        };
        let fits = |field: &FieldReason| match self.outcome {
            Outcome::Accepted => field.points.is_some(),
            Outcome::Returned => field.points.is_none() && !field.reason.is_empty(),
        };
        says_enough && self.fields.iter().all(fits) && self.validate().is_ok()
    }
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
            points: None,
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
    fn who_accepts_a_report_may_give_points_and_who_returns_one_gives_none() {
        for (outcome, reason, points, usable) in [
            (Outcome::Accepted, "", Some("8,5"), true),
            (Outcome::Accepted, "Thiếu minh chứng", Some("8"), true),
            (Outcome::Accepted, "Thiếu minh chứng", None, false),
            (Outcome::Returned, "Thiếu minh chứng", Some("8"), false),
            (Outcome::Returned, "", None, false),
        ] {
            let field = FieldReason {
                path: "/figures/c1".to_owned(),
                reason: reason.to_owned(),
                points: points.map(str::to_owned),
            };
            let verdict = Verdict {
                fields: vec![field],
                ..verdict(outcome, "", None)
            };
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
