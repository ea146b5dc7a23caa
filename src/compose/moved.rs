//! Last year's plan for another year: its days moved, names that bear the old year proposed anew, and what a person has to
//! look at.

use super::back;
use super::cells::{NO_DATE, Set, date, day_text};
use super::paper::name;
use super::place::{Place, shortened};
use super::renamed::{self, Renamed};
use super::shift::{Left, Shift, shifted};
use super::state::Composition;
use super::{made, view};
use crate::message;
use crate::plan::{Id, Plan, Schedule};
use crate::text::{Both, Lang, is_blank};
use serde::Serialize;

/// What moving the plan would make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MovingView {
    /// The first day that it would have, as a person types it.
    pub first: String,
    /// What is wrong with that.
    pub wrong: Option<String>,
    /// The days before and after, in words.
    pub days: String,
    /// Names that bear the old year, each with what it would be.
    pub names: Vec<NewName>,
    /// What cannot be moved, or is to be looked at.
    pub left: Vec<LeftView>,
}

/// A name that bears the old year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NewName {
    /// By what it is named in the action.
    pub id: String,
    /// What of it becomes another.
    pub name: Renamed,
}

/// What a person has to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LeftView {
    /// Where it stands on the page.
    pub place: Place,
    /// What it is about.
    pub message: String,
    /// The day that is to be looked at, in words.
    pub day: Option<String>,
}

/// The most names and remarks that are listed.
const MOST: usize = 400;

/// By what the name in addresses is named.
const ADDRESS: &str = "id";

const TO: Both = Both {
    vi: " → ",
    en: " → ",
};
static NOTHING: Both = Both {
    vi: "Kế hoạch chưa có ngày bắt đầu và kết thúc, nên chưa dời được.",
    en: "The plan has no first and last day yet and cannot be moved.",
};
static SAME: Both = Both {
    vi: "Kế hoạch đang bắt đầu đúng ngày này. Ghi ngày bắt đầu của năm mới.",
    en: "The plan begins on this day already. Write the first day of the new year.",
};

/// What moving the plan to that first day would make; to the same day of the next year where nothing is typed.
pub(super) fn moving(composition: &Composition, text: &str, lang: Lang) -> MovingView {
    let plan = made::plan(composition);
    let typed = if is_blank(text) {
        let next = plan.period.from().add_months(12);
        day_text(next.filter(|_| composition.has_period))
    } else {
        text.to_owned()
    };
    let mut moving = MovingView {
        first: typed.clone(),
        wrong: None,
        days: String::new(),
        names: Vec::new(),
        left: Vec::new(),
    };
    let shift = match shift(composition, &plan, &typed) {
        Ok(shift) => shift,
        Err(wrong) => {
            moving.wrong = Some(wrong.of(lang).to_owned());
            return moving;
        }
    };
    let (mut next, left) = shifted(&plan, shift, lang);
    let days = |period| message::period(period, lang);
    moving.days = [&days(&plan.period), TO.of(lang), &days(&next.period)].concat();
    let names = &mut moving.names;
    renamed(&mut next, &plan, shift, &mut |id, was, will| {
        if names.len() < MOST {
            names.push(NewName {
                id: id.to_owned(),
                name: renamed::renamed(was, will),
            });
        }
        false
    });
    moving.left = left
        .into_iter()
        .take(MOST)
        .map(|left| left_view(composition, left))
        .collect();
    moving
}

fn left_view(composition: &Composition, left: Left) -> LeftView {
    LeftView {
        place: Place {
            list: name(left.list).to_owned(),
            title: shortened(&view::title_of(composition, left.list, &left.id)),
            id: left.id,
            cell: None,
            detail: None,
        },
        message: left.message,
        day: left.day,
    }
}

fn shift(composition: &Composition, plan: &Plan, text: &str) -> Result<Shift, super::cells::Wrong> {
    if !composition.has_period {
        return Err(&NOTHING);
    }
    let first = date(text, None).map_err(|_| &NO_DATE)?;
    if first == plan.period.from() {
        return Err(&SAME);
    }
    Ok(Shift::new(plan.period.from(), first))
}

/// Moves the plan to that first day, and takes the new names of those identities.
pub(super) fn go(composition: &mut Composition, text: &str, names: &[String]) -> Set {
    let plan = made::plan(composition);
    let shift = shift(composition, &plan, text)?;
    let (mut next, _) = shifted(&plan, shift, Lang::Vi);
    let takes = |id: &str| names.iter().any(|one| one == id);
    renamed(&mut next, &plan, shift, &mut |id, _, _| takes(id));
    if next.id != plan.id {
        next.version = 1;
    }
    back::put(composition, next);
    Ok(())
}

/// Goes through all names that bear a year of the plan's; one becomes what it would be where `takes` says so. It is told
/// by what the name is named, what it is, and what it would be.
fn renamed(
    next: &mut Plan,
    old: &Plan,
    shift: Shift,
    takes: &mut dyn FnMut(&str, &str, &str) -> bool,
) {
    let years = shift.years(old.period.from());
    if years == 0 {
        return;
    }
    let span = (old.period.from().year(), old.period.to().year());
    let mut number = 0_usize;
    let address = later(next.id.as_str(), span, years);
    if let Some(address) = address.and_then(|address| Id::new(address).ok())
        && takes(ADDRESS, next.id.as_str(), address.as_str())
    {
        next.id = address;
    }
    let mut see = |name: &mut String| {
        if let Some(will) = later(name, span, years) {
            if takes(&number.to_string(), name, &will) {
                *name = will;
            }
            number += 1;
        }
    };
    see(&mut next.title);
    next.theme.iter_mut().for_each(&mut see);
    for indicator in &mut next.indicators {
        see(&mut indicator.label);
        indicator.hint.iter_mut().for_each(&mut see);
    }
    for target in &mut next.targets {
        see(&mut target.text);
    }
    for group in &mut next.alternatives {
        see(&mut group.text);
    }
    for activity in &mut next.activities {
        see(&mut activity.title);
    }
    for milestone in &mut next.milestones {
        see(&mut milestone.text);
    }
    for template in &mut next.templates {
        for section in &mut template.sections {
            see(&mut section.title);
            section.hint.iter_mut().for_each(&mut see);
        }
    }
    for scoring in &mut next.scorings {
        see(&mut scoring.name);
    }
    for duty in &mut next.duties {
        see(&mut duty.name);
        for stated in &mut duty.schedules {
            match &mut stated.schedule {
                Schedule::Listed(listed) => {
                    let labels = listed.iter_mut().filter_map(|one| one.label.as_mut());
                    labels.for_each(&mut see);
                }
                Schedule::Recurring(recurrence) => recurrence.label.iter_mut().for_each(&mut see),
                Schedule::Event(event) => event.label.iter_mut().for_each(&mut see),
                Schedule::OnDemand(_) => {}
            }
        }
    }
}

/// A name with the years of that span so many years later; none where it bears none of them.
fn later(name: &str, (first, last): (i32, i32), years: i32) -> Option<String> {
    let mut will = String::with_capacity(name.len());
    let mut is_other = false;
    let mut digits = String::new();
    for sign in name.chars().chain(['\n']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        match digits.parse::<i32>() {
            Ok(year) if digits.len() == 4 && (first..=last).contains(&year) => {
                is_other = true;
                will.push_str(&year.saturating_add(years).to_string());
            }
            _ => will.push_str(&digits),
        }
        digits.clear();
        will.push(sign);
    }
    will.pop();
    is_other.then_some(will)
}
