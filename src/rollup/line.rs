//! Reports from bytes, without keeping what a roll-up has no use for.

use crate::calendar::{Date, Instant, Period};
use crate::claims::Claim;
use crate::read::from_object;
use crate::report::{ReviewedPoints, stand_once};
use crate::schedule::Status;
use crate::value::Raw;
use serde::de::{Error, MapAccess, Visitor};
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
    #[serde(default)]
    pub points: Vec<ReviewedPoints>,
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

/// The figures in the order in which they stand.
#[derive(Default)]
pub(super) struct LineFigures<'a>(pub Vec<(Cow<'a, str>, Raw<'a>)>);

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
                    figures.push((key, map.next_value()?));
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
