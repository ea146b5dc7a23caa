//! How much a plan makes of what it says: a few lines can ask thousands of units for thousands of reports.
//!
//! Each list has its own bound; here are the bounds of what lists make together, so that no plan holds a form, a lint
//! or an office's table up. A province's communes with weekly reports and targets of every month stay far below.

use super::{Check, Place};
use crate::calendar::MAX_PERIODS;
use crate::plan::{Cadence, Duty, OnDemand, Plan, PlanProblem, Schedule, StatedSchedule};

/// The most periods that all statements of all duties make together.
pub(in crate::plan) const ALL_PERIODS: usize = 10_000;
/// The most reports that all units can come to owe.
const REPORTS: usize = 1_500_000;
/// The most spans in which all targets together are to be reached.
const SPANS: usize = 50_000;
/// The most values of units in spans, of all targets.
const VALUES: usize = 5_000_000;
/// The most figures of targets, period by period.
const FIGURES: usize = 1_000_000;
/// The most times that a target looks at a report that may be owed.
const LOOKS: usize = 50_000_000;

/// The most columns of all tables together: each is added up as a figure is, unit by unit.
const COLUMNS: usize = 4_000;

pub(super) fn check(plan: &Plan, check: &mut Check<'_>) {
    let tables = plan.indicators.iter();
    let tables = tables.filter_map(|one| one.measure.table());
    let found = tables.map(|table| table.columns.len()).sum::<usize>();
    if found > COLUMNS {
        let most = COLUMNS;
        let problem = PlanProblem::TooManyColumns { most, found };
        check.report(&Place::ROOT.key("indicators"), problem);
    }
    let made = |stated: &StatedSchedule| periods(plan, &stated.schedule);
    let stated = plan.duties.iter().flat_map(|duty| &duty.schedules);
    let root = Place::ROOT;
    if stated.map(made).sum::<usize>() > ALL_PERIODS {
        let most = ALL_PERIODS;
        return check.report(&root.key("duties"), PlanProblem::TooManyPeriods { most });
    }
    let applying = plan.duties.iter().filter_map(|duty| duty.schedule());
    let (units, periods) = (plan.units.len(), applying.map(made).sum::<usize>());
    let reports = units.saturating_mul(periods);
    if reports > REPORTS {
        let most = REPORTS;
        check.report(
            &root.key("duties"),
            PlanProblem::TooManyReports {
                units,
                periods,
                most,
            },
        );
    }
    let days = usize::try_from(plan.period.len_days()).unwrap_or(usize::MAX);
    let spans: usize = plan
        .targets
        .iter()
        .map(|one| days / least(one.per) + 1)
        .sum();
    if spans > SPANS
        || units.saturating_mul(spans) > VALUES
        || periods.saturating_mul(plan.targets.len()) > FIGURES
        || reports.saturating_mul(plan.targets.len()) > LOOKS
    {
        return check.report(
            &root.key("targets"),
            PlanProblem::TooManyValues {
                units,
                periods,
                spans,
            },
        );
    }
    let reports = REPORTS.min(LOOKS / plan.targets.len().max(1));
    let room = (reports / units.max(1)).saturating_sub(periods);
    opened(plan, room, check);
}

/// What units can open by themselves, however many of them do, has its room within what all can come to owe.
fn opened(plan: &Plan, room: usize, check: &mut Check<'_>) {
    let rules = || plan.duties.iter().filter_map(Duty::on_demand);
    if rules().map(OnDemand::most).sum::<usize>() <= room {
        return;
    }
    // Each is at least one, of which the column is counted already.
    let fits = (room / rules().count()).max(1);
    let duties = Place::ROOT.key("duties");
    for (index, duty) in plan.duties.iter().enumerate() {
        let Some(rule) = duty.on_demand().filter(|rule| rule.most() > fits) else {
            continue;
        };
        let applies = duty.schedules.iter().position(|one| one.id == duty.applies);
        let stated = duties.index(index);
        let stated = stated.key("schedules");
        let stated = stated.index(applies.unwrap_or_default());
        let problem = PlanProblem::TooManyOpened {
            units: plan.units.len(),
            most: rule.most(),
            fits,
        };
        let schedule = stated.key("schedule");
        check.report(&schedule.key("onDemand").key("most"), problem);
    }
}

/// How many periods a schedule makes; of a rule that makes more than it can, that is said where it stands.
fn periods(plan: &Plan, schedule: &Schedule) -> usize {
    match schedule {
        Schedule::Listed(listed) => listed.len(),
        Schedule::Recurring(recurrence) => {
            let window = recurrence.within.unwrap_or(plan.period);
            let made = recurrence.cycle.periods(window);
            made.map_or(MAX_PERIODS, |made| made.len())
        }
        Schedule::Event(event) => event.periods(plan).len(),
        // All that come stand in one column.
        Schedule::OnDemand(_) => 1,
    }
}

/// The fewest days between two spans of a cadence.
fn least(cadence: Cadence) -> usize {
    match cadence {
        Cadence::Plan => usize::MAX,
        Cadence::Year | Cadence::SchoolYear => 365,
        Cadence::HalfYear => 181,
        Cadence::Quarter => 90,
        Cadence::Month => 28,
        Cadence::Week => 7,
        Cadence::Day => 1,
    }
}
