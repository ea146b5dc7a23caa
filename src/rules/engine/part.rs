//! The kinds of what is entered about an activity: how it is read, as typed and as reported, and how it is reported again.

use crate::calendar::{Date, Period, Time};
use crate::finding::{Expected, Kind};
use crate::report::Words;
use crate::text::{
    NumberError, clean, is_blank, lines, parse_count_with_noun, parse_date, parse_link, parse_time,
    single_line,
};
use crate::value::{Reading, canonical, exact_number};
use std::borrow::Cow;
use std::sync::Arc;

/// A kind of part: what is understood of it, and the reading of what was typed.
pub trait PartKind {
    type Entry<'a>;

    fn typed(text: &str, plan: Period) -> Self::Entry<'static>;
}

/// Words on one line.
pub struct Line;
/// Words on several lines.
pub struct Lines;
/// A day.
pub struct Day;
/// An hour.
pub struct Hour;
/// How many attendances.
pub struct Attendances;
/// Links, one a line.
pub struct Links;
/// Names, one a line.
pub struct Names;

type TextReading<'a> = Reading<Cow<'a, str>>;

impl PartKind for Line {
    type Entry<'a> = TextReading<'a>;

    #[inline(never)]
    fn typed(text: &str, _: Period) -> TextReading<'static> {
        words(single_line(text))
    }
}

impl PartKind for Lines {
    type Entry<'a> = TextReading<'a>;

    fn typed(text: &str, _: Period) -> TextReading<'static> {
        words(clean(text))
    }
}

impl PartKind for Day {
    type Entry<'a> = Reading<Date>;

    #[inline(never)]
    fn typed(text: &str, plan: Period) -> Reading<Date> {
        unless_blank(text, || Reading::of(parse_date(text, Some(plan))))
    }
}

impl PartKind for Hour {
    type Entry<'a> = Reading<Time>;

    fn typed(text: &str, _: Period) -> Reading<Time> {
        unless_blank(text, || Reading::of(parse_time(text)))
    }
}

impl PartKind for Attendances {
    type Entry<'a> = Reading<i64>;

    // People write either noun after the number.
    fn typed(text: &str, _: Period) -> Reading<i64> {
        let read = || match parse_count_with_noun(text, "lượt") {
            Err(NumberError::NotANumber) => parse_count_with_noun(text, "người"),
            result => result,
        };
        unless_blank(text, || Reading::of(read()))
    }
}

impl PartKind for Links {
    type Entry<'a> = Vec<TextReading<'a>>;

    fn typed(text: &str, _: Period) -> Vec<TextReading<'static>> {
        let mut links = Vec::new();
        for link in lines(text) {
            links.push(Reading::of(parse_link(link).map(Cow::Owned)));
        }
        links
    }
}

impl PartKind for Names {
    type Entry<'a> = Vec<Cow<'a, str>>;

    fn typed(text: &str, _: Period) -> Vec<Cow<'static, str>> {
        let mut names = Vec::new();
        for name in lines(text) {
            names.push(Cow::Owned(single_line(name).into_owned()));
        }
        names
    }
}

fn words(text: Cow<'_, str>) -> TextReading<'static> {
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

impl Line {
    pub fn reported<T: Words>(text: &T) -> TextReading<'_> {
        match text.words() {
            text if is_blank(text) => Reading::Blank,
            text => Reading::Value(Cow::Borrowed(text)),
        }
    }

    #[inline(never)]
    pub fn to_report(entry: &TextReading<'_>) -> Option<String> {
        entry.value().map(ToString::to_string)
    }
}

impl Lines {
    pub fn reported<T: Words>(text: &T) -> TextReading<'_> {
        Line::reported(text)
    }

    pub fn to_report(entry: &TextReading<'_>) -> Option<String> {
        Line::to_report(entry)
    }
}

impl Day {
    pub fn reported<D: Copy + Into<Option<Date>>>(day: &D) -> Reading<Date> {
        (*day).into().map_or(Reading::Blank, Reading::Value)
    }

    pub fn to_report(entry: &Reading<Date>) -> Option<Date> {
        entry.value().copied()
    }
}

