//! The roll-up (tổng hợp): figures of many reports against the plan's targets.
//!
//! Reports stream in, in any order; what is kept is one small slot for each unit and occasion, with
//! the figures of the report that holds, so that memory is bounded by the plan and not by how many
//! reports come. Nothing is decided while they come: [`RollUp::at`] computes all from the slots, and the
//! same reports give the same progress in whatever order and over however many roll-ups that are merged.
//!
//! What holds:
//! - **An amendment replaces what it amends**: the highest revision, of those the latest received, of
//!   those the greatest identity.
//! - **Missing is not zero.** A value is none until a report gives it, and comes with how many units are
//!   in time, late and missing.
//! - **Nothing is added twice.** Where a report of a long period takes in shorter ones, it holds for them;
//!   shorter ones that begin after it came are added to it. What both say is compared
//!   ([`Discrepancy`]).
//! - **Every figure has its total**, whether a target is set on it or not, and what is said in words is gathered.
//! - **A unit reports for itself**, unless its report gathers: that one tells of the units below too, and theirs are not added to
//!   it.

mod alternatives;
mod amount;
mod answers;
mod asked;
mod below;
mod combine;
mod demand;
mod desk;
mod discrepancy;
mod frame;
mod gathered;
mod goal;
mod line;
mod narratives;
mod packed;
mod parts;
mod progress;
mod reach;
mod scores;
mod slot;
mod span;
mod successor;
mod survey;
mod totals;

pub use crate::claims::{Claimed, Duplicate};
pub use amount::{Amount, Figure};
pub use answers::Answers;
pub use discrepancy::Discrepancy;
pub use narratives::{Narrative, Narratives};
pub use parts::TablePart;
pub use progress::{
    Cell, Column, GroupProgress, Held, PeriodFigure, Progress, TargetProgress, UnitInGroup,
    UnitReach,
};
pub use reach::{Obstacle, Reach, TargetState};
pub use scores::{CriterionScore, Scores, UnitScore};
pub use slot::{Came, Counting};
pub use totals::{Summed, Total, UnitTotal};

use crate::calendar::{Instant, Period};
use crate::claims::{self, Claim};
use crate::finding::Finding;
use crate::plan::Plan;
use crate::read::Lines;
use crate::report::{Arrival, Report, ReportActivity};
use crate::value::Raw;
use frame::Frame;
use line::{LineArrival, LineReport};
use narratives::Told;
use packed::Packed;
use slot::Slot;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// Reports of one plan, rolled up. `P` is how the plan is held: `&Plan`, `Rc<Plan>`, `Arc<Plan>`.
///
/// A clone shares with its original what neither has changed since, unit by unit: who looks at a roll-up can keep it as
/// it was while more is taken in.
#[derive(Clone, Debug)]
pub struct RollUp<P> {
    plan: P,
    frame: Arc<Frame>,
    /// For each unit its slots, by column.
    rows: Vec<Arc<Vec<Slot>>>,
    strays: usize,
}

/// What became of the lines of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// Lines that are not blank.
    pub lines: usize,
    /// Lines that are arrivals, strays among them.
    pub arrivals: usize,
    /// The lines that are none, numbered from 1, each with why; the first [`Intake::MOST`] of them.
    pub unreadable: Vec<(usize, Finding)>,
    /// The lines until now, by which those of the next piece are numbered.
    read: Lines,
}

/// Two roll-ups are of different plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherPlan;

impl fmt::Display for OtherPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the roll-ups are of different plans; merge those of one plan and version")
    }
}

impl std::error::Error for OtherPlan {}

impl Intake {
    /// How many unreadable lines are kept with their finding.
    pub const MOST: usize = 100;
}

impl<P: Deref<Target = Plan>> RollUp<P> {
    /// No reports yet.
    #[must_use]
    pub fn new(plan: P) -> Self {
        let frame = Arc::new(Frame::new(&plan));
        let rows = vec![Arc::default(); plan.units.len()];
        Self {
            plan,
            frame,
            rows,
            strays: 0,
        }
    }

    /// Takes a report in. One of another plan, or of a unit, duty or period that the plan does not have,
    /// is counted as a stray and nothing else.
    pub fn add(&mut self, came: &Came<'_>, report: &Report) {
        let figures = report
            .figures
            .iter()
            .map(|(key, value)| (key, Raw::from(value)));
        let claims = report.activities.iter().map(|activity| Claim {
            from: activity.date,
            to: activity.until.unwrap_or(activity.date),
            title: activity.title.as_str().into(),
            place: activity.place.as_deref().map(Into::into),
            participants: activity.participants,
            planned: activity.planned.as_deref().map(Into::into),
        });
        let head = (&*report.plan, &*report.unit, &*report.duty, report.period);
        self.put(came, head, figures, claims);
    }

