//! Groups of targets of which so many are to be reached: by each unit, or by all together.

use super::desk::sector;
use super::goal::{goal_of, number};
use super::progress::{GroupProgress, TargetProgress, UnitInGroup, UnitReach};
use super::reach::{Clock, Reach, TargetState};
use crate::calendar::Instant;
use crate::plan::{Alternatives, Plan, Scope, Target};
use crate::punctuality::Partial;

/// How far the plan's groups are. Their targets are judged by themselves no more, but where they are reached.
pub(super) fn judged(
    plan: &Plan,
    targets: &mut [TargetProgress],
    now: Instant,
) -> Vec<GroupProgress> {
    let groups = plan.alternatives.iter();
    let groups: Vec<_> = groups
        .filter_map(|group| one(plan, group, targets, now))
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
    targets: &[TargetProgress],
    now: Instant,
) -> Option<GroupProgress> {
    let of: Vec<_> = group.targets(plan).collect();
    let (_, first) = *of.first()?;
    let all: Vec<_> = of
        .iter()
        .filter_map(|(place, _)| Some((*place, targets.get(*place)?)))
        .collect();
    let (_, leading) = all.first()?;
    let (span, _) = leading.spans.get(leading.current)?;
    let (span, clock) = (*span, Clock::of(plan, *span, now));
    let least = i64::from(group.least);
    let mut known = GroupProgress {
        targets: all.iter().map(|(place, _)| *place).collect(),
        span,
        reach: blank(),
        sectors: Vec::new(),
        units: Vec::new(),
    };
    if !group.is_of_units(plan) {
        let reaches: Vec<_> = all.iter().filter_map(|(_, one)| one.reach()).collect();
        let partial = reaches.iter().map(|reach| reach.partial);
        let partial = partial.max_by_key(|one| (one.missing, one.awaited, one.late, one.units));
        known.reach = together(&reaches, least, partial.unwrap_or_default(), clock);
        return Some(known);
    }
    for unit in 0..plan.units.len() {
        let own: Vec<(usize, &UnitReach)> = all
            .iter()
            .filter_map(|(place, one)| Some((*place, of_unit(one, unit)?)))
            .collect();
        let Some(standing) = own.iter().map(|(_, one)| one.standing).max() else {
            continue;
        };
        let awaited = own.iter().any(|(_, one)| one.reach.partial.awaited > 0);
        let mut partial = Partial::default();
        partial.count((standing, awaited));
        let reaches: Vec<_> = own.iter().map(|(_, one)| &one.reach).collect();
        let met = own.iter().filter(|(_, one)| one.reach.reached > 0);
        known.units.push(UnitInGroup {
            unit,
            reach: together(&reaches, least, partial, clock),
            standing,
            reached: met.map(|(place, _)| *place).collect(),
            awaited,
        });
    }
    let computed = all.iter().filter(|(_, one)| one.obstacle.is_none()).count();
    let is_hindered = number(computed) < least;
    let sum = |units: &mut dyn Iterator<Item = &UnitInGroup>| {
        let mut reach = counted(first, units, clock);
        if is_hindered {
            reach.state = TargetState::Unmeasured;
        }
        reach
    };
    known.reach = sum(&mut known.units.iter());
    let sectors = (0..=plan.sectors.len()).map(|at| {
        let within = |one: &&UnitInGroup| {
            let unit = plan.units.get(one.unit);
            unit.is_some_and(|unit| sector(plan, unit) == at)
        };
        sum(&mut known.units.iter().filter(within))
    });
    known.sectors = sectors.collect();
    Some(known)
}

fn of_unit(target: &TargetProgress, unit: usize) -> Option<&UnitReach> {
    let at = target.units.binary_search_by_key(&unit, |one| one.unit);
    target.units.get(at.ok()?)
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
