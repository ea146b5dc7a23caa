//! Reports from bytes, without keeping what a roll-up has no use for.

use super::amount::Figure;
use crate::calendar::{Date, Instant, Period};
use crate::claims::Claim;
use crate::read::from_object;
use crate::report::stand_once;
use crate::schedule::Status;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// The mirror of [`crate::report::Arrival`], borrowed from its line.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", remote = "Self")]
pub(super) struct LineArrival<'a> {
    pub received_at: Instant,
    #[serde(default)]
    pub revision: u32,
    #[serde(default)]
    pub status: Status,
    #[serde(borrow)]
    pub submission: LineSubmission<'a>,
}

from_object!(LineArrival<'a>);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", remote = "Self")]
pub(super) struct LineSubmission<'a> {
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    pub prepared_at: Instant,
    #[serde(borrow)]
    pub report: LineReport<'a>,
}

from_object!(LineSubmission<'a>);

/// The mirror of [`crate::report::Report`].
#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct LineReport<'a> {
    #[serde(borrow)]
    pub plan: Cow<'a, str>,
    #[serde(borrow)]
    pub duty: Cow<'a, str>,
    #[serde(borrow)]
    pub unit: Cow<'a, str>,
    pub period: Period,
    #[serde(borrow, default)]
    pub figures: LineFigures<'a>,
    #[serde(default)]
    pub activities: Vec<LineActivity>,
}

from_object!(LineReport<'a>);

#[derive(Deserialize)]
#[serde(remote = "Self")]
pub(super) struct LineActivity {
    #[serde(default)]
    planned: Option<Box<str>>,
    title: Box<str>,
    date: Date,
    #[serde(default)]
    until: Option<Date>,
    #[serde(default)]
    place: Option<Box<str>>,
    #[serde(default)]
    participants: Option<i64>,
}

from_object!(LineActivity);

impl From<LineActivity> for Claim {
    fn from(activity: LineActivity) -> Self {
        Self {
            from: activity.date,
            to: activity.until.unwrap_or(activity.date),
            title: activity.title,
            place: activity.place,
            participants: activity.participants,
            planned: activity.planned,
        }
    }
}

/// The figures in the order in which they stand; those in words are left out.
#[derive(Default)]
pub(super) struct LineFigures<'a>(pub Vec<(Cow<'a, str>, Figure)>);

/// A key, borrowed where it holds no escape. Serde copies a `Cow` that is not a field.
struct Key<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Key<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowed;

        impl<'de> Visitor<'de> for Borrowed {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an indicator")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(Borrowed)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for LineFigures<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = LineFigures<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("figures by indicator")
            }

            fn visit_map<A: MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<LineFigures<'de>, A::Error> {
                let mut figures = Vec::with_capacity(64);
                while let Some(Key(key)) = map.next_key()? {
                    if let Some(figure) = map.next_value_seed(AnyFigure)? {
                        figures.push((key, figure));
                    }
                }
                if !stand_once(figures.iter().map(|(key, _): &(Cow<'_, str>, _)| &**key)) {
                    return Err(A::Error::custom("a figure that stands twice"));
                }
                Ok(LineFigures(figures))
            }
        }

        deserializer.deserialize_map(Members)
    }
}

struct AnyFigure;

impl<'de> DeserializeSeed<'de> for AnyFigure {
    type Value = Option<Figure>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyFigure {
    type Value = Option<Figure>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value of a figure")
    }

    fn visit_bool<E: Error>(self, done: bool) -> Result<Self::Value, E> {
        Ok(Some(Figure::Done(done)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(Figure::Number(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        i64::try_from(number)
            .map(|number| Some(Figure::Number(number)))
            .map_err(|_| E::custom("too large"))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut part, mut whole) = (None, None);
        while let Some(Key(key)) = map.next_key()? {
            match &*key {
                "part" => part = Some(map.next_value()?),
                "whole" => whole = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match (part, whole) {
            (Some(part), Some(whole)) => Ok(Some(Figure::Share { part, whole })),
            _ => Err(A::Error::custom("half a share")),
        }
    }
}
