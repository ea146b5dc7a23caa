//! The draft: what was typed.

use super::bounds::{MAX_ACTIVITIES, MAX_EXPLANATION, MAX_EXPLANATIONS, MAX_FIGURES, MAX_TEXT};
use super::{DraftActivity, Explanation, FORMAT, Figures};
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path, sort};
use crate::plan::{ActivityPart, Plan};
use crate::read::{object, record};
use serde::{Deserialize, Serialize};

/// A draft (bản nháp): raw text, right or wrong, always kept; pinned to the plan's version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
pub struct Draft {
    /// The version of the JSON format: [`FORMAT`].
    #[cfg_attr(feature = "schema", schemars(range(min = FORMAT, max = FORMAT)))]
    pub format: u32,
    /// The plan's identity.
    pub plan: String,
    /// The plan's version.
    pub plan_version: u32,
    /// The duty.
    pub duty: String,
    /// The unit that reports.
    pub unit: String,
    /// The days that the report covers.
    pub period: Period,
    /// What was typed, by indicator; the halves of a share under `ID/part` and `ID/whole`.
    #[serde(default, skip_serializing_if = "Figures::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, String>")
    )]
    pub figures: Figures<String>,
    /// The activities listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<DraftActivity>,
    /// Explanations of warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanations: Vec<Explanation>,
}

object!(Draft);

impl Draft {
    /// An empty draft.
    #[must_use]
    pub fn new(plan: &Plan, duty: &str, unit: &str, period: Period) -> Self {
        Self {
            format: FORMAT,
            plan: plan.id.as_str().to_owned(),
            plan_version: plan.version,
            duty: duty.to_owned(),
            unit: unit.to_owned(),
            period,
            figures: Figures::new(),
            activities: Vec::new(),
            explanations: Vec::new(),
        }
    }

    /// Reads a draft from its JSON.
    ///
    /// # Errors
    /// One `report.malformed` with line and column: text that is not JSON, a member missing, unknown
    /// or of the wrong type, a period that ends before it begins.
    pub fn parse(json: &[u8]) -> Result<Self, Finding> {
        serde_json::from_slice(json).map_err(|error| super::shape::malformed(&error))
    }

    /// What is wrong with its shape, in the one order of findings: another format, or more than a draft
    /// can hold. A report's shape is `validator`'s matter ([`super::shape()`]); a draft's stands here
    /// because a form checks drafts alone, and need not load `validator` for it.
    #[must_use]
    pub fn shape(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.format != FORMAT {
            let kind = Kind::ReportFormat { expected: FORMAT };
            findings.push(Finding::error(Path::top("format"), kind));
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        if self.figures.len() > MAX_FIGURES {
            let (most, count) = (count(MAX_FIGURES), count(self.figures.len()));
            let kind = Kind::FiguresTooMany { most, count };
            findings.push(Finding::error(Path::top("figures"), kind));
        }
        if self.activities.len() > MAX_ACTIVITIES {
            let (most, count) = (count(MAX_ACTIVITIES), count(self.activities.len()));
            let kind = Kind::ActivitiesTooMany { most, count };
            findings.push(Finding::error(Path::activities(), kind));
        }
        if self.explanations.len() > MAX_EXPLANATIONS {
            let (most, count) = (count(MAX_EXPLANATIONS), count(self.explanations.len()));
            let kind = Kind::ExplanationsTooMany { most, count };
            findings.push(Finding::error(Path::top("explanations"), kind));
        }
        for (index, activity) in self.activities.iter().enumerate() {
            let parts = ActivityPart::ALL.map(|part| (part.key(), activity.part(part)));
            for (part, text) in parts.into_iter().chain([("planned", &*activity.planned)]) {
                bound(
                    text,
                    MAX_TEXT,
                    || Path::activity_part(index, part),
                    &mut findings,
                );
            }
        }
        for (index, line) in self.explanations.iter().enumerate() {
            let at = || Path::top("explanations").at(index).then("text");
            bound(&line.text, MAX_EXPLANATION, at, &mut findings);
        }
        sort(&mut findings);
        findings
    }
}

fn bound(text: &str, most: u64, at: impl Fn() -> Path, findings: &mut Vec<Finding>) {
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    // A text of so few bytes cannot have more characters: most are never counted.
    if text.len() as u64 > most {
        let length = text.chars().count() as u64;
        if length > most {
            let (max, length) = (number(most), number(length));
            findings.push(Finding::error(at(), Kind::TextTooLong { max, length }));
        }
    }
}

record!(Draft {
    format, plan, plan_version, duty, unit, period;
    figures, activities, explanations
});
