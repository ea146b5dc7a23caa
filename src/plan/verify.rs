//! Checks that the parts of a plan fit together, once its JSON has been read.
//!
//! Each part's checks stand in a file of their own; this one holds what they share: the place in the
//! plan, the identities to which references may lead, and the bounds.

mod activities;
mod alternatives;
mod duties;
mod forms;
mod near;
mod people;
mod rules;
mod scorings;
mod size;
mod tables;
mod targets;
mod unread;

use super::{
    FORMAT, Id, Indicator, Measure, Plan, PlanError, PlanPart, PlanProblem, Reads, Selector,
};
use crate::calendar::MAX_PERIODS;
use crate::read::MOST_MISREADS;
use crate::text::is_blank;
use crate::value::RollUp;
use std::collections::{BTreeMap, BTreeSet};

pub(super) use size::ALL_PERIODS;
pub(super) use unread::beside;

/// The most units of a plan: a province's wards, communes and schools with room to spare.
const UNITS: usize = 20_000;
/// The most indicators, and as many targets.
const INDICATORS: usize = 2_000;
/// The most activities.
const ACTIVITIES: usize = 5_000;
/// The most duties, and as many forms and levels, sectors and milestones.
const DUTIES: usize = 200;
/// The most fields of one form.
const FIELDS: usize = 1_000;
/// The most declared rules.
const RULES: usize = 500;
/// The most periods of one duty.
const PERIODS: usize = MAX_PERIODS;
/// The longest name, label or title, in characters.
const NAME: usize = 500;
/// The longest running text, in characters.
const PROSE: usize = 5_000;
/// JavaScript's largest exact integer; larger ones would change on their way to a page.
const EXACT: i64 = crate::text::MAX_EXACT;

/// All that is wrong, in no order and without lines; see [`PlanError::place`].
pub(super) fn problems(plan: &Plan) -> Vec<PlanError> {
    let mut check = Check {
        known: Known::of(plan),
        found: Vec::new(),
    };
    let root = Place::ROOT;
    if plan.format != FORMAT {
        check.report(
            &root.key("format"),
            PlanProblem::Misread(plan.unknown_format()),
        );
    }
    check.range(
        &root.key("version"),
        i64::from(plan.version),
        1,
        i64::from(u32::MAX),
    );
    check.text(&root.key("title"), &plan.title, NAME);
    people::check(plan, &mut check);
    targets::check(plan, &mut check);
    alternatives::check(plan, &mut check);
    activities::check(plan, &mut check);
    forms::check(plan, &mut check);
    duties::check(plan, &mut check);
    rules::check(plan, &mut check);
    scorings::check(plan, &mut check);
    size::check(plan, &mut check);
    check.found
}

/// What the checks know and what they have found.
struct Check<'a> {
    known: Known<'a>,
    found: Vec<PlanError>,
}

/// The identities to which references may lead.
struct Known<'a> {
    levels: BTreeSet<&'a Id>,
    sectors: BTreeSet<&'a Id>,
    units: BTreeSet<&'a Id>,
    attributes: BTreeSet<&'a Id>,
    indicators: BTreeMap<&'a Id, &'a Indicator>,
    targets: BTreeSet<&'a Id>,
    templates: BTreeSet<&'a Id>,
    duties: BTreeSet<&'a Id>,
}

impl<'a> Known<'a> {
    fn of(plan: &'a Plan) -> Self {
        Self {
            levels: plan.levels.iter().map(|level| &level.id).collect(),
            sectors: plan.sectors.iter().map(|sector| &sector.id).collect(),
            units: plan.units.iter().map(|unit| &unit.id).collect(),
            attributes: plan.attributes.iter().map(|one| &one.id).collect(),
            indicators: plan
                .indicators
                .iter()
                .map(|indicator| (&indicator.id, indicator))
                .collect(),
            targets: plan.targets.iter().map(|target| &target.id).collect(),
            templates: plan.templates.iter().map(|template| &template.id).collect(),
            duties: plan.duties.iter().map(|duty| &duty.id).collect(),
        }
    }

    /// What kind of value answers an indicator.
    fn measure(&self, id: &Id) -> Option<&'a Measure> {
        self.indicators.get(id).map(|indicator| &*indicator.measure)
    }

    fn has(&self, part: PlanPart, id: &Id) -> bool {
        match part {
            PlanPart::Indicator => self.indicators.contains_key(id),
            _ => self.list(part).is_some_and(|list| list.contains(id)),
        }
    }

    /// All identities of a kind.
    fn ids(&self, part: PlanPart) -> Vec<&'a Id> {
        match part {
            PlanPart::Indicator => self.indicators.keys().copied().collect(),
            _ => self.list(part).into_iter().flatten().copied().collect(),
        }
    }

    fn list(&self, part: PlanPart) -> Option<&BTreeSet<&'a Id>> {
        match part {
            PlanPart::Level => Some(&self.levels),
            PlanPart::Sector => Some(&self.sectors),
            PlanPart::Unit => Some(&self.units),
            PlanPart::Attribute => Some(&self.attributes),
            PlanPart::Target => Some(&self.targets),
            PlanPart::Template => Some(&self.templates),
            PlanPart::Duty => Some(&self.duties),
            // Nothing refers to these by identity across the plan.
            PlanPart::Indicator
            | PlanPart::Activity
            | PlanPart::Alternatives
            | PlanPart::Section
            | PlanPart::Field
            | PlanPart::Schedule
            | PlanPart::Rule
            | PlanPart::Milestone
            | PlanPart::Answer
            | PlanPart::Scoring
            | PlanPart::Criterion
            | PlanPart::Band
            | PlanPart::Column => None,
        }
    }
}

