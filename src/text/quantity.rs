//! Quantities that are measured: a number with a unit of length, area, weight, volume or time.

use super::decimal::{Decimal, beyond_doubt, is_thousands, read};
use super::number::{MAX_EXACT, NumberError, says_none};
use super::reading::Unread;
use super::{plain, short};

/// The most decimal places that a quantity is asked with.
pub const MAX_DECIMALS: u8 = 6;

/// What measures the same, so that one turns into another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Length,
    Area,
    Weight,
    Volume,
    Time,
}

/// The units that turn into each other, each with how many of the smallest it is. Sào and công are none: they differ from
/// region to region.
const UNITS: &[(&str, Of, u32)] = &[
    ("mm", Of::Length, 1),
    ("cm", Of::Length, 10),
    ("m", Of::Length, 1_000),
    ("mét", Of::Length, 1_000),
    ("km", Of::Length, 1_000_000),
    ("m²", Of::Area, 1),
    ("m2", Of::Area, 1),
    ("ha", Of::Area, 10_000),
    ("hecta", Of::Area, 10_000),
    ("km²", Of::Area, 1_000_000),
    ("km2", Of::Area, 1_000_000),
    ("g", Of::Weight, 1),
    ("kg", Of::Weight, 1_000),
    ("yến", Of::Weight, 10_000),
    ("tạ", Of::Weight, 100_000),
    ("tấn", Of::Weight, 1_000_000),
    ("ml", Of::Volume, 1),
    ("lít", Of::Volume, 1_000),
    ("l", Of::Volume, 1_000),
    ("m³", Of::Volume, 1_000_000),
    ("m3", Of::Volume, 1_000_000),
    ("giây", Of::Time, 1),
    ("phút", Of::Time, 60),
    ("giờ", Of::Time, 3_600),
    ("h", Of::Time, 3_600),
];

/// Reads a quantity and gives it in the smallest step that is asked: in tenths of a km where `unit` is km and `decimals` 1.
/// `signed` says whether it may be below zero.
///
/// | accepted, of km with one decimal place | | refused | |
/// |---|---|---|---|
/// | `8,5`, `8,5 km`, `8,50 km` | 85 | `8.5`, `1,234 km` | ambiguous |
/// | `8500 m`, `8.500 mét` | 85 | `8550 m`, `8,55` | too exact |
/// | `1.234,5`, `1 234,5 km` | 12345 | `1,234.5` | grouping |
/// | `không` | 0 | `8,5 dặm`, `8,5 kg`, `khoảng 8` | not a number |
///
/// A unit of the same kind is turned into the one that is asked, exactly or not at all. Marks and case do not count.
///
/// # Errors
/// Those of [`NumberError`] but [`NumberError::NotWhole`]; [`NumberError::NotANumber`] where the unit is another, and
/// [`NumberError::TooExact`] where more decimal places are left than are asked.
pub fn parse_quantity(
    text: &str,
    unit: &str,
    decimals: u8,
    signed: bool,
) -> Result<i64, NumberError> {
    let text = short(text).ok_or(NumberError::TooLong)?;
    if says_none(&text) {
        return Ok(0);
    }
    let end = text
        .find(|c| !matches!(c, '0'..='9' | '.' | ',' | ' ' | '-' | '−' | '–'))
        .unwrap_or(text.len());
    let (number, typed) = text.split_at_checked(end).unwrap_or((&text, ""));
    let (name, [from, to]) = factors(typed, unit).ok_or(NumberError::NotANumber)?;
    let steps = |number: Decimal| {
        let steps = steps(number, from, to, decimals)?;
        if steps < 0 && !signed {
            Err(NumberError::Negative)
        } else {
            Ok(steps)
        }
    };
    let offered = |number: Decimal| {
        steps(number).ok()?;
        let space = if name.is_empty() { "" } else { " " };
        Some([&*beyond_doubt(number), space, name].concat())
    };
    match read(number.trim_end_matches(' '), is_thousands) {
        Ok(number) => steps(number),
        Err(Unread::Doubtful(doubt)) if !signed && doubt.is_negative() => {
            Err(NumberError::Negative)
        }
        Err(unread) => Err(unread.said(NumberError::TooExact, &offered)),
    }
}

