//! What the parts of a plan, and what is read from an indicator, are called in English.
use std::fmt;

use super::{PlanPart, Reads};

impl fmt::Display for PlanPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Level => "level",
            Self::Sector => "sector",
            Self::Unit => "unit",
            Self::Indicator => "indicator",
            Self::Target => "target",
            Self::Activity => "activity",
            Self::Template => "form",
            Self::Section => "section",
            Self::Field => "field",
            Self::Duty => "duty",
            Self::Schedule => "schedule",
            Self::Rule => "rule",
            Self::Milestone => "milestone",
            Self::Answer => "answer",
            Self::Attribute => "attribute",
            Self::Scoring => "table of points",
            Self::Criterion => "criterion",
            Self::Band => "band",
            Self::Column => "column",
            Self::Alternatives => "group of targets",
        })
    }
}

impl Reads {
    /// The members of a plan's JSON that say such a number; none where it is no number.
    pub(crate) const fn members(self) -> &'static [&'static str] {
        match self {
            Self::Count => &["count"],
            Self::Money => &["money"],
            Self::Quantity => &["quantity"],
            Self::Share => &["basisPoints", "ratio"],
            Self::Figure | Self::Done | Self::Answer | Self::Rows => &[],
        }
    }
}

impl fmt::Display for Reads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Count => "a count",
            Self::Money => "money",
            Self::Figure => "a count, money or a quantity",
            Self::Quantity => "a quantity",
            Self::Share => "a share",
            Self::Done => "done or not done",
            Self::Answer => "an answer of a list, done or not done, or a number",
            Self::Rows => "a table",
        })
    }
}
