//! A ratio as a plan writes it: a fraction.

use crate::read::{Json, Node, Read, Reader};
use crate::text::{format_count, parse_count_with_noun};
use serde::{Serialize, Serializer};

/// A ratio, exact: in JSON text as people write it, `"2/3"`, `"8/9"`, `"105/100"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    part: i64,
    whole: i64,
}

impl Ratio {
    /// What stands above the line: 2 of 2/3; 0 to 2^53 − 1.
    #[must_use]
    pub const fn part(self) -> i64 {
        self.part
    }

    /// What stands below the line: 3 of 2/3; 1 to 2^53 − 1.
    #[must_use]
    pub const fn whole(self) -> i64 {
        self.whole
    }

    /// So many of so many; none where it would be no ratio.
    #[cfg(feature = "reading")]
    pub(crate) fn new(part: i64, whole: i64) -> Option<Self> {
        (part >= 0 && whole > 0).then_some(Self { part, whole })
    }

    /// As people write it: "2/3", "62.515.000/53.781.000".
    #[must_use]
    pub fn in_words(self) -> String {
        [&*format_count(self.part), "/", &format_count(self.whole)].concat()
    }

    fn parse(text: &str) -> Option<Self> {
        let (part, whole) = text.split_once('/')?;
        let number = |text: &str| parse_count_with_noun(text, "").ok();
        let (part, whole) = (number(part)?, number(whole)?);
        (whole > 0).then_some(Self { part, whole })
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.in_words())
    }
}

impl Read for Ratio {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let read = match &node.value {
            Json::Text(text) => Self::parse(text),
            _ => None,
        };
        read.unwrap_or_else(|| {
            reader.refuse_value(node, "a ratio is written \"2/3\"");
            Self { part: 0, whole: 1 }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Ratio;
    use crate::read;

    #[test]
    fn a_ratio_is_read_as_people_write_it_and_written_so() {
        for (json, part, whole, written) in [
            (r#""2/3""#, 2, 3, r#""2/3""#),
            (r#""8 / 9""#, 8, 9, r#""8/9""#),
            (
                r#""62.515.000/53.781.000""#,
                62_515_000,
                53_781_000,
                r#""62.515.000/53.781.000""#,
            ),
            (r#""105/100""#, 105, 100, r#""105/100""#),
            (r#""0/5""#, 0, 5, r#""0/5""#),
        ] {
            let ratio: Ratio = read::from_str(json).unwrap();
            assert_eq!((ratio.part(), ratio.whole()), (part, whole), "{json}");
            assert_eq!(serde_json::to_string(&ratio).unwrap(), written);
            assert_eq!(read::from_str::<Ratio>(written).unwrap(), ratio);
        }
        for json in [
            r#""2/0""#,
            r#""-1/3""#,
            r#""2/3/4""#,
            r#""2""#,
            r#""116%""#,
            r#""1,5/2""#,
            r#""""#,
            "2",
            "true",
        ] {
            assert!(read::from_str::<Ratio>(json).is_err(), "{json}");
        }
    }
}
