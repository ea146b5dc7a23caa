//! From typed text to readings.

use super::compiled::Compiled;
use super::entries::{ActivityEntry, Entries};
use super::input::Input;
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path};
use crate::report::{Draft, DraftActivity, MAX_ACTIVITIES};
use crate::text::{
    NumberError, clean, is_blank, lines, parse_count_with_noun, parse_date, parse_link, parse_time,
    single_line,
};
use crate::value::{Answer, Asked, Reading};
use std::borrow::Cow;
use std::cell::OnceCell;

/// Reads all that was typed. What has no place on this form is kept in the draft and said, but does
/// not block: the person cannot see it to mend it.
pub(in crate::rules) fn entries(compiled: &Compiled, draft: &Draft) -> Entries<'static> {
    let inputs = compiled.inputs.iter().map(|input| {
        let text = draft.figures.get(input.key()).map_or("", String::as_str);
        answer(input, text, compiled.plan_period)
    });
    let mut entries = Entries {
        inputs: inputs.collect(),
        ..Entries::default()
    };
    for (key, text) in draft.figures.iter() {
        if compiled.input(key).is_none() && !is_blank(text) {
            let path = Path::from(&*["/figures/", key].concat());
            entries
                .strays
                .push(Finding::info(path, Kind::ReportUnknownFigure));
        }
    }
    if compiled.list.is_some() {
        let listed = draft.activities.iter().take(MAX_ACTIVITIES);
        entries.activities = listed
            .map(|typed| activity(typed, compiled.plan_period))
            .collect();
    } else if !draft.activities.is_empty() {
        entries
            .strays
            .push(Finding::info(Path::activities(), Kind::ActivitiesNotAsked));
    }
    entries
}

/// Reads what was typed into one input.
pub(in crate::rules) fn answer(
    input: &Input,
    text: &str,
    plan: Period,
) -> Reading<Answer<'static>> {
    if is_blank(text) {
        return Reading::Blank;
    }
    let asked = Asked {
        plan,
        signed: input.least.is_some_and(|least| least < 0),
    };
    input.measure.typed(text, &asked)
}

/// Reads what was typed about one activity.
pub(in crate::rules) fn activity(typed: &DraftActivity, plan: Period) -> ActivityEntry<'static> {
    let line = |text: &str| words(single_line(text));
    let date = |text: &str| unless_blank(text, || Reading::of(parse_date(text, Some(plan))));
    ActivityEntry {
        planned: (!typed.planned.is_empty()).then(|| Cow::Owned(typed.planned.clone())),
        title: line(&typed.title),
        date: date(&typed.date),
        until: date(&typed.until),
        time: unless_blank(&typed.time, || Reading::of(parse_time(&typed.time))),
        place: line(&typed.place),
        participants: unless_blank(&typed.participants, || {
            Reading::of(attendances(&typed.participants))
        }),
        links: lines(&typed.links)
            .map(|link| Reading::of(parse_link(link).map(Cow::Owned)))
            .collect(),
        partners: lines(&typed.partners)
            .map(|name| Cow::Owned(single_line(name).into_owned()))
            .collect(),
        note: words(clean(&typed.note)),
        folded: OnceCell::new(),
    }
}

/// Attendances are asked; people write either noun after the number.
fn attendances(text: &str) -> Result<i64, NumberError> {
    match parse_count_with_noun(text, "lượt") {
        Err(NumberError::NotANumber) => parse_count_with_noun(text, "người"),
        result => result,
    }
}

fn words(text: Cow<'_, str>) -> Reading<Cow<'static, str>> {
    if text.is_empty() {
        Reading::Blank
    } else {
        Reading::Value(Cow::Owned(text.into_owned()))
    }
}

fn unless_blank<T>(text: &str, read: impl Fn() -> Reading<T>) -> Reading<T> {
    if is_blank(text) {
        Reading::Blank
    } else {
        read()
    }
}
