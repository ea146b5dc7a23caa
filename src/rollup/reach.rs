//! How far a target is reached: by one unit, by a group of units, by all.

use super::amount::{ALL, Amount};
use super::combine::Combined;
use super::goal::{by_unit, goal_of, is_of_whole, is_sure, meets, number, threshold};
use crate::calendar::{Instant, Period, Time};
use crate::plan::{Comparison, Goal, Plan, Target, Threshold};
use crate::punctuality::{Partial, Standing};
use crate::text::{Mark, exact};
use serde::Serialize;

/// How a target stands (tình trạng chỉ tiêu).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum TargetState {
    /// It cannot be computed; a note says why (chưa tính được).
    Unmeasured,
    /// Its time has not begun, and nothing was reported (chưa bắt đầu).
    NotStarted,
    /// Nothing was reported yet (chưa có số liệu).
    NoData,
    /// It is to be done once, and is not done yet (chưa thực hiện).
    Open,
    /// Not reached yet, and not behind an even pace (đúng tiến độ); of a ceiling: kept so far.
    OnTrack,
    /// Behind an even pace (chậm tiến độ).
    Behind,
    /// Reached (đã đạt); of a ceiling: kept to the end.
    Reached,
    /// Its time is over and it is not reached, but reports are lacking (chưa đạt, còn thiếu báo cáo).
    Incomplete,
    /// Its time is over and it is not reached (không đạt).
    Missed,
    /// More than may be (vượt mức).
    Exceeded,
    /// One of a group of targets, not reached by itself; the group says how it stands (xét theo nhóm).
    InGroup,
}

/// Why a target cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No form of a unit that it binds asks for its indicator.
    NotAsked,
    /// It holds for each member, and how many members a unit has is not known.
    MembersUnknown,
    /// It rests on a number of each unit, which is not known of all of them.
    NumberUnknown,
    /// It rests on a number that each unit tells, which not all of them have told.
    NumberUntold,
    /// The reports that ask for its indicator cover longer spans than it holds for.
    PeriodsTooLong,
}

/// How far a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The units it binds.
    pub units: usize,
    /// Those of which a value is known.
    pub known: usize,
    /// Those that reach its threshold by themselves.
    pub reached: usize,
    /// All values together; none where none is known.
    pub amount: Option<Amount>,
    /// What counts: for a target of each unit or a share of the units, the units that reach it; else the
    /// amount as one number. None where nothing was reported.
    pub value: Option<i64>,
    /// What `value` is to become.
    pub target: Option<i64>,
    /// The upper end of a range, inclusive.
    pub most: Option<i64>,
    /// `value` in `target`, in hundredths of a percent.
    pub share: Option<i64>,
    /// What `value` would be by now at an even pace.
    pub expected: Option<i64>,
    /// What `value` comes to, if what is not yet reported goes as what is; none once all has come.
    pub projection: Option<i64>,
    /// What `value` lacks.
    pub lacks: Option<i64>,
    /// How it stands.
    pub state: TargetState,
    /// Whether it contains numbers that are none exactly.
    pub estimated: bool,
    /// Whether the state rests on such numbers: exact ones might make it another.
    pub unsure: bool,
    /// How whole it is.
    pub partial: Partial,
}

/// Where the moment lies in a span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// Seconds gone, none before the span and all after it.
    pub gone: i64,
    /// All its seconds.
    pub all: i64,
    /// Its days.
    pub days: i64,
    pub begun: bool,
}

impl Clock {
    /// Where `now` lies in days of the plan.
    pub fn of(plan: &Plan, period: Period, now: Instant) -> Self {
        let start = Instant::at(period.from(), Time::MIDNIGHT, plan.offset);
        let end = Instant::at(period.to(), Time::END_OF_DAY, plan.offset);
        let all = start.seconds_until(end);
        Self {
            gone: start.seconds_until(now).clamp(0, all),
            all,
            days: period.len_days(),
            begun: now >= start,
        }
    }

    pub(super) fn is_over(self) -> bool {
        self.gone >= self.all
    }

    fn even(self, target: i64) -> i64 {
        let all = i128::from(self.all.max(1));
        exact(i128::from(target) * i128::from(self.gone) / all)
    }
}

/// The same of many units, being added up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    units: usize,
    asked: usize,
    known: usize,
    /// Those of which only a report above tells what is added up.
    told_above: usize,
    reached: usize,
    will_reach: usize,
    amount: Option<Amount>,
    /// Days of which the amount tells, where it grows day by day.
    days: Option<i128>,
    estimated: bool,
    unsure: bool,
    partial: Partial,
    /// The numbers of the units on which it rests, and of how many units that is not known.
    number: i128,
    unknown: usize,
}

