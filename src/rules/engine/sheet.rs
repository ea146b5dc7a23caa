//! A sheet: one duty of one unit for one period, compiled for checking.

use super::check::{Place, View};
use super::compiled::{Compiled, whole_of};
use super::context::Context;
use super::entries::{ActivityEntry, Entries};
use super::input::Input;
use super::{read_draft, read_report};
use crate::calendar::{Date, Instant, Period};
use crate::finding::{Finding, Kind, Path};
use crate::plan::{ActivityList, Indicator, Plan, Template, Unit};
use crate::report::{Draft, DraftActivity, Report};
use crate::schedule::{Occasion, occasion_of};
use crate::value::{Answer, Reading};
use std::sync::Arc;

/// What is asked of one unit for one period (phiếu), with the checks that it must pass.
///
/// It owns what it needs, so that it can be kept beside the plan. Checking a whole draft runs all its
/// checks; when one input changes, [`Sheet::checks_of`] names the few to run again, and the outcome is
/// the same.
#[derive(Clone, Debug)]
pub struct Sheet {
    compiled: Arc<Compiled>,
    plan: String,
    plan_version: u32,
    duty: String,
    unit: String,
    period: Period,
    cutoff: Option<Instant>,
}

impl Sheet {
    /// Compiles the sheet of a duty, unit and period.
    ///
    /// # Errors
    /// One finding: `report.unknownDuty`, `report.unknownUnit`, `report.notOwed` by this unit,
    /// `report.unknownPeriod` of this duty, or `report.waived` for this period.
    pub fn new(plan: &Plan, duty: &str, unit: &str, period: Period) -> Result<Self, Vec<Finding>> {
        let compiled = |template: &Template, unit: &Unit| {
            Arc::new(Compiled::new(plan, template, unit, period))
        };
        Self::with(plan, duty, unit, period, compiled).map_err(|finding| vec![finding])
    }

    /// The same with forms compiled by the caller, which may keep them.
    pub(in crate::rules) fn with(
        plan: &Plan,
        duty: &str,
        unit: &str,
        period: Period,
        compiled: impl FnOnce(&Template, &Unit) -> Arc<Compiled>,
    ) -> Result<Self, Finding> {
        let asked = plan
            .duty(duty)
            .ok_or_else(|| Finding::error(Path::top("duty"), Kind::ReportUnknownDuty))?;
        let reporter = plan
            .unit(unit)
            .ok_or_else(|| Finding::error(Path::top("unit"), Kind::ReportUnknownUnit))?;
        let wrong_period = || Finding::error(Path::top("period"), Kind::ReportUnknownPeriod);
        if !asked.by.chooses(reporter) {
            return Err(Finding::error(Path::top("unit"), Kind::ReportNotOwed));
        }
        let occasion = occasion_of(plan, asked, reporter, period).ok_or_else(wrong_period)?;
        if let Some(waiver) = occasion.waived {
            let waiver = asked.waivers.get(waiver);
            let taken_in_by = waiver
                .and_then(|waiver| waiver.taken_in_by.as_ref())
                .map(|duty| duty.as_str().to_owned());
            return Err(Finding::error(
                Path::top("period"),
                Kind::ReportWaived { taken_in_by },
            ));
        }
        let Occasion { cutoff, .. } = occasion;
        let template = plan
            .template(asked.template.as_str())
            .ok_or_else(|| Finding::error(Path::top("duty"), Kind::ReportUnknownDuty))?;
        Ok(Self {
            compiled: compiled(template, reporter),
            plan: plan.id.as_str().to_owned(),
            plan_version: plan.version,
            duty: duty.to_owned(),
            unit: unit.to_owned(),
            period,
            cutoff,
        })
    }

    /// What indicators ask, each by itself: of no duty, unit or period, and held to what its text alone tells.
    pub(crate) fn of_indicators(indicators: &[Indicator]) -> Self {
        // No kind that a first screen judges looks at the plan's days.
        let period = Period::day(Date::MIN);
        Self {
            compiled: Arc::new(Compiled::of_indicators(indicators, period)),
            plan: String::new(),
            plan_version: 0,
            duty: String::new(),
            unit: String::new(),
            period,
            cutoff: None,
        }
    }

    /// The plan's identity.
    #[must_use]
    pub fn plan(&self) -> &str {
        &self.plan
    }

    /// The plan's version.
    #[must_use]
    pub fn plan_version(&self) -> u32 {
        self.plan_version
    }

    /// The plan's period.
    #[must_use]
    pub fn plan_period(&self) -> Period {
        self.compiled.plan_period
    }

    /// The duty's identity.
    #[must_use]
    pub fn duty(&self) -> &str {
        &self.duty
    }