    /// Takes an arrival in, as [`RollUp::add`] does.
    pub fn add_arrival(&mut self, arrival: &Arrival) {
        let came = Came {
            id: &arrival.submission.id,
            received_at: arrival.received_at,
            prepared_at: Some(arrival.submission.prepared_at),
            revision: arrival.revision,
            status: arrival.status,
            points: &arrival.points,
        };
        self.add(&came, &arrival.submission.report);
    }

    /// Takes a report in from its JSON, without reading what is of no use here.
    ///
    /// # Errors
    /// One `report.malformed`, as for [`Report::parse`].
    pub fn add_json(&mut self, came: &Came<'_>, report: &[u8]) -> Result<(), Finding> {
        match serde_json::from_slice::<LineReport<'_>>(report) {
            Ok(line) => self.put_line(came, line),
            Err(_) => self.add(came, &Report::parse(report)?),
        }
        Ok(())
    }

    /// Takes arrivals in, one a line (NDJSON; [`Arrival`]). A line that is none never stops the rest.
    pub fn add_lines(&mut self, bytes: &[u8]) -> Intake {
        let mut intake = Intake::default();
        self.add_piece(bytes, None, &mut intake);
        intake
    }

    /// The same, of what had come by `until`: for the progress at a moment that is past.
    pub fn add_lines_until(&mut self, bytes: &[u8], until: Instant) -> Intake {
        let mut intake = Intake::default();
        self.add_piece(bytes, Some(until), &mut intake);
        intake
    }

    /// The same of the next piece of a file, which ends where a line does; `intake` tells of all pieces together.
    pub fn add_piece(&mut self, piece: &[u8], until: Option<Instant>, intake: &mut Intake) {
        let Intake {
            lines,
            arrivals,
            unreadable,
            read,
        } = intake;
        read.each(piece, |number, line| {
            *lines += 1;
            match self.add_line(line, until) {
                Ok(()) => *arrivals += 1,
                Err(finding) if unreadable.len() < Intake::MOST => {
                    unreadable.push((number, finding));
                }
                Err(_) => {}
            }
        });
    }

    fn add_line(&mut self, line: &[u8], until: Option<Instant>) -> Result<(), Finding> {
        let too_late = |at: Instant| until.is_some_and(|until| at > until);
        let Ok(arrival) = serde_json::from_slice::<LineArrival<'_>>(line) else {
            let arrival = Arrival::parse(line)?;
            if !too_late(arrival.received_at) {
                self.add_arrival(&arrival);
            }
            return Ok(());
        };
        if too_late(arrival.received_at) {
            return Ok(());
        }
        let came = Came {
            id: &arrival.submission.id,
            received_at: arrival.received_at,
            prepared_at: Some(arrival.submission.prepared_at),
            revision: arrival.revision,
            status: arrival.status,
            points: &arrival.points,
        };
        self.put_line(&came, arrival.submission.report);
        Ok(())
    }

    fn put_line(&mut self, came: &Came<'_>, line: LineReport<'_>) {
        let figures = line.figures.0.iter();
        let figures = figures.map(|(key, raw)| (&**key, raw.clone()));
        let claims = line.activities.into_iter().map(Claim::from);
        let head = (&*line.plan, &*line.unit, &*line.duty, line.period);
        self.put(came, head, figures, claims);
    }

    fn put<'r>(
        &mut self,
        came: &Came<'_>,
        (plan, unit, duty, period): (&str, &str, &str, Period),
        figures: impl Iterator<Item = (&'r str, Raw<'r>)>,
        claims: impl Iterator<Item = Claim>,
    ) {
        let ours = (plan == self.plan.id.as_str()).then_some(());
        let address = ours.and_then(|()| self.frame.address(&self.plan, unit, duty, period));
        let Some((address, form)) =
            address.zip(address.and_then(|address| self.frame.form(address.column)))
        else {
            self.strays += 1;
            return;
        };
        let mut inputs = vec![None; form.len()];
        let mut told = Vec::new();
        let mut next = 0;
        for (key, raw) in figures {
            if let Some(input) = form.input(key, next) {
                next = input + 1;
                let asked = form.indicator(input);
                let asked = asked.and_then(|place| self.plan.indicators.get(place));
                if let Some((place, asked)) = inputs.get_mut(input).zip(asked) {
                    *place = Figure::of(raw, &asked.measure);
                }
            } else if let Some(indicator) = form.narrative(key) {
                let asked = self.plan.indicators.get(indicator);
                let table = asked.and_then(|asked| Some((asked.measure.table()?, asked.combine)));
                let rows: Option<&[_]> = match &raw {
                    Raw::Table(rows) => Some(rows),
                    // None at all is how many there are.
                    Raw::List(none) if none.is_empty() => Some(&[]),
                    _ => None,
                };
                if let (Some((table, combine)), Some(rows)) = (table, rows) {
                    for (input, part) in form.parts(indicator) {
                        if let Some(place) = inputs.get_mut(input) {
                            *place = part.figure(table, rows, combine);
                        }
                    }
                }
                told.extend(asked.and_then(|asked| {
                    Told::of(indicator, &asked.measure, raw, self.frame.most_told)
                }));
            }
        }
        let mut reviewed = Vec::new();
        for given in came.points {
            if let Some(place) = form.input(&given.indicator, usize::MAX) {
                reviewed.resize(form.len(), None);
                if let Some(there) = reviewed.get_mut(place) {
                    *there = Some(Figure::Number(given.points));
                }
            }
        }
        let slot = Slot {
            reviewed: Packed::new(&reviewed),
            told: told.into_boxed_slice(),
            ..Slot::new(
                (address.column, period),
                came,
                Packed::new(&inputs),
                claims.collect(),
            )
        };
        self.place(address.unit, slot);
    }

    fn place(&mut self, unit: usize, slot: Slot) {
        let Some(row) = self.rows.get_mut(unit).map(Arc::make_mut) else {
            return;
        };
        let of = |slot: &Slot| (slot.column, slot.period);
        match row.binary_search_by_key(&of(&slot), of) {
            Ok(there) => {
                if let Some(there) = row.get_mut(there) {
                    there.meet(slot);
                }
            }
            Err(place) => row.insert(place, slot),
        }
    }

    /// Takes in all that another roll-up of the same plan holds; the same as adding all to one.
    ///
    /// # Errors
    /// [`OtherPlan`], and nothing is taken in: it is of another plan, or of another version of it.
    pub fn merge<Q: Deref<Target = Plan>>(&mut self, other: RollUp<Q>) -> Result<(), OtherPlan> {
        if *self.plan != *other.plan {
            return Err(OtherPlan);
        }
        self.strays += other.strays;
        for (unit, row) in other.rows.into_iter().enumerate() {
            for slot in Arc::unwrap_or_clone(row) {
                self.place(unit, slot);
            }
        }
        Ok(())
    }

    /// Which of these activities of `unit` other units have reported too: the place of the claim, and the other
    /// unit's place in the plan. Of an unknown unit all are others.
    #[must_use]
    pub fn also_claimed(&self, unit: &str, asked: &[ReportActivity]) -> Vec<(usize, usize)> {
        let own = self
            .plan
            .units
            .iter()
            .position(|one| one.id.as_str() == unit);
        let rows = self.rows.iter().enumerate();
        let told: Vec<_> = rows
            .flat_map(|(unit, slots)| slots.iter().map(move |slot| (unit, slot)))
            .flat_map(|(unit, slot)| slot.claimed().map(move |(id, claim)| (unit, id, claim)))
            .collect();
        claims::also_claimed(&self.plan, &told, own.unwrap_or(usize::MAX), asked)
    }

    /// The reports that count: of each unit and occasion the one that holds, unless it was given back; the units in the plan's
    /// order, in each the occasions in theirs.
    pub fn counting(&self) -> impl Iterator<Item = Counting<'_>> {
        let rows = self.rows.iter().enumerate();
        let slots = rows.flat_map(|(unit, slots)| slots.iter().map(move |slot| (unit, slot)));
        let counts = slots.filter(|(_, slot)| slot.counts());
        counts.filter_map(|(unit, slot)| {
            Some(Counting {
                unit,
                duty: self.frame.columns.get(slot.column)?.duty,
                period: slot.period,
                submission: &slot.id,
            })
        })
    }

    /// The progress at `now`, of what was added: hand in only what had come by then.
    #[must_use]
    pub fn at(&self, now: Instant) -> Progress<'_> {
        survey::survey(&self.plan, &self.frame, &self.rows, self.strays, now)
    }
}

#[cfg(test)]
mod tests;
