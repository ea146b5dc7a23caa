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
        ("1,123456789 tỷ", 1_123_456_789),
        ("53,168 tỷ", 53_168_000_000),
        ("2,345 tỷ đồng", 2_345_000_000),
        ("1,234 tr", 1_234_000),
        ("1,234567 triệu", 1_234_567),
        ("12 triệu rưỡi", 12_500_000),
        ("1 tỷ rưỡi đồng", 1_500_000_000),
        ("500.000 đ.", 500_000),
        ("1 tỷ 200 triệu rưỡi", 1_200_500_000),
        ("1 tỷ 200,5 triệu", 1_200_500_000),
        ("2 nghìn rưỡi", 2500),
        ("1 triệu 2 nghìn rưỡi đồng;", 1_002_500),
        ("500 triệu,", 500_000_000),
        ("không", 0),
        ("Không đồng", 0),
    ] {
        assert_eq!(parse_dong(text), Ok(dong), "{text}");
    }
}

#[test]
fn refused() {
    let number = |error| MoneyError::Number { error };
    let ambiguous = |readings: &[&str]| {
        number(NumberError::Ambiguous {
            readings: readings.iter().copied().map(str::to_owned).collect(),
        })
    };
    for (text, error) in [
        ("1.5 tỷ", ambiguous(&["1,5 tỷ", "15 tỷ"])),
        ("1,500 tr", ambiguous(&["1,5 triệu", "1.500 triệu"])),
        ("1,234 k", ambiguous(&["1.234 đồng", "1.234 nghìn"])),
        ("1,234 đ", ambiguous(&["1.234 đồng"])),
        (
            "53,168",
            ambiguous(&["53,168 triệu", "53,168 tỷ", "53.168 đồng"]),
        ),
        ("12.5", ambiguous(&["12,5 triệu", "12,5 tỷ", "125 đồng"])),
        ("12.5 đ", ambiguous(&["125 đồng"])),
        ("1,5", ambiguous(&["1,5 triệu", "1,5 tỷ"])),
        ("1.5 tỷ 200 triệu", ambiguous(&["15 tỷ 200 triệu"])),
        (
            "1 tỷ 2.5 triệu",
            ambiguous(&["1 tỷ 2,5 triệu", "1 tỷ 25 triệu"]),
        ),
        ("1 tỷ rưỡi 200 triệu", MoneyError::NotAnAmount),
        ("1,5 tỷ 200 triệu rưỡi", MoneyError::NotAnAmount),
        ("1.5 tỷ 2.5 triệu", ambiguous(&["15 tỷ 25 triệu"])),
        ("-1.5 tỷ", number(NumberError::Negative)),
        ("1.234567890123 tỷ", number(NumberError::Grouping)),
        ("1.234.567,8", number(NumberError::NotWhole)),
        ("1,5 đồng", number(NumberError::NotWhole)),
        ("1,5 tỷ rưỡi", MoneyError::NotAnAmount),
        ("12 rưỡi", MoneyError::NotAnAmount),
        ("rưỡi", MoneyError::NotAnAmount),
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
