//! Amounts of money in đồng.

use serde::Serialize;

use super::decimal::{Decimal, format_decimal, is_thousands, read};
use super::join;
use super::number::{MAX_EXACT, NumberError, format_count, says_none};
use super::reading::{Doubt, Unread};
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
/// | `500.000.000`, `500.000.000 đ` | 500 000 000 | `1.5 tỷ`, `1,234`, `1,500 tỷ` | number: ambiguous |
/// | `02 tỷ đồng` | 2 000 000 000 | `1,5`: triệu or tỷ? | number: ambiguous |
/// | `1,5 tỷ`, `1 tỷ rưỡi` | 1 500 000 000 | `1,5 đồng` | number: not whole |
/// | `53,168 tỷ` | 53 168 000 000 | `1,2345678901 tỷ` | number: too exact |
/// | `1 tỷ 200 triệu` | 1 200 000 000 | `1 tỷ 200`, `1tr5` | unit missing |
/// | `1 tỷ 200 triệu rưỡi` | 1 200 500 000 | `1 tỷ rưỡi 200 triệu` | not an amount |
/// | `500 triệu`, `500tr` | 500 000 000 | `5 triệu 1 tỷ`, `1,5 tỷ 200 triệu` | not an amount |
/// | `500 nghìn`, `500 ngàn`, `500k` | 500 000 | `500 USD`, `khoảng 5 triệu` | not an amount |
/// | `không` | 0 | | |
///
/// `đồng`, `đ`, `₫`, `VND` and `vnđ` may follow. Marks and case do not count. There may be as many decimal places as make
/// whole đồng: nine before tỷ, six before triệu, three before nghìn.
///
/// # Errors
/// - [`MoneyError::Number`]: a number is not readable or ambiguous, the amount has a fraction of a đồng, is negative or
///   above 2^53 − 1, or the text is more than 256 bytes;
/// - [`MoneyError::NotAnAmount`], [`MoneyError::UnitMissing`]: the words are wrong.
pub fn parse_dong(text: &str) -> Result<i64, MoneyError> {
    let text = short(text).ok_or(NumberError::TooLong)?;
    let amount = without_currency(&text);
    if says_none(amount) {
        return Ok(0);
    }
    let parts = split(amount)?;
    if let [Part { number, unit: None }] = parts[..] {
        // A fraction has lost its unit, unless "đồng" follows or the number is that of single đồng: "1.234.567,8".
        let is_open = amount == text;
        match number {
            Err(doubt) => return Err(in_some_unit(doubt, is_open)),
            Ok(decimal) if is_open && decimal.scale() > 0 && decimal.is_below(THOUSAND_DONG) => {
                let decimal = Some(decimal);
                let whole = None;
                return Err(in_some_unit(Doubt { decimal, whole }, true));
            }
            Ok(_) => {}
        }
    } else if parts.iter().any(|part| part.number.is_err()) {
        return Err(in_doubt(&parts));
    }
    let parts = parts.iter();
    let read: Vec<Read> = parts.map(|part| (part.number.ok(), part.unit)).collect();
    total(&read)
}

/// From here on a number without a unit stands for single đồng, whether or not it has a fraction.
const THOUSAND_DONG: i64 = 1000;

/// A number and the power of ten that its unit is, as they were read.
type Read = (Option<Decimal>, Option<u8>);

/// Adds up an amount.
fn total(parts: &[Read]) -> Result<i64, MoneyError> {
    let mut total: i64 = 0;
    // The unit of the part before, which the next part must stay below.
    let mut above: Option<u8> = None;
    let mut has_ended = false;
    for &(number, unit) in parts {
        let number = number.ok_or(NumberError::TooLarge)?;
        // `1,5 tỷ 200 triệu` is not how an amount is written: a fraction comes last.
        if has_ended {
            return Err(MoneyError::NotAnAmount);
        }
        has_ended = number.scale() > 0;
        let amount = match (unit, above) {
            (None, None) => whole_dong(number)?,
            (None, Some(_)) => return Err(MoneyError::UnitMissing),
            (Some(unit), None) => number.shifted(unit)?,
            (Some(unit), Some(above)) => below(number.shifted(unit)?, unit, above)?,
        };
        total = total.saturating_add(amount);
        above = unit;
    }
    if total > MAX_EXACT {
        Err(NumberError::TooLarge.into())
    } else {
        Ok(total)
    }
}

/// The error of an amount in doubt: its readings with their units, those left out that would be refused.
fn in_doubt(parts: &[Part]) -> MoneyError {
    let with = |choose: fn(Doubt) -> Option<Decimal>| {
        let read: Vec<Read> = parts
            .iter()
            .map(|part| (part.number.map_or_else(choose, Some), part.unit))
            .collect();
        written(&read)
    };
    ambiguous([with(|doubt| doubt.decimal), with(|doubt| doubt.whole), None])
}

