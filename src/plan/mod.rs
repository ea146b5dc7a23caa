//! The plan (kế hoạch, chương trình): the issued document as data.
//!
//! Its JSON is a public contract: camelCase, unknown fields refused, an explicit `format`. Nothing
//! of a particular plan is written into the code: levels, sectors, kinds of report, indicators and
//! deadlines are all data.

mod activity;
mod alternatives;
mod attribute;
mod deadline;
mod document;
mod duty;
mod error;
mod event;
mod extension;
mod goal;
mod indicator;
mod only;
pub(crate) mod part;
mod publish;
mod ratio;
mod rule;
mod scoring;
mod share;
mod source;
mod target;
mod template;
mod unit;
mod verify;
mod working;

pub use crate::read::{Id, IdError};
pub use crate::value::Measure;
pub use activity::{Activity, Certainty, Correction, Milestone, When};
pub use alternatives::Alternatives;
pub use attribute::{Attribute, NumberRange, UnitNumber};
pub use deadline::{Bound, Deadline, RelativeDeadline};
pub use document::{Citation, Contact, Document};
pub use duty::{
    Channel, ChannelKind, Duty, ListedPeriod, OnDemand, Recurrence, Schedule, StatedSchedule,
    Waiver,
};
pub use error::{PlanError, PlanPart, PlanProblem, Reads};
pub use event::Event;
pub use extension::Extension;
pub use goal::{Base, By, Goal};
pub use indicator::{Combine, Indicator, Tally};
pub use only::{OnAnswer, Only};
pub use part::{ActivityPart, Asked};
pub use publish::publish;
pub use ratio::Ratio;
pub use rule::{Blanks, DeclaredRule, RuleSeverity, TableColumn, Term};
pub use scoring::{Award, Band, Bar, BarWhen, Criterion, Punctual, Scoring};
pub use share::Share;
pub use source::{Source, Statement};
pub use target::{Cadence, Comparison, Scope, Target, Threshold};
pub use template::{ActivityField, ActivityList, Field, Section, Span, Template};
pub use unit::{Group, Selector, Unit};
pub use working::{Moved, Working};

use crate::calendar::{Date, Offset, Period};
use crate::read::{Misread, Problem, Text, record};
use serde::Serialize;

/// The version of the JSON format that this crate reads and writes.
pub const FORMAT: u32 = 1;

/// The most periods for which all duties of a plan can ask a unit to report.
pub(crate) const ALL_PERIODS: usize = verify::ALL_PERIODS;

/// An issued plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// The version of the JSON format: [`FORMAT`].
    pub format: u32,
    /// The plan's identity; the same in all its versions.
    pub id: Id,
    /// The version of the plan: 1 when issued, one more each time the office changes it. Drafts and
    /// reports are pinned to it.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = u32::MAX)))]
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Its theme (chủ đề).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The UTC offset at which its dates and hours are meant.
    #[serde(default)]
    pub offset: Offset,
    /// The days over which it runs.
    pub period: Period,
    /// Where the document states the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_source: Option<Source>,
    /// The days that are worked on: what deadlines are counted in and moved by.
    #[serde(default, skip_serializing_if = "Working::is_plain")]
    pub working: Working,
    /// The levels of the organisation, from the top down.
    pub levels: Vec<Group>,
    /// The sectors of the organisation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Group>,
    /// What is known of units as numbers: by these a selector can choose them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    /// The units.
    pub units: Vec<Unit>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// What is to be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Groups of targets of which so many are to be reached: alternatives, so many of several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternatives>,
    /// What is to be held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// The forms of its reports.
    pub templates: Vec<Template>,
    /// What must be sent.
    pub duties: Vec<Duty>,
    /// Rules over its figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<DeclaredRule>,
    /// Tables of points, with the bands to which they come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scorings: Vec<Scoring>,
    /// Milestones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// The rest of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Box<Document>>,
}

