//! One unit that reports.

use super::activities::activities;
use super::agree::agree;
use super::estimates::estimate;
use super::figures::figures;
use super::{Sample, happens, one_of, words};
use crate::calendar::{Instant, Offset, Period, Time};
use crate::encoding::uuid;
use crate::plan::{Combine, Duty, Indicator, Template, Unit};
use crate::report::{Amends, Arrival, FORMAT, Report, ReportActivity, Submission, Value};
use crate::rollup::{Amount, Figure};
use crate::rules::{Past, Sheet};
use crate::schedule::{Occasion, Status, occasion_of, occasions_of};
use fastrand::Rng;

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
/// How often a day is drawn again.
const TRIES: u8 = 40;
/// A quarter of an hour.
const QUARTER: u32 = 900;

/// How many per mille of the reports are amended later, and how many are sent with a slip first.
const AMENDED: u32 = 70;
const SLIPPED: u32 = 25;

/// The unit, and what it has sent so far.
pub(super) struct Author<'s, 'p> {
    pub sample: &'s Sample<'p>,
    pub unit: &'p Unit,
    /// Its place among the plan's units.
    pub place: usize,
    pub rng: Rng,
    /// In thousandths of a middling unit.
    pub size: i64,
    /// How many per mille of its reports come in time, and how many never.
    in_time: u32,
    never: u32,
    round: u32,
    pub sent: Past,
}

impl<'s, 'p> Author<'s, 'p> {
    pub fn new(sample: &'s Sample<'p>, place: usize, round: u32) -> Option<Self> {
        let unit = sample.plan.units.get(place)?;
        let mut own = sample.chance(&["unit", unit.id.as_str()], 0);
        let size = own.i64(400..1_700);
        let (in_time, never) = match own.u32(0..10) {
            0 => (450, 220),
            1..=3 => (740, 90),
            _ => (930, 25),
        };
        Some(Self {
            sample,
            unit,
            place,
            rng: sample.chance(&["reports", unit.id.as_str()], round.into()),
            size,
            in_time,
            never,
            round,
            sent: Past::default(),
        })
    }

    /// All that it sends, in the order of the periods' ends, each with its amendments behind it.
    pub fn write(mut self) -> Vec<Arrival> {
        let plan = self.sample.plan;
        let mut owed: Vec<(&Duty, Occasion)> = plan
            .duties
            .iter()
            .flat_map(|duty| {
                let mut all = occasions_of(plan, duty, self.unit);
                all.extend(self.opened(duty));
                all.into_iter().map(move |occasion| (duty, occasion))
            })
            .filter(|(_, occasion)| occasion.waived.is_none())
            .collect();
        // Short periods before the long ones that take them in.
        owed.sort_by_key(|(_, one)| {
            let due = one.cutoff.unwrap_or(end(one.period, plan.offset));
            (due, one.period.to(), one.period.len_days())
        });
        let mut arrivals = Vec::new();
        for (duty, occasion) in owed {
            let template = plan.template(duty.template.as_str());
            // Whether it comes at all, and when, is one chance for all rounds.
            let (_, key) = occasion.period.to_texts();
            let mut fate = self.own(&["fate", duty.id.as_str(), &key]);
            let received = self.received(&mut fate, &occasion);
            // Who owes it no more sends no more.
            let received = received.filter(|at| occasion.released.is_none_or(|from| *at < from));
            if let (Some(template), Some(received)) = (template, received) {
                self.report(duty, template, &occasion, received, &mut arrivals);
            }
        }
        arrivals
    }

    /// What the unit opens by itself: none, or a few. The first unit opens one at least, so that no plan is without samples.
    fn opened(&self, duty: &Duty) -> Vec<Occasion> {
        let plan = self.sample.plan;
        let Some(rule) = duty.on_demand() else {
            return Vec::new();
        };
        let mut chance = self.own(&["opened", duty.id.as_str()]);
        let days = rule.days(plan);
        let mut all = Vec::new();
        let least = i64::from(self.place == 0);
        for _ in 0..chance.i64(least..3) {
            // A day may be waived, or an event told of already.
            let found = (0..TRIES).find_map(|_| {
                let day = days.from().add_days(chance.i64(0..days.len_days()))?;
                let at = u32::try_from(chance.i64(7 * HOUR..18 * HOUR)).unwrap_or_default();
                // Who tells of an event types an hour as people name one.
                let over = rule.event.as_ref().map_or(0, |_| at % QUARTER);
                occasion_of(plan, duty, self.unit, Period::opened(day, at - over))
                    .filter(|one| one.waived.is_none())
                    .filter(|one| {
                        all.iter()
                            .all(|other: &Occasion| other.period != one.period)
                    })
            });
            all.extend(found);
        }
        all
    }

    /// When a report comes; none where it never does.
    fn received(&self, fate: &mut Rng, occasion: &Occasion) -> Option<Instant> {
        if happens(fate, self.never) {
            return None;
        }
        let Some(cutoff) = occasion.cutoff else {
            let over = end(occasion.period, self.sample.plan.offset);
            return Some(over.plus_seconds(fate.i64(HOUR..6 * DAY)));
        };
        let at = if happens(fate, self.in_time) {
            let before = cutoff.plus_seconds(-fate.i64(60..30 * HOUR));
            let begins = begins(occasion, self.sample.plan.offset);
            let first = begins.plus_seconds(HOUR.min(begins.seconds_until(cutoff) / 2));
            before.max(first)
        } else {
            cutoff.plus_seconds(fate.i64(HOUR / 2..4 * DAY))
        };
        Some(at.plus_seconds(i64::from(self.round) * 60))
    }

