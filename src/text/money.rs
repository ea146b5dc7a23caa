//! Amounts of money in đồng.

use serde::Serialize;

use super::decimal::{Decimal, format_decimal, read};
use super::number::{MAX_EXACT, NumberError, format_count};
use super::short;

const BILLION: u8 = 9;
const MILLION: u8 = 6;
const THOUSAND: u8 = 3;

/// Why a text is not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum MoneyError {
    /// One of its numbers is wrong, or the amount is: negative, not a whole number of đồng, too large.
    Number {
        /// What is wrong with it.
        error: NumberError,
    },
    /// There are words other than tỷ, triệu, nghìn and đồng, or they come in the wrong order: `500 đô`, `5 triệu 1 tỷ`.
    NotAnAmount,
    /// The last number has no unit although those before it do: `1 tỷ 200`, `1tr5`.
    UnitMissing,
}

impl From<NumberError> for MoneyError {
    fn from(error: NumberError) -> Self {
        Self::Number { error }
    }
}

/// Reads an amount of money and gives it in đồng.
///
/// | accepted | đồng | refused | |
/// |---|---|---|---|
/// | `500.000.000`, `500.000.000 đ` | 500 000 000 | `1.5 tỷ` | number: ambiguous |
/// | `02 tỷ đồng` | 2 000 000 000 | `1,5` | number: not whole |
/// | `1,5 tỷ` | 1 500 000 000 | `1,2345678901 tỷ` | number: too exact |
/// | `1 tỷ 200 triệu` | 1 200 000 000 | `1 tỷ 200`, `1tr5` | unit missing |
/// | `500 triệu`, `500tr` | 500 000 000 | `5 triệu 1 tỷ`, `1,5 tỷ 200 triệu` | not an amount |
/// | `500 nghìn`, `500 ngàn`, `500k` | 500 000 | `500 USD`, `khoảng 5 triệu` | not an amount |
///
/// `đồng`, `đ`, `₫`, `VND` and `vnđ` may follow. Marks and case do not count.
///
/// # Errors
/// - [`MoneyError::Number`]: a number is not readable or ambiguous, the amount has a fraction of a đồng, is negative or
///   above 2^53 − 1, or the text is more than 256 bytes;
/// - [`MoneyError::NotAnAmount`], [`MoneyError::UnitMissing`]: the words are wrong.
pub fn parse_dong(text: &str) -> Result<i64, MoneyError> {
    let text = short(text).ok_or(NumberError::TooLong)?;
    let mut rest = without_currency(&text);
    if rest.is_empty() {
        return Err(MoneyError::NotAnAmount);
    }
    let mut total: i64 = 0;
    // The unit of the part before, which the next part must stay below.
    let mut above: Option<u8> = None;
    while !rest.is_empty() {
        let (number, unit, tail) = next_part(rest)?;
        // `1,5 tỷ 200 triệu` is not how an amount is written: a fraction comes last and alone.
        if number.scale() > 0 && (above.is_some() || !tail.is_empty()) {
            return Err(MoneyError::NotAnAmount);
        }
        let amount = match (unit, above) {
            (None, None) => whole_dong(number)?,
            (None, Some(_)) => return Err(MoneyError::UnitMissing),
            (Some(unit), None) => number.shifted(unit)?,
            (Some(unit), Some(above)) => below(number.shifted(unit)?, unit, above)?,
        };
        total = total.saturating_add(amount);
        above = unit;
        rest = tail;
    }
    if total > MAX_EXACT {
        Err(NumberError::TooLarge.into())
    } else {
        Ok(total)
    }
}

/// Drops the currency from the end of a prepared text.
fn without_currency(text: &str) -> &str {
    let amount = match text.strip_suffix('₫') {
        Some(amount) => amount,
        None => {
            let amount = text.trim_end_matches(is_letter);
            match text.strip_prefix(amount) {
                Some("d" | "dong" | "vnd") => amount,
                _ => text,
            }
        }
    };
    amount.trim_end_matches(' ')
}

const fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase()
}

