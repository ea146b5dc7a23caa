//! What every kind of value answers.

use super::TableMeasure;
use super::answer::{Answer, Asked, Raw, Reading};
#[cfg(feature = "sample")]
use super::json::Value;
use super::listed::ListedAnswer;
use crate::finding::Expected;
use crate::text::Lang;
use serde::Serialize;

/// What the other floors ask of a kind of value. No method answers by itself, so that a new kind forgets none.
pub(crate) trait ValueKind {
    /// What a report's JSON should hold.
    fn expected(&self) -> Expected;

    /// Reads what was typed; it is not blank. Most kinds read it in a function of its own, which is not taken into whoever asks: the
    /// part of the core that reads a first screen needs few kinds.
    fn typed(&self, text: &str, asked: &Asked) -> Reading<Answer<'static>>;

    /// Reads a report's JSON; none where it is of another type than is expected.
    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>>;

    /// Its two halves, where it is asked in two inputs, each a count.
    fn halves(&self) -> Option<Halves<'_>>;

    /// What a number of it counts.
    fn counted(&self) -> Counted<'_>;

    /// A text of a report as people write it, where that is another: "Chủ nhật 26/3/2023".
    fn in_words(&self, text: &str, lang: Lang) -> Option<String>;

    /// Whether what was understood is said beside the input: not of what is understood as it stands.
    fn is_echoed(&self) -> bool;

    /// How its input looks, and what the keyboard offers.
    fn control(&self) -> &'static Control;

    /// The answers to choose from, where it is answered by choosing, each as it would be typed; none of them chosen.
    fn choices(&self, lang: Lang) -> Vec<Choice>;

    /// Which checks of the report hold it.
    fn held(&self) -> Held;

    /// Whether an answer to one period still stands in the next.
    fn carry(&self) -> Carry;

    /// Whether and how many reports add up, and with that which targets can be set on it.
    fn roll_up(&self) -> RollUp<'_>;

    /// Checks what the plan states of it.
    fn verify(&self, parts: &mut impl Parts);

    /// Its JSON in a report, as JSON Schema.
    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value;

    /// What a sample invents.
    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_>;
}

/// What a number of a kind counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted<'a> {
    /// Nothing: a number of it is bare.
    Nothing,
    /// What the plan names: "người", "cây".
    Noun(&'a str),
    /// Đồng.
    Dong,
    /// Steps of a unit.
    Unit {
        /// The unit: "km".
        unit: &'a str,
        /// How many decimal places a number of it has: 1 where it counts tenths.
        decimals: u8,
    },
}

/// The two halves of a share or ratio, as the plan names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halves<'a> {
    /// What the part is.
    pub part: &'a str,
    /// What the whole is.
    pub whole: &'a str,
    /// What both count.
    pub counted: Counted<'a>,
    /// Whether the part may be above the whole.
    pub passes: bool,
}

/// How an input looks and what helps with typing. A page renders by this and knows no kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Control {
    /// The kind's name.
    pub kind: &'static str,
    /// Which keyboard a phone should offer, in HTML's terms.
    pub input_mode: &'static str,
    /// What a browser may fill in by itself, in HTML's terms.
    pub autocomplete: &'static str,
    /// Whether a short input has room for it.
    pub short: bool,
    /// Whether it may have several lines.
    pub lines: bool,
    /// Whether several of its choices can stand together.
    pub several: bool,
}

impl Control {
    /// A short input.
    pub(crate) const fn short(kind: &'static str, input_mode: &'static str) -> Self {
        Self {
            short: true,
            ..Self::line(kind, input_mode)
        }
    }

    /// An input of several lines.
    pub(crate) const fn lines(kind: &'static str, input_mode: &'static str) -> Self {
        Self {
            lines: true,
            ..Self::line(kind, input_mode)
        }
    }

    /// An input as wide as there is room.
    pub(crate) const fn line(kind: &'static str, input_mode: &'static str) -> Self {
        Self {
            kind,
            input_mode,
            autocomplete: "off",
            short: false,
            lines: false,
            several: false,
        }
    }
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// The text to set when it is chosen, or when it is taken back where several can stand together.
    pub value: String,
    /// What a page shows.
    pub label: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

/// Which checks of a report hold a value, beyond that it is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// None.
    Alone,
    /// To the plan's range, and to the figures of earlier reports.
    Range,
    /// The same of both halves, and one to the other.
    Share,
    /// To so many characters.
    Length(u32),
    /// To the plan's days.
    WithinPlan,
    /// To the prefixes that are known.
    Prefix,
}

