//! The activities that a sample report lists.

use super::author::Author;
use super::{Sample, happens, one_of, words};
use crate::calendar::{Date, Period, Time};
use crate::plan::{Activity, ActivityList, ActivityPart, Span};
use crate::report::ReportActivity;
use crate::schedule::Occasion;
use crate::text::fold;

/// Every so many units two of them hold something together in a period.
const BLOCK: usize = 12;

pub(super) fn activities(
    author: &mut Author<'_, '_>,
    list: &ActivityList,
    occasion: &Occasion,
    until: Date,
) -> Vec<ReportActivity> {
    let plan = author.sample.plan;
    let days = match list.within {
        Span::Plan => plan.period,
        Span::Period => days_told(occasion.period, until),
    };
    let planned: Vec<&Activity> = plan
        .activities
        .iter()
        .filter(|one| one.units.chooses(author.unit) && held_in(one, days).is_some())
        .collect();
    let least = usize::from(list.least);
    let weeks = usize::try_from(days.len_days() / 7).unwrap_or(0).min(6);
    let count = author.rng.usize(0..4 + weeks).max(least);
    // What the quick report told is told again.
    let mut all = match list.within {
        Span::Plan => Vec::new(),
        Span::Period => author.listed(occasion.period),
    };
    let count = count.max(all.len());
    // Titles are few; an activity that stands there already is not listed again.
    for _ in 0..count * 3 {
        if all.len() >= count {
            break;
        }
        let one = if !planned.is_empty() && happens(&mut author.rng, 450) {
            let at = author.rng.usize(0..planned.len());
            planned.get(at).map(|one| of_plan(author, one, days))
        } else {
            Some(own(author, days))
        };
        let there = |one: &ReportActivity| {
            all.iter()
                .any(|other| fold(&other.title) == fold(&one.title))
        };
        all.extend(one.filter(|one| !there(one)));
    }
    if list.within == Span::Period {
        all.extend(joint(author, occasion, days));
    }
    for one in &mut all {
        ask(author, list, one);
    }
    all.sort_by_key(|one| one.date);
    all
}

/// What the report can tell of: nothing after the day on which it is sent.
fn days_told(period: Period, until: Date) -> Period {
    Period::new(period.from(), period.to().min(until)).unwrap_or(Period::day(period.from()))
}

fn held_in(activity: &Activity, days: Period) -> Option<(Date, Option<Time>)> {
    activity.when.iter().find_map(|when| {
        let (from, to) = when.applies();
        let span = Period::new(from, to).ok()?.intersect(days)?;
        Some((span.from(), when.time))
    })
}

fn of_plan(author: &mut Author<'_, '_>, activity: &Activity, days: Period) -> ReportActivity {
    let (date, time) = held_in(activity, days).unwrap_or((days.from(), None));
    ReportActivity {
        planned: Some(activity.id.as_str().to_owned()),
        time,
        ..bare(author, activity.title.clone(), date)
    }
}

fn own(author: &mut Author<'_, '_>, days: Period) -> ReportActivity {
    let title = one_of(&mut author.rng, words::TITLES, "Sinh hoạt chi đoàn");
    let date = some_day(&mut author.rng, days);
    bare(author, title.to_owned(), date)
}

fn some_day(rng: &mut fastrand::Rng, days: Period) -> Date {
    let day = rng.i64(0..days.len_days());
    days.from().add_days(day).unwrap_or(days.from())
}

fn bare(author: &mut Author<'_, '_>, title: String, date: Date) -> ReportActivity {
    let place = one_of(&mut author.rng, words::PLACES, "Hội trường");
    let place = [place, " ", author.short_name()].concat();
    let most = 20 + author.size / 10;
    ReportActivity {
        place: Some(place),
        participants: Some(author.rng.i64(12..most.max(13))),
        ..ReportActivity::new(title, date)
    }
}

/// An event that this unit holds with another one and both list.
fn joint(author: &mut Author<'_, '_>, occasion: &Occasion, days: Period) -> Option<ReportActivity> {
    let sample: &Sample<'_> = author.sample;
    let (block, seat) = (author.place / BLOCK, author.place % BLOCK);
    let week = occasion.period.from().to_iso();
    let number = u64::try_from(block).unwrap_or(0);
    let mut shared = sample.chance(&["joint", &week, occasion.duty.as_str()], number);
    let hosts = [shared.usize(0..BLOCK), shared.usize(0..BLOCK)];
    let role = hosts.iter().position(|host| *host == seat)?;
    let title = one_of(&mut shared, words::JOINT, "Hội thao");
    let place = one_of(&mut shared, words::JOINT_PLACES, "Nhà Thiếu nhi quận");
    let date = some_day(&mut shared, days);
    let said = one_of(&mut shared, words::TOGETHER, "");
    let prefix = if role == 0 { "" } else { said };
    Some(ReportActivity {
        place: Some(place.to_owned()),
        ..bare(author, [prefix, title].concat(), date)
    })
}

/// Leaves what the form does not ask, and adds what it must have.
fn ask(author: &mut Author<'_, '_>, list: &ActivityList, one: &mut ReportActivity) {
    let asks = |part: ActivityPart| list.parts.iter().any(|field| field.part == part);
    if !asks(ActivityPart::Time) {
        one.time = None;
    }
    if !asks(ActivityPart::Place) {
        one.place = None;
    }
    if !asks(ActivityPart::Participants) {
        one.participants = None;
    }
    let link = asks(ActivityPart::Links) && (list.evidence || happens(&mut author.rng, 700));
    if link || list.evidence {
        let number = author.rng.u32(1_000..10_000).to_string();
        one.links = vec![["https://example.org/minh-chung/", &number].concat()];
    }
    for field in list.parts.iter().filter(|field| field.required) {
        match field.part {
            ActivityPart::Time if one.time.is_none() => one.time = Time::new(8, 0).ok(),
            ActivityPart::Until => one.until = Some(one.date),
            ActivityPart::Partners => one.partners = vec!["Hội Liên hiệp Thanh niên".into()],
            ActivityPart::Note => one.note = Some("Không có".into()),
            ActivityPart::Links if one.links.is_empty() => {
                one.links = vec!["https://example.org/minh-chung".into()];
            }
            _ => {}
        }
    }
}
