//! Decimal numbers as Vietnamese people write them: dots or spaces between thousands, a comma before the fraction.

use super::number::{MAX_EXACT, NumberError, group};
use super::reading::{Doubt, Unread};
use super::short;

/// The most decimal places that a [`Decimal`] has.
pub const MAX_SCALE: u8 = 9;

/// A decimal number (số thập phân), exact: `digits` divided by ten to the power of `scale`.
///
/// The scale is the smallest that holds the number, so that equal numbers are equal: `1,50` is 15 at scale 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

impl Decimal {
    /// The number `digits` divided by ten to the power of `scale`; `None` beyond ±(2^53 − 1) digits or where more than
    /// [`MAX_SCALE`] decimal places are needed.
    #[must_use]
    pub const fn new(mut digits: i64, mut scale: u8) -> Option<Self> {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        if scale > MAX_SCALE || digits < -MAX_EXACT || digits > MAX_EXACT {
            return None;
        }
        Some(Self { digits, scale })
    }

    /// The digits as one whole number with its sign, within ±(2^53 − 1).
    #[must_use]
    pub const fn digits(self) -> i64 {
        self.digits
    }

    /// How many of the digits stand after the comma, 0 to [`MAX_SCALE`].
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether the number is below a whole one.
    pub(super) fn is_below(self, whole: i64) -> bool {
        self.digits / 10_i64.pow(u32::from(self.scale)) < whole
    }

    /// The whole number and a half (rưỡi); none where it has a fraction already.
    pub(super) fn and_a_half(self) -> Option<Self> {
        let digits = (self.scale == 0).then(|| self.digits * 10 + 5)?;
        Self::new(digits, 1)
    }

    /// The number times ten to the power of `exponent`, as a whole number.
    ///
    /// # Errors
    /// - [`NumberError::TooExact`]: decimal places are left over;
    /// - [`NumberError::TooLarge`]: beyond ±(2^53 − 1).
    pub(super) fn shifted(self, exponent: u8) -> Result<i64, NumberError> {
        let places = exponent
            .checked_sub(self.scale)
            .ok_or(NumberError::TooExact)?;
        let factor = 10_i64
            .checked_pow(u32::from(places))
            .ok_or(NumberError::TooLarge)?;
        if self.digits.abs() > MAX_EXACT / factor {
            Err(NumberError::TooLarge)
        } else {
            Ok(self.digits * factor)
        }
    }
}

/// Reads a number that may have decimal places: `1,5`, `1.234,5`, `8 000`, `-0,25`.
///
/// | accepted | | refused | |
/// |---|---|---|---|
/// | `1,5`, `1,50` | one and a half | `1.5`, `12.5`, `1,234` | ambiguous |
/// | `1.234,5`, `1 234,5` | | `1,234.5`, `1.23.4`, `1,2,3` | grouping |
/// | `0,125`, `1234,567`, `5,` | | `,5`, `+5`, `1e3`, `½` | not a number |
///
/// # Errors
/// Those of [`NumberError`] but [`NumberError::NotWhole`] and [`NumberError::Negative`].
pub fn parse_decimal(text: &str) -> Result<Decimal, NumberError> {
    read(&short(text).ok_or(NumberError::TooLong)?, is_thousands)
        .map_err(|unread| unread.said(NumberError::Grouping, &|number| Some(beyond_doubt(number))))
}

/// The number as [`format_decimal`] writes it, with one zero more where three decimal places would read as thousands.
pub(super) fn beyond_doubt(number: Decimal) -> String {
    let mut text = format_decimal(number);
    if number.scale == 3 && read(&text, is_thousands).is_err() {
        text.push('0');
    }
    text
}