/// Takes one number with its unit, a power of ten, from the front: `1 tỷ 200 triệu` gives 1, 9 and `200 triệu`.
fn next_part(text: &str) -> Result<(Decimal, Option<u8>, &str), MoneyError> {
    let end = text
        .find(|c| !matches!(c, '0'..='9' | '.' | ',' | ' ' | '-' | '−' | '–'))
        .unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end).ok_or(MoneyError::NotAnAmount)?;
    if number.is_empty() {
        return Err(MoneyError::NotAnAmount);
    }
    let tail = rest.trim_start_matches(is_letter);
    let (unit, name) = match rest.strip_suffix(tail).unwrap_or_default() {
        "" if tail.is_empty() => (None, ""),
        "ty" | "ti" => (Some(BILLION), "tỷ"),
        "trieu" | "tr" => (Some(MILLION), "triệu"),
        "nghin" | "ngan" | "k" => (Some(THOUSAND), "nghìn"),
        _ => return Err(MoneyError::NotAnAmount),
    };
    let number = read(number.trim_matches(' ')).map_err(|error| in_unit(error, name))?;
    if number.digits() < 0 {
        return Err(NumberError::Negative.into());
    }
    Ok((number, unit, tail.trim_start_matches([' ', ','])))
}

/// The error of a number that a unit follows: its readings are written with the unit.
fn in_unit(error: NumberError, unit: &str) -> NumberError {
    match error {
        NumberError::Ambiguous { readings } if !unit.is_empty() => NumberError::Ambiguous {
            readings: readings.map(|reading| with_unit(&reading, unit)),
        },
        error => error,
    }
}

fn whole_dong(number: Decimal) -> Result<i64, NumberError> {
    number.shifted(0).map_err(|error| {
        if error == NumberError::TooExact {
            NumberError::NotWhole
        } else {
            error
        }
    })
}

/// The amount, if it is written in a smaller unit than the part above and does not reach that unit.
fn below(amount: i64, unit: u8, above: u8) -> Result<i64, MoneyError> {
    let limit = 10_i64.pow(u32::from(above));
    if unit < above && amount < limit {
        Ok(amount)
    } else {
        Err(MoneyError::NotAnAmount)
    }
}

/// The amount as `1.500.000.000 đồng`.
#[must_use]
pub fn format_dong(dong: i64) -> String {
    with_unit(&format_count(dong), "đồng")
}

/// The amount in its largest unit, `1,5 tỷ đồng`, where two decimal places hold it exactly; else as [`format_dong`].
#[must_use]
pub fn echo_dong(dong: i64) -> String {
    let units = [
        (BILLION, "tỷ đồng"),
        (MILLION, "triệu đồng"),
        (THOUSAND, "nghìn đồng"),
    ];
    let fitting = units
        .into_iter()
        .find(|(exponent, _)| dong.unsigned_abs() >= 10_u64.pow(u32::from(*exponent)));
    let exact = fitting.and_then(|(exponent, unit)| {
        // No third decimal place: it would read as thousands, as in "1,005 tỷ".
        let hundredth = 10_i64.pow(u32::from(exponent - 2));
        let number = (dong % hundredth == 0)
            .then(|| Decimal::new(dong / hundredth, 2))
            .flatten()?;
        Some(with_unit(&format_decimal(number), unit))
    });
    exact.unwrap_or_else(|| format_dong(dong))
}