impl Check<'_> {
    fn report(&mut self, place: &Place<'_>, problem: PlanProblem) {
        if self.found.len() < MOST_MISREADS {
            self.found.push(PlanError {
                pointer: place.pointer(),
                line: 0,
                column: 0,
                problem,
            });
        }
    }

    fn reference(&mut self, place: &Place<'_>, part: PlanPart, id: &Id) {
        if !self.known.has(part, id) {
            let known = self.known.ids(part);
            self.unknown(place, part, id, known);
        }
    }

    /// Reports a reference that leads nowhere, with where it could lead.
    fn unknown<'i>(
        &mut self,
        place: &Place<'_>,
        part: PlanPart,
        id: &Id,
        known: impl IntoIterator<Item = &'i Id>,
    ) {
        // What is told no more is not looked for among all others.
        if self.found.len() >= MOST_MISREADS {
            return;
        }
        let (id, known) = (id.clone(), near::near(id, known));
        self.report(place, PlanProblem::UnknownId { part, id, known });
    }

    fn selector(&mut self, place: &Place<'_>, selector: &Selector) {
        for (list, key, part) in [
            (&selector.levels, "levels", PlanPart::Level),
            (&selector.sectors, "sectors", PlanPart::Sector),
            (&selector.units, "units", PlanPart::Unit),
            (&selector.except, "except", PlanPart::Unit),
        ] {
            for (index, id) in list.iter().enumerate() {
                self.reference(&place.key(key).index(index), part, id);
            }
        }
        let ranges = place.key("ranges");
        for (index, range) in selector.ranges.iter().enumerate() {
            let item = ranges.index(index);
            self.reference(
                &item.key("attribute"),
                PlanPart::Attribute,
                &range.attribute,
            );
            let least = range.least.unwrap_or(-EXACT);
            self.range(&item.key("least"), least, -EXACT, EXACT);
            if let Some(most) = range.most {
                self.range(&item.key("most"), most, least, EXACT);
            }
        }
    }

    /// Checks that the indicator is in the plan and measures what is read from it.
    fn reads(&mut self, place: &Place<'_>, indicator: &Id, needs: Reads) {
        let Some(measure) = self.known.measure(indicator) else {
            return self.reference(place, PlanPart::Indicator, indicator);
        };
        let of = measure.roll_up();
        let fits = match needs {
            Reads::Count => of == RollUp::Count,
            Reads::Money => of == RollUp::Money,
            Reads::Figure => of.is_number(),
            Reads::Quantity => of == RollUp::Quantity,
            Reads::Share => of == RollUp::Share,
            Reads::Done => of == RollUp::Deed,
            Reads::Answer => {
                of.is_number() || matches!(of, RollUp::Answers(_) | RollUp::Deed | RollUp::Share)
            }
            Reads::Rows => measure.table().is_some(),
        };
        if !fits {
            self.report(
                place,
                PlanProblem::WrongMeasure {
                    indicator: indicator.clone(),
                    needs,
                },
            );
        }
    }

    fn range(&mut self, place: &Place<'_>, found: i64, least: i64, most: i64) {
        if found < least || found > most {
            self.report(place, PlanProblem::OutOfRange { least, most, found });
        }
    }

    fn text(&mut self, place: &Place<'_>, text: &str, most: usize) {
        if is_blank(text) {
            self.report(place, PlanProblem::Blank);
        }
        // A text of so few bytes cannot have more characters: most are never counted.
        if text.len() > most {
            let found = text.chars().count();
            if found > most {
                self.report(place, PlanProblem::TooLong { most, found });
            }
        }
    }

    fn most(&mut self, place: &Place<'_>, found: usize, most: usize) {
        if found > most {
            self.report(place, PlanProblem::TooMany { most, found });
        }
    }

    fn some(&mut self, place: &Place<'_>, found: usize) {
        if found == 0 {
            self.report(place, PlanProblem::Empty);
        }
    }

    /// Checks that no two of `ids` are the same; the later one is reported, at `place`/index/`key`.
    fn unique<'i>(
        &mut self,
        place: &Place<'_>,
        key: &'static str,
        part: PlanPart,
        ids: impl Iterator<Item = &'i Id>,
    ) {
        let mut seen = BTreeSet::new();
        for (index, id) in ids.enumerate() {
            if !seen.insert(id) {
                let item = place.index(index);
                self.report(
                    &item.key(key),
                    PlanProblem::RepeatedId {
                        part,
                        id: id.clone(),
                    },
                );
            }
        }
    }
}

/// A place in the plan, on the stack; it becomes a pointer only where something is wrong.
#[derive(Clone, Copy)]
struct Place<'a> {
    above: Option<&'a Place<'a>>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Root,
    Key(&'static str),
    Index(usize),
}

impl Place<'_> {
    const ROOT: Place<'static> = Place {
        above: None,
        step: Step::Root,
    };

    fn key(&self, key: &'static str) -> Place<'_> {
        Place {
            above: Some(self),
            step: Step::Key(key),
        }
    }

    fn index(&self, index: usize) -> Place<'_> {
        Place {
            above: Some(self),
            step: Step::Index(index),
        }
    }

    fn pointer(&self) -> String {
        let mut steps = Vec::new();
        let mut place = Some(self);
        while let Some(here) = place {
            steps.push(here.step);
            place = here.above;
        }
        let mut pointer = String::new();
        for step in steps.iter().rev() {
            match step {
                Step::Root => {}
                Step::Key(key) => {
                    pointer.push('/');
                    pointer.push_str(key);
                }
                Step::Index(index) => {
                    pointer.push('/');
                    pointer.push_str(&index.to_string());
                }
            }
        }
        pointer
    }
}

#[cfg(test)]
mod tests;
