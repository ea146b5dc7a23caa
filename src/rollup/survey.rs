//! The computing of all progress from the slots, unit by unit.

use super::alternatives;
use super::amount::Amount;
use super::answers::Answers;
use super::asked::Asked;
use super::combine::{Window, combined};
use super::demand::{each, opened};
use super::desk::{Desk, dues, figures, reviewed, sector};
use super::frame::Frame;
use super::gathered::Gathered;
use super::goal::by_unit;
use super::narratives::Narratives;
use super::progress::{Cell, Column, Held, PeriodFigure, Progress, TargetProgress, UnitReach};
use super::reach::{Clock, Obstacle, Reach, Sum};
use super::scores::Scores;
use super::slot::Slot;
use super::span::{current, spans};
use super::successor::told_since;
use super::totals::Totals;
use crate::calendar::{Instant, Time};
use crate::claims::Claims;
use crate::plan::{Combine, Duty, Plan, Scope, Target, Unit};
use crate::punctuality::{Partial, Standing, Tally};
use crate::schedule::{Occasion, Sent, delayed, is_late, is_own, occasions_of, state};
use std::sync::Arc;

pub(super) fn survey<'r>(
    plan: &'r Plan,
    frame: &'r Frame,
    rows: &'r [Arc<Vec<Slot>>],
    strays: usize,
    now: Instant,
) -> Progress<'r> {
    let mut trackers: Vec<Tracker<'_>> = plan
        .targets
        .iter()
        .map(|target| Tracker::new(plan, frame, target, now))
        .collect();
    let mut answers = Answers::of(plan, frame);
    let mut totals = Totals::new(plan, frame);
    let mut scores = Scores::of(plan);
    let mut tallies = vec![Tally::default(); frame.columns.len()];
    let mut partial = Partial::default();
    let mut claims = Claims::new(plan);
    let mut found = Vec::new();
    let mut cells = Vec::with_capacity(plan.units.len());
    let gathered = Gathered::of(plan, frame, rows);
    for (place, (unit, slots)) in plan.units.iter().zip(rows).enumerate() {
        let row = row(plan, frame, place, slots, now);
        for (place, (tally, cell)) in tallies.iter_mut().zip(&row).enumerate() {
            if let (Some(duty), Some(_)) = (frame.on_demand(plan, place), cell) {
                let own = slots.iter().filter(|slot| slot.column == place);
                each(plan, duty, unit, own).for_each(|one| tally.count(one.standing));
            } else {
                tally.count(cell.map_or(Standing::NotAsked, |cell| cell.standing));
            }
        }
        let standings = || row.iter().flatten().map(|cell| cell.standing);
        let worst = standings().max().unwrap_or(Standing::NotAsked);
        partial.count((worst, standings().any(|one| one == Standing::Pending)));
        let one = Desk {
            plan,
            frame,
            place,
            unit,
            dues: dues(plan, frame, &row, slots),
            figures: figures(plan, frame, slots),
            told_since: told_since(plan, &frame.parts, unit, |place| {
                let slots = rows.get(place).map_or(&[][..], |slots| slots);
                figures(plan, frame, slots)
            }),
            gathered: &gathered,
        };
        for tracker in &mut trackers {
            tracker.take(&one);
        }
        for one in &mut answers {
            one.take(plan, frame, unit, &row, slots);
        }
        if !scores.is_empty() {
            let reviewed = reviewed(plan, frame, slots);
            for scores in &mut scores {
                scores.take(&one, &reviewed);
            }
        }
        totals.take(&one);
        one.compare(slots, &mut found);
        claims.gather(place, slots.iter().flat_map(Slot::claimed));
        cells.push(row);
    }
    let column = |(column, tally): (&'r super::frame::Column, Tally)| Column {
        duty: column.duty,
        occasion: &column.occasion,
        tally,
    };
    let finished = trackers.into_iter().map(Tracker::finish);
    let (mut targets, by_span): (Vec<_>, Vec<_>) = finished.unzip();
    Progress {
        now,
        alternatives: alternatives::judged(plan, &mut targets, &by_span, now),
        reports: rows.iter().map(|row| row.len()).sum(),
        strays,
        partial,
        targets,
        columns: frame.columns.iter().zip(tallies).map(column).collect(),
        answers,
        totals: totals.finish(),
        scores,
        narratives: Narratives::gathered(plan, rows),
        cells,
        duplicates: claims.duplicates(),
        discrepancies: found,
    }
}

