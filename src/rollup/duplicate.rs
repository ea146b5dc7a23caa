//! The same activity claimed by two units ("tránh trùng lặp").
//!
//! Why: two units that hold an event together both list it, and it counts twice. Which of them counts is
//! for a person to decide; nothing is dropped here. Example: "Hiến máu tình nguyện" and "Ngày hội hiến máu
//! tình nguyện" on the same day at the same house of culture.

use super::likeness::Words;
use super::place::Place;
use super::slot::{Claim, Slot};
use crate::calendar::{Date, Period};
use crate::report::ReportActivity;
use crate::text::fold;
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
    planned: Option<&'r str>,
}

/// All claims, gathered unit by unit.
#[derive(Default)]
pub(super) struct Claims<'r> {
    all: Vec<Looked<'r>>,
}

impl<'r> Claims<'r> {
    /// Takes in what one unit lists. What it lists twice, in the quick and in the weekly report, is one.
    pub fn gather(&mut self, unit: usize, slots: &'r [Slot]) {
        let own = self.all.len();
        for slot in slots.iter().filter(|slot| slot.counts()) {
            for claim in &slot.claims {
                let looked = Looked::new(unit, slot, claim);
                let known = self.all.iter().skip(own).any(|one| {
                    one.claimed.period.overlaps(looked.claimed.period) && one.is(&looked).is_some()
                });
                if !known {
                    self.all.push(looked);
                }
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
            likeness: one.is(other)?,
            same_place: one.place.is_some() && other.place.is_some(),
        })
    }
}

/// Which of these claims other units than the one at `unit` make too: the place of the claim, and of the unit.
/// Of a claim each other unit is named once.
pub(super) fn also_claimed(
    rows: &[Vec<Slot>],
    unit: usize,
    claims: &[ReportActivity],
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let asked = Looked::asked(unit, claim);
        let others = rows.iter().enumerate().filter(|(other, _)| *other != unit);
        let near = others
            .flat_map(|(other, slots)| slots.iter().map(move |slot| (other, slot)))
            .filter(|(_, slot)| slot.counts())
            .flat_map(|(other, slot)| slot.claims.iter().map(move |one| (other, slot, one)))
            .filter(|(_, _, one)| one.period().overlaps(asked.claimed.period))
            .take(MOST_COMPARED);
        let alike =
            near.filter(|(other, slot, one)| asked.is(&Looked::new(*other, slot, one)).is_some());
        found.extend(alike.map(|(other, ..)| (at, other)));
    }
    found.dedup();
    found
}

fn days_of(activity: &ReportActivity) -> Period {
    let to = activity.until.unwrap_or(activity.date);
    Period::new(activity.date, to).unwrap_or(Period::day(activity.date))
}

impl<'r> Looked<'r> {
    /// What a unit asks about before it has sent it.
    fn asked(unit: usize, claim: &'r ReportActivity) -> Self {
        let place = claim.place.as_deref();
        Self {
            claimed: Claimed {
                unit,
                submission: "",
                title: &claim.title,
                period: days_of(claim),
                place,
                participants: None,
            },
            title: Words::of_title(&claim.title),
            place: place.and_then(Place::new),
            planned: claim.planned.as_deref(),
        }
    }

    fn new(unit: usize, slot: &'r Slot, claim: &'r Claim) -> Self {
        Self {
            claimed: Claimed {
                unit,
                submission: &slot.id,
                title: &claim.title,
                period: claim.period(),
                place: claim.place.as_deref(),
                participants: claim.participants,
            },
            title: Words::of_title(&claim.title),
            place: claim.place.as_deref().and_then(Place::new),
            planned: claim.planned.as_deref(),
        }
    }

    /// By what claims of one day are put beside each other: place first, then title.
    fn neighbourhood(&self) -> String {
        let place = fold(self.claimed.place.unwrap_or_default());
        [&*place, " ", &fold(self.claimed.title)].concat()
    }

    /// How alike the titles are, where the two look like one activity. One that the plan sets every unit
    /// is held by each at its own place, so there the place must be said and be the same.
    fn is(&self, other: &Self) -> Option<u32> {
        let planned = self.planned.is_some() && self.planned == other.planned;
        let least = match (&self.place, &other.place) {
            (Some(here), Some(there)) if !here.is(there) => return None,
            (Some(_), Some(_)) => ALIKE,
            _ if planned && self.claimed.unit != other.claimed.unit => return None,
            _ => ALIKE_ANYWHERE,
        };
        let likeness = self.title.likeness(&other.title);
        (likeness >= least || (planned && likeness > 0)).then_some(likeness)
    }
}
