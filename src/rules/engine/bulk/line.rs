//! One line of NDJSON as a report that borrows its words from the bytes.

use crate::calendar::{Date, Period, Time};
use crate::finding::Finding;
use crate::read::from_object;
use crate::report::{
    FORMAT, MAX_ACTIVITIES, MAX_EXPLANATION, MAX_EXPLANATIONS, MAX_FIGURES, stand_once,
};
use crate::rules::engine::entries::ActivityEntry;
use crate::rules::engine::read_report::RawActivity;
use crate::text::{first_active, is_blank};
use crate::value::Raw;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::fmt;

/// The mirror of [`crate::report::Report`]; what it refuses, that one is asked to read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct Line<'a> {
    format: u32,
    #[serde(borrow)]
    plan: Text<'a>,
    pub plan_version: u32,
    #[serde(borrow)]
    duty: Text<'a>,
    #[serde(borrow)]
    unit: Text<'a>,
    pub period: Period,
    #[serde(borrow, default)]
    pub figures: Figures<'a>,
    #[serde(borrow, default)]
    pub activities: Vec<LineActivity<'a>>,
    #[serde(borrow, default)]
    pub explanations: Vec<LineExplanation<'a>>,
}

from_object!(Line<'a>);

impl Line<'_> {
    pub fn plan(&self) -> &str {
        &self.plan.0
    }

    pub fn duty(&self) -> &str {
        &self.duty.0
    }

    pub fn unit(&self) -> &str {
        &self.unit.0
    }

    /// Whether the static rules of shape have nothing to say, no figure stands twice, and no text holds a character that
    /// may not be there. Otherwise the report is read as a single one, which says what is wrong.
    pub fn is_within_bounds(&self) -> bool {
        let fits =
            |explanation: &LineExplanation<'_>| explanation.text.0.len() as u64 <= MAX_EXPLANATION;
        self.format == FORMAT
            && self.figures.0.len() <= MAX_FIGURES
            && self.activities.len() <= MAX_ACTIVITIES
            && self.explanations.len() <= MAX_EXPLANATIONS
            && self.explanations.iter().all(fits)
            && stand_once(self.figures.0.iter().map(|(key, _)| &**key))
            && !self.texts().any(|text| first_active(text, false).is_some())
    }
}

impl<'a> Line<'a> {
    /// What is written in words. Where lines may break the single reading says so.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let figures = self.figures.0.iter().filter_map(|(_, raw)| match raw {
            Raw::Text(text) => Some(&**text),
            _ => None,
        });
        let activities = self.activities.iter().flat_map(LineActivity::texts);
        let explanations = self.explanations.iter();
        let explanations = explanations.flat_map(|line| [&line.path, &line.code, &line.text]);
        figures.chain(activities.chain(explanations).map(|text| &*text.0))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct LineActivity<'a> {
    #[serde(borrow, default)]
    planned: Option<Text<'a>>,
    #[serde(borrow)]
    title: Text<'a>,
    date: Date,
    #[serde(default)]
    until: Option<Date>,
    #[serde(default)]
    time: Option<Time>,
    #[serde(borrow, default)]
    place: Option<Text<'a>>,
    #[serde(default)]
    participants: Option<i64>,
    #[serde(borrow, default)]
    links: Vec<Text<'a>>,
    #[serde(borrow, default)]
    partners: Vec<Text<'a>>,
    #[serde(borrow, default)]
    note: Option<Text<'a>>,
}

from_object!(LineActivity<'a>);

impl<'a> LineActivity<'a> {
    fn texts(&self) -> impl Iterator<Item = &Text<'a>> {
        let some = [&self.place, &self.note].into_iter().flatten();
        some.chain([&self.title]).chain(&self.partners)
    }

    pub fn read(self) -> ActivityEntry<'a> {
        let text = |text: Option<Text<'a>>| text.map(|text| text.0);
        let texts = |texts: Vec<Text<'a>>| texts.into_iter().map(|text| text.0).collect();
        RawActivity {
            planned: text(self.planned),
            title: self.title.0,
            date: self.date,
            until: self.until,
            time: self.time,
            place: text(self.place),
            participants: self.participants,
            links: texts(self.links),
            partners: texts(self.partners),
            note: text(self.note),
        }
        .read()
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub(super) struct LineExplanation<'a> {
    #[serde(borrow)]
    path: Text<'a>,
    #[serde(borrow)]
    code: Text<'a>,
    #[serde(borrow)]
    text: Text<'a>,
}

from_object!(LineExplanation<'a>);

impl LineExplanation<'_> {
    pub fn explains(&self, finding: &Finding) -> bool {
        self.code.0 == finding.code()
            && self.path.0 == finding.path.as_str()
            && !is_blank(&self.text.0)
    }
}

/// Text borrowed from the bytes, or owned where it holds escapes.
pub(super) struct Text<'a>(Cow<'a, str>);

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

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
        let (mut part, mut whole) = (None, None);
        while let Some(Text(key)) = map.next_key()? {
            let half = match &*key {
                "part" => &mut part,
                "whole" => &mut whole,
                _ => return Err(A::Error::custom("neither part nor whole")),
            };
            if half.replace(map.next_value()?).is_some() {
                return Err(A::Error::custom("twice"));
            }
        }
        match (part, whole) {
            (Some(part), Some(whole)) => Ok(Raw::Share { part, whole }),
            _ => Err(A::Error::custom("half a share")),
        }
    }
}
