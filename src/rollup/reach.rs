//! How far a target is reached: by one unit, by a group of units, by all.

use super::amount::{ALL, Amount};
use super::combine::Combined;
use crate::plan::{Comparison, Scope, Target, Threshold};
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
}

/// Why a target cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No form of a unit that it binds asks for its indicator.
    NotAsked,
    /// It holds for each member, and how many members a unit has is not known.
    MembersUnknown,
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
    fn is_over(self) -> bool {
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
    reached: usize,
    will_reach: usize,
    amount: Option<Amount>,
    /// Days of which the amount tells, where it grows day by day.
    days: Option<i128>,
    estimated: bool,
    unsure: bool,
    partial: Partial,
}

impl Sum {
    /// Adds one unit that the target binds.
    pub fn add(
        &mut self,
        target: &Target,
        one: Option<Combined>,
        standing: (Standing, bool),
        clock: Clock,
    ) {
        self.units += 1;
        self.partial.count(standing);
        self.asked += usize::from(one.is_some() || standing.0 != Standing::NotAsked);
        let Some(Combined { amount, days }) = one else {
            return;
        };
        let meets = |amount: Amount| amount.meets(target.comparison, target.value);
        self.known += 1;
        self.estimated |= is_estimated(amount);
        self.unsure |= !amount.is_sure(target.value);
        self.reached += usize::from(meets(amount));
        let will_be = days.map_or(Some(amount), |days| {
            amount.stretched(days.into(), clock.days.into())
        });
        self.will_reach += usize::from(meets(will_be.unwrap_or(amount)));
        self.amount = Some(self.amount.map_or(amount, |sum| sum.plus(amount)));
        if let Some(days) = days {
            self.days = Some(self.days.unwrap_or(0) + i128::from(days));
        }
    }

    pub fn units(&self) -> usize {
        self.units
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
            let all = i128::try_from(self.asked.max(self.known)).unwrap_or(1);
            let stretched = self.amount.and_then(|amount| match self.days {
                Some(days) => amount.stretched(days, all * i128::from(clock.days)),
                None => Some(amount),
            });
            let one = |amount: Option<Amount>| amount.and_then(Amount::number);
            (one(self.amount), one(stretched))
        };
        let own = goal_of(target, self.units);
        let part = goal.is_some() && !each && !is_of_whole(target.value);
        let mut reach = Reach {
            units: self.units,
            known: self.known,
            reached: self.reached,
            amount: self.amount,
            value,
            target: if part { None } else { own },
            share: None,
            expected: None,
            projection,
            lacks: None,
            state: TargetState::NoData,
            estimated: self.estimated,
            unsure: if each {
                self.unsure
            } else {
                self.amount
                    .is_some_and(|amount| !amount.is_sure(target.value))
            },
            partial: self.partial,
        };
        let met = if each {
            own.is_some_and(|own| number(self.reached) >= own)
        } else {
            self.amount
                .is_some_and(|amount| amount.meets(target.comparison, target.value))
        };
        reach.judge(target, each, met, clock);
        if part {
            reach.share = share(value, goal);
        }
        reach
    }
}

impl Reach {
    /// How one unit stands that the target binds by itself.
    pub(super) fn of_unit(
        target: &Target,
        one: Option<Combined>,
        standing: (Standing, bool),
        clock: Clock,
    ) -> Self {
        let mut partial = Partial::default();
        partial.count(standing);
        let amount = one.map(|one| one.amount);
        let met = amount.is_some_and(|amount| amount.meets(target.comparison, target.value));
        let mut reach = Self {
            units: 1,
            known: usize::from(one.is_some()),
            reached: usize::from(met),
            amount,
            value: amount.and_then(Amount::number),
            target: Some(threshold(target.value)),
            share: None,
            expected: None,
            projection: None,
            lacks: None,
            state: TargetState::NoData,
            estimated: amount.is_some_and(is_estimated),
            unsure: amount.is_some_and(|amount| !amount.is_sure(target.value)),
            partial,
        };
        reach.judge(target, false, met, clock);
        reach
    }

    /// The same, where something keeps it from being computed.
    pub(super) fn hindered(mut self, obstacle: Option<Obstacle>) -> Self {
        if obstacle.is_some() {
            self.state = TargetState::Unmeasured;
        }
        self
    }

    /// Fills in what follows from value and target. Where units are counted, more is always better.
    fn judge(&mut self, target: &Target, units: bool, met: bool, clock: Clock) {
        let ceiling =
            !units && matches!(target.comparison, Comparison::AtMost | Comparison::LessThan);
        self.share = share(self.value, self.target);
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
        self.state = self.state(target, met, ceiling, clock);
        if self.is_settled(clock) {
            self.projection = None;
        }
    }

    /// Whether its time is over and all that is owed has come: `state` says how it ended.
    fn is_settled(&self, clock: Clock) -> bool {
        clock.is_over() && self.partial.is_whole()
    }

    fn state(&self, target: &Target, met: bool, ceiling: bool, clock: Clock) -> TargetState {
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
        let beyond = target.comparison == Comparison::Exactly
            && self.target.is_some_and(|target| value > target);
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

/// Whether units count, not what they reach: a target of each unit, or of a share of the units. A share
/// that every member's unit is to reach is one too.
pub(super) fn by_unit(target: &Target) -> bool {
    match target.scope {
        Scope::Whole => false,
        Scope::Each | Scope::ShareOfUnits(_) => true,
        Scope::EachMember => is_of_whole(target.value) || target.value == Threshold::Done,
    }
}

/// What the bound units together are to reach.
pub(super) fn goal_of(target: &Target, units: usize) -> Option<i64> {
    match target.scope {
        Scope::Whole => Some(threshold(target.value)),
        Scope::EachMember if !by_unit(target) => None,
        Scope::Each | Scope::EachMember => Some(number(units)),
        Scope::ShareOfUnits(share) => {
            let units = i128::from(number(units)) * i128::from(share);
            Some(exact((units + ALL - 1) / ALL))
        }
    }
}

fn threshold(value: Threshold) -> i64 {
    match value {
        Threshold::Count(value) | Threshold::Money(value) | Threshold::Quantity(value) => value,
        Threshold::BasisPoints(share) => share.into(),
        // Rounded up: what does not reach it lacks something.
        Threshold::Ratio(ratio) => {
            let (part, whole) = (i128::from(ratio.part()), i128::from(ratio.whole()));
            exact((part * ALL + whole - 1) / whole)
        }
        Threshold::Done => 1,
    }
}

const fn is_estimated(amount: Amount) -> bool {
    matches!(amount, Amount::Estimate(..))
}

/// Whether it is so much of a whole.
fn is_of_whole(value: Threshold) -> bool {
    matches!(value, Threshold::BasisPoints(_) | Threshold::Ratio(_))
}

fn share(value: Option<i64>, of: Option<i64>) -> Option<i64> {
    let (value, of) = (value?, of.filter(|of| *of > 0)?);
    Some(exact(i128::from(value) * ALL / i128::from(of)))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