impl Hour {
    pub fn reported(hour: &Option<Time>) -> Reading<Time> {
        hour.map_or(Reading::Blank, Reading::Value)
    }

    pub fn to_report(entry: &Reading<Time>) -> Option<Time> {
        entry.value().copied()
    }
}

impl Attendances {
    pub fn reported(count: &Option<i64>) -> Reading<i64> {
        match *count {
            None => Reading::Blank,
            Some(..0) => Reading::refused(Kind::NumberNegative),
            Some(count) => Reading::of(exact_number(count)),
        }
    }

    pub fn to_report(entry: &Reading<i64>) -> Option<i64> {
        entry.value().copied()
    }
}

impl Links {
    pub fn reported<T: Words>(links: &[T]) -> Vec<TextReading<'_>> {
        let texts = links.iter().map(T::words);
        let read = |text| {
            Reading::of(canonical(
                parse_link(text),
                Cow::Borrowed(text),
                Expected::Link,
            ))
        };
        texts.map(read).collect()
    }

    pub fn to_report(entry: &[TextReading<'_>]) -> Vec<String> {
        let mut links = Vec::new();
        for link in entry {
            links.extend(Line::to_report(link));
        }
        links
    }
}

impl Names {
    pub fn reported<T: Words>(names: &[T]) -> Vec<Cow<'_, str>> {
        names
            .iter()
            .map(|name| Cow::Borrowed(name.words()))
            .collect()
    }

    pub fn to_report(entry: &[Cow<'_, str>]) -> Vec<String> {
        entry.iter().map(ToString::to_string).collect()
    }
}

/// What was understood of a part, whichever it is.
#[derive(Clone, Copy, Debug)]
pub enum PartEntry<'e> {
    /// Words.
    Text(&'e TextReading<'e>),
    /// A day.
    Day(&'e Reading<Date>),
    /// An hour.
    Hour(&'e Reading<Time>),
    /// How many attendances.
    Attendances(&'e Reading<i64>),
    /// Links.
    Links(&'e [TextReading<'e>]),
    /// Names.
    Names(&'e [Cow<'e, str>]),
}

impl PartEntry<'_> {
    /// Whether nothing was entered.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.is_blank(),
            Self::Day(day) => day.is_blank(),
            Self::Hour(hour) => hour.is_blank(),
            Self::Attendances(count) => count.is_blank(),
            Self::Links(links) => links.is_empty(),
            Self::Names(names) => names.is_empty(),
        }
    }

    /// Why what was entered cannot be read.
    #[must_use]
    pub fn wrong(&self) -> Option<&Arc<Kind>> {
        match self {
            Self::Day(day) => day.wrong(),
            Self::Hour(hour) => hour.wrong(),
            Self::Attendances(count) => count.wrong(),
            Self::Links(links) => links.iter().find_map(Reading::wrong),
            // Words say what they say.
            Self::Text(_) | Self::Names(_) => None,
        }
    }

    /// So many characters, or bytes, as `size` says, of all its words.
    pub(in crate::rules) fn size(&self, size: fn(&str) -> usize) -> usize {
        let of = |text: &TextReading<'_>| text.value().map_or(0, |text| size(text));
        let mut sum = 0;
        match self {
            Self::Text(text) => sum = of(text),
            Self::Links(links) => {
                for link in *links {
                    sum += of(link);
                }
            }
            Self::Names(names) => {
                for name in *names {
                    sum += size(name);
                }
            }
            Self::Day(_) | Self::Hour(_) | Self::Attendances(_) => {}
        }
        sum
    }
}

macro_rules! views {
    ($( $variant:ident($type:ty), )+) => {
        $( impl<'e> From<&'e $type> for PartEntry<'e> {
            fn from(entry: &'e $type) -> Self {
                Self::$variant(entry)
            }
        } )+
    };
}

views! {
    Text(TextReading<'e>),
    Day(Reading<Date>),
    Hour(Reading<Time>),
    Attendances(Reading<i64>),
    Links(Vec<TextReading<'e>>),
    Names(Vec<Cow<'e, str>>),
}