fn row<'r>(
    plan: &Plan,
    frame: &Frame,
    unit: usize,
    slots: &'r [Slot],
    now: Instant,
) -> Vec<Option<Cell<'r>>> {
    let mut slots = slots.iter().peekable();
    let own: Vec<Vec<Occasion>> = plan
        .units
        .get(unit)
        .map(|unit| {
            plan.duties
                .iter()
                .map(|duty| own(plan, duty, unit))
                .collect()
        })
        .unwrap_or_default();
    (0..)
        .zip(&frame.columns)
        .map(|(place, column)| {
            let slot = slots.next_if(|slot| slot.column == place);
            let more = std::iter::from_fn(|| slots.next_if(|slot| slot.column == place));
            let more: Vec<&Slot> = more.collect();
            let period = column.occasion.period;
            let own = own.get(column.duty).and_then(|own| {
                let at = own.binary_search_by_key(&period, |own| own.period).ok()?;
                own.get(at)
            });
            let occasion = own.unwrap_or(&column.occasion);
            let duty = plan.duties.get(column.duty)?;
            if !frame.owes(plan, unit, place) {
                return None;
            }
            if duty.on_demand().is_some() {
                let slots = slot.into_iter().chain(more);
                return Some(opened(plan, duty, plan.units.get(unit)?, slots));
            }
            // Lateness follows the first report: nobody is late for mending one.
            let sent = slot.map(|slot| Sent {
                duty: occasion.duty.clone(),
                period: occasion.period,
                received_at: slot.first_received_at,
                status: slot.status,
            });
            let state = state(occasion, duty.due_soon_hours, sent.as_ref(), now);
            let end = Instant::at(occasion.period.to(), Time::END_OF_DAY, plan.offset);
            let late = sent
                .as_ref()
                .is_some_and(|sent| is_late(occasion.cutoff, sent.received_at));
            let is_over = occasion.cutoff.is_none() && now >= end;
            let standing = Standing::of(state, late, is_over);
            Some(Cell {
                state,
                standing,
                report: slot.map(|slot| Held {
                    submission: &slot.id,
                    first_received_at: slot.first_received_at,
                    delayed: slot.first_prepared_at.is_some_and(|prepared_at| {
                        delayed(occasion, prepared_at, slot.first_received_at)
                    }),
                    amends: slot.amends(),
                }),
            })
        })
        .collect()
}

/// What the unit owes under the duty in the order of the periods, where it can be other than what all owe.
fn own(plan: &Plan, duty: &Duty, unit: &Unit) -> Vec<Occasion> {
    if !is_own(duty, unit) {
        return Vec::new();
    }
    let mut own = occasions_of(plan, duty, unit);
    own.sort_by_key(|own| own.period);
    own
}

/// One target, being added up.
struct Tracker<'s> {
    target: &'s Target,
    indicator: Option<usize>,
    combine: Combine,
    /// The place of the figure in which units tell the number on which the target rests.
    base: Option<usize>,
    spans: Vec<(Window, Clock, Sum)>,
    current: usize,
    sectors: Vec<Sum>,
    units: Vec<UnitReach>,
    /// The units in every span, where a group of targets is judged by them.
    by_span: Vec<Vec<UnitReach>>,
    periods: Vec<PeriodFigure>,
    /// Of each column, whether it asks the indicator.
    asks: Vec<bool>,
    asked: bool,
    fits: bool,
}

impl<'s> Tracker<'s> {
    fn new(plan: &'s Plan, frame: &Frame, target: &'s Target, now: Instant) -> Self {
        let indicator = plan
            .indicators
            .iter()
            .position(|one| one.id == target.indicator);
        let windows = indicator.map_or(Vec::new(), |place| spans(plan, frame, target, place));
        let today = now.civil(plan.offset).0;
        let clock = |window: Window| Clock::of(plan, window.period, now);
        let asks = |column: usize| indicator.is_some_and(|place| frame.asks(column, place));
        let asks: Vec<bool> = (0..frame.columns.len()).map(asks).collect();
        let asking = (0..).zip(&asks).filter(|(_, asks)| **asks);
        let is_of_group = target.scope != Scope::Whole && plan.group_of(&target.id).is_some();
        Self {
            target,
            indicator,
            combine: indicator
                .and_then(|place| plan.indicators.get(place))
                .map_or(Combine::Sum, |indicator| indicator.combine),
            base: target.asked_in(plan).and_then(|asked| {
                let mut indicators = plan.indicators.iter();
                indicators.position(|one| one.id == *asked)
            }),
            current: current(&windows, today),
            by_span: match is_of_group {
                true => vec![Vec::new(); windows.len()],
                false => Vec::new(),
            },
            spans: windows
                .into_iter()
                .map(|window| (window, clock(window), Sum::default()))
                .collect(),
            sectors: vec![Sum::default(); plan.sectors.len() + 1],
            units: Vec::new(),
            periods: asking
                .map(|(column, _)| PeriodFigure {
                    column,
                    reports: 0,
                    amount: None,
                })
                .collect(),
            asks,
            asked: false,
            fits: false,
        }
    }

