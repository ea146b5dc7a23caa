//! A share as a plan writes it.

use crate::read::{Json, Node, Read, Reader};
use crate::text::{format_percent, parse_percent};
use serde::{Serialize, Serializer};
use std::fmt;

/// A share (tỷ lệ): in JSON hundredths of a percent, `9850`, or text as people write it, `"98,5 %"`.
///
/// How it was written is kept: a bare `100` may have been meant as 100 %, which the lint asks about, and
/// `"1 %"` was not. Two shares are equal where they say the same.
#[derive(Clone, Copy)]
pub struct Share {
    points: u32,
    bare: bool,
}

impl Share {
    /// So many hundredths of a percent, as a bare number.
    #[must_use]
    pub const fn of(points: u32) -> Self {
        Self { points, bare: true }
    }

    /// In hundredths of a percent.
    #[must_use]
    pub const fn points(self) -> u32 {
        self.points
    }

    /// Whether it is written as a bare number.
    #[must_use]
    pub const fn is_bare(self) -> bool {
        self.bare
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.points.fmt(f)
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.points == other.points
    }
}

impl Eq for Share {}

impl From<Share> for i64 {
    fn from(share: Share) -> Self {
        share.points.into()
    }
}

impl From<Share> for i128 {
    fn from(share: Share) -> Self {
        share.points.into()
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u16::try_from(self.points) {
            Ok(points) if !self.bare => serializer.serialize_str(&format_percent(points)),
            _ => serializer.serialize_u32(self.points),
        }
    }
}

impl Read for Share {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let Json::Text(text) = &node.value else {
            return Self::of(u32::read(node, reader));
        };
        let points = parse_percent(text).unwrap_or_else(|_| {
            let detail = "a share is written \"98,5 %\", from 0 % to 100 %, or as a whole number of hundredths of a percent";
            reader.refuse_value(node, detail);
            0
        });
        Self {
            points: points.into(),
            bare: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;
    use crate::read;

    #[test]
    fn a_share_is_read_as_people_write_it_and_in_hundredths_of_a_percent() {
        for (json, points, bare, written) in [
            ("9850", 9850, true, "9850"),
            ("100", 100, true, "100"),
            (r#""98,5 %""#, 9850, false, r#""98,5%""#),
            (r#""100%""#, 10_000, false, r#""100%""#),
            (r#""1 %""#, 100, false, r#""1%""#),
            (r#""70 phần trăm""#, 7000, false, r#""70%""#),
        ] {
            let share: Share = read::from_str(json).unwrap();
            assert_eq!((share.points(), share.is_bare()), (points, bare), "{json}");
            assert_eq!(serde_json::to_string(&share).unwrap(), written);
            assert_eq!(read::from_str::<Share>(written).unwrap(), share);
        }
        for json in [
            r#""98.5%""#,
            r#""120%""#,
            r#""nhiều""#,
            r#""""#,
            "-1",
            "true",
            "0.5",
        ] {
            assert!(read::from_str::<Share>(json).is_err(), "{json}");
        }
    }
}
