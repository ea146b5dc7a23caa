//! The activities listed in a draft and in a report.

use crate::calendar::{Date, Time};
use crate::plan::ActivityPart;
use crate::read::{object, record};
use serde::{Deserialize, Serialize};

/// An activity (hoạt động) as typed: every part is raw text, right or wrong; "" is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    default,
    remote = "Self"
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
pub struct DraftActivity {
    /// The activity of the plan's calendar that it is; "" for one of the unit's own.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub planned: String,
    /// Its title (tên hoạt động).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub title: String,
    /// Its first day (ngày bắt đầu).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub date: String,
    /// Its last day (ngày kết thúc).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub until: String,
    /// The hour at which it begins (giờ).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub time: String,
    /// Where it is held (địa điểm).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub place: String,
    /// How many attendances (lượt người tham gia).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub participants: String,
    /// Links as evidence (đường dẫn minh chứng), one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub links: String,
    /// Partner units (đơn vị phối hợp), one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub partners: String,
    /// Anything else worth saying (ghi chú).
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(length(max = super::MAX_TEXT)))]
    pub note: String,
}

object!(DraftActivity);

impl DraftActivity {
    /// What was typed into one part.
    #[must_use]
    pub fn part(&self, part: ActivityPart) -> &str {
        match part {
            ActivityPart::Title => &self.title,
            ActivityPart::Date => &self.date,
            ActivityPart::Until => &self.until,
            ActivityPart::Time => &self.time,
            ActivityPart::Place => &self.place,
            ActivityPart::Participants => &self.participants,
            ActivityPart::Links => &self.links,
            ActivityPart::Partners => &self.partners,
            ActivityPart::Note => &self.note,
        }
    }

    /// The text of one part, to type into.
    pub fn part_mut(&mut self, part: ActivityPart) -> &mut String {
        match part {
            ActivityPart::Title => &mut self.title,
            ActivityPart::Date => &mut self.date,
            ActivityPart::Until => &mut self.until,
            ActivityPart::Time => &mut self.time,
            ActivityPart::Place => &mut self.place,
            ActivityPart::Participants => &mut self.participants,
            ActivityPart::Links => &mut self.links,
            ActivityPart::Partners => &mut self.partners,
            ActivityPart::Note => &mut self.note,
        }
    }
}

/// An activity (hoạt động) as understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
pub struct ReportActivity {
    /// The activity of the plan's calendar that it is; none for one of the unit's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<String>,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub date: Date,
    /// Its last day, where it lasts longer than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The hour at which it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Where it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How many attendances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<i64>,
    /// Links as evidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// Partner units.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// Anything else worth saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

object!(ReportActivity);

record!(DraftActivity {
    ;
    planned, title, date, until, time, place, participants, links, partners, note
});
record!(ReportActivity {
    title, date;
    planned, until, time, place, participants, links, partners, note
});
