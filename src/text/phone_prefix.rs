//! The numbering plan of Vietnam, as far as a prefix tells.
//!
//! Mobile prefixes are those given to an operator by 2026; area codes are those in force since 2017, which the mergers of
//! provinces of 1 July 2025 left as they were. Both lists grow, so a prefix that is not here is only worth a warning.

/// Whether an operator is known for a mobile number, given without its leading 0: nine digits.
pub(super) fn is_known_mobile(digits: &str) -> bool {
    let mut digits = digits.chars();
    match (digits.next(), digits.next()) {
        (Some('3'), Some(second)) => matches!(second, '2'..='9'),
        (Some('5'), Some(second)) => matches!(second, '1' | '2' | '5' | '6' | '8' | '9'),
        (Some('7'), Some(second)) => matches!(second, '0' | '6'..='9'),
        (Some('8'), Some(second)) => matches!(second, '1'..='9'),
        (Some('9'), Some(second)) => matches!(second, '0'..='4' | '6'..='9'),
        _ => false,
    }
}

/// Whether the area code of a landline is known, given the number without its leading 0: ten digits.
pub(super) fn is_known_landline(digits: &str) -> bool {
    let mut digits = digits.chars();
    let area = (digits.next(), digits.next(), digits.next());
    let (Some('2'), Some(region), Some(third)) = area else {
        return false;
    };
    match region {
        '0' => matches!(third, '3'..='9'),
        '1' => matches!(third, '0'..='6' | '8' | '9'),
        '2' => matches!(third, '0'..='2' | '5'..='9'),
        '3' => matches!(third, '2'..='9'),
        // Hà Nội: here the third digit is the subscriber's own, as in Thành phố Hồ Chí Minh.
        '4' => matches!(third, '2'..='8'),
        '5' => matches!(third, '1' | '2' | '4'..='9'),
        '6' => matches!(third, '0'..='3' | '9'),
        '7' => matches!(third, '0'..='7'),
        '8' => matches!(third, '2'..='9'),
        '9' => matches!(third, '0'..='4' | '6' | '7' | '9'),
        _ => false,
    }
}
