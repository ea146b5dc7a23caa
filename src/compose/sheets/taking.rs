//! Takes the units or figures of a table into the plan, as a person has seen them.

use super::super::cells::figure::combine_of;
use super::super::groups::{base, group_of};
use super::super::state::{Composition, Decided, PhoneOf, Row};
use super::super::{forms, ids, required};
use super::figures::FigureLine;
use super::kinds;
use super::listed::UnitLine;
use super::matching::{Match, Matched};
use super::numbers::give;
use super::referred::referred;
use crate::plan::{Group, Id, Indicator, Measure, Source, Unit};
use crate::text::{fold_case, single_line};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The most units and figures that are taken, as many as a plan may have.
pub(super) const MOST_UNITS: usize = 20_000;
pub(super) const MOST_FIGURES: usize = 2_000;
/// As many levels or sectors as a plan may have.
const MOST_GROUPS: usize = 200;

/// Takes units: new ones are added, renamed ones keep their identity, and those that the table has not go where `drops`
/// says so, unless something else of the plan names them.
pub(super) fn take(made: &mut Composition, lines: &[UnitLine], matched: &Matched, drops: bool) {
    let mut taker = Taker::of(made);
    for (line, found) in lines.iter().zip(&matched.lines) {
        match found {
            Match::New => {
                taker.adds(line);
            }
            Match::Same(at) | Match::Renamed(at) => taker.known(line, *at),
        }
    }
    taker.done();
    if drops {
        let stays = staying(made, matched);
        for at in &matched.gone {
            if let Some(row) = Arc::make_mut(&mut made.units).get_mut(*at)
                && !stays.contains(&row.item.id)
            {
                row.standing = Decided::Discarded;
            }
        }
    }
}

/// Those of a plan's units that the table has not and that have to stay, as something else of the plan names them.
pub(super) fn staying(made: &Composition, matched: &Matched) -> BTreeSet<Id> {
    let gone = matched.gone.iter().filter_map(|at| made.units.get(*at));
    let gone: BTreeSet<&Id> = gone.map(|row| &row.item.id).collect();
    let mut named = referred(made, |id| !gone.contains(id));
    named.retain(|id| gone.contains(id));
    named
}

/// Adds those units of a table that the plan has not; how many these are.
pub(in super::super) fn add(
    made: &mut Composition,
    lines: &[UnitLine],
    matched: &Matched,
) -> usize {
    let mut taker = Taker::of(made);
    let pairs = lines.iter().zip(&matched.lines);
    let fresh = pairs.filter(|(_, found)| **found == Match::New);
    let count = fresh.filter(|(line, _)| taker.adds(line)).count();
    taker.done();
    count
}

/// What is looked up for each of many units.
struct Taker<'a> {
    made: &'a mut Composition,
    ids: BTreeSet<String>,
    phones: BTreeMap<Id, String>,
}

impl<'a> Taker<'a> {
    fn of(made: &'a mut Composition) -> Self {
        let ids = made.units.iter().map(|row| row.item.id.as_str().to_owned());
        let phones = made
            .phones
            .iter()
            .map(|one| (one.unit.clone(), one.phone.clone()));
        Self {
            ids: ids.collect(),
            phones: phones.collect(),
            made,
        }
    }

    /// Adds a unit; whether there was room for it.
    fn adds(&mut self, line: &UnitLine) -> bool {
        if self.made.units.len() >= MOST_UNITS {
            return false;
        }
        let plan = Arc::make_mut(&mut self.made.base);
        let sector = line.sector.as_ref();
        let sector = sector.and_then(|(words, _)| group(&mut plan.sectors, words, "khoi"));
        let level = match &line.level {
            Some((words, _)) => group(&mut plan.levels, words, "cap"),
            None => base(plan).cloned(),
        };
        let Some(level) = level else { return false };
        let id = ids::made(&line.name, "don-vi", |id| self.ids.contains(id));
        self.ids.insert(id.as_str().to_owned());
        self.keep(&id, line);
        Arc::make_mut(&mut self.made.units).push(Row::own(Unit {
            id,
            name: line.name.clone(),
            aliases: line.aliases.clone().unwrap_or_default(),
            level,
            sector,
            parent: None,
            from: None,
            to: None,
            merged_into: None,
            numbers: line.numbers.clone(),
            source: None,
        }));
        true
    }

    /// Brings a unit that the plan has up to what the table says of it.
    fn known(&mut self, line: &UnitLine, at: usize) {
        let plan = Arc::make_mut(&mut self.made.base);
        let sector = line.sector.as_ref();
        let sector = sector.and_then(|(words, _)| group(&mut plan.sectors, words, "khoi"));
        let level = line.level.as_ref();
        let level = level.and_then(|(words, _)| group(&mut plan.levels, words, "cap"));
        let Some(row) = Arc::make_mut(&mut self.made.units).get_mut(at) else {
            return;
        };
        row.standing = Decided::Confirmed;
        let unit = &mut row.item;
        if let Some(aliases) = &line.aliases {
            unit.aliases.clone_from(aliases);
        }
        if unit.name != line.name {
            let was = std::mem::replace(&mut unit.name, line.name.clone());
            // People search for the name that they know.
            let is_known = |name: &String| fold_case(name) == fold_case(&was);
            if fold_case(&was) != fold_case(&unit.name) && !unit.aliases.iter().any(is_known) {
                unit.aliases.push(was);
            }
        }
        if let Some(level) = level {
            unit.level = level;
        }
        if sector.is_some() {
            unit.sector = sector;
        }
        give(unit, &line.numbers);
        let id = unit.id.clone();
        self.keep(&id, line);
    }

