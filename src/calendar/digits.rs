//! Fixed-width ASCII digits, the only number format that the calendar's own strings use.

/// Reads exactly the ASCII digits of `text` as a number; `None` for anything else, an empty text or more than nine digits.
pub(super) fn read(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 9 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(
        text.bytes()
            .fold(0, |value, byte| value * 10 + u32::from(byte - b'0')),
    )
}

/// Splits `text` after `width` bytes and reads the first part as digits.
pub(super) fn take(text: &str, width: usize) -> Option<(u32, &str)> {
    let (head, rest) = text.split_at_checked(width)?;
    Some((read(head)?, rest))
}

/// Appends `value` in decimal, padded with zeros to `width` digits.
pub(super) fn push(out: &mut String, value: u32, width: u32) {
    for place in (0..width).rev() {
        let digit = value / 10_u32.pow(place) % 10;
        out.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}