impl Sum {
    /// Adds one unit that the target binds, with the number of it on which the target rests: what it reached, and what of that is added to what others reached.
    pub fn add(
        &mut self,
        (target, number): (&Target, Option<i64>),
        (one, added): (Option<Combined>, Option<Combined>),
        standing: (Standing, bool),
        clock: Clock,
    ) {
        self.units += 1;
        let goal = target.goal(number.map(Into::into));
        if target.rests_on().is_some() {
            match number {
                Some(number) => self.number = self.number.saturating_add(number.into()),
                None => self.unknown += 1,
            }
        }
        self.partial.count(standing);
        self.asked += usize::from(one.is_some() || standing.0 != Standing::NotAsked);
        let Some(Combined { amount, days }) = one else {
            return;
        };
        let is_told_above = added.is_none();
        self.told_above += usize::from(is_told_above);
        let meets = |amount: Amount| meets(target, goal, amount);
        self.known += 1;
        self.estimated |= is_estimated(amount) && !is_told_above;
        self.unsure |= !is_sure(goal, amount);
        self.reached += usize::from(meets(amount));
        let will_be = days.map_or(Some(amount), |days| {
            amount.stretched(days.into(), clock.days.into())
        });
        self.will_reach += usize::from(meets(will_be.unwrap_or(amount)));
        let Some(Combined { amount, days }) = added else {
            return;
        };
        self.amount = Some(self.amount.map_or(amount, |sum| sum.plus(amount)));
        if let Some(days) = days {
            self.days = Some(self.days.unwrap_or(0) + i128::from(days));
        }
    }

    /// What the units are to reach together.
    pub fn goal(&self, target: &Target) -> Option<i64> {
        goal_of(target, self.units, self.own(target))
    }

    /// Whether what it rests on is not known of so many units that it cannot be computed.
    pub fn lacks_numbers(&self, target: &Target) -> bool {
        let most = if by_unit(target) { self.units } else { 1 };
        self.unknown >= most.max(1)
    }

    /// What all numbers together come to; none where one of them is not known.
    fn own(&self, target: &Target) -> Option<Goal> {
        target.goal((self.unknown == 0).then_some(self.number))
    }

    /// What the units reach together. `goal` is what all of them are to reach, where these are only some.
    pub fn reach(self, target: &Target, goal: Option<i64>, clock: Clock) -> Reach {
        let each = by_unit(target);
        let (value, projection) = if each {
            let scaled = (self.will_reach * self.asked.max(self.known))
                .checked_div(self.known)
                .map(number);
            ((self.known > 0).then(|| number(self.reached)), scaled)
        } else {
            let all = self.asked.max(self.known).saturating_sub(self.told_above);
            let all = i128::try_from(all).unwrap_or(1);
            let stretched = self.amount.and_then(|amount| match self.days {
                Some(days) => amount.stretched(days, all * i128::from(clock.days)),
                None => Some(amount),
            });
            let one = |amount: Option<Amount>| amount.and_then(Amount::number);
            (one(self.amount), one(stretched))
        };
        let (own, stated) = (self.goal(target), self.own(target));
        let part = goal.is_some() && !each && !is_of_whole(target);
        let mut reach = Reach {
            units: self.units,
            known: self.known,
            reached: self.reached,
            amount: self.amount,
            value,
            target: if part { None } else { own },
            most: None,
            share: None,
            expected: None,
            projection,
            lacks: None,
            state: TargetState::NoData,
            estimated: self.estimated,
            unsure: if each {
                self.unsure
            } else {
                self.amount.is_some_and(|amount| !is_sure(stated, amount))
            },
            partial: self.partial,
        };
        let met = if each {
            own.is_some_and(|own| number(self.reached) >= own)
        } else {
            self.amount
                .is_some_and(|amount| meets(target, stated, amount))
        };
        let most = stated.filter(|_| !each).and_then(|goal| goal.up_to);
        reach.judge(target, most, each, met, clock);
        if part {
            reach.share = share(value, goal);
        }
        reach
    }
}