    fn take(&mut self, desk: &Desk<'_>) {
        let Some(indicator) = self.indicator else {
            return;
        };
        let (target, unit) = (self.target, desk.unit);
        if !target.units.chooses(unit) {
            return;
        }
        let number = target.number_of(unit).or_else(|| self.told(desk));
        let none = Vec::new();
        let figures = desk.figures.get(indicator).unwrap_or(&none);
        let asks = |column: usize| {
            self.asks.get(column).is_some_and(|asks| *asks)
                && desk.frame.asks_of(unit, column, indicator)
        };
        let asked = Asked::of(&desk.dues, asks);
        self.asked |= !asked.is_empty();
        let of = (indicator, self.combine);
        // Where units count and not what they reach, each has its own.
        let is_added = !by_unit(target);
        let counts = |above: &Unit| is_added && target.units.chooses(above);
        let counts_alike = |above: &Unit| counts(above) && above.sector == unit.sector;
        for figure in figures {
            let period = self
                .periods
                .binary_search_by_key(&figure.column, |one| one.column);
            if let Some(period) = period.ok().and_then(|at| self.periods.get_mut(at)) {
                period.reports += 1;
                if desk.is_told_above(of, figure, &counts) {
                    continue;
                }
                let sum = period.amount;
                period.amount =
                    Some(sum.map_or(figure.amount, |sum: Amount| sum.plus(figure.amount)));
            }
        }
        for (place, (window, clock, sum)) in self.spans.iter_mut().enumerate() {
            if !unit.exists_within(window.period.from(), window.period.to()) {
                continue;
            }
            // Its stock is in that of the unit into which it merged.
            let since = desk.told_since.get(indicator).copied().flatten();
            if since.is_some_and(|day| window.whole || window.period.contains(day)) {
                continue;
            }
            let one = combined(self.combine, figures, *window);
            let added = desk.added(of, (figures, one), *window, &counts);
            let standing = asked.standing(self.combine, *window);
            self.fits |= standing.0 != Standing::NotAsked || one.is_some();
            sum.add((target, number), (one, added), standing, *clock);
            let of_unit = || UnitReach {
                unit: desk.place,
                reach: Reach::of_unit((target, number), one, standing, *clock),
                standing: standing.0,
            };
            if let Some(units) = self.by_span.get_mut(place) {
                units.push(of_unit());
            }
            if place == self.current {
                let sector = sector(desk.plan, unit);
                if let Some(sum) = self.sectors.get_mut(sector) {
                    let added = desk.added(of, (figures, one), *window, &counts_alike);
                    sum.add((target, number), (one, added), standing, *clock);
                }
                self.units.push(of_unit());
            }
        }
    }

    /// The number on which the target rests, as the unit told it last.
    fn told(&self, desk: &Desk<'_>) -> Option<i64> {
        let figures = desk.figures.get(self.base?)?;
        let whole = Window {
            period: desk.plan.period,
            whole: true,
        };
        match combined(Combine::Latest, figures, whole)?.amount {
            Amount::Number(number) => i64::try_from(number).ok(),
            // What is none exactly is nothing to be judged against.
            Amount::Estimate(..) | Amount::Share { .. } | Amount::Done(_) => None,
        }
    }

    /// How far the target is, and the units in every span where a group is judged by them.
    fn finish(self) -> (TargetProgress, Vec<Vec<UnitReach>>) {
        let target = self.target;
        let now = self.spans.get(self.current).copied();
        let obstacle = if self.indicator.is_none() || !self.asked {
            Some(Obstacle::NotAsked)
        } else if target.of.is_none() && target.scope == Scope::EachMember && !by_unit(target) {
            Some(Obstacle::MembersUnknown)
        } else if now.is_some_and(|(_, _, sum)| sum.lacks_numbers(target)) {
            Some(match self.base {
                Some(_) => Obstacle::NumberUntold,
                None => Obstacle::NumberUnknown,
            })
        } else if self.fits {
            None
        } else {
            Some(Obstacle::PeriodsTooLong)
        };
        let goal = now.and_then(|(_, _, sum)| sum.goal(target));
        let sector = |sum: Sum| now.map(|(_, clock, _)| sum.reach(target, goal, clock));
        let reach = |(window, clock, sum): (Window, Clock, Sum)| {
            let reach = sum.reach(target, None, clock);
            (window.period, reach.hindered(obstacle))
        };
        let progress = TargetProgress {
            indicator: self.indicator,
            obstacle,
            sectors: self.sectors.into_iter().filter_map(sector).collect(),
            spans: self.spans.into_iter().map(reach).collect(),
            current: self.current,
            units: self.units,
            periods: self.periods,
        };
        (progress, self.by_span)
    }
}
