//! What a first screen may ask before the plan is there, as parts of a line: the kinds whose texts it judges by themselves.

use super::{CountMeasure, Measure, ShareMeasure, TextMeasure};

impl Measure {
    /// Its name there, its nouns (of a share also of part and whole) and the most characters of words; none of a kind that is not
    /// judged ahead.
    pub(crate) fn in_line(&self) -> Option<(&'static str, [&str; 3], u32)> {
        Some(match self {
            Self::Count(count) => ("count", [&count.noun, "", ""], 0),
            Self::Share(share) => ("share", [&share.noun, &share.part, &share.whole], 0),
            Self::Text(text) => (if text.lines { "lines" } else { "text" }, [""; 3], text.max),
            _ => return None,
        })
    }

    /// The measure that was written so; none where it is none.
    pub(crate) fn of_line(name: &str, [noun, part, whole]: [&str; 3], max: u32) -> Option<Self> {
        let (noun, lines) = (noun.to_owned(), name == "lines");
        let (part, whole) = (part.to_owned(), whole.to_owned());
        Some(match name {
            "count" => CountMeasure { noun }.into(),
            "share" => ShareMeasure { part, whole, noun }.into(),
            "text" | "lines" => TextMeasure { max, lines }.into(),
            _ => return None,
        })
    }
}