impl Reach {
    /// How one unit stands that the target binds by itself.
    pub(super) fn of_unit(
        (target, number): (&Target, Option<i64>),
        one: Option<Combined>,
        standing: (Standing, bool),
        clock: Clock,
    ) -> Self {
        let mut partial = Partial::default();
        partial.count(standing);
        let amount = one.map(|one| one.amount);
        let goal = target.goal(number.map(Into::into));
        let met = amount.is_some_and(|amount| meets(target, goal, amount));
        let mut reach = Self {
            units: 1,
            known: usize::from(one.is_some()),
            reached: usize::from(met),
            amount,
            value: amount.and_then(Amount::number),
            target: goal.map(|goal| threshold(goal.value)),
            most: None,
            share: None,
            expected: None,
            projection: None,
            lacks: None,
            state: TargetState::NoData,
            estimated: amount.is_some_and(is_estimated),
            unsure: amount.is_some_and(|amount| !is_sure(goal, amount)),
            partial,
        };
        let most = goal.and_then(|goal| goal.up_to);
        reach.judge(target, most, false, met, clock);
        reach.hindered(goal.is_none().then_some(Obstacle::NumberUnknown))
    }

    /// The same, where something keeps it from being computed.
    pub(super) fn hindered(mut self, obstacle: Option<Obstacle>) -> Self {
        if obstacle.is_some() {
            self.state = TargetState::Unmeasured;
        }
        self
    }

    /// Fills in what follows from value and target. Where units are counted, more is always better.
    pub(super) fn judge(
        &mut self,
        target: &Target,
        most: Option<Threshold>,
        units: bool,
        met: bool,
        clock: Clock,
    ) {
        let ceiling =
            !units && matches!(target.comparison, Comparison::AtMost | Comparison::LessThan);
        self.share = self.share_of_target();
        if !ceiling {
            self.lacks = self.target.map(|target| {
                let value = i128::from(self.value.unwrap_or(0));
                // "Gần 100" are not 100.
                let short = !units && matches!(self.amount, Some(Amount::Estimate(_, Mark::Below)));
                let short = i128::from(short && i128::from(target) == value);
                let lacks = exact((i128::from(target) - value).max(short));
                if met { 0 } else { lacks }
            });
            let once = !units && target.value == Threshold::Done;
            self.expected = self.target.filter(|_| !once).map(|all| clock.even(all));
            // Done by several is not more than done.
            if once {
                self.share = self.value.map(|_| if met { exact(ALL) } else { 0 });
                self.projection = None;
            }
        }
        self.most = most.map(threshold);
        let beyond = self.is_beyond(target);
        self.state = self.state(beyond, met, ceiling, clock);
        if self.is_settled(clock) {
            self.projection = None;
        }
    }

    /// The value in the target, in hundredths of a percent.
    pub(super) fn share_of_target(&self) -> Option<i64> {
        share(self.value, self.target)
    }

    /// Whether its time is over and all that is owed has come: `state` says how it ended.
    fn is_settled(&self, clock: Clock) -> bool {
        clock.is_over() && self.partial.is_whole()
    }

    /// Whether it is more than may be, where more is not always better.
    fn is_beyond(&self, target: &Target) -> bool {
        let exact = || {
            self.target
                .filter(|_| target.comparison == Comparison::Exactly)
        };
        let most = self.most.or_else(exact);
        self.value
            .zip(most)
            .is_some_and(|(value, most)| value > most)
    }

    fn state(&self, beyond: bool, met: bool, ceiling: bool, clock: Clock) -> TargetState {
        let Some(value) = self.value else {
            return match (clock.begun, clock.is_over() && !self.partial.is_whole()) {
                (_, true) => TargetState::Incomplete,
                (false, _) => TargetState::NotStarted,
                (true, _) => TargetState::NoData,
            };
        };
        if ceiling {
            return match (met, self.is_settled(clock)) {
                (false, _) => TargetState::Exceeded,
                (true, true) => TargetState::Reached,
                (true, false) => TargetState::OnTrack,
            };
        }
        match (met, clock.is_over(), self.expected) {
            (true, ..) => TargetState::Reached,
            _ if beyond => TargetState::Exceeded,
            (_, true, _) if self.partial.is_whole() => TargetState::Missed,
            (_, true, _) => TargetState::Incomplete,
            (.., None) => TargetState::Open,
            (.., Some(expected)) if value >= expected => TargetState::OnTrack,
            _ => TargetState::Behind,
        }
    }
}

fn share(value: Option<i64>, of: Option<i64>) -> Option<i64> {
    let (value, of) = (value?, of.filter(|of| *of > 0)?);
    Some(exact(i128::from(value) * ALL / i128::from(of)))
}

const fn is_estimated(amount: Amount) -> bool {
    matches!(amount, Amount::Estimate(..))
}
