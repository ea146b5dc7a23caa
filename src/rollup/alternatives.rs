//! Groups of targets of which so many are to be reached: by each unit, or by all together.

use super::desk::sector;
use super::goal::{goal_of, number};
use super::progress::{GroupProgress, TargetProgress, UnitInGroup, UnitReach};
use super::reach::{Clock, Reach, TargetState};
use crate::calendar::{Instant, Period};
use crate::plan::{Alternatives, Plan, Scope, Target};
use crate::punctuality::Partial;

/// How far the plan's groups are, with the units of each target in each span. Their targets are judged by themselves no more,
/// but where they are reached.
pub(super) fn judged(
    plan: &Plan,
    targets: &mut [TargetProgress],
    by_span: &[Vec<Vec<UnitReach>>],
    now: Instant,
) -> Vec<GroupProgress> {
    let groups = plan.alternatives.iter();
    let groups: Vec<_> = groups
        .filter_map(|group| one(plan, group, (targets, by_span), now))
        .collect();
    for (place, target) in plan.alternatives.iter().flat_map(|one| one.targets(plan)) {
        if let Some(reached) = targets.get_mut(place) {
            leave_to_group(target, reached);
        }
    }
    groups
}

fn one(
    plan: &Plan,
    group: &Alternatives,
    (targets, by_span): (&[TargetProgress], &[Vec<Vec<UnitReach>>]),
    now: Instant,
) -> Option<GroupProgress> {
    let of: Vec<_> = group.targets(plan).collect();
    let (_, first) = *of.first()?;
    let all: Vec<Member<'_>> = of
        .iter()
        .filter_map(|(place, _)| {
            Some(Member {
                place: *place,
                progress: targets.get(*place)?,
                by_span: by_span.get(*place)?,
            })
        })
        .collect();
    let leading = all.first()?.progress;
    let group = Group {
        plan,
        first,
        least: i64::from(group.least),
        is_of_units: group.is_of_units(plan),
        all: &all,
    };
    let mut spans = Vec::with_capacity(leading.spans.len());
    let mut current = None;
    for (place, (span, _)) in leading.spans.iter().enumerate() {
        let clock = Clock::of(plan, *span, now);
        let units = group.units(*span, clock);
        let reach = group.reach(*span, &units, clock);
        spans.push((*span, reach));
        if place == leading.current {
            current = Some((reach, group.sectors(&units, clock), units));
        }
    }
    let (reach, sectors, units) = current?;
    Some(GroupProgress {
        targets: all.iter().map(|one| one.place).collect(),
        spans,
        current: leading.current,
        reach,
        sectors,
        units,
    })
}

/// A target of a group.
struct Member<'a> {
    /// Its place in the plan.
    place: usize,
    progress: &'a TargetProgress,
    by_span: &'a [Vec<UnitReach>],
}

impl Member<'_> {
    /// The place of its span in which another target's ends. Two duties may cut a cadence a little otherwise.
    fn span(&self, of: Period) -> Option<usize> {
        let mut spans = self.progress.spans.iter();
        spans.position(|(span, _)| span.contains(of.to()))
    }

    fn of_unit(&self, unit: usize, span: Period) -> Option<&UnitReach> {
        let units = self.by_span.get(self.span(span)?)?;
        let at = units.binary_search_by_key(&unit, |one| one.unit);
        units.get(at.ok()?)
    }
}

/// A group of targets in one span after the other.
struct Group<'a> {
    plan: &'a Plan,
    first: &'a Target,
    /// How many of them are to be reached.
    least: i64,
    is_of_units: bool,
    all: &'a [Member<'a>],
}

impl Group<'_> {
    /// How far each unit is that is to reach it by itself.
    fn units(&self, span: Period, clock: Clock) -> Vec<UnitInGroup> {
        if !self.is_of_units {
            return Vec::new();
        }
        let units = 0..self.plan.units.len();
        units
            .filter_map(|unit| self.unit(unit, span, clock))
            .collect()
    }

    fn unit(&self, unit: usize, span: Period, clock: Clock) -> Option<UnitInGroup> {
        let all = self.all.iter();
        let own: Vec<(usize, &UnitReach)> = all
            .filter_map(|one| Some((one.place, one.of_unit(unit, span)?)))
            .collect();
        let standing = own.iter().map(|(_, one)| one.standing).max()?;
        let awaited = own.iter().any(|(_, one)| one.reach.partial.awaited > 0);
        let mut partial = Partial::default();
        partial.count((standing, awaited));
        let reaches: Vec<_> = own.iter().map(|(_, one)| &one.reach).collect();
        let met = own.iter().filter(|(_, one)| one.reach.reached > 0);
        Some(UnitInGroup {
            unit,
            reach: together(&reaches, self.least, partial, clock),
            standing,
            reached: met.map(|(place, _)| *place).collect(),
            awaited,
        })
    }

    /// How far it is: by its units, or by all together.
    fn reach(&self, span: Period, units: &[UnitInGroup], clock: Clock) -> Reach {
        if self.is_of_units {
            return self.counted(&mut units.iter(), clock);
        }
        let all = self.all.iter();
        let reaches: Vec<_> = all
            .filter_map(|one| one.progress.spans.get(one.span(span)?))
            .map(|(_, reach)| reach)
            .collect();
        let partial = reaches.iter().map(|reach| reach.partial);
        let partial = partial.max_by_key(|one| (one.missing, one.awaited, one.late, one.units));
        together(&reaches, self.least, partial.unwrap_or_default(), clock)
    }

    /// The same by sector, where units reach it; the last is that of the units without one.
    fn sectors(&self, units: &[UnitInGroup], clock: Clock) -> Vec<Reach> {
        if !self.is_of_units {
            return Vec::new();
        }
        let sectors = (0..=self.plan.sectors.len()).map(|at| {
            let within = |one: &&UnitInGroup| {
                let unit = self.plan.units.get(one.unit);
                unit.is_some_and(|unit| sector(self.plan, unit) == at)
            };
            self.counted(&mut units.iter().filter(within), clock)
        });
        sectors.collect()
    }

    fn counted(&self, units: &mut dyn Iterator<Item = &UnitInGroup>, clock: Clock) -> Reach {
        let mut reach = counted(self.first, units, clock);
        let computed = self
            .all
            .iter()
            .filter(|one| one.progress.obstacle.is_none());
        if number(computed.count()) < self.least {
            reach.state = TargetState::Unmeasured;
        }
        reach
    }
}