    fn keep(&mut self, unit: &Id, line: &UnitLine) {
        if let Some(phone) = &line.phone {
            self.phones.insert(unit.clone(), phone.clone());
        }
    }

    fn done(self) {
        let phones = self.phones.into_iter();
        self.made.phones = Arc::new(
            phones
                .map(|(unit, phone)| PhoneOf { unit, phone })
                .collect(),
        );
    }
}

/// The level or sector of that name, made where there is none.
fn group(groups: &mut Vec<Group>, words: &str, spare: &str) -> Option<Id> {
    let words = single_line(words);
    if let Some(known) = group_of(groups, &words) {
        return Some(known.id.clone());
    }
    if groups.len() >= MOST_GROUPS {
        return None;
    }
    let id = ids::made(&words, spare, |id| {
        groups.iter().any(|group| group.id == *id)
    });
    groups.push(Group {
        id: id.clone(),
        name: words.into_owned(),
    });
    Some(id)
}

/// The figures of a plan, to be looked up.
pub(super) struct Figures {
    ids: BTreeMap<String, usize>,
    labels: BTreeMap<String, usize>,
}

impl Figures {
    pub fn of(made: &Composition) -> Self {
        let rows = || made.indicators.iter().enumerate().rev();
        // Of two that ask the same the first is meant.
        Self {
            ids: rows()
                .map(|(at, row)| (row.item.id.as_str().to_owned(), at))
                .collect(),
            labels: rows()
                .map(|(at, row)| (fold_case(&row.item.label), at))
                .collect(),
        }
    }

    /// The figure that a line is, by its identity or its words.
    pub fn find(&self, line: &FigureLine) -> Option<usize> {
        let by_code = line.code.as_ref().and_then(|code| self.ids.get(code));
        by_code
            .or_else(|| self.labels.get(&fold_case(&line.label)))
            .copied()
    }
}

/// Whether a figure is that of a target, which its kind has to fit.
pub(super) fn is_of_target(made: &Composition, id: &Id) -> bool {
    made.targets
        .iter()
        .any(|target| target.item.indicator == *id)
}

/// Takes figures; those that the plan has are brought up to what the table says of them.
pub(super) fn take_figures(made: &mut Composition, lines: &[FigureLine]) {
    let known = Figures::of(made);
    for line in lines {
        let at = known.find(line);
        let Some(id) = (match at {
            Some(at) => known_figure(made, line, at),
            None => new_figure(made, line),
        }) else {
            continue;
        };
        if at.is_none() {
            required::ask_everywhere(made, &id);
        }
        // One that some form requires and another does not stays so until the table says otherwise.
        if let Some(is) = line
            .required
            .filter(|is| *is != required::is_required(made, &id))
        {
            required::require(made, &id, is);
        }
    }
}

fn new_figure(made: &mut Composition, line: &FigureLine) -> Option<Id> {
    if made.indicators.len() >= MOST_FIGURES {
        return None;
    }
    let kind = line.kind.unwrap_or_else(|| kinds::implied(&line.counted));
    let measure = kinds::measure(kind, &line.counted, &line.label, None)?;
    let taken: BTreeSet<&str> = made
        .indicators
        .iter()
        .map(|row| row.item.id.as_str())
        .collect();
    let id = ids::made(&line.label, "so-lieu", |id| taken.contains(id));
    let section = line.section.as_deref().unwrap_or(forms::OUTSIDE);
    Arc::make_mut(&mut made.indicators).push(Row::own(Indicator {
        id: id.clone(),
        label: line.label.clone(),
        hint: line.hint.clone(),
        combine: line.combine.unwrap_or_else(|| combine_of(&measure)),
        measure: Arc::new(measure),
        least: None,
        most: None,
        plausible: None,
        estimates: false,
        tally: None,
        source: Some(Source {
            section: section.to_owned(),
            quote: None,
        }),
    }));
    Some(id)
}

fn known_figure(made: &mut Composition, line: &FigureLine, at: usize) -> Option<Id> {
    let id = made.indicators.get(at)?.item.id.clone();
    let keeps = is_of_target(made, &id);
    let row = Arc::make_mut(&mut made.indicators).get_mut(at)?;
    row.standing = Decided::Confirmed;
    let indicator = &mut row.item;
    indicator.label.clone_from(&line.label);
    if line.hint.is_some() {
        indicator.hint.clone_from(&line.hint);
    }
    let before: &Measure = &indicator.measure;
    let kind = line.kind.unwrap_or(before.control().kind);
    let is_other = kind != before.control().kind;
    if !(keeps && is_other)
        && let Some(measure) = kinds::measure(kind, &line.counted, &line.label, Some(before))
        && measure != *before
    {
        if is_other {
            indicator.combine = combine_of(&measure);
            (indicator.least, indicator.most, indicator.plausible) = (None, None, None);
            (indicator.tally, indicator.estimates) = (None, false);
        }
        indicator.measure = Arc::new(measure);
    }
    indicator.combine = line.combine.unwrap_or(indicator.combine);
    Some(id)
}