/// Whether an answer to one period still stands in the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carry {
    /// Mostly, as an address does.
    Stands,
    /// Where a person says so, as what was told at length, or a link to it.
    OnRequest,
    /// Where each report states how things are now.
    WhereLatest,
    /// No.
    Ends,
}

/// How a value adds up over units and periods. A target is of the same kind as what is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollUp<'a> {
    /// As a number of what is counted.
    Count,
    /// As đồng.
    Money,
    /// As steps of a unit.
    Quantity,
    /// Part and whole, each by itself.
    Share,
    /// By how many did it.
    Deed,
    /// By how many units gave which of these answers, the member `answers` of the kind's JSON. A report gives one by its
    /// identity, several by a list of them. No target can be set on it.
    Answers(&'a [ListedAnswer]),
    /// Not at all; each row stands beside those of the others, and its columns add up by themselves. No target can be set
    /// on it.
    Rows(&'a TableMeasure),
    /// Not at all; what each unit says stands beside what the others say. A report gives a text.
    Told,
    /// Not at all.
    Never,
}

impl RollUp<'_> {
    /// Whether it adds up as one number.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Quantity)
    }
}

/// What checks the parts of a kind as the plan states them. A key is a member of the kind's JSON.
pub(crate) trait Parts {
    /// A text that must be there, and no longer than a name.
    fn name(&mut self, key: &'static str, text: &str);
    /// A number between two others.
    fn number(&mut self, key: &'static str, found: i64, least: i64, most: i64);
    /// The columns of a table, of which each row has one answer each.
    fn columns(&mut self, table: &TableMeasure);
}

/// What a plan says of the numbers of an indicator.
#[cfg(feature = "schema")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// The smallest.
    pub least: i64,
    /// The largest.
    pub most: i64,
    /// Whether it must be answered.
    pub required: bool,
}

#[cfg(feature = "schema")]
impl Bounds {
    /// A whole number within them.
    pub(crate) fn integer(self) -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": self.least, "maximum": self.most })
    }

    /// A number of that schema, or one that is none exactly.
    pub(crate) fn estimated(number: &serde_json::Value) -> serde_json::Value {
        serde_json::json!({ "anyOf": [number, {
            "description": "A number that is none exactly.",
            "type": "object",
            "properties": { "number": number, "is": { "enum": ["above", "below", "about"] } },
            "required": ["number", "is"],
            "additionalProperties": false,
        }] })
    }

    /// Part and whole, each a whole number within them.
    pub(crate) fn halves(self, part: &str, whole: &str, noun: &str) -> serde_json::Value {
        let half = |title: &str| {
            let mut half = self.integer();
            half["title"] = title.into();
            half
        };
        serde_json::json!({
            "type": "object",
            "properties": { "part": half(part), "whole": half(whole) },
            "required": ["part", "whole"],
            "additionalProperties": false,
            "description": noun,
        })
    }
}

/// What a sample invents for a value.
#[cfg(feature = "sample")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Invented<'a> {
    /// A number that grows with time, in whole steps.
    Number {
        /// The step.
        step: i64,
    },
    /// A part of the whole that is named.
    Share {
        /// The whole.
        whole: &'a str,
        /// What both are made of: whole times of it.
        step: i64,
    },
    /// Something that is done at some time.
    Deed,
    /// A sentence of at most so many characters.
    Sentence(u32),
    /// The last day of the period.
    LastDay,
    /// One of these.
    Among(Vec<Value>),
    /// A file of that kind.
    File(super::FileKind),
    /// Some rows.
    Rows(&'a TableMeasure),
}

#[cfg(feature = "sample")]
impl Invented<'_> {
    /// The smallest number above nothing that anyone tells.
    pub fn step(&self) -> i64 {
        match self {
            Self::Number { step } => *step,
            _ => 1,
        }
    }
}
