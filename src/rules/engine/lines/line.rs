//! One line of NDJSON as a report that borrows its words from the bytes.

use crate::plan::ActivityPart;
use crate::report::{
    Counted, Explanation, FORMAT, Members, PartValue, Report, ReportActivity, Words,
};
use crate::text::first_active;
use crate::value::{Estimate, File, HASH, Raw, RawRow};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::fmt;
use validator::ValidateLength;

/// A report that borrows. What its reader refuses, a report's own is asked to read.
pub(super) type Line<'a> = Report<Text<'a>, Figures<'a>>;

/// Whether the static rules of shape have nothing to say, and no text holds a character that may not be there. Otherwise the report is read as a single one, which says what is wrong.
pub(super) fn is_within_bounds(line: &Line<'_>) -> bool {
    let fits = |of: &dyn Members| {
        let mut fits = true;
        of.bounded(&mut |bounded| fits &= bounded.excess().is_none());
        fits
    };
    line.format == FORMAT
        && fits(line)
        && line.explanations.iter().all(|line| fits(line))
        && !texts(line).any(|text| first_active(text, false).is_some())
}

/// What is written in words. Where lines may break the single reading says so.
fn texts<'l>(line: &'l Line<'_>) -> impl Iterator<Item = &'l str> {
    let cells = line.figures.0.iter().flat_map(|(_, raw)| match raw {
        Raw::Table(rows) => rows.as_slice(),
        _ => &[],
    });
    let cells = cells.flatten();
    let figures = line.figures.0.iter().chain(cells);
    let figures = figures.filter_map(|(_, raw)| match raw {
        Raw::Text(text) => Some(&**text),
        _ => None,
    });
    let activities = line.activities.iter().flat_map(of_activity);
    let explanations = line.explanations.iter().flat_map(of_explanation);
    figures.chain(activities).chain(explanations)
}

fn of_activity<'l>(activity: &'l ReportActivity<Text<'_>>) -> impl Iterator<Item = &'l str> {
    let parts = ActivityPart::ALL.into_iter();
    // A link holds none, or it is none.
    let words = parts.filter(|part| *part != ActivityPart::Links);
    words
        .flat_map(|part| match activity.part(part) {
            PartValue::Text(text) => text.map(std::slice::from_ref).unwrap_or_default(),
            PartValue::Texts(texts) => texts,
            PartValue::Day(_) | PartValue::Hour(_) | PartValue::Number(_) => &[],
        })
        .map(Text::words)
}

fn of_explanation<'l>(line: &'l Explanation<Text<'_>>) -> [&'l str; 3] {
    [line.path.as_str(), line.code.words(), line.text.words()]
}

/// Words borrowed from the bytes, or owned where they hold escapes. Serde copies a `Cow` that is not a field.
#[derive(Default, Serialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(Cow<'a, str>);

impl Words for Text<'_> {
    fn words(&self) -> &str {
        &self.0
    }
}

impl ValidateLength<u64> for Text<'_> {
    fn length(&self) -> Option<u64> {
        self.0.length()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowed;

        impl<'de> Visitor<'de> for Borrowed {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(Borrowed)
    }
}

/// The figures in the order in which they stand.
#[derive(Default)]
pub(super) struct Figures<'a>(pub Vec<(Cow<'a, str>, Raw<'a>)>);

impl Counted for Figures<'_> {
    fn count(&self) -> usize {
        self.0.len()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Figures<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Figures<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("figures by indicator")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Figures<'de>, A::Error> {
                let mut figures = Vec::with_capacity(64);
                while let Some((key, raw)) = map.next_entry::<Text<'de>, Raw<'de>>()? {
                    figures.push((key.0, raw));
                }
                Ok(Figures(figures))
            }
        }

        deserializer.deserialize_map(Members)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyRaw)
    }
}

/// Refuses what [`crate::report::Value`] refuses, in fewer words: that one speaks when it is asked.
struct AnyRaw;

impl<'de> Visitor<'de> for AnyRaw {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value of a figure")
    }

    fn visit_bool<E: Error>(self, done: bool) -> Result<Raw<'de>, E> {
        Ok(Raw::Done(done))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Raw<'de>, E> {
        Ok(Raw::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Raw<'de>, E> {
        i64::try_from(number)
            .map(Raw::Number)
            .map_err(|_| E::custom("too large"))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Raw<'de>, E> {
        Ok(Raw::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw<'de>, A::Error> {
        let (mut list, mut files, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(item) = items.next_element()? {
            match item {
                Item::Text(Text(text)) => list.push(text),
                Item::File(file) => files.push(file),
                Item::Row(row) => rows.push(row),
            }
        }
        match (list.is_empty(), files.is_empty(), rows.is_empty()) {
            (_, true, true) => Ok(Raw::List(list)),
            (true, false, true) => Ok(Raw::Files(files)),
            (true, true, false) => Ok(Raw::Table(rows)),
            _ => Err(A::Error::custom("of several kinds")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
        let (mut part, mut whole, mut number, mut is) = (None, None, None, None);
        while let Some(Text(key)) = map.next_key()? {
            let half = match &*key {
                "part" => &mut part,
                "whole" => &mut whole,
                "number" => &mut number,
                "is" if is.is_none() => {
                    is = Some(map.next_value()?);
                    continue;
                }
                _ => return Err(A::Error::custom("neither part nor whole")),
            };
            if half.replace(map.next_value()?).is_some() {
                return Err(A::Error::custom("twice"));
            }
        }
        match (part, whole, number, is) {
            (Some(part), Some(whole), None, None) => Ok(Raw::Share { part, whole }),
            (None, None, Some(number), Some(is)) => Ok(Raw::Estimate(Estimate { number, is })),
            _ => Err(A::Error::custom("half a share")),
        }
    }
}

/// What a list holds.
enum Item<'a> {
    Text(Text<'a>),
    File(File),
    Row(RawRow<'a>),
}

impl<'de: 'a, 'a> Deserialize<'de> for Item<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyItem;

        impl<'de> Visitor<'de> for AnyItem {
            type Value = Item<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text, a file, or a row")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Item<'de>, E> {
                Ok(Item::Text(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Item<'de>, E> {
                Ok(Item::Text(Text(Cow::Owned(text.to_owned()))))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item<'de>, A::Error> {
                let mut row = RawRow::new();
                while let Some((Text(key), raw)) = map.next_entry::<Text<'de>, Raw<'de>>()? {
                    if row.iter().any(|(there, _)| *there == key) {
                        return Err(A::Error::custom("twice"));
                    }
                    row.push((key, raw));
                }
                if !row.iter().any(|(key, _)| key == HASH) {
                    return Ok(Item::Row(row));
                }
                let member = |key: &str| {
                    let mut there = row.iter().filter(|(there, _)| there == key);
                    there.next().map(|(_, raw)| raw.clone())
                };
                let file = File::of_members(member, row.len());
                file.map(Item::File)
                    .ok_or_else(|| A::Error::custom("no file"))
            }
        }

        deserializer.deserialize_any(AnyItem)
    }
}
