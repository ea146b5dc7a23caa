//! The periods for which a unit owes a report.

use super::{demand, is_late, label, leniency};
use crate::calendar::{CyclePeriod, Date, Instant, Period, Time};
use crate::plan::{
    ALL_PERIODS, Deadline, Duty, Event, Id, ListedPeriod, Moved, Plan, Recurrence, Schedule, Unit,
};

/// An occasion (phiếu cần nộp): one duty of one unit for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The duty.
    pub duty: Id,
    /// What the period is called, for example "Tuần 1", where the plan names it.
    pub label: Option<String>,
    /// The days that the report covers.
    pub period: Period,
    /// The moment from which it can be sent.
    pub opens: Instant,
    /// The deadline as published, where the plan names one; where it was put off, the one that holds.
    pub deadline: Option<Deadline>,
    /// The day on which it falls instead, where the deadline's own is a day off.
    pub moved: Option<Date>,
    /// The deadline that held before it was put off.
    pub original: Option<Deadline>,
    /// The first instant that is too late; none where there is no deadline.
    pub cutoff: Option<Instant>,
    /// From when on the unit owes it no more, having merged into another by then, or never did, having been founded
    /// after the deadline.
    pub released: Option<Instant>,
    /// Which of the duty's waivers frees the unit from it, as an index into [`Duty::waivers`].
    pub waived: Option<usize>,
}

/// All that `unit` owes under `plan`: duty by duty as the plan lists them, each period in order.
///
/// A unit founded or dissolved inside the plan's period owes every report whose period has a day on
/// which the unit exists. A parsed plan makes no more than can be; of one that was only read, the first
/// are taken.
#[must_use]
pub fn occasions(plan: &Plan, unit: &Unit) -> Vec<Occasion> {
    let mut all = Vec::new();
    for duty in &plan.duties {
        all.append(&mut occasions_of(plan, duty, unit));
        if all.len() >= ALL_PERIODS {
            all.truncate(ALL_PERIODS);
            break;
        }
    }
    all
}

/// What `unit` owes under one duty; nothing where the duty does not bind it.
#[must_use]
pub fn occasions_of(plan: &Plan, duty: &Duty, unit: &Unit) -> Vec<Occasion> {
    if !duty.by.chooses(unit) {
        return Vec::new();
    }
    let stated = duty.schedule();
    let listed = stated.map(|stated| listed_periods(plan, &stated.schedule));
    owed_of(
        plan,
        duty,
        unit,
        of_listed(plan, duty, listed.unwrap_or_default()),
    )
}

/// Those of such occasions that a unit owes, which the duty binds.
#[inline(never)]
pub(super) fn owed_of(
    plan: &Plan,
    duty: &Duty,
    unit: &Unit,
    mut occasions: Vec<Occasion>,
) -> Vec<Occasion> {
    occasions.retain(|occasion| occasion.is_owed_by(unit));
    leniency::own(plan, duty, unit, &mut occasions);
    occasions
}

/// The occasion of a unit's duty for one period; none where the unit owes no such report. What a unit opens by itself is one for
/// every day and hour within the duty's days.
#[must_use]
pub fn occasion_of(plan: &Plan, duty: &Duty, unit: &Unit, period: Period) -> Option<Occasion> {
    if period.is_opened() {
        return demand::opened(plan, duty, unit, period);
    }
    let mut all = occasions_of(plan, duty, unit).into_iter();
    all.find(|occasion| occasion.period == period)
}

/// All periods of one duty, whoever owes it, with the deadlines of those of whom nothing else is said;
/// [`Occasion::is_owed_by`] says whether one falls into a unit's time.
#[must_use]
pub fn occasions_of_all(plan: &Plan, duty: &Duty) -> Vec<Occasion> {
    let mut occasions = made(plan, duty);
    leniency::common(plan, duty, &mut occasions);
    occasions
}

/// All periods of one duty as the statement that applies has them.
fn made(plan: &Plan, duty: &Duty) -> Vec<Occasion> {
    let stated = duty.schedule();
    let listed = stated.map(|stated| listed_periods(plan, &stated.schedule));
    of_listed(plan, duty, listed.unwrap_or_default())
}

/// Such periods of one duty, whoever owes it.
pub(super) fn of_listed(plan: &Plan, duty: &Duty, listed: Vec<ListedPeriod>) -> Vec<Occasion> {
    let made = listed.into_iter().map(|one| occasion(plan, duty, one));
    made.collect()
}

