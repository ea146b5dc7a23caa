//! Any text as whatever people type: read or refused, and what is written of it reads as the same.
#![no_main]

use phieu::calendar::{Date, Instant, MonthDay, Offset, Time};
use phieu::text::{
    Lang, NumberError, clean, echo_dong, fold, fold_case, format_count, format_date,
    format_date_with_weekday, format_decimal, format_dong, format_percent, format_time,
    format_typed, is_blank, matches, parse_count, parse_count_with_noun, parse_date, parse_decimal,
    parse_dong, parse_email, parse_integer, parse_link, parse_percent, parse_phone, parse_quantity,
    parse_time, single_line, strip_weekday, words,
};
use phieu_fuzz::tan_phu;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = &*String::from_utf8_lossy(bytes);
    numbers(text);
    days_and_hours(text);
    addresses(text);
    normal_forms(text);
    iso(text);
});

fn numbers(text: &str) {
    if let Ok(count) = parse_count(text) {
        assert_eq!(parse_count(&format_count(count)), Ok(count), "{text:?}");
    }
    if let Ok(count) = parse_count_with_noun(text, "người") {
        let written = format!("{} người", format_count(count));
        assert_eq!(
            parse_count_with_noun(&written, "người"),
            Ok(count),
            "{text:?}"
        );
    }
    if let Ok(number) = parse_integer(text) {
        assert_eq!(parse_integer(&format_count(number)), Ok(number), "{text:?}");
    }
    if let Ok(number) = parse_decimal(text) {
        match parse_decimal(&format_decimal(number)) {
            // One to three digits, a comma and three digits: English thousands too.
            Err(NumberError::Ambiguous { readings }) => {
                let decimal = readings.first().map(|first| parse_decimal(first));
                assert_eq!(decimal, Some(Ok(number)), "{text:?}");
            }
            again => assert_eq!(again, Ok(number), "{text:?}"),
        }
    }
    if let Ok(dong) = parse_dong(text) {
        assert_eq!(parse_dong(&format_dong(dong)), Ok(dong), "{text:?}");
        let _ = echo_dong(dong);
        let _ = words(dong, Lang::Vi);
    }
    if let Ok(steps) = parse_quantity(text, "km", 3, true) {
        let written = format_typed(steps, 3);
        assert_eq!(
            parse_quantity(&written, "km", 3, true),
            Ok(steps),
            "{text:?}"
        );
    }
    if let Ok(share) = parse_percent(text) {
        assert_eq!(parse_percent(&format_percent(share)), Ok(share), "{text:?}");
    }
}

fn days_and_hours(text: &str) {
    for within in [None, Some(tan_phu().period)] {
        if let Ok(date) = parse_date(text, within) {
            for written in [format_date(date), format_date_with_weekday(date, Lang::Vi)] {
                assert_eq!(parse_date(&written, within), Ok(date), "{text:?}");
            }
        }
    }
    if let Ok(time) = parse_time(text) {
        assert_eq!(parse_time(&format_time(time)), Ok(time), "{text:?}");
    }
    if let Some((_, rest)) = strip_weekday(text) {
        assert!(text.ends_with(rest) || rest.len() < text.len(), "{text:?}");
    }
}

fn addresses(text: &str) {
    if let Ok(phone) = parse_phone(text) {
        for written in [phone.canonical(), phone.national()] {
            assert_eq!(parse_phone(&written).as_ref(), Ok(&phone), "{text:?}");
        }
    }
    if let Ok(email) = parse_email(text) {
        assert_eq!(parse_email(&email).as_ref(), Ok(&email), "{text:?}");
    }
    if let Ok(link) = parse_link(text) {
        assert_eq!(parse_link(&link).as_ref(), Ok(&link), "{text:?}");
    }
}

fn normal_forms(text: &str) {
    let cleaned = clean(text);
    assert_eq!(clean(&cleaned), cleaned, "{text:?}");
    let line = single_line(text);
    assert_eq!(single_line(&line), line, "{text:?}");
    assert_eq!(is_blank(text), cleaned.is_empty(), "{text:?}");
    for normal in [fold, fold_case] {
        let once = normal(text);
        assert_eq!(normal(&once), once, "{text:?}");
    }
    let (half, _) = text.split_at(text.floor_char_boundary(text.len() / 2));
    let _ = matches(text, half);
}

fn iso(text: &str) {
    if let Ok(date) = Date::parse_iso(text) {
        assert_eq!(date.to_iso(), text);
    }
    if let Ok(day) = MonthDay::parse_iso(text) {
        assert_eq!(day.to_iso(), text);
    }
    if let Ok(time) = Time::parse_iso(text) {
        assert_eq!(Time::parse_iso(&time.to_iso()), Ok(time), "{text:?}");
    }
    if let Ok(offset) = Offset::parse_iso(text) {
        assert_eq!(Offset::parse_iso(&offset.to_iso()), Ok(offset), "{text:?}");
    }
    if let Ok(instant) = Instant::parse_iso(text) {
        assert_eq!(
            Instant::parse_iso(&instant.to_iso()),
            Ok(instant),
            "{text:?}"
        );
    }
}