/// The unit that was typed, as it is written, and how many of the smallest it and the one that is asked are. None where it
/// does not turn into that one.
fn factors<'u>(typed: &str, asked: &'u str) -> Option<(&'u str, [i64; 2])> {
    if typed.is_empty() {
        return Some(("", [1, 1]));
    }
    let asked_plain = short(asked)?;
    if typed == asked_plain {
        return Some((asked, [1, 1]));
    }
    let find = |name: &str| UNITS.iter().find(|(known, ..)| plain(known) == *name);
    let (&(name, of, from), &(_, of_asked, to)) = (find(typed)?, find(&asked_plain)?);
    (of == of_asked).then_some((name, [from.into(), to.into()]))
}

/// So many of a unit in steps of the other.
fn steps(number: Decimal, from: i64, to: i64, decimals: u8) -> Result<i64, NumberError> {
    // A plan's reader holds the decimal places to the most that there are; each product is below 10^15.
    let ten = |places: u8| 10_i64.pow(u32::from(places.min(9)));
    let (times, parts) = (
        from * ten(decimals.min(MAX_DECIMALS)),
        to * ten(number.scale()),
    );
    let common = common(times, parts);
    let (times, parts) = (times / common, parts / common);
    if number.digits() % parts != 0 {
        return Err(NumberError::TooExact);
    }
    let steps = (number.digits() / parts).checked_mul(times);
    steps
        .filter(|steps| steps.abs() <= MAX_EXACT)
        .ok_or(NumberError::TooLarge)
}

/// The largest number that divides both.
fn common(mut one: i64, mut other: i64) -> i64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// So many steps as a number, with as many of its decimal places as it needs: `8,5` for 85 tenths. Typed, it is taken for
/// the same.
#[must_use]
pub fn format_typed(steps: i64, decimals: u8) -> String {
    Decimal::new(steps, decimals).map_or_else(String::new, beyond_doubt)
}

#[cfg(test)]
mod tests {
    use super::{UNITS, format_typed, parse_quantity, plain, steps};
    use crate::text::decimal::Decimal;
    use crate::text::number::{MAX_EXACT, NumberError};
    use proptest::prelude::*;

    #[test]
    fn accepted() {
        for (text, unit, decimals, steps) in [
            ("8,5", "km", 1, 85),
            ("8,50 KM", "km", 1, 85),
            ("8500 m", "km", 1, 85),
            ("8.500 mét", "km", 1, 85),
            ("8", "km", 1, 80),
            ("1.234,5", "km", 1, 12_345),
            ("1 234,5 km", "km", 1, 12_345),
            ("2 tấn", "kg", 0, 2_000),
            ("5 tạ", "tấn", 1, 5),
            ("12,34 ha", "m2", 0, 123_400),
            ("500 m²", "ha", 2, 5),
            ("30 phút", "giờ", 1, 5),
            ("1,5 giờ", "phút", 0, 90),
            ("2 m3", "lít", 0, 2_000),
            ("9,25 điểm", "điểm", 2, 925),
            ("9,25", "điểm", 2, 925),
            ("1.234 m", "km", 3, 1_234),
            ("0,125 km", "km", 3, 125),
            ("không", "km", 1, 0),
            ("8,5 km.", "km", 1, 85),
        ] {
            assert_eq!(
                parse_quantity(text, unit, decimals, false),
                Ok(steps),
                "{text}"
            );
        }
        assert_eq!(parse_quantity("-0,5", "km", 1, true), Ok(-5));
    }

