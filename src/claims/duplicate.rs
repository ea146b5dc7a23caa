//! The same activity claimed by two units ("tránh trùng lặp").
//!
//! Why: two units that hold an event together both list it, and it counts twice. Which of them counts is
//! for a person to decide; nothing is dropped here. Example: "Hiến máu tình nguyện" and "Ngày hội hiến máu
//! tình nguyện" on the same day at the same house of culture.

use super::Claim;
use super::likeness::Words;
use super::venue::Place;
use crate::calendar::{Date, Period};
use crate::plan::{Activity, Plan};
use crate::report::ReportActivity;
use crate::text::fold;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// From which likeness on (in hundredths of a percent) two titles at one place are one activity.
pub(super) const ALIKE: u32 = 5_000;

/// The same where one of the places is not said.
const ALIKE_ANYWHERE: u32 = 8_500;

/// An activity of several days is looked for on so many of them.
const MOST_DAYS: i64 = 14;

/// With so many claims of others one that is asked about is compared, so that one question takes milliseconds.
const MOST_COMPARED: usize = 10_000;

/// In a day with more claims than this only neighbours by place and title are compared, so that the work grows
/// with the claims and not with their square.
const CROWD: usize = 200;
const NEIGHBOURS: usize = 40;

/// Two claims that look like one activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate<'r> {
    /// What the unit that stands first in the plan says.
    pub one: Claimed<'r>,
    /// What the other says.
    pub other: Claimed<'r>,
    /// How alike the titles are, in hundredths of a percent.
    pub likeness: u32,
    /// Whether both name a place, and the same.
    pub same_place: bool,
}

/// An activity as one unit reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed<'r> {
    /// The place of the unit.
    pub unit: usize,
    /// The submission that says so.
    pub submission: &'r str,
    /// The title.
    pub title: &'r str,
    /// Its days.
    pub period: Period,
    /// Where it was held.
    pub place: Option<&'r str>,
    /// How many attendances.
    pub participants: Option<i64>,
}

/// A claim taken apart for comparison.
struct Looked<'r> {
    claimed: Claimed<'r>,
    title: Words,
    place: Option<Place>,
    /// The activity of the plan as which it was listed.
    chosen: Option<&'r str>,
    /// The place in the plan of the activity that it is, found when first asked for.
    ordered: OnceCell<Option<usize>>,
}

/// What the plan itself has its units hold, with the titles taken apart.
struct Calendar<'p> {
    plan: &'p Plan,
    ordered: Vec<(&'p Activity, Words)>,
}

/// All claims, gathered unit by unit.
pub(crate) struct Claims<'r> {
    calendar: Calendar<'r>,
    all: Vec<Looked<'r>>,
}

impl<'r> Claims<'r> {
    /// None yet.
    pub fn new(plan: &'r Plan) -> Self {
        Self {
            calendar: Calendar::new(plan),
            all: Vec::new(),
        }
    }

    /// Takes in what one unit lists. What it lists twice, in the quick and in the weekly report, is one.
    /// Each claim comes with the identity of the submission that makes it.
    pub fn gather(&mut self, unit: usize, claims: impl Iterator<Item = (&'r str, &'r Claim)>) {
        let own = self.all.len();
        for (submission, claim) in claims {
            let looked = Looked::new(&self.calendar, unit, submission, claim);
            let known = self.all.iter().skip(own).any(|one| {
                one.claimed.period.overlaps(looked.claimed.period)
                    && one.is(&looked, &self.calendar).is_some()
            });
            if !known {
                self.all.push(looked);
            }
        }
    }

    /// The pairs of claims of two units that look like one activity, the likest first.
    pub fn duplicates(&self) -> Vec<Duplicate<'r>> {
        let mut days: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
        for (place, looked) in self.all.iter().enumerate() {
            let period = looked.claimed.period;
            for day in 0..period.len_days().min(MOST_DAYS) {
                if let Some(day) = period.from().add_days(day) {
                    days.entry(day).or_default().push(place);
                }
            }
        }
        let mut found: BTreeMap<(usize, usize), Duplicate<'r>> = BTreeMap::new();
        for mut claims in days.into_values() {
            let reach = if claims.len() > CROWD {
                claims.sort_by_cached_key(|place| self.all.get(*place).map(Looked::neighbourhood));
                NEIGHBOURS
            } else {
                CROWD
            };
            for (index, one) in claims.iter().enumerate() {
                for other in claims.iter().skip(index + 1).take(reach) {
                    let key = (*one.min(other), *one.max(other));
                    if let Some(pair) = self.pair(key) {
                        found.entry(key).or_insert(pair);
                    }
                }
            }
        }
        let mut found: Vec<Duplicate<'r>> = found.into_values().collect();
        found.sort_by_key(|pair| std::cmp::Reverse(pair.likeness));
        found
    }

    fn pair(&self, (one, other): (usize, usize)) -> Option<Duplicate<'r>> {
        let (one, other) = (self.all.get(one)?, self.all.get(other)?);
        if one.claimed.unit == other.claimed.unit {
            return None;
        }
        Some(Duplicate {
            one: one.claimed,
            other: other.claimed,
            likeness: one.is(other, &self.calendar)?,
            same_place: one.place.is_some() && other.place.is_some(),
        })
    }
}

