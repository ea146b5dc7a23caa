//! Shares in per cent.

use serde::Serialize;

use super::decimal::{Decimal, format_decimal, is_thousands, read};
use super::number::NumberError;
use super::short;

/// A whole, in hundredths of a per cent.
const WHOLE: i64 = 10_000;

/// Why a text is not a share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ShareError {
    /// The number is wrong, has more than two decimal places, or is negative.
    Number {
        /// What is wrong with it.
        error: NumberError,
    },
    /// The share is above 100 %.
    AboveWhole,
}

impl From<NumberError> for ShareError {
    fn from(error: NumberError) -> Self {
        Self::Number { error }
    }
}

/// Reads a share (tỷ lệ) in per cent, 0 to 100, and gives it in hundredths of a per cent: 9850 for `98,5%`.
///
/// | accepted | refused | |
/// |---|---|---|
/// | `98,5%`, `98,5 %`, `98,5` | `98.5%` | number: ambiguous |
/// | `98,5 phần trăm` | `98,555%`, `33,3333%` | number: too exact |
/// | `100%`, `0%`, `05%` | | |
/// | | `100,01%`, `120%` | above the whole |
/// | | `-5%` | number: negative |
/// | | `1/2`, `%` | number: not a number |
///
/// # Errors
/// - [`ShareError::Number`]: the number is not readable or ambiguous, negative, has more than two decimal places, or the
///   text is more than 256 bytes;
/// - [`ShareError::AboveWhole`]: above 100 %.
pub fn parse_percent(text: &str) -> Result<u16, ShareError> {
    let text = short(text).ok_or(NumberError::TooLong)?;
    let number = ["%", "phan tram"]
        .into_iter()
        .find_map(|sign| text.strip_suffix(sign))
        .unwrap_or(&text);
    let offered = |number: Decimal| {
        let fits = number
            .shifted(2)
            .is_ok_and(|share| (0..=WHOLE).contains(&share));
        fits.then(|| [&format_decimal(number), "%"].concat())
    };
    let number = read(number.trim_end_matches(' '), is_thousands)
        .map_err(|unread| unread.said(NumberError::TooExact, &offered))?;
    match number.shifted(2)? {
        ..0 => Err(NumberError::Negative.into()),
        share if share > WHOLE => Err(ShareError::AboveWhole),
        share => u16::try_from(share).map_err(|_| ShareError::AboveWhole),
    }
}

/// A share in hundredths of a per cent as `98,5%`.
#[must_use]
pub fn format_percent(basis_points: u16) -> String {
    let mut out = Decimal::new(i64::from(basis_points), 2)
        .map(format_decimal)
        .unwrap_or_default();
    out.push('%');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ShareError, format_percent, parse_percent};
    use crate::text::number::NumberError;

    #[test]
    fn accepted() {
        for (text, share) in [
            ("98,5%", 9850),
            ("98,5 %", 9850),
            ("98,5\u{A0}%", 9850),
            ("98,5", 9850),
            ("98,50 phần trăm", 9850),
            ("９８，５％", 9850),
            ("100%", 10_000),
            ("0%", 0),
            ("05%", 500),
            ("0,01%", 1),
            ("98,5 %,", 9850),
        ] {
            assert_eq!(parse_percent(text), Ok(share), "{text}");
        }
    }

    #[test]
    fn refused() {
        let number = |error| ShareError::Number { error };
        let ambiguous = |readings: &[&str]| {
            number(NumberError::Ambiguous {
                readings: readings.iter().copied().map(str::to_owned).collect(),
            })
        };
        for (text, error) in [
            ("98.5%", ambiguous(&["98,5%"])),
            ("2.5%", ambiguous(&["2,5%", "25%"])),
            ("98,555%", number(NumberError::TooExact)),
            ("33,3333%", number(NumberError::TooExact)),
            ("100,01%", ShareError::AboveWhole),
            ("120%", ShareError::AboveWhole),
            ("9007199254740991", number(NumberError::TooLarge)),
            ("-5%", number(NumberError::Negative)),
            ("1/2", number(NumberError::NotANumber)),
            ("50%%", number(NumberError::NotANumber)),
            ("%", number(NumberError::NotANumber)),
            ("", number(NumberError::NotANumber)),
            (&"1".repeat(257), number(NumberError::TooLong)),
        ] {
            assert_eq!(parse_percent(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn shares_come_back_the_same(share in 0..=10_000_u16) {
            prop_assert_eq!(parse_percent(&format_percent(share)), Ok(share));
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "[-0-9.,]{0,20} ?%?", share: u16) {
            let _ = parse_percent(&text);
            let _ = parse_percent(&near);
            let _ = format_percent(share);
        }
    }
}
