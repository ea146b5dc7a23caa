//! From typed text to readings.

use super::compiled::Compiled;
use super::entries::{ActivityEntry, Answer, Entries, Reading};
use super::input::Ask;
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path};
use crate::report::{Draft, DraftActivity, MAX_ACTIVITIES};
use crate::text::{
    NumberError, clean, fold, is_blank, parse_count_with_noun, parse_date, parse_dong, parse_email,
    parse_integer_with_noun, parse_link, parse_phone, parse_time, single_line,
};
use std::borrow::Cow;
use std::cell::OnceCell;

/// Reads all that was typed. What has no place on this form is kept in the draft and said, but does
/// not block: the person cannot see it to mend it.
pub(super) fn entries(compiled: &Compiled, draft: &Draft) -> Entries<'static> {
    let inputs = compiled.inputs.iter().map(|input| {
        let text = draft.figures.get(input.key()).map_or("", String::as_str);
        answer(&input.ask, text, compiled.plan_period)
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
pub(super) fn answer(ask: &Ask, text: &str, plan: Period) -> Reading<Answer<'static>> {
    if is_blank(text) {
        return Reading::Blank;
    }
    match ask {
        Ask::Count {
            noun,
            signed: false,
        } => number(parse_count_with_noun(text, noun)),
        Ask::Count { noun, signed: true } => number(parse_integer_with_noun(text, noun)),
        Ask::Money => Reading::of(parse_dong(text).map(Answer::Number)),
        Ask::Done => done(text),
        Ask::Text { lines: true } => {
            Reading::Value(Answer::Text(Cow::Owned(clean(text).into_owned())))
        }
        Ask::Text { lines: false } => {
            Reading::Value(Answer::Text(Cow::Owned(single_line(text).into_owned())))
        }
        Ask::Date => Reading::of(parse_date(text, Some(plan)).map(Answer::Date)),
        Ask::Time => Reading::of(parse_time(text).map(Answer::Time)),
        Ask::Phone => Reading::of(parse_phone(text).map(|phone| Answer::Phone {
            number: Cow::Owned(phone.canonical()),
            known_prefix: phone.known_prefix(),
        })),
        Ask::Email => Reading::of(parse_email(text).map(|email| Answer::Text(Cow::Owned(email)))),
        Ask::Link => Reading::of(parse_link(text).map(|link| Answer::Text(Cow::Owned(link)))),
    }
}

fn number(result: Result<i64, NumberError>) -> Reading<Answer<'static>> {
    Reading::of(result.map(Answer::Number))
}

fn done(text: &str) -> Reading<Answer<'static>> {
    match fold(text).as_str() {
        "co" | "roi" | "da" | "yes" | "true" => Reading::Value(Answer::Done(true)),
        "khong" | "chua" | "no" | "false" => Reading::Value(Answer::Done(false)),
        _ => Reading::Wrong(Kind::DoneNotYesOrNo),
    }
}

/// Reads what was typed about one activity.
pub(super) fn activity(typed: &DraftActivity, plan: Period) -> ActivityEntry<'static> {
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

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !is_blank(line))
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
