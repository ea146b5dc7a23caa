//! Whole numbers.

use serde::Serialize;

use super::decimal::{Decimal, is_thousands, read};
use super::reading::Unread;
use super::short;

/// The largest whole number that JavaScript holds exactly, 2^53 − 1.
pub const MAX_EXACT: i64 = 9_007_199_254_740_991;

/// As JavaScript can hold it exactly: what lies beyond is held at the edge. Every number that leaves the
/// core passes here or was refused beyond the edge when it came in.
#[must_use]
pub fn exact(number: impl Into<i128>) -> i64 {
    let most = i128::from(MAX_EXACT);
    i64::try_from(number.into().clamp(-most, most)).unwrap_or(MAX_EXACT)
}

/// Why a text is not the number that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NumberError {
    /// There are letters, other signs, or no digits: `abc`, `1e3`, `0x10`, `+5`, `--5`, `,5`.
    NotANumber,
    /// The text has two readings: `12.5`, `1,234`.
    Ambiguous {
        /// How each reading that is not refused would be written without doubt: with decimal places, then whole.
        readings: Vec<String>,
    },
    /// The dots, spaces or commas do not part thousands and fraction as in `1.234.567,8`: `1.23.4`, `1,234.5`.
    Grouping,
    /// There are decimal places where a whole number is asked for: `1,5`.
    NotWhole,
    /// There are more decimal places than can be kept.
    TooExact,
    /// The number is below zero.
    Negative,
    /// The number is beyond ±(2^53 − 1).
    TooLarge,
    /// The text is far too long to be a number.
    TooLong,
}

/// Reads a count (số lượng): a whole number, zero or more.
///
/// | accepted | | refused | |
/// |---|---|---|---|
/// | `8000`, `8.000`, `8 000` | eight thousand | `12.5`, `1,234` | ambiguous |
/// | `8.000.000` | eight million | `1.23.4`, `1,234.5` | grouping |
/// | `02`, `2.`, `2,` | two | `1,5` | not whole |
/// | `không`, `không có` | none | `1e3`, `0x10`, `--5`, `+-`, `+5`, `30 người` | not a number |
/// | `8000,00` | as spreadsheets write it | | |
///
/// # Errors
/// - [`NumberError::NotANumber`], [`NumberError::Ambiguous`], [`NumberError::Grouping`]: not readable;
/// - [`NumberError::NotWhole`] and [`NumberError::TooExact`]: decimal places other than zeros;
/// - [`NumberError::Negative`]: below zero;
/// - [`NumberError::TooLarge`]: above 2^53 − 1;
/// - [`NumberError::TooLong`]: more than 256 bytes.
pub fn parse_count(text: &str) -> Result<i64, NumberError> {
    count(&short(text).ok_or(NumberError::TooLong)?)
}

/// [`parse_count`], with the noun allowed after the number, marks and case aside: `30 người` where `người` is counted.
///
/// # Errors
/// Those of [`parse_count`]; another noun is [`NumberError::NotANumber`], for persons are not attendances.
pub fn parse_count_with_noun(text: &str, noun: &str) -> Result<i64, NumberError> {
    let text = short(text).ok_or(NumberError::TooLong)?;
    count(without(&text, noun))
}

/// Reads a whole number of either sign, otherwise as [`parse_count`].
///
/// # Errors
/// Those of [`parse_count`] but [`NumberError::Negative`].
pub fn parse_integer(text: &str) -> Result<i64, NumberError> {
    integer(&short(text).ok_or(NumberError::TooLong)?, i64::MIN)
}

/// [`parse_integer`], with the noun allowed after the number as in [`parse_count_with_noun`].
///
/// # Errors
/// Those of [`parse_integer`].
pub fn parse_integer_with_noun(text: &str, noun: &str) -> Result<i64, NumberError> {
    let text = short(text).ok_or(NumberError::TooLong)?;
    integer(without(&text, noun), i64::MIN)
}

/// A prepared text without the noun after its number.
fn without<'t>(text: &'t str, noun: &str) -> &'t str {
    let noun = short(noun).unwrap_or_default();
    text.strip_suffix(noun.as_str())
        .unwrap_or(text)
        .trim_end_matches(' ')
}

/// Reads a whole number of which `least` is the smallest that may be offered in place of one in doubt.
fn integer(text: &str, least: i64) -> Result<i64, NumberError> {
    if says_none(text) {
        return Ok(0);
    }
    let offered = |number: Decimal| {
        (number.scale() == 0 && number.digits() >= least).then(|| format_count(number.digits()))
    };
    let number = read(text, is_thousands).map_err(|unread| match unread {
        Unread::Doubtful(doubt) if least >= 0 && doubt.is_negative() => NumberError::Negative,
        unread => unread.said(NumberError::TooLarge, &offered),
    })?;
    if number.scale() > 0 {
        Err(NumberError::NotWhole)
    } else {
        Ok(number.digits())
    }
}

/// Whether a prepared text says in words that there is none.
pub(super) fn says_none(text: &str) -> bool {
    matches!(text, "khong" | "khong co")
}

fn count(text: &str) -> Result<i64, NumberError> {
    match integer(text, 0)? {
        ..0 => Err(NumberError::Negative),
        count => Ok(count),
    }
}

/// The number with dots between thousands: `8.000`.
#[must_use]
pub fn format_count(count: i64) -> String {
    let mut out = String::new();
    if count < 0 {
        out.push('-');
    }
    out.push_str(&group(&count.unsigned_abs().to_string()));
    out
}

