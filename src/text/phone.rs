//! Vietnamese telephone numbers.

use serde::Serialize;

use super::phone_prefix::{is_known_landline, is_known_mobile};
use super::short;

/// Mobile or landline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PhoneKind {
    /// Di động: ten digits with the leading 0.
    Mobile,
    /// Cố định: eleven digits with the leading 0, beginning 02.
    Landline,
}

/// A Vietnamese telephone number (số điện thoại).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// The digits after the country code.
    significant: String,
    kind: PhoneKind,
    known_prefix: bool,
}

impl Phone {
    /// The number as `+84703652444`, the form to keep.
    #[must_use]
    pub fn canonical(&self) -> String {
        ["+84", &self.significant].concat()
    }

    /// The number as people read it: `0703 652 444`, `028 3812 3456`, `0251 3812 345`.
    #[must_use]
    pub fn national(&self) -> String {
        let area = match self.kind {
            PhoneKind::Landline
                if !self.significant.starts_with("24") && !self.significant.starts_with("28") =>
            {
                3
            }
            PhoneKind::Landline => 2,
            PhoneKind::Mobile => 3,
        };
        let middle = if self.kind == PhoneKind::Mobile { 3 } else { 4 };
        let mut out = String::with_capacity(14);
        out.push('0');
        for (index, digit) in self.significant.chars().enumerate() {
            if index == area || index == area + middle {
                out.push(' ');
            }
            out.push(digit);
        }
        out
    }

    /// Mobile or landline.
    #[must_use]
    pub const fn kind(&self) -> PhoneKind {
        self.kind
    }

    /// Whether the prefix is known to be in use. If not, the number is probably mistyped.
    #[must_use]
    pub const fn known_prefix(&self) -> bool {
        self.known_prefix
    }
}

/// Why a text is not a Vietnamese telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PhoneError {
    /// There is something other than digits, spaces, dots, hyphens, brackets and a leading plus, or no digits.
    NotAPhone,
    /// The number begins neither with 0 nor with +84. Spreadsheets drop a leading 0.
    NoLeadingZero,
    /// The number of digits is wrong for a number that begins so.
    Length {
        /// How many digits there are, counted with the leading 0 in place of +84.
        digits: u8,
        /// How many there should be: 10 for a mobile number, 11 for a landline.
        expected: u8,
    },
    /// No Vietnamese number begins so: 00, 04, 06.
    Shape,
    /// A mobile number of the eleven digits that were given up in 2018: 0120 to 0199.
    OldMobile,
    /// The text is far too long to be a telephone number.
    TooLong,
}

/// Reads a Vietnamese telephone number, mobile or landline.
///
/// | accepted | refused | |
/// |---|---|---|
/// | `0703.652.444`, `0703 652 444`, `0703-652-444` | `070365244`, `07036524445` | length |
/// | `+84 703 652 444`, `84703652444`, `0084 703652444` | `703652444` | no leading zero |
/// | `+84 (0)703 652 444` | `0404123456`, `0604123456` | shape |
/// | `028 3812 3456`, `(028) 38123456` | `01201234567` | old mobile |
/// | | `0703.652.444 hoặc 0933…`, `số 0703652444` | not a phone |
///
/// # Errors
/// Those of [`PhoneError`], as above; [`PhoneError::TooLong`] for more than 256 bytes. A prefix that no operator is known
/// to use is not an error: see [`Phone::known_prefix`].
pub fn parse_phone(text: &str) -> Result<Phone, PhoneError> {
    let text = short(text).ok_or(PhoneError::TooLong)?;
    let international = text.starts_with('+');
    let body = text.strip_prefix('+').unwrap_or(&text);
    if !body
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '(' | ')'))
    {
        return Err(PhoneError::NotAPhone);
    }
    let digits: String = body.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Err(PhoneError::NotAPhone);
    }
    let significant = significant(&digits, international).ok_or(PhoneError::NoLeadingZero)?;
    let (kind, length) = match significant.chars().next() {
        Some('2') => (PhoneKind::Landline, 10),
        Some('3' | '5' | '7' | '8' | '9') => (PhoneKind::Mobile, 9),
        Some('1') if significant.len() == 10 => return Err(PhoneError::OldMobile),
        _ => return Err(PhoneError::Shape),
    };
    if significant.len() != length {
        let [digits, expected] =
            [significant.len(), length].map(|count| u8::try_from(count + 1).unwrap_or(u8::MAX));
        return Err(PhoneError::Length { digits, expected });
    }
    let known_prefix = match kind {
        PhoneKind::Mobile => is_known_mobile(significant),
        PhoneKind::Landline => is_known_landline(significant),
    };
    Ok(Phone {
        significant: significant.to_owned(),
        kind,
        known_prefix,
    })
}

