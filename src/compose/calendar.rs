//! The calendar of all deadlines.

use crate::calendar::Instant;
use crate::message;
use crate::order::sort;
use crate::plan::Plan;
use crate::schedule::{occasions_of, occasions_of_all};
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

/// All deadlines of a plan, the earliest first; those without one come last. With a unit those that it owes, as it owes
/// them; `units` is then 1.
pub(super) fn deadlines(plan: &Plan, unit: Option<&str>, lang: Lang) -> Vec<DeadlineView> {
    let mut found: Vec<(Option<Instant>, DeadlineView)> = Vec::new();
    let unit = unit.map(|id| plan.unit(id));
    for duty in &plan.duties {
        let owing: Vec<_> = plan
            .units
            .iter()
            .filter(|unit| duty.by.chooses(unit))
            .collect();
        let occasions = match unit {
            None => occasions_of_all(plan, duty),
            Some(None) => Vec::new(),
            Some(Some(unit)) => {
                let mut own = occasions_of(plan, duty, unit);
                own.retain(|occasion| occasion.waived.is_none());
                own
            }
        };
        for occasion in occasions {
            let owed = owing.iter().filter(|unit| occasion.is_owed_by(unit));
            let view = DeadlineView {
                duty: duty.id.as_str().to_owned(),
                name: duty.name.clone(),
                label: occasion.label.clone(),
                period: message::period(&occasion.period, lang),
                due: message::due(&occasion, lang),
                units: if unit.is_some() { 1 } else { owed.count() },
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