/// The periods that one statement of a duty lists or makes, whether it applies or not.
#[must_use]
pub fn listed_periods(plan: &Plan, schedule: &Schedule) -> Vec<ListedPeriod> {
    match schedule {
        Schedule::Listed(listed_periods) => listed_periods.clone(),
        Schedule::Recurring(recurrence) => recurring(plan, recurrence),
        Schedule::Event(event) => held(plan, event),
        // Which there are, the reports say.
        Schedule::OnDemand(_) => Vec::new(),
    }
}

impl Occasion {
    /// Whether this is the occasion of that duty for that period: the same days, first and last.
    #[must_use]
    pub fn is_of(&self, duty: &str, period: Period) -> bool {
        self.duty.as_str() == duty && self.period == period
    }

    /// Whether a unit that the duty binds owes this one: it exists on a day of the period.
    #[must_use]
    pub fn is_owed_by(&self, unit: &Unit) -> bool {
        unit.exists_within(self.period.from(), self.period.to())
    }

    /// Gives it that deadline, as it falls by the plan's working days where days off move it.
    pub(super) fn due(&mut self, plan: &Plan, moved: Option<Moved>, deadline: Option<Deadline>) {
        let falls = |deadline: Deadline| {
            let date = moved.map_or(deadline.date, |which| {
                plan.working.moved(deadline.date, which)
            });
            let falls = Deadline { date, ..deadline };
            // A day off leads nothing back before the moment at which it was opened.
            let opened = self.period.at();
            let opened = opened.map(|at| Instant::at(self.period.from(), at, plan.offset));
            match opened.is_some_and(|opened| is_late(Some(falls.cutoff(plan.offset)), opened)) {
                true => deadline,
                false => falls,
            }
        };
        let falls = deadline.map(falls);
        self.moved = falls
            .map(|falls| falls.date)
            .filter(|date| deadline.is_some_and(|deadline| deadline.date != *date));
        self.cutoff = falls.map(|falls| falls.cutoff(plan.offset));
        self.deadline = deadline;
    }
}

fn occasion(plan: &Plan, duty: &Duty, listed: ListedPeriod) -> Occasion {
    let ListedPeriod {
        label,
        period,
        opens,
        deadline,
    } = listed;
    let mut occasion = Occasion {
        duty: duty.id.clone(),
        label,
        period,
        opens: Instant::at(opens.unwrap_or(period.from()), Time::MIDNIGHT, plan.offset),
        deadline: None,
        moved: None,
        original: None,
        cutoff: None,
        released: None,
        waived: duty
            .waivers
            .iter()
            .position(|waiver| waiver.within.encloses(period)),
    };
    occasion.due(plan, duty.moved, deadline);
    occasion
}

/// The shortest plan that another follows, in days: half a year and a day. A campaign in December is its own.
const OF_A_YEAR: i64 = 184;

/// The periods that a rule makes, with their names. A parsed plan makes no more than can be.
fn recurring(plan: &Plan, recurrence: &Recurrence) -> Vec<ListedPeriod> {
    let window = recurrence.within.unwrap_or(plan.period);
    let mut periods = recurrence.cycle.periods(window).unwrap_or_default();
    if recurrence.within.is_none() && window.len_days() >= OF_A_YEAR {
        // From 15/12 on a plan of a year with months from the 15th to the 14th has some days of next year's January, and that is
        // asked by the plan of next year.
        let is_of_next = |made: &CyclePeriod| {
            made.whole.to() > window.to()
                && label::year_of(recurrence.cycle, made.whole)
                    .is_some_and(|year| year > window.to().year())
        };
        let _ = periods.pop_if(|made| is_of_next(made));
    }
    periods.retain(|made| !recurrence.skip_months.contains(&made.whole.to().month()));
    let numbers = match recurrence.label {
        Some(_) => label::numbers(recurrence.cycle, &periods),
        None => Vec::new(),
    };
    let mut numbers = numbers.into_iter();
    let mut named = || {
        let label = recurrence.label.as_ref()?;
        Some([label.as_str(), " ", &numbers.next()?].concat())
    };
    let mut listed = Vec::new();
    for made in periods {
        let deadline = recurrence.deadline;
        listed.push(ListedPeriod {
            label: named(),
            period: made.period,
            opens: None,
            deadline: deadline.and_then(|deadline| deadline.of(made, &plan.working)),
        });
    }
    listed
}

fn held(plan: &Plan, event: &Event) -> Vec<ListedPeriod> {
    let mut listed = Vec::new();
    for period in event.periods(plan) {
        let (label, deadline) = (event.label.clone(), event.deadline);
        listed.push(ListedPeriod::made(plan, period, label, deadline));
    }
    listed
}