    #[test]
    fn refused() {
        for (text, unit, decimals, error) in [
            ("8,55", "km", 1, NumberError::TooExact),
            ("8550 m", "km", 1, NumberError::TooExact),
            ("45 phút", "giờ", 1, NumberError::TooExact),
            ("8,5 kg", "km", 1, NumberError::NotANumber),
            ("8,5 dặm", "km", 1, NumberError::NotANumber),
            ("8 km 500 m", "km", 1, NumberError::NotANumber),
            ("khoảng 8", "km", 1, NumberError::NotANumber),
            ("km", "km", 1, NumberError::NotANumber),
            ("5 sào", "m2", 0, NumberError::NotANumber),
            ("5 giờ", "điểm", 1, NumberError::NotANumber),
            ("-8,5", "km", 1, NumberError::Negative),
            ("-8.5", "km", 1, NumberError::Negative),
            ("1,234.5", "km", 1, NumberError::Grouping),
            ("8.5 m", "km", 1, NumberError::TooExact),
            ("9.007.199.254.740.991", "km", 1, NumberError::TooLarge),
        ] {
            assert_eq!(
                parse_quantity(text, unit, decimals, false),
                Err(error),
                "{text}"
            );
        }
    }

    #[test]
    fn two_readings_are_both_shown_with_their_unit_where_they_can_be_meant() {
        for (text, unit, decimals, readings) in [
            ("8.5", "km", 1, &["8,5", "85"][..]),
            ("8.5 KM", "km", 1, &["8,5 km", "85 km"]),
            ("8.5 tan", "tạ", 0, &["8,5 tấn", "85 tấn"]),
            ("1,234", "km", 3, &["1,2340", "1.234"]),
            ("1,234", "km", 1, &["1.234"]),
            ("12.55 ha", "ha", 1, &["1.255 ha"]),
        ] {
            let readings = readings.iter().map(|one| (*one).to_owned()).collect();
            assert_eq!(
                parse_quantity(text, unit, decimals, false),
                Err(NumberError::Ambiguous { readings }),
                "{text}"
            );
        }
    }

    #[test]
    fn each_name_of_a_unit_stands_once() {
        let mut names: Vec<String> = UNITS.iter().map(|(name, ..)| plain(name)).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), UNITS.len());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(steps in -MAX_EXACT..=MAX_EXACT, decimals in 0..=6_u8) {
            let typed = format_typed(steps, decimals);
            prop_assert_eq!(parse_quantity(&typed, "km", decimals, true), Ok(steps), "{}", typed);
        }

        #[test]
        fn a_conversion_is_exact_or_refused(
            digits in 0..=MAX_EXACT, scale in 0..=9_u8, pair in (0..UNITS.len(), 0..UNITS.len()), decimals in 0..=6_u8,
        ) {
            let (from, to) = (i64::from(UNITS[pair.0].2), i64::from(UNITS[pair.1].2));
            let number = Decimal::new(digits, scale).unwrap();
            let (number_digits, number_scale) = (i128::from(number.digits()), u32::from(number.scale()));
            let whole = number_digits * i128::from(from) * 10_i128.pow(decimals.into());
            let parts = i128::from(to) * 10_i128.pow(number_scale);
            match steps(number, from, to, decimals) {
                Ok(steps) => prop_assert_eq!(i128::from(steps) * parts, whole),
                Err(NumberError::TooExact) => prop_assert!(whole % parts != 0),
                Err(_) => prop_assert!(whole / parts > i128::from(MAX_EXACT)),
            }
        }

        #[test]
        fn every_reading_that_is_named_is_taken(text in "-?[0-9]{1,4}[.,][0-9]{1,7} ?(km|m|cm|mm|ha)?", decimals in 0..=6_u8, signed: bool) {
            if let Err(NumberError::Ambiguous { readings }) = parse_quantity(&text, "km", decimals, signed) {
                for reading in readings {
                    prop_assert!(parse_quantity(&reading, "km", decimals, signed).is_ok(), "{text}: {reading}");
                }
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "[-0-9., ]{0,20}(km|m|giờ)?", unit in any::<String>(), decimals: u8) {
            for text in [&text, &near] {
                let _ = parse_quantity(text, &unit, decimals, true);
                let _ = parse_quantity(text, "km", decimals, false);
            }
        }
    }
}