fn with_unit(number: &str, unit: &str) -> String {
    let mut out = String::with_capacity(number.len() + 1 + unit.len());
    out.push_str(number);
    out.push(' ');
    out.push_str(unit);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MoneyError, echo_dong, format_dong, parse_dong};
    use crate::text::number::{MAX_EXACT, NumberError};

    #[test]
    fn accepted() {
        for (text, dong) in [
            ("500.000.000", 500_000_000),
            ("500.000.000 đ", 500_000_000),
            ("500.000.000đ", 500_000_000),
            ("500.000.000₫", 500_000_000),
            ("500.000.000 VNĐ", 500_000_000),
            ("500 000 vnd", 500_000),
            ("02 tỷ đồng", 2_000_000_000),
            ("02 tỉ", 2_000_000_000),
            ("2 ty dong", 2_000_000_000),
            ("2 ty\u{309}", 2_000_000_000),
            ("1,5 tỷ", 1_500_000_000),
            ("1.500 triệu", 1_500_000_000),
            ("500 triệu", 500_000_000),
            ("500tr", 500_000_000),
            ("500 nghìn", 500_000),
            ("500 ngàn đồng", 500_000),
            ("500k", 500_000),
            ("1 tỷ 200 triệu", 1_200_000_000),
            ("1 tỷ, 200 triệu, 50 nghìn đồng", 1_200_050_000),
            ("1ty200tr", 1_200_000_000),
            ("0 đồng", 0),
            ("0,5 nghìn", 500),
            ("1,23456789 tỷ", 1_234_567_890),
        ] {
            assert_eq!(parse_dong(text), Ok(dong), "{text}");
        }
    }

    #[test]
    fn refused() {
        let number = |error| MoneyError::Number { error };
        let ambiguous = |readings: [&str; 2]| {
            number(NumberError::Ambiguous {
                readings: readings.map(str::to_owned),
            })
        };
        for (text, error) in [
            ("1.5 tỷ", ambiguous(["1,5 tỷ", "15 tỷ"])),
            ("1,234 tr", ambiguous(["1,234 triệu", "1.234 triệu"])),
            ("1,234 đ", ambiguous(["1,234", "1.234"])),
            ("1,5", number(NumberError::NotWhole)),
            ("1,5 đồng", number(NumberError::NotWhole)),
            ("1,2345678901 tỷ", number(NumberError::TooExact)),
            ("0,0001 nghìn", number(NumberError::TooExact)),
            ("-5 triệu", number(NumberError::Negative)),
            ("9007199254740992", number(NumberError::TooLarge)),
            ("9.007.200 tỷ", number(NumberError::TooLarge)),
            ("999999999999999 tỷ", number(NumberError::TooLarge)),
            ("9.007.199 tỷ 999 triệu", number(NumberError::TooLarge)),
            ("1.23.4 triệu", number(NumberError::Grouping)),
            ("1 tỷ 200", MoneyError::UnitMissing),
            ("1tr5", MoneyError::UnitMissing),
            ("1 triệu 500.000 đồng", MoneyError::UnitMissing),
            ("5 triệu 1 tỷ", MoneyError::NotAnAmount),
            ("1 tỷ 1 tỷ", MoneyError::NotAnAmount),
            ("1 triệu 0 tỷ", MoneyError::NotAnAmount),
            ("1 tỷ 2000 triệu", MoneyError::NotAnAmount),
            ("1,5 tỷ 200 triệu", MoneyError::NotAnAmount),
            ("1 tỷ 1,5 triệu", MoneyError::NotAnAmount),
            ("500 USD", MoneyError::NotAnAmount),
            ("500.000 đ/tháng", MoneyError::NotAnAmount),
            ("khoảng 5 triệu", MoneyError::NotAnAmount),
            ("triệu", MoneyError::NotAnAmount),
            ("đồng", MoneyError::NotAnAmount),
            ("", MoneyError::NotAnAmount),
            (&"1".repeat(257), number(NumberError::TooLong)),
        ] {
            assert_eq!(parse_dong(text), Err(error), "{text}");
        }
    }

    #[test]
    fn the_echo_is_short_only_where_it_is_exact() {
        for (dong, echo) in [
            (1_500_000_000, "1,5 tỷ đồng"),
            (2_000_000_000, "2 tỷ đồng"),
            (1_250_000, "1,25 triệu đồng"),
            (500_000, "500 nghìn đồng"),
            (1_005_000_000, "1.005.000.000 đồng"),
            (1_234_567, "1.234.567 đồng"),
            (999, "999 đồng"),
            (0, "0 đồng"),
            (1_500_000_000_000, "1.500 tỷ đồng"),
        ] {
            assert_eq!(echo_dong(dong), echo);
        }
        assert_eq!(format_dong(1_500_000_000), "1.500.000.000 đồng");
    }

    proptest! {
        #[test]
        fn amounts_come_back_the_same(dong in 0..=MAX_EXACT, size in 0..10_u32) {
            let round = dong / 10_i64.pow(size) * 10_i64.pow(size);
            for dong in [dong, round, dong % 1_000_000_000] {
                prop_assert_eq!(parse_dong(&format_dong(dong)), Ok(dong));
                prop_assert_eq!(parse_dong(&echo_dong(dong)), Ok(dong));
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "([-0-9.,]{1,20} ?(tỷ|triệu|k|nghìn|đ|₫)? ?){0,4}", dong: i64) {
            let _ = parse_dong(&text);
            let _ = parse_dong(&near);
            let _ = echo_dong(dong);
        }
    }
}