/// Digits with dots between thousands and without leading zeros.
pub(super) fn group(digits: &str) -> String {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        MAX_EXACT, NumberError, format_count, parse_count, parse_count_with_noun, parse_integer,
        parse_integer_with_noun,
    };

    #[test]
    fn accepted() {
        for (text, count) in [
            ("8.000", 8000),
            ("8 000", 8000),
            ("8\u{A0}000", 8000),
            ("8000", 8000),
            ("8.000.000", 8_000_000),
            ("02", 2),
            ("000", 0),
            ("0", 0),
            ("-0", 0),
            (" 30 ", 30),
            ("３０", 30),
            ("8000,00", 8000),
            ("1.000.", 1000),
            ("1.000,", 1000),
            ("1.000..", 1000),
            ("12 ;", 12),
            ("Không", 0),
            ("không có.", 0),
            ("9.007.199.254.740.991", MAX_EXACT),
        ] {
            assert_eq!(parse_count(text), Ok(count), "{text}");
        }
    }

    #[test]
    fn refused() {
        for (text, error) in [
            ("1,5", NumberError::NotWhole),
            ("1.23.4", NumberError::Grouping),
            ("1,234.5", NumberError::Grouping),
            ("8.000 000", NumberError::Grouping),
            ("8 00", NumberError::Grouping),
            ("1..000", NumberError::Grouping),
            ("8000.000.000", NumberError::Grouping),
            ("1e3", NumberError::NotANumber),
            ("0x10", NumberError::NotANumber),
            ("--5", NumberError::NotANumber),
            ("+-", NumberError::NotANumber),
            ("+5", NumberError::NotANumber),
            ("5-", NumberError::NotANumber),
            ("khoảng 30", NumberError::NotANumber),
            ("30 người", NumberError::NotANumber),
            ("٣٠", NumberError::NotANumber),
            ("", NumberError::NotANumber),
            ("-5", NumberError::Negative),
            ("−5", NumberError::Negative),
            ("9007199254740992", NumberError::TooLarge),
            ("99999999999999999999999999", NumberError::TooLarge),
            (&"1".repeat(257), NumberError::TooLong),
        ] {
            assert_eq!(parse_count(text), Err(error), "{text}");
        }
    }

    #[test]
    fn a_dot_or_comma_with_two_readings_is_refused() {
        for (text, readings) in [
            ("12.5", &["125"][..]),
            ("1,234", &["1.234"]),
            ("1.5", &["15"]),
            ("1,000", &["1", "1.000"]),
            ("1234.000", &["1.234", "1.234.000"]),
        ] {
            let readings = readings.iter().copied().map(str::to_owned).collect();
            assert_eq!(
                parse_count(text),
                Err(NumberError::Ambiguous { readings }),
                "{text}"
            );
        }
        assert_eq!(parse_count("-12.5"), Err(NumberError::Negative));
        assert_eq!(
            parse_count("9007199254740991.5"),
            Err(NumberError::TooLarge)
        );
    }

    #[test]
    fn only_the_asked_noun_may_follow() {
        for (text, noun, expected) in [
            ("30 người", "người", Ok(30)),
            ("30người", "người", Ok(30)),
            ("30 NGUOI", "người", Ok(30)),
            ("8.000 đoàn viên", "đoàn viên", Ok(8000)),
            ("30", "người", Ok(30)),
            ("30 lượt", "người", Err(NumberError::NotANumber)),
            ("người", "người", Err(NumberError::NotANumber)),
            ("không người", "người", Ok(0)),
            ("30", "", Ok(30)),
        ] {
            assert_eq!(parse_count_with_noun(text, noun), expected, "{text}");
        }
    }

    #[test]
    fn integers_may_be_negative() {
        for (text, expected) in [
            ("-5", Ok(-5)),
            ("-8.000", Ok(-8000)),
            ("5", Ok(5)),
            ("-1,5", Err(NumberError::NotWhole)),
        ] {
            assert_eq!(parse_integer(text), expected, "{text}");
            let counted = [text, " người"].concat();
            assert_eq!(
                parse_integer_with_noun(&counted, "người"),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn errors_name_their_kind_in_json() {
        let error = parse_count("12.5").unwrap_err();
        assert_eq!(
            serde_json::to_string(&error).unwrap(),
            r#"{"kind":"ambiguous","readings":["125"]}"#
        );
    }

    proptest! {
        #[test]
        fn counts_come_back_the_same(count in 0..=MAX_EXACT) {
            prop_assert_eq!(parse_count(&format_count(count)), Ok(count));
            prop_assert_eq!(parse_count(&format_count(count).replace('.', " ")), Ok(count));
            prop_assert_eq!(parse_count(&count.to_string()), Ok(count));
            prop_assert_eq!(parse_integer(&format_count(-count)), Ok(-count));
        }

        #[test]
        fn what_is_accepted_has_one_reading(text in "[0-9.]{1,12}") {
            if let Ok(count) = parse_count(&text) {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(digits.parse::<i64>(), Ok(count));
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "[-+0-9., ]{0,30}", noun in any::<String>(), count: i64) {
            let _ = parse_count(&text);
            let _ = parse_count(&near);
            let _ = parse_count_with_noun(&text, &noun);
            let _ = format_count(count);
        }
    }
}