    /// The unit's identity.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// The days that the report covers.
    #[must_use]
    pub fn period(&self) -> Period {
        self.period
    }

    /// The first instant that is too late; none where the plan names no deadline.
    #[must_use]
    pub fn cutoff(&self) -> Option<Instant> {
        self.cutoff
    }

    /// The inputs in the form's order; the halves of a share beside each other.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.compiled.inputs
    }

    /// What is asked of activities, where the form lists them.
    #[must_use]
    pub fn list(&self) -> Option<&ActivityList> {
        self.compiled.list.as_ref()
    }

    /// The first input of an indicator; none where it is not asked of this unit for this period.
    #[must_use]
    pub fn input_of(&self, indicator: &str) -> Option<usize> {
        self.compiled.indicator(indicator)
    }

    /// Whether the answer at an input decides what else is asked.
    #[must_use]
    pub fn decides(&self, input: usize) -> bool {
        let mut upon = self.inputs().iter().flat_map(|asked| &asked.upon);
        upon.any(|(on, _)| *on == input || whole_of(self.inputs(), *on) == Some(input))
    }

    /// The place of an input by its key among a draft's figures: `trees`, `members/part`.
    #[must_use]
    pub fn input(&self, key: &str) -> Option<usize> {
        self.compiled.input(key)
    }

    pub(in crate::rules) fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    pub(in crate::rules) fn has_planned(&self, id: &str) -> bool {
        self.compiled
            .planned
            .binary_search_by(|there| there.as_str().cmp(id))
            .is_ok()
    }

    /// Reads all that was typed.
    #[must_use]
    pub fn read(&self, draft: &Draft) -> Entries<'static> {
        let mut entries = read_draft::entries(&self.compiled, draft);
        entries
            .strays
            .extend(self.pinned(&draft.plan, draft.plan_version));
        entries
    }

    /// Reads a report's values.
    #[must_use]
    pub fn read_report<'a>(&self, report: &'a Report) -> Entries<'a> {
        let mut entries = read_report::entries(&self.compiled, report);
        entries
            .strays
            .extend(self.pinned(&report.plan, report.plan_version));
        entries
    }

    /// Reads what was typed into one input; blank for an input that is not on the sheet.
    #[must_use]
    pub fn read_input(&self, input: usize, text: &str) -> Reading<Answer<'static>> {
        let input = self.inputs().get(input);
        input.map_or(Reading::Blank, |input| {
            read_draft::answer(input, text, self.plan_period())
        })
    }

    /// Reads what was typed about one activity.
    #[must_use]
    pub fn read_activity(&self, activity: &DraftActivity) -> ActivityEntry<'static> {
        ActivityEntry::of_draft(activity, self.plan_period())
    }

    /// Drafts and reports are pinned to a plan and its version; the same figure may mean another thing
    /// in the next.
    pub(in crate::rules) fn pinned(&self, plan: &str, version: u32) -> Option<Finding> {
        if plan != self.plan {
            Some(Finding::error(Path::top("plan"), Kind::ReportOtherPlan))
        } else if version != self.plan_version {
            let kind = Kind::ReportPlanVersion {
                expected: self.plan_version,
                actual: version,
            };
            Some(Finding::error(Path::top("planVersion"), kind))
        } else {
            None
        }
    }

    /// How many checks the sheet has; they are numbered from 0.
    #[must_use]
    pub fn check_count(&self) -> usize {
        self.compiled.checks.len()
    }

    /// The checks that read a place, in order.
    #[must_use]
    pub fn checks_of(&self, place: Place) -> &[usize] {
        self.compiled.checks.reading(place)
    }

    /// Runs one check and adds what it finds.
    pub fn run(
        &self,
        check: usize,
        entries: &Entries<'_>,
        context: &Context<'_>,
        out: &mut Vec<Finding>,
    ) {
        let view = self.view(entries, context);
        self.compiled.checks.run(check, view, out);
    }

    /// The same occasion, with something else asked.
    pub(super) fn with_compiled(&self, compiled: Arc<Compiled>) -> Self {
        Self {
            compiled,
            ..self.clone()
        }
    }

    /// Runs every check in order; what they find is not yet sorted. Of tables the rules of the form alone.
    pub fn run_all(&self, entries: &Entries<'_>, context: &Context<'_>, out: &mut Vec<Finding>) {
        let view = self.view(entries, context);
        self.compiled.checks.run_all(view, out);
    }

    fn view<'v, 'e>(&'v self, entries: &'v Entries<'e>, context: &'v Context<'v>) -> View<'v, 'e> {
        View {
            sheet: self,
            entries,
            context,
            at: 0,
        }
    }
}