/// The digits after the country code or the leading 0.
fn significant(digits: &str, international: bool) -> Option<&str> {
    let after_code = if international {
        digits.strip_prefix("84")
    } else {
        digits.strip_prefix("0084")
    };
    if let Some(rest) = after_code {
        // As in +84 (0)703 652 444.
        return Some(rest.strip_prefix('0').unwrap_or(rest));
    }
    if international {
        return None;
    }
    // Without a plus, 84 is the country code only where the number would be too long to be a local one.
    digits
        .strip_prefix('0')
        .or_else(|| digits.strip_prefix("84").filter(|rest| rest.len() >= 9))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PhoneError, PhoneKind, parse_phone};

    #[test]
    fn accepted() {
        for (text, canonical, national) in [
            ("0703.652.444", "+84703652444", "0703 652 444"),
            ("0703 652 444", "+84703652444", "0703 652 444"),
            ("0703-652-444", "+84703652444", "0703 652 444"),
            ("0703652444", "+84703652444", "0703 652 444"),
            ("+84 703 652 444", "+84703652444", "0703 652 444"),
            ("+84 (0)703 652 444", "+84703652444", "0703 652 444"),
            ("84703652444", "+84703652444", "0703 652 444"),
            ("0084 703652444", "+84703652444", "0703 652 444"),
            (
                "\u{202A}0703\u{A0}652\u{A0}444\u{202C}",
                "+84703652444",
                "0703 652 444",
            ),
            ("0843123456", "+84843123456", "0843 123 456"),
            ("(028) 3812 3456", "+842838123456", "028 3812 3456"),
            ("0251 3812 345", "+842513812345", "0251 3812 345"),
        ] {
            let phone = parse_phone(text).unwrap();
            assert_eq!(
                (phone.canonical().as_str(), phone.national().as_str()),
                (canonical, national),
                "{text}"
            );
            assert!(phone.known_prefix(), "{text}");
        }
    }

    #[test]
    fn refused() {
        for (text, error) in [
            (
                "070365244",
                PhoneError::Length {
                    digits: 9,
                    expected: 10,
                },
            ),
            (
                "07036524445",
                PhoneError::Length {
                    digits: 11,
                    expected: 10,
                },
            ),
            (
                "+8470365244",
                PhoneError::Length {
                    digits: 9,
                    expected: 10,
                },
            ),
            (
                "028 3812 345",
                PhoneError::Length {
                    digits: 10,
                    expected: 11,
                },
            ),
            (
                "0903 433 294 0903 433 294",
                PhoneError::Length {
                    digits: 20,
                    expected: 10,
                },
            ),
            ("703652444", PhoneError::NoLeadingZero),
            ("843123456", PhoneError::NoLeadingZero),
            ("+1 202 555 0123", PhoneError::NoLeadingZero),
            ("1900 1234", PhoneError::NoLeadingZero),
            ("0404123456", PhoneError::Shape),
            ("0604123456", PhoneError::Shape),
            ("0012025550123", PhoneError::Shape),
            ("0", PhoneError::Shape),
            ("+84", PhoneError::Shape),
            ("0120123456", PhoneError::Shape),
            ("01201234567", PhoneError::OldMobile),
            ("0703.652.444 hoặc 0933", PhoneError::NotAPhone),
            ("số 0703652444", PhoneError::NotAPhone),
            ("0703652444/0933433294", PhoneError::NotAPhone),
            ("07O3652444", PhoneError::NotAPhone),
            ("++84703652444", PhoneError::NotAPhone),
            ("0703+652444", PhoneError::NotAPhone),
            ("()", PhoneError::NotAPhone),
            ("", PhoneError::NotAPhone),
            (&"0".repeat(257), PhoneError::TooLong),
        ] {
            assert_eq!(
                parse_phone(text).map(|phone| phone.canonical()),
                Err(error),
                "{text}"
            );
        }
    }

    #[test]
    fn a_prefix_is_known_or_only_doubtful() {
        for (text, kind, known) in [
            ("0321234567", PhoneKind::Mobile, true),
            ("0301234567", PhoneKind::Mobile, false),
            ("0551234567", PhoneKind::Mobile, true),
            ("0541234567", PhoneKind::Mobile, false),
            ("0871234567", PhoneKind::Mobile, true),
            ("0801234567", PhoneKind::Mobile, false),
            ("0951234567", PhoneKind::Mobile, false),
            ("0751234567", PhoneKind::Mobile, false),
            ("02412345678", PhoneKind::Landline, false),
            ("02432345678", PhoneKind::Landline, true),
            ("02011234567", PhoneKind::Landline, false),
            ("02171234567", PhoneKind::Landline, false),
            ("02531234567", PhoneKind::Landline, false),
            ("02961234567", PhoneKind::Landline, true),
        ] {
            let phone = parse_phone(text).unwrap();
            assert_eq!(
                (phone.kind(), phone.known_prefix()),
                (kind, known),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn numbers_come_back_the_same(text in "0([35789][0-9]{8}|2[0-9]{9})") {
            let phone = parse_phone(&text).unwrap();
            prop_assert_eq!(parse_phone(&phone.canonical()), Ok(phone.clone()));
            prop_assert_eq!(parse_phone(&phone.national()), Ok(phone.clone()));
            prop_assert_eq!(phone.national().replace(' ', ""), text);
        }

        #[test]
        fn no_text_panics(text in any::<String>(), near in "\\+?[0-9 .()-]{0,30}") {
            let _ = parse_phone(&text);
            let _ = parse_phone(&near);
        }
    }
}
