//! What a roll-up gives: numbers and states, no words. Units, targets, indicators and duties are named by
//! their places in the plan.

use super::amount::Amount;
use super::answers::Answers;
use super::discrepancy::Discrepancy;
use super::narratives::Narratives;
use super::reach::{Obstacle, Reach};
use super::scores::Scores;
use super::totals::Total;
use crate::calendar::{Instant, Period};
use crate::claims::Duplicate;
use crate::punctuality::{Partial, Standing, Tally};
use crate::schedule::{Occasion, State};

/// The progress of a plan at a moment.
#[derive(Clone, Debug)]
pub struct Progress<'r> {
    /// The moment.
    pub now: Instant,
    /// How many reports hold.
    pub reports: usize,
    /// How many came that belong to no unit, duty and period of the plan.
    pub strays: usize,
    /// The units, as all their reports stand.
    pub partial: Partial,
    /// The targets in the plan's order.
    pub targets: Vec<TargetProgress>,
    /// The groups of targets, in the plan's order.
    pub alternatives: Vec<GroupProgress>,
    /// The answers chosen of lists, by indicator in the plan's order.
    pub answers: Vec<Answers>,
    /// What is reported for every figure that some form asks, by indicator in the plan's order, whether a target is set on it
    /// or not.
    pub totals: Vec<Total>,
    /// The tables of points, in the plan's order.
    pub scores: Vec<Scores>,
    /// What is said in words, question by question in the plan's order.
    pub narratives: Vec<Narratives<'r>>,
    /// The occasions, whoever owes them.
    pub columns: Vec<Column<'r>>,
    /// For each unit of the plan one cell a column; none where the unit does not owe it.
    pub cells: Vec<Vec<Option<Cell<'r>>>>,
    /// Activities that two units seem to claim both, the likest first.
    pub duplicates: Vec<Duplicate<'r>>,
    /// Figures of long periods that differ from those of the shorter ones inside.
    pub discrepancies: Vec<Discrepancy<'r>>,
}

/// One occasion, whoever owes it.
#[derive(Clone, Copy, Debug)]
pub struct Column<'r> {
    /// The place of its duty.
    pub duty: usize,
    /// The period and deadline.
    pub occasion: &'r Occasion,
    /// How it stands over all units.
    pub tally: Tally,
}

/// One occasion of one unit.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'r> {
    /// Its state.
    pub state: State,
    /// How it counts.
    pub standing: Standing,
    /// The report that holds, where there is one.
    pub report: Option<Held<'r>>,
}

/// The report that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held<'r> {
    /// Its submission.
    pub submission: &'r str,
    /// When the first report for this occasion came.
    pub first_received_at: Instant,
    /// Whether that one came late although "send" was pressed in time.
    pub delayed: bool,
    /// Whether it amends an earlier one.
    pub amends: bool,
}

/// How far one target is.
#[derive(Clone, Debug)]
pub struct TargetProgress {
    /// The place of its indicator; none where the plan has no such indicator.
    pub indicator: Option<usize>,
    /// Why it cannot be computed, where it cannot.
    pub obstacle: Option<Obstacle>,
    /// The spans for which it holds, in order, each with how far it is.
    pub spans: Vec<(Period, Reach)>,
    /// The place of the span in which the moment lies.
    pub current: usize,
    /// In that span, by sector; the last is that of the units without one.
    pub sectors: Vec<Reach>,
    /// In that span, by unit.
    pub units: Vec<UnitReach>,
    /// The figures as reported, period by period.
    pub periods: Vec<PeriodFigure>,
}

/// How far one unit is.
#[derive(Clone, Copy, Debug)]
pub struct UnitReach {
    /// The place of the unit.
    pub unit: usize,
    /// How far it is by itself.
    pub reach: Reach,
    /// How its reports with this figure stand.
    pub standing: Standing,
}

/// How far a group of targets is.
#[derive(Clone, Debug)]
pub struct GroupProgress {
    /// The places of its targets.
    pub targets: Vec<usize>,
    /// The spans for which they hold, in order, each with how far the group is.
    pub spans: Vec<(Period, Reach)>,
    /// The place of the span in which the moment lies.
    pub current: usize,
    /// How far it is in that span: by how many units, or how many of its targets are reached where these are for all units together.
    pub reach: Reach,
    /// The same by sector, where units reach it; the last is that of the units without one.
    pub sectors: Vec<Reach>,
    /// The same by unit, where units reach it.
    pub units: Vec<UnitInGroup>,
}

/// How far one unit is in a group of targets.
#[derive(Clone, Debug)]
pub struct UnitInGroup {
    /// The place of the unit.
    pub unit: usize,
    /// How many of the targets it reaches.
    pub reach: Reach,
    /// How its reports with these figures stand.
    pub standing: Standing,
    /// The places of the targets that it reaches.
    pub reached: Vec<usize>,
    /// Whether more of its reports are to come.
    pub awaited: bool,
}

/// What all bound units reported in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodFigure {
    /// The place of the column.
    pub column: usize,
    /// How many reports hold the figure.
    pub reports: usize,
    /// All of them together.
    pub amount: Option<Amount>,
}

impl TargetProgress {
    /// How far it is in the span in which the moment lies.
    #[must_use]
    pub fn reach(&self) -> Option<&Reach> {
        self.spans.get(self.current).map(|(_, reach)| reach)
    }
}
