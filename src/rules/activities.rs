//! The rules over the list of activities, and the plain ones among them: how many, what each must say,
//! how long it may be, whether what it says can be read.

use super::engine::check::View;
use super::engine::entries::ActivityEntry;
use super::length::fits;
use super::{claimed, dates, duplicate, evidence};
use crate::finding::{Finding, Kind, Path};
use crate::plan::ActivityPart;
use crate::report::{MAX_LINE, MAX_LINKS, MAX_LIST, MAX_NOTE, MAX_PARTNERS};
use crate::value::Reading;

/// A rule over the whole list. When one activity changes they all run: the list is short.
#[derive(Clone, Copy, Debug)]
pub(super) enum ListRule {
    Count,
    Readable,
    Required,
    Lengths,
    Planned,
    Dates,
    Duplicates,
    Claimed,
    Evidence,
}

impl ListRule {
    pub fn check(self, view: &View<'_, '_>, out: &mut Vec<Finding>) {
        match self {
            Self::Count => count(view, out),
            Self::Readable => each(view, out, readable),
            Self::Required => required(view, out),
            Self::Lengths => {
                each(view, out, lengths);
                together(view, out);
            }
            Self::Planned => planned(view, out),
            Self::Dates => dates::check_activities(view, out),
            Self::Duplicates => duplicate::check(view, out),
            Self::Claimed => claimed::check(view, out),
            Self::Evidence => evidence::check_activities(view, out),
        }
    }
}

type EachRule = fn(usize, &ActivityEntry<'_>, &mut Vec<Finding>);

fn each(view: &View<'_, '_>, out: &mut Vec<Finding>, rule: EachRule) {
    for (index, activity) in view.entries.activities.iter().enumerate() {
        rule(index, activity, out);
    }
}

/// The form asks for so many activities at least.
fn count(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let least = view.sheet.list().map_or(0, |list| u32::from(list.least));
    let count = u32::try_from(view.entries.activities.len()).unwrap_or(u32::MAX);
    if count < least {
        out.push(Finding::error(
            Path::activities(),
            Kind::ActivitiesTooFew { least, count },
        ));
    }
}

/// What was entered about an activity must be readable.
fn readable(index: usize, activity: &ActivityEntry<'_>, out: &mut Vec<Finding>) {
    let wrong = [
        (ActivityPart::Date, activity.date.wrong()),
        (ActivityPart::Until, activity.until.wrong()),
        (ActivityPart::Time, activity.time.wrong()),
        (ActivityPart::Participants, activity.participants.wrong()),
        (
            ActivityPart::Links,
            activity.links.iter().find_map(Reading::wrong),
        ),
    ];
    for (part, kind) in wrong {
        if let Some(kind) = kind {
            out.push(Finding::error(
                Path::activity_part(index, part.key()),
                kind.clone(),
            ));
        }
    }
}

/// All texts of the list together must fit what a server takes in: each may be of a right length, and three hundred of
/// them too much.
fn together(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let texts = || view.entries.activities.iter().flat_map(texts);
    let sum = |size: fn(&str) -> usize| texts().map(size).sum::<usize>();
    // A text has at least as many bytes as characters, so most need no counting.
    if sum(str::len) > MAX_LIST {
        let length = sum(|text| text.chars().count());
        if length > MAX_LIST {
            let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let (max, length) = (number(MAX_LIST), number(length));
            out.push(Finding::error(
                Path::activities(),
                Kind::TextTooLong { max, length },
            ));
        }
    }
}

/// The words of an activity.
fn texts<'e>(activity: &'e ActivityEntry<'_>) -> impl Iterator<Item = &'e str> {
    let lines = [&activity.title, &activity.place, &activity.note];
    lines
        .into_iter()
        .chain(&activity.links)
        .filter_map(|text| text.value().map(|text| &**text))
        .chain(activity.partners.iter().map(|name| &**name))
}

/// Title and first day always; the other parts where the form says so.
fn required(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let Some(list) = view.sheet.list() else {
        return;
    };
    let always = [ActivityPart::Title, ActivityPart::Date];
    let asked = list
        .parts
        .iter()
        .filter(|field| field.required)
        .map(|field| field.part);
    let asked: Vec<_> = always
        .into_iter()
        .chain(asked.filter(|part| !always.contains(part)))
        .collect();
    for (index, activity) in view.entries.activities.iter().enumerate() {
        for part in &asked {
            if is_blank(activity, *part) {
                out.push(Finding::error(
                    Path::activity_part(index, part.key()),
                    Kind::Required,
                ));
            }
        }
    }
}

fn is_blank(activity: &ActivityEntry<'_>, part: ActivityPart) -> bool {
    match part {
        ActivityPart::Title => activity.title.is_blank(),
        ActivityPart::Date => activity.date.is_blank(),
        ActivityPart::Until => activity.until.is_blank(),
        ActivityPart::Time => activity.time.is_blank(),
        ActivityPart::Place => activity.place.is_blank(),
        ActivityPart::Participants => activity.participants.is_blank(),
        ActivityPart::Links => activity.links.is_empty(),
        ActivityPart::Partners => activity.partners.is_empty(),
        ActivityPart::Note => activity.note.is_blank(),
    }
}

/// Texts and lists of an activity are bounded.
fn lengths(index: usize, activity: &ActivityEntry<'_>, out: &mut Vec<Finding>) {
    let (line, note) = (MAX_LINE as u32, MAX_NOTE as u32);
    let at = |part: ActivityPart| move || Path::activity_part(index, part.key());
    if let Some(title) = activity.title.value() {
        fits(title, line, at(ActivityPart::Title), out);
    }
    if let Some(place) = activity.place.value() {
        fits(place, line, at(ActivityPart::Place), out);
    }
    if let Some(text) = activity.note.value() {
        fits(text, note, at(ActivityPart::Note), out);
    }
    if let Some(name) = activity.partners.iter().max_by_key(|name| name.len()) {
        fits(name, line, at(ActivityPart::Partners), out);
    }
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    if activity.links.len() > MAX_LINKS {
        let kind = Kind::LinksTooMany {
            most: number(MAX_LINKS),
            count: number(activity.links.len()),
        };
        out.push(Finding::error(at(ActivityPart::Links)(), kind));
    }
    if activity.partners.len() > MAX_PARTNERS {
        let kind = Kind::PartnersTooMany {
            most: number(MAX_PARTNERS),
            count: number(activity.partners.len()),
        };
        out.push(Finding::error(at(ActivityPart::Partners)(), kind));
    }
}

/// An activity that claims to come from the plan's calendar must be in it.
fn planned(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    for (index, activity) in view.entries.activities.iter().enumerate() {
        if activity
            .planned
            .as_ref()
            .is_some_and(|planned| !view.sheet.has_planned(planned))
        {
            out.push(Finding::error(
                Path::activity_part(index, "planned"),
                Kind::ActivityUnknownPlanned,
            ));
        }
    }
}