/// The error of a number that has no unit and would have one if it were read with its decimal places. `open` says that
/// it may still get one, for no currency stands after it.
fn in_some_unit(doubt: Doubt, open: bool) -> MoneyError {
    let unit = |unit| {
        doubt
            .decimal
            .filter(|_| open)
            .and_then(|number| written(&[(Some(number), Some(unit))]))
    };
    let whole = doubt
        .whole
        .and_then(|number| written(&[(Some(number), None)]));
    ambiguous([unit(MILLION), unit(BILLION), whole])
}

fn ambiguous(readings: [Option<String>; 3]) -> MoneyError {
    let mut offered = Vec::new();
    for reading in readings {
        offered.extend(reading);
    }
    if offered.is_empty() {
        NumberError::Grouping.into()
    } else {
        NumberError::Ambiguous { readings: offered }.into()
    }
}

/// A reading as it is to be typed; none where it would be refused.
fn written(read: &[Read]) -> Option<String> {
    let total = total(read).ok()?;
    let mut out = String::new();
    for &(number, unit) in read {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&with_unit(&format_decimal(number?), name(unit)));
    }
    // "1,234 nghìn" would be asked about again.
    let again = split(without_currency(&short(&out)?)).ok()?;
    Some(if again.iter().any(|part| part.number.is_err()) {
        format_dong(total)
    } else {
        out
    })
}

const fn name(unit: Option<u8>) -> &'static str {
    match unit {
        Some(BILLION) => "tỷ",
        Some(MILLION) => "triệu",
        Some(THOUSAND) => "nghìn",
        _ => "đồng",
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

/// One number of an amount with its unit, a power of ten.
struct Part {
    number: Result<Decimal, Doubt>,
    unit: Option<u8>,
}

/// Takes a prepared text without its currency apart: `1 ty 200 trieu` gives 1 and 9, 200 and 6.
fn split(text: &str) -> Result<Vec<Part>, MoneyError> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (part, tail) = next_part(rest)?;
        parts.push(part);
        rest = tail;
    }
    if parts.is_empty() {
        return Err(MoneyError::NotAnAmount);
    }
    Ok(parts)
}

/// Takes one part from the front: `1 tỷ 200 triệu` gives 1, 9 and `200 triệu`.
fn next_part(text: &str) -> Result<(Part, &str), MoneyError> {
    let end = text
        .find(|c| !matches!(c, '0'..='9' | '.' | ',' | ' ' | '-' | '−' | '–'))
        .unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end).ok_or(MoneyError::NotAnAmount)?;
    if number.is_empty() {
        return Err(MoneyError::NotAnAmount);
    }
    let tail = rest.trim_start_matches(is_letter);
    let unit = match rest.strip_suffix(tail).unwrap_or_default() {
        "" if tail.is_empty() => None,
        "ty" | "ti" => Some(BILLION),
        "trieu" | "tr" => Some(MILLION),
        "nghin" | "ngan" | "k" => Some(THOUSAND),
        _ => return Err(MoneyError::NotAnAmount),
    };
    let tail = tail.trim_start_matches([' ', ',']);
    let number = match read(number.trim_matches(' '), doubtful(unit)) {
        Ok(number) if number.digits() < 0 => return Err(NumberError::Negative.into()),
        Ok(number) if unit.is_some() && tail == "ruoi" => {
            let half = number.and_a_half().ok_or(MoneyError::NotAnAmount)?;
            return Ok((
                Part {
                    number: Ok(half),
                    unit,
                },
                "",
            ));
        }
        Ok(number) => Ok(number),
        Err(Unread::Doubtful(doubt)) if doubt.is_negative() => {
            return Err(NumberError::Negative.into());
        }
        Err(Unread::Doubtful(doubt)) => Err(doubt),
        Err(Unread::Wrong(error)) => return Err(error.into()),
    };
    Ok((Part { number, unit }, tail))
}

/// Whether three decimal places may be English thousands. Before tỷ and triệu they are read as they stand, "53,168 tỷ",
/// unless the last is a zero, which nobody would write there; before nghìn they would be single đồng, which nobody counts.
fn doubtful(unit: Option<u8>) -> fn(&str) -> bool {
    if matches!(unit, Some(BILLION | MILLION)) {
        |fraction| is_thousands(fraction) && fraction.ends_with('0')
    } else {
        is_thousands
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
    join(&[number, unit], " ")
}

#[cfg(test)]
mod tests;
