//! Numbers that are none exactly: "trên 300", "gần 1 tỷ", "khoảng 8,5 km", "ước 300".

use super::{short, single_line};
use crate::read::words;
use serde::{Deserialize, Serialize};

/// In which way a number is none exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Mark {
    /// It is more than the number (trên, hơn).
    Above = 1,
    /// It is less than the number (gần, dưới).
    Below = 2,
    /// It is more or less the number (khoảng, ước).
    About = 3,
}

words!(Mark {
    Above,
    Below,
    About
});

impl Mark {
    /// To which side of the number it lies: what is above is a little more than it, what is below a little less.
    #[must_use]
    pub fn tilt(self) -> i8 {
        match self {
            Self::Above => 1,
            Self::Below => -1,
            Self::About => 0,
        }
    }

    /// What holds of two numbers together, each exact or not: of one above and one below only about how many it is.
    #[must_use]
    pub fn join(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        // The numbers of the marks are made for this.
        let bits = |mark: Option<Self>| mark.map_or(0, |mark| mark as u8);
        match bits(one) | bits(other) {
            1 => Some(Self::Above),
            2 => Some(Self::Below),
            3 => Some(Self::About),
            _ => None,
        }
    }

    /// What holds of a number from which it is taken.
    #[must_use]
    pub const fn flipped(self) -> Self {
        match self {
            Self::Above => Self::Below,
            Self::Below => Self::Above,
            Self::About => Self::About,
        }
    }

    /// The word for it, as it is to be typed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Above => "trên",
            Self::Below => "dưới",
            Self::About => "khoảng",
        }
    }
}

/// The words by which people say it, without marks; the longer first.
const WORDS: &[(&str, Mark)] = &[
    ("tren duoi", Mark::About),
    ("tren", Mark::Above),
    ("hon", Mark::Above),
    ("gan", Mark::Below),
    ("duoi", Mark::Below),
    ("uoc khoang", Mark::About),
    ("uoc tinh", Mark::About),
    ("uoc dat", Mark::About),
    ("uoc", Mark::About),
    ("khoang", Mark::About),
    ("xap xi", Mark::About),
    ("~", Mark::About),
];

/// The mark that stands before a number, and the number as it was typed; none where none stands there. Marks and case do
/// not count.
#[must_use]
pub fn parse_mark(text: &str) -> Option<(Mark, String)> {
    let plain = short(text)?;
    let begins = |(word, _): &&(&str, Mark)| {
        let rest = plain.strip_prefix(word);
        rest.is_some_and(|rest| {
            rest.starts_with(|c: char| c == ' ' || c == '-' || c.is_ascii_digit())
        })
    };
    let (word, mark) = WORDS.iter().find(begins)?;
    let line = single_line(text);
    let mut typed = line.chars();
    for _ in word.chars() {
        typed.next();
    }
    Some((*mark, typed.as_str().trim_matches(' ').to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Mark, WORDS, parse_mark};
    use crate::text::plain;
    use proptest::prelude::*;

    #[test]
    fn what_stands_before_a_number_says_how_it_is_meant() {
        for (text, mark, number) in [
            ("trên 300", Mark::Above, "300"),
            ("Hơn 300 người", Mark::Above, "300 người"),
            ("gần 1 tỷ", Mark::Below, "1 tỷ"),
            ("GẦN 1 tỷ đồng", Mark::Below, "1 tỷ đồng"),
            ("dưới 8.5 km", Mark::Below, "8.5 km"),
            ("khoảng  8,5 km", Mark::About, "8,5 km"),
            ("ước 300", Mark::About, "300"),
            ("ước khoảng 300", Mark::About, "300"),
            ("ước đạt 300.", Mark::About, "300."),
            ("trên dưới 300", Mark::About, "300"),
            ("~ 300", Mark::About, "300"),
            ("tre\u{302}n 300", Mark::Above, "300"),
        ] {
            assert_eq!(parse_mark(text), Some((mark, number.to_owned())), "{text}");
        }
        for text in [
            "300",
            "300 trên",
            "trên",
            "trênh 300",
            "hơn",
            "ướcmơ 3",
            "",
            "-300",
        ] {
            assert_eq!(parse_mark(text), None, "{text}");
        }
    }

    #[test]
    fn no_word_hides_a_longer_one() {
        for (place, (word, _)) in WORDS.iter().enumerate() {
            assert!(
                WORDS
                    .iter()
                    .take(place)
                    .all(|(before, _)| !word.starts_with(before)),
                "{word}"
            );
        }
        for mark in [Mark::Above, Mark::Below, Mark::About] {
            assert!(WORDS.contains(&(&*plain(mark.word()), mark)));
        }
    }

    fn mark() -> impl Strategy<Value = Option<Mark>> {
        prop::option::of(prop_oneof![
            Just(Mark::Above),
            Just(Mark::Below),
            Just(Mark::About)
        ])
    }

    proptest! {
        #[test]
        fn marks_join_in_any_order_and_are_never_lost(a in mark(), b in mark(), c in mark()) {
            let join = Mark::join;
            prop_assert_eq!(join(a, b), join(b, a));
            prop_assert_eq!(join(join(a, b), c), join(a, join(b, c)));
            prop_assert_eq!(join(a, a), a);
            prop_assert_eq!(join(a, b).is_some(), a.is_some() || b.is_some());
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = parse_mark(&text);
        }
    }
}
