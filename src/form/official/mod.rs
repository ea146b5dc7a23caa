//! A report as an official document (văn bản): what stands on the paper that a unit signs and stamps, line by line.
//!
//! It is data, so that print, Word and whatever comes after show one and the same: who shows it knows only how each
//! [`OfficialStyle`] looks. It is in Vietnamese, as the organisation's papers are.

mod body;
mod head;
mod word;

pub(crate) use body::{after, carrying_out, roman, table};
pub(crate) use head::{BLANK, Letterhead};
pub use word::word;

use crate::calendar::Instant;
use crate::plan::Plan;
use crate::report::Report;
use serde::{Serialize, Serializer};

/// A report as an official document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Official {
    /// Whose layout it has.
    pub system: OfficialSystem,
    /// Its head: who issues it, and beside that the organisation or the state.
    pub head: OfficialPair,
    /// What it says.
    pub body: Vec<OfficialBlock>,
    /// Its foot: who receives it, and beside that who signs, with room for the seal.
    pub foot: OfficialPair,
}

/// Whose layout a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OfficialSystem {
    /// The Youth Union's (Hướng dẫn 29-HD/TWĐTN-VP).
    Union,
    /// The state's (Nghị định 30/2020/NĐ-CP), which sister organisations use too.
    State,
}

/// Two columns without a border.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfficialPair {
    /// How wide the left one is, in percent.
    pub width: u8,
    /// The left one.
    pub left: Vec<OfficialLine>,
    /// The right one.
    pub right: Vec<OfficialLine>,
}

/// What stands between head and foot.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OfficialBlock {
    /// A paragraph.
    Line(OfficialLine),
    /// A table.
    Table(OfficialTable),
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfficialLine {
    /// How it looks.
    pub style: OfficialStyle,
    /// What it says; capitals are the style's.
    pub text: String,
}

/// A table with a line of headings, which is repeated on each page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OfficialTable {
    /// How wide each column is, in percent.
    pub widths: Vec<u8>,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// The rows, each with as many cells as there are headings; a cell may have several lines.
    pub rows: Vec<Vec<String>>,
}

/// How a paragraph looks. A document in Word has a style of each name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "camelCase"))]
pub enum OfficialStyle {
    /// The body above the one that issues it.
    Above,
    /// The body that issues it.
    Issuer,
    /// The organisation.
    Organisation,
    /// The state.
    State,
    /// The state's motto.
    Motto,
    /// Signs that stand for a rule: `***`.
    Stars,
    /// A rule of a third of its column.
    Rule,
    /// A rule as long as the line above it.
    LongRule,
    /// A rule below a title.
    TitleRule,
    /// The number and sign.
    Number,
    /// Place and date.
    Dated,
    /// What kind of document it is.
    Kind,
    /// What it is about.
    About,
    /// To whom it goes.
    To,
    /// A heading: "I.".
    Section,
    /// A heading below it: "1.".
    Item,
    /// A paragraph of the text.
    Text,
    /// "Nơi nhận:".
    Recipients,
    /// Who receives it.
    Recipient,
    /// For whom is signed, and in which post.
    Signer,
    /// The name below the signature.
    Name,
}

/// The document of a report. `at` is the moment of which it is: month and year stand on it, the day and the number are
/// its office's to fill in. What the plan no longer asks is left out.
#[must_use]
pub fn official(plan: &Plan, report: &Report, at: Instant) -> Official {
    let known = head::Known::of(plan, report);
    known.letterhead().around(body::body(&known, report), at)
}

/// The names of all styles, in their order. As one text they are no part of what a form loads first.
const STYLES: &str = "above issuer organisation state motto stars rule longRule titleRule number dated kind about to \
                      section item text recipients recipient signer name";

impl Serialize for OfficialStyle {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl OfficialStyle {
    /// Its name, in JSON and in Word.
    #[must_use]
    pub fn name(self) -> &'static str {
        STYLES.split(' ').nth(self as usize).unwrap_or_default()
    }

    pub(crate) fn line(self, text: impl Into<String>) -> OfficialLine {
        let text = text.into();
        OfficialLine { style: self, text }
    }

    pub(crate) fn block(self, text: impl Into<String>) -> OfficialBlock {
        OfficialBlock::Line(self.line(text))
    }
}

#[cfg(test)]
mod tests;
