//! Points: what each unit gave itself, what the office gave, what follows from its reports, and the band to which it comes.

use super::combine::{Contribution, Window, combined};
use super::desk::Desk;
use crate::plan::{Award, Bar, BarWhen, Plan, Punctual, Scoring};
use crate::punctuality::Standing;
use crate::text::exact;

/// The points of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// The place of the table in the plan.
    pub scoring: usize,
    /// The units that are scored, in the plan's order.
    pub units: Vec<UnitScore>,
}

/// The points of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitScore {
    /// The place of the unit.
    pub unit: usize,
    /// Its points by criterion.
    pub criteria: Vec<CriterionScore>,
    /// What its own points come to, with those that nobody types; none where nothing is known.
    pub own: Option<i64>,
    /// What counts: the same with the office's points where it gave others.
    pub counted: Option<i64>,
    /// The place of the band; none where it reaches none.
    pub band: Option<usize>,
    /// The bands for which it has the points and which are ruled out, each with what rules it out, by their places.
    pub barred: Vec<(usize, usize)>,
}

/// The points of one criterion, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CriterionScore {
    /// What the unit gave itself, or what follows from its reports.
    pub own: Option<i64>,
    /// What the office gave in its place.
    pub reviewed: Option<i64>,
}

impl CriterionScore {
    /// What counts.
    #[must_use]
    pub fn counted(self) -> Option<i64> {
        self.reviewed.or(self.own)
    }
}

impl UnitScore {
    /// Of how many criteria the points are known.
    #[must_use]
    pub fn known(&self) -> usize {
        let known = self.criteria.iter();
        known.filter(|one| one.counted().is_some()).count()
    }

    /// Whether the office gave points of its own.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.criteria.iter().any(|one| one.reviewed.is_some())
    }
}

impl Scores {
    pub(super) fn of(plan: &Plan) -> Vec<Self> {
        let places = 0..plan.scorings.len();
        let begun = |scoring| Self {
            scoring,
            units: Vec::new(),
        };
        places.map(begun).collect()
    }

    /// Takes one unit in; `reviewed` are the office's points, by indicator.
    pub(super) fn take(&mut self, desk: &Desk<'_>, reviewed: &[Vec<Contribution>]) {
        let Some(scoring) = desk.plan.scorings.get(self.scoring) else {
            return;
        };
        if scoring.units.chooses(desk.unit) {
            self.units.push(scored(desk, scoring, reviewed));
        }
    }
}

fn scored(desk: &Desk<'_>, scoring: &Scoring, reviewed: &[Vec<Contribution>]) -> UnitScore {
    let criteria = scoring
        .criteria
        .iter()
        .map(|criterion| match &criterion.by {
            Award::Own(id) => own(desk, id.as_str(), reviewed),
            Award::Punctuality(punctual) => CriterionScore {
                own: punctuality(desk, punctual),
                reviewed: None,
            },
        });
    let criteria: Vec<CriterionScore> = criteria.collect();
    let sum = |of: fn(CriterionScore) -> Option<i64>| -> Option<i64> {
        let known = criteria.iter().copied().filter_map(of);
        known
            .reduce(i64::saturating_add)
            .map(|sum: i64| exact(i128::from(sum)))
    };
    let own = sum(|one| one.own);
    let counted = sum(CriterionScore::counted);
    let (mut band, mut barred) = (None, Vec::new());
    for (place, one) in scoring.bands.iter().enumerate() {
        if band.is_some() || counted.is_none_or(|points| points < one.from) {
            continue;
        }
        let bars = |bar: &Bar| holds(desk, scoring, &criteria, &bar.when);
        match one.bars.iter().position(bars) {
            Some(bar) => barred.push((place, bar)),
            None => band = Some(place),
        }
    }
    UnitScore {
        unit: desk.place,
        criteria,
        own,
        counted,
        band,
        barred,
    }
}

/// What the reports of a unit come to for one criterion, by itself and with what the office gave for single reports.
fn own(desk: &Desk<'_>, id: &str, reviewed: &[Vec<Contribution>]) -> CriterionScore {
    let mut indicators = desk.plan.indicators.iter();
    let Some(place) = indicators.position(|one| one.id.as_str() == id) else {
        return CriterionScore::default();
    };
    let own = desk.figures.get(place).map_or(&[][..], Vec::as_slice);
    let given = reviewed.get(place).map_or(&[][..], Vec::as_slice);
    let mut all: Vec<Contribution> = own.to_vec();
    all.retain(|one| given.iter().all(|other| other.column != one.column));
    all.extend(given);
    CriterionScore {
        own: figure(desk, place, own),
        reviewed: (!given.is_empty())
            .then(|| figure(desk, place, &all))
            .flatten(),
    }
}

fn figure(desk: &Desk<'_>, indicator: usize, all: &[Contribution]) -> Option<i64> {
    let combine = desk.plan.indicators.get(indicator)?.combine;
    let window = Window {
        period: desk.plan.period,
        whole: true,
    };
    combined(combine, all, window)?.amount.number()
}

/// How many of those reports of the unit stand so.
fn count(desk: &Desk<'_>, of: &[crate::plan::Id], standing: Standing) -> i64 {
    let counts = |column: usize| {
        let duty = desk.frame.columns.get(column);
        let duty = duty.and_then(|column| desk.plan.duties.get(column.duty));
        of.is_empty() || duty.is_some_and(|duty| of.contains(&duty.id))
    };
    let those = desk.dues.iter().filter(|due| due.standing == standing);
    let those = those.filter(|due| counts(due.column)).count();
    i64::try_from(those).unwrap_or(i64::MAX)
}

fn punctuality(desk: &Desk<'_>, punctual: &Punctual) -> Option<i64> {
    let of = |standing| count(desk, &punctual.duties, standing);
    let (sent, late, missing) = (
        of(Standing::Sent),
        of(Standing::Late),
        of(Standing::Missing),
    );
    if sent == 0 && late == 0 && missing == 0 {
        return None;
    }
    let off = i128::from(late) * i128::from(punctual.late)
        + i128::from(missing) * i128::from(punctual.missing);
    Some(exact((i128::from(punctual.most) - off).max(0)))
}

/// Whether what rules a band out is so.
fn holds(desk: &Desk<'_>, scoring: &Scoring, criteria: &[CriterionScore], when: &BarWhen) -> bool {
    match when {
        BarWhen::Late(most) => count(desk, &[], Standing::Late) > *most,
        BarWhen::Missing(most) => count(desk, &[], Standing::Missing) > *most,
        BarWhen::Below { criterion, points } => {
            let mut all = scoring.criteria.iter().zip(criteria);
            let one = all.find(|(one, _)| one.id == *criterion);
            let has = one.and_then(|(_, score)| score.counted());
            has.is_none_or(|has| has < *points)
        }
        BarWhen::Figure {
            indicator,
            comparison,
            value,
        } => {
            let mut indicators = desk.plan.indicators.iter();
            let place = indicators.position(|one| one.id == *indicator);
            let told = place.and_then(|place| figure(desk, place, desk.figures.get(place)?));
            told.is_some_and(|told| comparison.holds(i128::from(told), i128::from(*value)))
        }
    }
}