/// The number as `1.234,5`.
#[must_use]
pub fn format_decimal(number: Decimal) -> String {
    let mut digits = number.digits.unsigned_abs().to_string();
    let scale = usize::from(number.scale);
    while digits.len() <= scale {
        digits.insert(0, '0');
    }
    let (whole, fraction) = digits
        .split_at_checked(digits.len() - scale)
        .unwrap_or((&digits, ""));
    let mut out = String::with_capacity(digits.len() * 2);
    if number.digits < 0 {
        out.push('-');
    }
    out.push_str(&group(whole));
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// Reads a number from text that [`short`] has prepared. `doubtful` says whether one to three digits, a comma and this
/// fraction may be English thousands: `1,234` is one thousand and more to a reader of English, and one and a little to a
/// reader of Vietnamese.
pub(super) fn read(text: &str, doubtful: fn(&str) -> bool) -> Result<Decimal, Unread> {
    let unsigned = text.strip_prefix(['-', '−', '–']);
    let body = unsigned.unwrap_or(text).trim_matches(' ');
    let ends_in_digits = body.starts_with(is_digit) && body.ends_with(is_digit);
    if !ends_in_digits
        || !body
            .chars()
            .all(|c| is_digit(c) || matches!(c, '.' | ',' | ' '))
    {
        return Err(NumberError::NotANumber.into());
    }
    let negative = unsigned.is_some();
    let (whole, fraction) = match body.split_once(',') {
        None => match body.split_once('.') {
            Some((head, tail)) if is_misplaced(head, tail) => {
                return Err(doubt(head, tail, negative));
            }
            _ => (body, ""),
        },
        Some((whole, fraction)) if fraction.chars().all(is_digit) => {
            let short = whole.len() <= 3 && whole.chars().all(is_digit);
            if short && !whole.starts_with('0') && doubtful(fraction) {
                return Err(doubt(whole, fraction, negative));
            }
            (whole, fraction)
        }
        Some(_) => return Err(NumberError::Grouping.into()),
    };
    Ok(exact(&join_groups(whole)?, fraction, negative)?)
}

const fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether a fraction has the length of thousands.
pub(super) fn is_thousands(fraction: &str) -> bool {
    fraction.len() == 3
}

/// Whether the one dot between two runs of digits does not part thousands, so that it may be meant as a decimal point.
fn is_misplaced(head: &str, tail: &str) -> bool {
    let parts_thousands = head.len() <= 3 && !head.starts_with('0') && tail.len() == 3;
    head.chars().all(is_digit) && tail.chars().all(is_digit) && !parts_thousands
}

/// The digits of `1.234.567` or `1 234 567` or `1234567`.
fn join_groups(text: &str) -> Result<String, NumberError> {
    if text.chars().all(is_digit) {
        return Ok(text.to_owned());
    }
    let separator = if text.contains('.') { '.' } else { ' ' };
    let mut groups = text.split(separator);
    let head = groups.next().unwrap_or_default();
    let is_group = |group: &str| group.len() == 3 && group.chars().all(is_digit);
    if (1..=3).contains(&head.len())
        && head.chars().all(is_digit)
        && !head.starts_with('0')
        && groups.all(is_group)
    {
        Ok(text.chars().filter(|c| is_digit(*c)).collect())
    } else {
        Err(NumberError::Grouping)
    }
}

/// The two readings of two runs of digits with one mark between them: with decimal places, and without.
fn doubt(head: &str, tail: &str, negative: bool) -> Unread {
    let joined = [head, tail].concat();
    Unread::Doubtful(Doubt {
        decimal: exact(head, tail, negative).ok(),
        whole: exact(&joined, "", negative).ok(),
    })
}

fn exact(whole: &str, fraction: &str, negative: bool) -> Result<Decimal, NumberError> {
    let fraction = fraction.trim_end_matches('0');
    let whole = append(0, whole).ok_or(NumberError::TooLarge)?;
    let scale = u8::try_from(fraction.len())
        .ok()
        .filter(|scale| *scale <= MAX_SCALE)
        .ok_or(NumberError::TooExact)?;
    let digits = append(whole, fraction).ok_or(NumberError::TooExact)?;
    Ok(Decimal {
        digits: if negative { -digits } else { digits },
        scale,
    })
}

/// `value` with more digits written after it; `None` beyond [`MAX_EXACT`].
fn append(value: i64, digits: &str) -> Option<i64> {
    digits.bytes().try_fold(value, |value, byte| {
        let value = value * 10 + i64::from(byte - b'0');
        (value <= MAX_EXACT).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Decimal, MAX_SCALE, format_decimal, parse_decimal};
    use crate::text::number::{MAX_EXACT, NumberError};

    #[test]
    fn accepted() {
        for (text, digits, scale) in [
            ("1,5", 15, 1),
            ("1,50", 15, 1),
            ("1.234,5", 12345, 1),
            ("1 234,5", 12345, 1),
            ("8.000", 8000, 0),
            ("8.000,000", 8000, 0),
            ("8000,00", 8000, 0),
            ("0,125", 125, 3),
            ("1234,567", 1_234_567, 3),
            ("-0,25", -25, 2),
            ("−2", -2, 0),
            ("- 2", -2, 0),
            ("0", 0, 0),
            ("0,000000001", 1, 9),
        ] {
            let number = parse_decimal(text).unwrap();
            assert_eq!((number.digits(), number.scale()), (digits, scale), "{text}");
        }
    }

    #[test]
    fn refused() {
        for (text, error) in [
            ("1,234.5", NumberError::Grouping),
            ("1.23.4", NumberError::Grouping),
            ("1,2,3", NumberError::Grouping),
            ("1,234,567", NumberError::Grouping),
            ("12.5,3", NumberError::Grouping),
            ("1,2 3", NumberError::Grouping),
            (",5", NumberError::NotANumber),
            ("5,,5", NumberError::Grouping),
            (",", NumberError::NotANumber),
            ("+5", NumberError::NotANumber),
            ("½", NumberError::NotANumber),
            ("", NumberError::NotANumber),
            ("-", NumberError::NotANumber),
            ("0,0000000001", NumberError::TooExact),
            ("9007199254740991,5", NumberError::TooExact),
            ("9007199254740992", NumberError::TooLarge),
        ] {
            assert_eq!(parse_decimal(text), Err(error), "{text}");
        }
    }

    #[test]
    fn equal_numbers_are_equal() {
        assert_eq!(Decimal::new(150, 2), Decimal::new(15, 1));
        assert_eq!(Decimal::new(0, 200), Decimal::new(0, 0));
        assert_eq!(Decimal::new(1, 10), None);
        assert_eq!(Decimal::new(i64::MIN, 0), None);
    }

    #[test]
    fn two_readings_are_both_shown() {
        for (text, readings) in [
            ("12.5", ["12,5", "125"]),
            ("1.2345", ["1,2345", "12.345"]),
            ("1234.567", ["1.234,567", "1.234.567"]),
            ("0.500", ["0,5", "500"]),
            ("1,234", ["1,2340", "1.234"]),
            ("-12,500", ["-12,5", "-12.500"]),
        ] {
            let readings = readings.map(str::to_owned).to_vec();
            assert_eq!(
                parse_decimal(text),
                Err(NumberError::Ambiguous { readings }),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn numbers_come_back_the_same(digits in -MAX_EXACT..=MAX_EXACT, scale in 0..=MAX_SCALE) {
            let number = Decimal::new(digits, scale).unwrap();
            let text = format_decimal(number);
            match parse_decimal(&text) {
                // One to three digits, a comma and three digits: English thousands too.
                Err(NumberError::Ambiguous { readings }) => prop_assert_eq!(parse_decimal(&readings[0]), Ok(number)),
                again => prop_assert_eq!(again, Ok(number)),
            }
        }

        #[test]
        fn small_numbers_come_back_the_same(digits in -1_000_000..=1_000_000_i64, scale in 0..=2_u8) {
            let number = Decimal::new(digits, scale).unwrap();
            prop_assert_eq!(parse_decimal(&format_decimal(number)), Ok(number));
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "[-−0-9., ]{0,30}") {
            let _ = parse_decimal(&text);
            let _ = parse_decimal(&near);
        }
    }
}
