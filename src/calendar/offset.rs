//! Fixed offsets from UTC.

use serde::Serialize;

use super::digits;
use super::iso_string::iso_string;

/// A fixed offset from UTC (chênh lệch so với giờ UTC) in whole minutes, from −12:00 to +14:00.
///
/// The default is Vietnam's +07:00. In JSON it is the string `"+07:00"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset {
    minutes: i16,
}

/// Why a text or a number of minutes is not an [`Offset`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum OffsetError {
    /// The text is not of the form `+HH:MM` or `-HH:MM`.
    Format,
    /// The offset lies outside −12:00 to +14:00, the offsets in use on Earth.
    OutOfRange,
}

impl OffsetError {
    pub(super) const fn describe(self, expected: &'static str) -> &'static str {
        match self {
            Self::Format => expected,
            Self::OutOfRange => "the offset must lie in -12:00 to +14:00",
        }
    }
}

impl Offset {
    /// UTC itself.
    pub const UTC: Self = Self { minutes: 0 };
    /// Vietnam, +07:00.
    pub const VIETNAM: Self = Self { minutes: 7 * 60 };

    /// The offset of so many minutes east of UTC.
    ///
    /// # Errors
    /// [`OffsetError::OutOfRange`]: below −720 or above 840.
    pub const fn from_minutes(minutes: i16) -> Result<Self, OffsetError> {
        if minutes < -12 * 60 || minutes > 14 * 60 {
            return Err(OffsetError::OutOfRange);
        }
        Ok(Self { minutes })
    }

    /// Reads `+07:00`.
    ///
    /// # Errors
    /// - [`OffsetError::Format`]: any other form, minutes above 59;
    /// - [`OffsetError::OutOfRange`]: below −12:00 or above +14:00.
    pub fn parse_iso(text: &str) -> Result<Self, OffsetError> {
        Self::from_minutes(split_iso(text).ok_or(OffsetError::Format)?)
    }

    /// The offset as `+07:00`.
    #[must_use]
    pub fn to_iso(self) -> String {
        let mut out = String::with_capacity(6);
        out.push(if self.minutes < 0 { '-' } else { '+' });
        let minutes = u32::from(self.minutes.unsigned_abs());
        digits::push(&mut out, minutes / 60, 2);
        out.push(':');
        digits::push(&mut out, minutes % 60, 2);
        out
    }

    /// Minutes east of UTC, −720 to 840.
    #[must_use]
    pub const fn minutes(self) -> i16 {
        self.minutes
    }

    pub(super) const fn seconds(self) -> i64 {
        self.minutes as i64 * 60
    }
}

impl Default for Offset {
    fn default() -> Self {
        Self::VIETNAM
    }
}

fn split_iso(text: &str) -> Option<i16> {
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let (hours, rest) = digits::take(rest, 2)?;
    let (minutes, rest) = digits::take(rest.strip_prefix(':')?, 2)?;
    if minutes > 59 || !rest.is_empty() {
        return None;
    }
    Some(sign * i16::try_from(hours * 60 + minutes).ok()?)
}

iso_string!(
    Offset,
    Offset::VIETNAM,
    "an offset must be written +HH:MM, for example \"+07:00\""
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Offset, OffsetError};

    #[test]
    fn offsets_are_those_in_use() {
        for (text, expected) in [
            ("+07:00", Ok(420)),
            ("-12:00", Ok(-720)),
            ("+14:00", Ok(840)),
            ("+05:30", Ok(330)),
            ("-03:30", Ok(-210)),
            ("+00:00", Ok(0)),
            ("+14:01", Err(OffsetError::OutOfRange)),
            ("-12:01", Err(OffsetError::OutOfRange)),
            ("+99:59", Err(OffsetError::OutOfRange)),
            ("+07:60", Err(OffsetError::Format)),
            ("07:00", Err(OffsetError::Format)),
            ("+7", Err(OffsetError::Format)),
            ("Z", Err(OffsetError::Format)),
        ] {
            assert_eq!(
                Offset::parse_iso(text).map(Offset::minutes),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn vietnam_is_the_default() {
        assert_eq!(Offset::default().to_iso(), "+07:00");
    }

    proptest! {
        #[test]
        fn json_comes_back_the_same(minutes in -720..=840_i16) {
            let offset = Offset::from_minutes(minutes).unwrap();
            let json = serde_json::to_string(&offset).unwrap();
            prop_assert_eq!(serde_json::from_str::<Offset>(&json).unwrap(), offset);
        }

        #[test]
        fn no_text_panics(minutes: i16, text in any::<String>()) {
            let _ = Offset::from_minutes(minutes);
            let _ = Offset::parse_iso(&text);
        }
    }
}
