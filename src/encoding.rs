//! Bytes and numbers as text: hexadecimal digits, Crockford's base 32 and UUIDs.

use sha2::{Digest, Sha256};

/// Crockford's base 32, which has no I, L, O or U to misread.
const BASE32: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Two lower-case digits a byte.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
    }
    text
}

/// The SHA-256 of some bytes, as 64 hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Whether a text is a SHA-256 as people write it: 64 hexadecimal digits in any case.
#[must_use]
pub fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The digit of Crockford's base 32 for the last five bits.
#[must_use]
pub fn base32_digit(bits: u64) -> char {
    let digit = BASE32.get((bits & 31) as usize);
    digit.map_or('0', |digit| char::from(*digit))
}

/// A digit of Crockford's base 32 as people write it: in any case, with O for 0 and I or L for 1.
#[must_use]
pub fn read_base32_digit(letter: char) -> Option<char> {
    let digit = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let is_one = u8::try_from(digit).is_ok_and(|digit| BASE32.contains(&digit));
    is_one.then_some(digit)
}

/// Whether a text is a UUID (RFC 9562) in its usual form, 8-4-4-4-12 hexadecimal digits.
#[must_use]
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// A UUID of version 4. `random` gives a number below the one that it is asked with.
#[must_use]
pub fn uuid(mut random: impl FnMut(u32) -> u32) -> String {
    let mut text = String::with_capacity(36);
    for at in 0..36 {
        text.push(match at {
            8 | 13 | 18 | 23 => '-',
            14 => '4',
            19 => char::from_digit(8 + random(4), 16).unwrap_or('8'),
            _ => char::from_digit(random(16), 16).unwrap_or('0'),
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base32_digit, hex, is_digest, is_uuid, read_base32_digit, uuid};

    #[test]
    fn every_byte_has_two_digits() {
        assert_eq!(hex(&[0, 9, 0xab, 0xff]), "0009abff");
    }

    #[test]
    fn a_digest_has_64_digits() {
        assert!(is_digest(&super::digest(b"")));
        assert!(is_digest(&super::digest(b"").to_uppercase()));
        assert!(!is_digest(&super::digest(b"")[1..]));
        assert!(!is_digest(&"g".repeat(64)));
    }

    #[test]
    fn what_is_written_in_base_32_is_read() {
        for bits in 0..32 {
            let digit = base32_digit(bits);
            assert_eq!(base32_digit(bits + 32), digit);
            assert_eq!(read_base32_digit(digit), Some(digit));
            assert_eq!(read_base32_digit(digit.to_ascii_lowercase()), Some(digit));
        }
        for (letter, digit) in [('o', Some('0')), ('L', Some('1')), ('u', None), ('Đ', None)] {
            assert_eq!(read_base32_digit(letter), digit, "{letter}");
        }
    }

    #[test]
    fn a_uuid_that_is_made_is_one() {
        for place in [0, 1] {
            let made = uuid(|below| (below - 1) * place);
            assert!(is_uuid(&made), "{made}");
        }
        assert_eq!(uuid(|_| 0), "00000000-0000-4000-8000-000000000000");
        for (text, fits) in [
            ("0190A5C4-7d3e-7c1a-9f00-2b5d4c6e8f10", true),
            ("0190a5c47d3e7c1a9f002b5d4c6e8f10", false),
            ("0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f1", false),
            ("0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f1g", false),
        ] {
            assert_eq!(is_uuid(text), fits, "{text}");
        }
    }
}
