//! The plan as a whole, in words, for a page's heading and its lists.

use crate::calendar::Period;
use crate::message;
use crate::plan::Plan;
use crate::text::Lang;
use serde::Serialize;

/// What a page shows of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// The plan's identity.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Its theme.
    pub theme: Option<String>,
    /// Its period.
    pub period: Period,
    /// Its period in words.
    pub period_text: String,
    /// Its sectors.
    pub sectors: Vec<Named>,
    /// Its units.
    pub units: Vec<SummaryUnit>,
    /// Its duties.
    pub duties: Vec<Named>,
}

/// Something with an identity and a name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A unit of a summary.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SummaryUnit {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: String,
    /// Its sector.
    pub sector: Option<String>,
    /// Whether it owes any report.
    pub reports: bool,
}

/// The summary of `plan`.
#[must_use]
pub fn summary(plan: &Plan, lang: Lang) -> Summary {
    Summary {
        id: plan.id.to_string(),
        version: plan.version,
        title: plan.title.clone(),
        theme: plan.theme.clone(),
        period: plan.period,
        period_text: message::period(&plan.period, lang),
        sectors: plan
            .sectors
            .iter()
            .map(|sector| named(sector.id.as_str(), &sector.name))
            .collect(),
        units: plan
            .units
            .iter()
            .map(|unit| SummaryUnit {
                id: unit.id.to_string(),
                name: unit.name.clone(),
                level: unit.level.to_string(),
                sector: unit.sector.as_ref().map(ToString::to_string),
                reports: plan.duties.iter().any(|duty| duty.by.chooses(unit)),
            })
            .collect(),
        duties: plan
            .duties
            .iter()
            .map(|duty| named(duty.id.as_str(), &duty.name))
            .collect(),
    }
}

fn named(id: &str, name: &str) -> Named {
    Named {
        id: id.to_owned(),
        name: name.to_owned(),
    }
}
