//! The outline of the document as a person corrects it. What stands below a heading is read again; what a person has
//! decided about stays as it is.

use super::act::NOTHING;
use super::cells::Set;
use super::follows;
use super::ids;
use super::proposed::proposed;
use super::state::{Composition, Decided, Found, Heading, Marked, Named, Row, row};
use crate::plan::{Activity, Duty, Id, Indicator, Source, Target};
use crate::reading::{HeadingMark, read_as};
use crate::text::Both;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeadingView {
    /// By what it is named in actions: where it stands in the text.
    pub id: String,
    /// Its place among all numbers.
    pub section: String,
    /// Its words.
    pub title: String,
    /// 1 for the outermost; 0 of a line that a person has said is no heading.
    pub level: u8,
    /// Whether a person has said so.
    pub corrected: bool,
}

/// The deepest level that can be said.
const DEEPEST: u8 = 6;

static NO_LEVEL: Both = Both {
    vi: "Đề mục đang ở cấp ngoài cùng hoặc trong cùng rồi.",
    en: "The heading is at the outermost or innermost level already.",
};
static NO_DOCUMENT: Both = Both {
    vi: "Bản này không soạn từ văn bản, nên không có đề mục để sửa.",
    en: "This was not made out of a document and has no headings to correct.",
};

/// The outline, with the lines that a person has said are no headings.
pub(super) fn outline(made: &Composition) -> Vec<HeadingView> {
    let mut lines: Vec<(u32, HeadingView)> = Vec::new();
    for heading in made.outline.iter() {
        let mark = marked(made, heading.start, heading.end);
        lines.push((
            heading.start,
            HeadingView {
                id: heading.start.to_string(),
                section: heading.section.clone(),
                title: heading.title.clone(),
                level: heading.level.max(1),
                corrected: mark.is_some(),
            },
        ));
    }
    for mark in made.marks.iter().filter(|mark| mark.level == 0) {
        lines.push((
            mark.at,
            HeadingView {
                id: mark.at.to_string(),
                section: String::new(),
                title: line_at(&made.text, mark.at),
                level: 0,
                corrected: true,
            },
        ));
    }
    crate::order::sort(&mut lines, |a, b| a.0.cmp(&b.0));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn marked(made: &Composition, start: u32, end: u32) -> Option<&Marked> {
    let mut marks = made.marks.iter();
    marks.find(|mark| start <= mark.at && mark.at < end.max(start + 1))
}

/// The rest of the line in which a byte of the text lies.
fn line_at(text: &str, at: u32) -> String {
    let rest = text.get(at as usize..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    line.replace('*', "").trim().chars().take(200).collect()
}

/// Says of lines of the document how they stand in the outline: `in` and `out` a level deeper or less deep, `none` for no
/// heading, a number for a heading of that level, `read` for what was read. Everything is read again.
pub(super) fn set(made: &mut Composition, ids: &[String], text: &str) -> Set {
    if made.text.is_empty() {
        return Err(&NO_DOCUMENT);
    }
    let mut marks = Vec::clone(&made.marks);
    for id in ids {
        let at: u32 = id.parse().map_err(|_| &NOTHING)?;
        if made.text.get(at as usize..).is_none_or(str::is_empty) {
            return Err(&NOTHING);
        }
        let mut headings = made.outline.iter();
        let heading = headings.find(|heading| heading.start <= at && at < heading.end);
        let now = heading.map(|heading| heading.level.max(1));
        let level = match text {
            "none" | "read" => 0,
            "in" => now.unwrap_or(1).saturating_add(1),
            "out" => now.unwrap_or(2).saturating_sub(1),
            number => number.parse().map_err(|_| &NO_LEVEL)?,
        };
        if level > DEEPEST || level == 0 && !matches!(text, "none" | "read") {
            return Err(&NO_LEVEL);
        }
        let of_line = |mark: &Marked| match heading {
            Some(heading) => heading.start <= mark.at && mark.at < heading.end,
            None => mark.at == at,
        };
        marks.retain(|mark| !of_line(mark));
        if text != "read" {
            marks.push(Marked { at, level });
        }
    }
    made.marks = Arc::new(marks);
    read_again(made);
    Ok(())
}

/// Reads the document again as it is now said to be built, and keeps what a person has decided about or typed.
fn read_again(made: &mut Composition) {
    let marks: Vec<HeadingMark> = made
        .marks
        .iter()
        .map(|mark| HeadingMark {
            at: mark.at as usize,
            level: mark.level,
        })
        .collect();
    let mut again = proposed(read_as(&made.text, &marks));
    let plan = Arc::make_mut(&mut made.base);
    for one in &again.base.attributes {
        if plan.attributes.iter().all(|own| own.id != one.id) {
            plan.attributes.push(one.clone());
        }
    }
    // What was typed for a figure is typed for its target.
    let mut figures = Vec::clone(&made.indicators);
    let mut kept_figures: BTreeSet<String> = BTreeSet::new();
    let targets = merged(&made.targets, &again.targets);
    let mut next = Vec::new();
    for (mut row, is_new) in targets {
        let figure = row.item.indicator.clone();
        if is_new {
            let own = self::row(&again.indicators, figure.as_str()).cloned();
            let Some(mut own) = own else { continue };
            let id = free(&figure, &figures);
            (own.item.id, row.item.indicator) = (id.clone(), id);
            figures.push(own);
        }
        kept_figures.insert(row.item.indicator.as_str().to_owned());
        next.push(row);
    }
    let asked = |figure: &Row<Indicator>| {
        figure.found.is_none()
            || figure.standing != Decided::Proposed
            || kept_figures.contains(figure.item.id.as_str())
    };
    figures.retain(asked);
    for row in &mut next {
        let is_at = row.found.as_ref();
        stands_at(&mut row.item.source, is_at, &again.outline);
        let figure = row.item.indicator.as_str();
        if let Some(own) = figures.iter_mut().find(|own| own.item.id == *figure)
            && let Some(source) = &mut own.item.source
        {
            stands_at(source, is_at, &again.outline);
        }
    }
    made.targets = Arc::new(next);
    made.indicators = Arc::new(figures);
    let duties = merged(&made.duties, &again.duties);
    let mut forms = Vec::clone(&made.forms);
    let mut next = Vec::new();
    for (mut row, is_new) in duties {
        if is_new {
            let old = row.item.template.clone();
            let mut all = again.forms.iter();
            let Some(form) = all.find(|form| form.template.id == old) else {
                continue;
            };
            let mut form = form.clone();
            let taken = |id: &str| forms.iter().any(|one| one.template.id == *id);
            let id = ids::made(old.as_str(), "bao-cao", taken);
            (form.template.id, row.item.template) = (id.clone(), id);
            forms.push(form);
        }
        next.push(row);
    }
    made.duties = Arc::new(next);
    made.forms = Arc::new(forms);
    // What units are asked besides, as whom to call, comes with the first duty.
    for figure in again.indicators.iter().filter(|row| row.found.is_none()) {
        if self::row(&made.indicators, figure.item.id.as_str()).is_none() {
            Arc::make_mut(&mut made.indicators).push(figure.clone());
        }
    }
    let activities = merged(&made.activities, &again.activities);
    made.activities = Arc::new(activities.into_iter().map(|(row, _)| row).collect());
    follows::renamed(&mut made.duties, &again.activities, &made.activities);
    if !made.has_period && again.has_period {
        Arc::make_mut(&mut made.base).period = again.base.period;
        made.has_period = true;
    }
    let done: BTreeSet<(u32, u32)> = made
        .unused
        .iter()
        .filter(|rest| rest.done)
        .map(|rest| (rest.start, rest.end))
        .collect();
    for rest in Arc::make_mut(&mut again.unused) {
        rest.done = done.contains(&(rest.start, rest.end));
    }
    made.unused = again.unused;
    made.outline = again.outline;
}

/// Says where a row stands by the new outline, where it does not stand there already.
fn stands_at(source: &mut Source, found: Option<&Found>, outline: &[Heading]) {
    let Some(found) = found else { return };
    let mut before = outline
        .iter()
        .filter(|heading| heading.start <= found.start);
    let section = before.next_back().map(|heading| &*heading.section);
    if let Some(section) = section
        && !source.section.starts_with(section)
    {
        section.clone_into(&mut source.section);
    }
}

/// An identity that no figure has.
fn free(id: &Id, figures: &[Row<Indicator>]) -> Id {
    ids::made(id.as_str(), "chi-tieu", |id| row(figures, id).is_some())
}

/// The rows that a person has decided about or typed in, and what is read now besides, in the order of the document; with
/// each whether it was read just now.
fn merged<T: Named + Clone + PartialEq + Renamed>(
    old: &[Row<T>],
    new: &[Row<T>],
) -> Vec<(Row<T>, bool)> {
    let is_kept = |row: &Row<T>| {
        row.standing != Decided::Proposed
            || row.corrected
            || !row.typed.is_empty()
            || row.found.is_none()
    };
    let place = |row: &Row<T>| row.found.as_ref().map(|found| (found.start, found.end));
    let mut all: Vec<(Row<T>, bool)> = Vec::new();
    let kept: Vec<&Row<T>> = old.iter().filter(|row| is_kept(row)).collect();
    // Of one sentence as many proposals are answered as there are rows of it, those like them first.
    let mut answered: Vec<usize> = Vec::new();
    for row in &kept {
        let Some(at) = place(row) else { continue };
        let free = |index: &usize| !answered.contains(index);
        let same = |index: &usize| {
            let other = new.get(*index);
            other.and_then(place) == Some(at)
        };
        let alike = |index: &usize| new.get(*index).is_some_and(|other| other.item == row.item);
        let here: Vec<usize> = (0..new.len()).filter(same).filter(free).collect();
        let one = here.iter().copied().find(|index| alike(index));
        answered.extend(one.or_else(|| here.first().copied()));
    }
    all.extend(kept.into_iter().map(|row| (row.clone(), false)));
    let mut taken: BTreeSet<String> = all
        .iter()
        .map(|(row, _)| row.item.id().as_str().to_owned())
        .collect();
    for (index, row) in new.iter().enumerate() {
        if answered.contains(&index) || row.found.is_none() {
            continue;
        }
        let mut row = row.clone();
        let id = ids::made(row.item.id().as_str(), "muc", |id| taken.contains(id));
        taken.insert(id.as_str().to_owned());
        row.item.rename(id);
        all.push((row, true));
    }
    crate::order::sort(&mut all, |(a, _), (b, _)| {
        let key = |row: &Row<T>| place(row).map_or((u32::MAX, u32::MAX), |at| at);
        key(a).cmp(&key(b))
    });
    all
}

/// What can be given another identity.
trait Renamed {
    fn rename(&mut self, id: Id);
}

macro_rules! renamed {
    ($($type:ident),*) => { $(impl Renamed for $type {
        fn rename(&mut self, id: Id) {
            self.id = id;
        }
    })* };
}

renamed!(Target, Duty, Activity);