/// Which of these claims other units than the one at `unit` make too: the place of the claim, and of the unit.
/// Of a claim each other unit is named once.
pub(crate) fn also_claimed<'r>(
    plan: &Plan,
    others: &[(usize, &'r str, &'r Claim)],
    unit: usize,
    claims: &[ReportActivity],
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let calendar = Calendar::new(plan);
    for (at, claim) in claims.iter().enumerate() {
        let asked = Looked::asked(&calendar, unit, claim);
        let near = others
            .iter()
            .filter(|(other, ..)| *other != unit)
            .filter(|(_, _, one)| one.period().overlaps(asked.claimed.period))
            .take(MOST_COMPARED);
        let alike = near.filter(|(other, submission, one)| {
            let looked = Looked::new(&calendar, *other, submission, one);
            asked.is(&looked, &calendar).is_some()
        });
        found.extend(alike.map(|(other, ..)| (at, *other)));
    }
    found.dedup();
    found
}

fn days_of(activity: &ReportActivity) -> Period {
    let to = activity.until.unwrap_or(activity.date);
    Period::new(activity.date, to).unwrap_or(Period::day(activity.date))
}

impl<'p> Calendar<'p> {
    fn new(plan: &'p Plan) -> Self {
        let activities = plan.activities.iter();
        let taken_apart = activities.map(|one| (one, Words::of_title(&one.title)));
        Self {
            plan,
            ordered: taken_apart.collect(),
        }
    }

    /// Which activity of the plan a claim is: the one chosen from its list, else one of that title that the plan has this
    /// unit hold on one of these days, for people type it by hand as well.
    fn activity(
        &self,
        claimed: &Claimed<'_>,
        title: &Words,
        chosen: Option<&str>,
    ) -> Option<usize> {
        let mut ordered = self.ordered.iter();
        match chosen {
            Some(id) => ordered.position(|(one, _)| one.id.as_str() == id),
            None => {
                let unit = self.plan.units.get(claimed.unit)?;
                ordered.position(|(one, words)| {
                    one.units.chooses(unit)
                        && one.level.as_ref().is_none_or(|level| *level == unit.level)
                        && is_held(one, claimed.period)
                        && words.likeness(title) >= ALIKE
                })
            }
        }
    }

    fn place(&self, claimed: &Claimed<'_>) -> Option<Place> {
        let unit = self.plan.units.get(claimed.unit);
        let name = unit.map(|unit| unit.name.as_str()).unwrap_or_default();
        Place::of_unit(claimed.place?, name)
    }
}

fn is_held(activity: &Activity, days: Period) -> bool {
    activity.when.iter().any(|when| {
        let (from, to) = when.applies();
        Period::new(from, to).is_ok_and(|held| held.overlaps(days))
    })
}

impl<'r> Looked<'r> {
    /// What a unit asks about before it has sent it.
    fn asked(calendar: &Calendar<'_>, unit: usize, claim: &'r ReportActivity) -> Self {
        let claimed = Claimed {
            unit,
            submission: "",
            title: &claim.title,
            period: days_of(claim),
            place: claim.place.as_deref(),
            participants: None,
        };
        Self::of(calendar, claimed, claim.planned.as_deref())
    }

    fn new(calendar: &Calendar<'_>, unit: usize, submission: &'r str, claim: &'r Claim) -> Self {
        let claimed = Claimed {
            unit,
            submission,
            title: &claim.title,
            period: claim.period(),
            place: claim.place.as_deref(),
            participants: claim.participants,
        };
        Self::of(calendar, claimed, claim.planned.as_deref())
    }

    fn of(calendar: &Calendar<'_>, claimed: Claimed<'r>, chosen: Option<&'r str>) -> Self {
        Self {
            title: Words::of_title(claimed.title),
            place: calendar.place(&claimed),
            chosen,
            ordered: OnceCell::new(),
            claimed,
        }
    }

    /// By what claims of one day are put beside each other: place first, then title.
    fn neighbourhood(&self) -> String {
        let place = fold(self.claimed.place.unwrap_or_default());
        [&*place, " ", &fold(self.claimed.title)].concat()
    }

    /// How alike the titles are, where the two look like one activity. One that the plan has both units hold
    /// is held by each at its own place, so there the place must be said and be the same.
    fn is(&self, other: &Self, calendar: &Calendar<'_>) -> Option<u32> {
        let chosen = self.chosen.is_some() && self.chosen == other.chosen;
        let same_unit = self.claimed.unit == other.claimed.unit;
        let placed = match (&self.place, &other.place) {
            (Some(here), Some(there)) if !here.is(there) => return None,
            (Some(_), Some(_)) => true,
            _ => false,
        };
        let likeness = self.title.likeness(&other.title);
        let least = match (placed, chosen && (placed || same_unit)) {
            (_, true) => 1,
            (true, false) => ALIKE,
            (false, false) => ALIKE_ANYWHERE,
        };
        if likeness < least {
            return None;
        }
        // Asked last, for it is the dearest and few come so far.
        let ordered = || {
            let here = self.ordered(calendar);
            chosen || (here.is_some() && here == other.ordered(calendar))
        };
        (placed || same_unit || !ordered()).then_some(likeness)
    }

    /// The place in the plan of the activity that it is.
    fn ordered(&self, calendar: &Calendar<'_>) -> Option<usize> {
        *self
            .ordered
            .get_or_init(|| calendar.activity(&self.claimed, &self.title, self.chosen))
    }
}