/// How far they are reached who are to reach so many of these targets: of these the one that is that far stands for the group.
fn together(reaches: &[&Reach], least: i64, partial: Partial, clock: Clock) -> Reach {
    let reached = reaches.iter().filter(|reach| is_reached(reach)).count();
    let known = reaches.iter().any(|reach| reach.value.is_some());
    let mut states: Vec<_> = reaches.iter().map(|reach| reach.state).collect();
    states.sort_by_key(|state| farness(*state));
    let last = usize::try_from(least).unwrap_or(usize::MAX).max(1) - 1;
    let state = states.get(last).copied().unwrap_or(TargetState::Missed);
    let value = known.then(|| number(reached));
    let mut reach = Reach {
        units: 1,
        known: usize::from(known),
        reached: usize::from(number(reached) >= least),
        value,
        target: Some(least),
        lacks: Some((least - number(reached)).max(0)),
        estimated: reaches.iter().any(|reach| reach.estimated),
        unsure: reaches.iter().any(|reach| reach.unsure),
        partial,
        ..blank()
    };
    reach.share = reach.share_of_target();
    let is_silent = matches!(state, TargetState::NoData | TargetState::Open);
    reach.state = match state {
        // Who did one is asked for no figure of the other, and has told all.
        _ if is_silent && known && clock.is_over() && partial.is_whole() => TargetState::Missed,
        TargetState::NoData if reached > 0 => TargetState::Open,
        other => other,
    };
    reach
}

fn is_reached(reach: &Reach) -> bool {
    // Of what is not to be passed, it is kept so far.
    reach.state == TargetState::Reached || reach.units == 1 && reach.reached > 0
}

/// How many units reach the group.
fn counted(target: &Target, units: &mut dyn Iterator<Item = &UnitInGroup>, clock: Clock) -> Reach {
    let mut reach = Reach {
        units: 0,
        ..blank()
    };
    for UnitInGroup {
        reach: own,
        standing,
        awaited,
        ..
    } in units
    {
        reach.units += 1;
        reach.known += own.known;
        reach.reached += own.reached;
        reach.estimated |= own.estimated;
        reach.unsure |= own.unsure;
        reach.partial.count((*standing, *awaited));
    }
    let goal = match target.scope {
        Scope::ShareOfUnits(_) => goal_of(target, reach.units, None),
        Scope::Whole | Scope::Each | Scope::EachMember => Some(number(reach.units)),
    };
    reach.target = goal;
    reach.value = (reach.known > 0).then(|| number(reach.reached));
    let met = goal.is_some_and(|goal| number(reach.reached) >= goal);
    reach.judge(target, None, true, met, clock);
    reach
}

/// How far a state is from being reached.
const fn farness(state: TargetState) -> u8 {
    match state {
        TargetState::Reached => 0,
        TargetState::OnTrack => 1,
        TargetState::Behind => 2,
        TargetState::Open => 3,
        TargetState::NoData => 4,
        TargetState::NotStarted => 5,
        TargetState::Incomplete => 6,
        TargetState::Unmeasured => 7,
        TargetState::Exceeded => 8,
        TargetState::Missed => 9,
        TargetState::InGroup => 10,
    }
}

/// Leaves the verdict to the group; what is reached is so all the same.
fn leave_to_group(target: &Target, progress: &mut TargetProgress) {
    let is_of_units = target.scope != Scope::Whole;
    let leave = |reach: &mut Reach| {
        if matches!(reach.state, TargetState::Reached | TargetState::Unmeasured) {
            return;
        }
        reach.state = TargetState::InGroup;
        (reach.expected, reach.projection, reach.lacks) = (None, None, None);
    };
    let spans = progress.spans.iter_mut().map(|(_, reach)| reach);
    for reach in spans.chain(&mut progress.sectors) {
        leave(reach);
        // Not all of the units are to reach it.
        if is_of_units && reach.state == TargetState::InGroup {
            (reach.target, reach.share) = (None, None);
        }
    }
    for unit in &mut progress.units {
        leave(&mut unit.reach);
    }
}

const fn blank() -> Reach {
    Reach {
        units: 0,
        known: 0,
        reached: 0,
        amount: None,
        value: None,
        target: None,
        most: None,
        share: None,
        expected: None,
        projection: None,
        lacks: None,
        state: TargetState::NoData,
        estimated: false,
        unsure: false,
        partial: Partial {
            units: 0,
            sent: 0,
            late: 0,
            missing: 0,
            awaited: 0,
        },
    }
}