impl Plan {
    /// Reads a plan from its JSON and checks that its parts fit together.
    ///
    /// # Errors
    /// All that is wrong (of more than a thousand mistakes the first), in the order of the text and then what is
    /// missing, each with its place and its mend: all that [`Plan::read`] refuses; a format other than [`FORMAT`]; the
    /// same identity twice; a reference to something that is not in the plan; a duty whose applying
    /// schedule is not among those stated; a rule or tally that reads an indicator of the wrong
    /// measure; a list beyond its bound, or lists that together make more than can be. Of a plan that cannot be read
    /// whole, what does not fit together is told where it rests on nothing that could not be read.
    pub fn parse(json: &str) -> Result<Self, Vec<PlanError>> {
        let text = Text::parse(json).map_err(|one| vec![PlanError::from(one)])?;
        let (plan, misreads) = text.read_as_far::<Self>();
        if misreads.is_empty() {
            let mut problems = verify::problems(&plan);
            if problems.is_empty() {
                return Ok(plan);
            }
            PlanError::place(&text, &mut problems);
            return Err(problems);
        }
        Err(verify::beside(&plan, &text, misreads))
    }

    /// Reads a plan that was checked when it was published, as a form does: its parts are taken to fit
    /// together. Where they do not, what leads nowhere is passed over.
    ///
    /// # Errors
    /// Text that is not JSON (one error); fields lacking, misspelt or mistyped, or a format other than
    /// [`FORMAT`] (all of them): what stands there in the order of the text, then what is missing.
    pub fn read(json: &str) -> Result<Self, Vec<Misread>> {
        let text = Text::parse(json).map_err(|one| vec![one])?;
        text.read_and(|plan: &Self, root, reader| {
            if plan.format != FORMAT && reader.count() == 0 {
                reader.refuse(root.member("format"), plan.unknown_format());
            }
        })
    }

    /// A plan that says no more than what is measured: what the inputs of a first screen are worded with, and what a new plan is made of.
    pub(crate) fn excerpt(indicators: Vec<Indicator>) -> Self {
        Self {
            format: FORMAT,
            id: Id::blank(),
            version: 0,
            title: String::new(),
            theme: None,
            offset: Offset::default(),
            period: Period::day(Date::MIN),
            period_source: None,
            working: Working::default(),
            levels: Vec::new(),
            sectors: Vec::new(),
            attributes: Vec::new(),
            units: Vec::new(),
            indicators,
            targets: Vec::new(),
            alternatives: Vec::new(),
            activities: Vec::new(),
            templates: Vec::new(),
            duties: Vec::new(),
            rules: Vec::new(),
            scorings: Vec::new(),
            milestones: Vec::new(),
            document: None,
        }
    }

    fn unknown_format(&self) -> Problem {
        Problem::Format {
            found: self.format,
            known: FORMAT,
        }
    }

    /// The unit of that identity.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// Whether the unit stands below the other, directly or not. No unit stands below itself.
    #[must_use]
    pub fn is_below(&self, unit: &str, above: &str) -> bool {
        let mut at = self.unit(unit);
        // No way up is longer than there are units, whatever a plan says.
        for _ in 0..self.units.len() {
            let Some(parent) = at.and_then(|unit| unit.parent.as_ref()) else {
                return false;
            };
            if *parent == *above {
                return true;
            }
            at = self.unit(parent.as_str());
        }
        false
    }

    /// The indicator of that identity.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == *id)
    }

    /// The duty of that identity.
    #[must_use]
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == *id)
    }

    /// Who receives what a duty asks: the office that it names, else the one that issues the plan.
    #[must_use]
    pub fn receiver<'a>(&'a self, duty: &'a Duty) -> Option<&'a str> {
        let issuer = || Some(&*self.document.as_deref()?.issuer);
        duty.to.as_deref().or_else(issuer)
    }

    /// The form of that identity.
    #[must_use]
    pub fn template(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == *id)
    }

    /// The planned activity of that identity.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id == *id)
    }
}

record!(Plan {
    format, id, version, title, period, levels, units, indicators, templates, duties;
    theme, offset, period_source, working, sectors, attributes, targets, alternatives, activities, rules, scorings, milestones, document
});

#[cfg(test)]
mod tests;