    fn report(
        &mut self,
        duty: &Duty,
        template: &Template,
        occasion: &Occasion,
        received_at: Instant,
        out: &mut Vec<Arrival>,
    ) {
        let plan = self.sample.plan;
        let Ok(sheet) = Sheet::new(
            plan,
            duty.id.as_str(),
            self.unit.id.as_str(),
            occasion.period,
        ) else {
            return;
        };
        let until = received_at.civil(plan.offset).0;
        let listed = sheet
            .list()
            .map(|list| activities(self, list, occasion, until));
        let figures = figures(self, template, occasion, listed.as_deref(), until);
        let mut report = Report {
            format: FORMAT,
            plan: plan.id.as_str().to_owned(),
            plan_version: plan.version,
            duty: duty.id.as_str().to_owned(),
            unit: self.unit.id.as_str().to_owned(),
            period: occasion.period,
            figures,
            activities: listed.unwrap_or_default(),
            explanations: Vec::new(),
        };
        agree(plan, template, &report.activities, &mut report.figures);
        estimate(self, occasion, &mut report.figures);
        let explanation = one_of(&mut self.rng, words::EXPLANATIONS, words::IN_DOUBT);
        if !self.pass(&sheet, template, &mut report, explanation, received_at) {
            return;
        }
        let mut revision = self.round * 2 + 1;
        let mut received_at = received_at;
        if happens(&mut self.rng, SLIPPED)
            && let Some(wrong) = self.slipped(&sheet, template, &report, received_at)
        {
            out.push(self.arrival(wrong, received_at, revision));
            received_at = received_at.plus_seconds(self.rng.i64(HOUR..2 * DAY));
            revision += 1;
        } else if happens(&mut self.rng, AMENDED)
            && let Some(first) = self.unfinished(&sheet, template, &report, received_at)
        {
            out.push(self.arrival(first, received_at, revision));
            received_at = received_at.plus_seconds(self.rng.i64(HOUR..3 * DAY));
            revision += 1;
        }
        out.push(self.arrival(report.clone(), received_at, revision));
        self.sent.add(report);
    }

    fn arrival(&mut self, report: Report, received_at: Instant, revision: u32) -> Arrival {
        let prepared_at = received_at.plus_seconds(-self.rng.i64(1..90));
        Arrival {
            received_at,
            revision,
            status: Status::Received,
            points: Vec::new(),
            submission: Submission {
                format: FORMAT,
                id: uuid(|below| self.rng.u32(0..below)),
                prepared_at,
                amends: Amends::Unsaid,
                report,
            },
        }
    }

    /// Chance of this unit's own for one purpose, the same whenever it is asked.
    pub fn own(&self, purpose: &[&str]) -> Rng {
        let all: Vec<&str> = [self.unit.id.as_str()]
            .iter()
            .chain(purpose)
            .copied()
            .collect();
        self.sample.chance(&all, 0)
    }

    /// What is told of the unit's place: "phường Tây Thạnh".
    pub fn short_name(&self) -> &'p str {
        let name = self.unit.name.as_str();
        name.strip_prefix("Đoàn ").unwrap_or(name)
    }

    /// How much of the plan's time is gone when the period ends, in thousandths.
    pub fn gone(&self, occasion: &Occasion) -> i64 {
        let plan = self.sample.plan.period;
        let days = plan.from().days_until(occasion.period.to()) + 1;
        (days * 1_000 / plan.len_days().max(1)).clamp(0, 1_000)
    }

    /// The latest figure it has sent.
    pub fn before(&self, id: &str) -> Option<&Value> {
        self.sent
            .iter()
            .rev()
            .find_map(|report| report.figures.get(id))
    }

    /// The activities that its reports of shorter periods inside this one listed.
    pub fn listed(&self, period: Period) -> Vec<ReportActivity> {
        let inside = |report: &&Report| {
            period.encloses(report.period) && report.period.len_days() < period.len_days()
        };
        let inside = self.sent.iter().filter(inside);
        inside
            .flat_map(|report| report.activities.clone())
            .collect()
    }

    /// What its reports of shorter periods inside this one say together, and of how many days.
    pub fn told(
        &self,
        id: &str,
        indicator: &Indicator,
        occasion: &Occasion,
    ) -> (Option<Amount>, i64) {
        let long = occasion.period;
        let shorter = |report: &&Report| {
            long.encloses(report.period) && report.period.len_days() < long.len_days()
        };
        let mut inside: Vec<&Report> = self.sent.iter().filter(shorter).collect();
        inside.sort_by_key(|report| std::cmp::Reverse(report.period.len_days()));
        let mut told: (Option<Amount>, i64) = (None, 0);
        let mut chosen: Vec<Period> = Vec::new();
        for report in inside {
            let figure = report.figures.get(id);
            let figure = figure.and_then(|value| Figure::of(value.into(), &indicator.measure));
            let amount = figure.and_then(Amount::of);
            let Some(amount) = amount.filter(|_| indicator.combine == Combine::Sum) else {
                continue;
            };
            if !chosen.iter().any(|period| period.overlaps(report.period)) {
                chosen.push(report.period);
                told.0 = Some(told.0.map_or(amount, |sum| sum.plus(amount)));
                told.1 += report.period.len_days();
            }
        }
        told
    }
}

/// From when on there is something to tell: what a unit opens by itself is told of once it was opened.
fn begins(occasion: &Occasion, offset: Offset) -> Instant {
    let period = occasion.period;
    let opened = period.at();
    opened.map_or(occasion.opens, |at| Instant::at(period.from(), at, offset))
}

fn end(period: Period, offset: Offset) -> Instant {
    Instant::at(period.to(), Time::END_OF_DAY, offset)
}
