//! The calendar of all deadlines.

use crate::calendar::Instant;
use crate::message;
use crate::order::sort;
use crate::plan::Plan;
use crate::schedule::occasions_of_all;
use crate::text::Lang;
use serde::Serialize;

/// The most deadlines that are listed: more nobody reads.
const MOST: usize = 400;

/// One deadline, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeadlineView {
    /// The duty.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// What the period is called.
    pub label: Option<String>,
    /// The days that the report covers.
    pub period: String,
    /// By when; none where the plan names no deadline.
    pub due: Option<String>,
    /// How many units owe it.
    pub units: usize,
}

/// All deadlines of a plan, the earliest first; those without one come last.
pub(super) fn deadlines(plan: &Plan, lang: Lang) -> Vec<DeadlineView> {
    let mut found: Vec<(Option<Instant>, DeadlineView)> = Vec::new();
    for duty in &plan.duties {
        let owing: Vec<_> = plan
            .units
            .iter()
            .filter(|unit| duty.by.chooses(unit))
            .collect();
        for occasion in occasions_of_all(plan, duty) {
            let units = owing
                .iter()
                .filter(|unit| occasion.is_owed_by(unit))
                .count();
            let view = DeadlineView {
                duty: duty.id.as_str().to_owned(),
                name: duty.name.clone(),
                label: occasion.label.clone(),
                period: message::period(&occasion.period, lang),
                due: message::due(&occasion, lang),
                units,
            };
            found.push((occasion.cutoff, view));
            if found.len() >= MOST {
                break;
            }
        }
    }
    sort(&mut found, |(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => a.cmp(b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    found.into_iter().map(|(_, view)| view).collect()
}
