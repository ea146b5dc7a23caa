use proptest::prelude::*;

use super::{DateTextError, format_date, format_date_with_weekday, parse_date};
use crate::calendar::{Date, Period, Weekday};
use crate::text::Lang;

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn period(from: &str, to: &str) -> Period {
    Period::new(date(from), date(to)).unwrap()
}

#[test]
fn accepted_with_a_year() {
    for text in [
        "26/3/2023",
        "26/03/2023",
        "26-3-2023",
        "26.3.2023",
        "26 / 3 / 2023",
        "2023-03-26",
        "2023/3/26",
        "ngày 26 tháng 3 năm 2023",
        "Ngày 26 tháng 03 năm 2023",
        "nga\u{300}y 26 tha\u{301}ng 3 na\u{306}m 2023",
        "26 tháng 3 năm 2023",
        "26 tháng 3, 2023",
        "26 tháng 3/2023",
        "26 tháng 3 2023",
        "ngày 26/3/2023",
        "Chủ nhật 26/3/2023",
        "Chủ nhật, ngày 26/3/2023",
        "CN 26/3/2023",
        "26/3/2023 (Chủ nhật)",
        "２６／３／２０２３",
    ] {
        assert_eq!(parse_date(text, None), Ok(date("2023-03-26")), "{text}");
    }
}

#[test]
fn the_period_gives_the_year_if_it_fits_once() {
    let month = period("2023-02-26", "2023-03-31");
    let school_year = period("2022-09-05", "2023-09-04");
    let two_years = period("2023-01-01", "2024-12-31");
    for (text, within, expected) in [
        ("26/3", month, Ok("2023-03-26")),
        ("26.3", month, Ok("2023-03-26")),
        ("26 tháng 3", month, Ok("2023-03-26")),
        ("26/3.", month, Ok("2023-03-26")),
        ("26/02/23", month, Ok("2023-02-26")),
        ("26 tháng 3 năm 23", month, Ok("2023-03-26")),
        ("29/2/24", two_years, Ok("2024-02-29")),
        ("Chủ nhật 26/3", month, Ok("2023-03-26")),
        ("5/9", school_year, Ok("2022-09-05")),
        ("4/9", school_year, Ok("2023-09-04")),
        ("29/2", two_years, Ok("2024-02-29")),
        ("26/3", two_years, Err(DateTextError::YearMissing)),
        (
            "5/4",
            month,
            Err(DateTextError::NotInPeriod {
                from: month.from(),
                to: month.to(),
            }),
        ),
        (
            "3/26",
            month,
            Err(DateTextError::Swapped {
                day: 26,
                month: 3,
                year: None,
            }),
        ),
        ("3/26", two_years, Err(DateTextError::YearMissing)),
        (
            "2/30",
            month,
            Err(DateTextError::NoSuchDay {
                month: 2,
                last_day: 28,
            }),
        ),
        (
            "29/2",
            month,
            Err(DateTextError::NoSuchDay {
                month: 2,
                last_day: 28,
            }),
        ),
        (
            "30/2",
            two_years,
            Err(DateTextError::NoSuchDay {
                month: 2,
                last_day: 29,
            }),
        ),
    ] {
        assert_eq!(parse_date(text, Some(within)), expected.map(date), "{text}");
    }
}

#[test]
fn refused() {
    let no_day = |month, last_day| DateTextError::NoSuchDay { month, last_day };
    let swapped = DateTextError::Swapped {
        day: 26,
        month: 3,
        year: Some(2023),
    };
    for (text, error) in [
        ("26/3", DateTextError::YearMissing),
        ("29/2", DateTextError::YearMissing),
        ("26/3/23", DateTextError::ShortYear { year: 2023 }),
        ("26 tháng 3 năm 23", DateTextError::ShortYear { year: 2023 }),
        ("30/2/2023", no_day(2, 28)),
        ("29/2/2023", no_day(2, 28)),
        ("30/2", no_day(2, 29)),
        ("31/4", no_day(4, 30)),
        ("0/3/2023", no_day(3, 31)),
        ("32/3/2023", no_day(3, 31)),
        ("3/26", DateTextError::YearMissing),
        ("3/26/2023", swapped),
        ("2023-26-03", swapped),
        ("2/30/2023", no_day(2, 28)),
        ("45/13/2023", DateTextError::NoSuchMonth),
        ("5/45/2023", DateTextError::NoSuchMonth),
        ("5/0/2023", DateTextError::NoSuchMonth),
        ("26/3/0223", DateTextError::YearOutOfRange),
        ("26/3/2203", DateTextError::YearOutOfRange),
        ("26/3/202", DateTextError::NotADate),
        ("26/3/20233", DateTextError::NotADate),
        ("026/3/2023", DateTextError::NotADate),
        ("26/3-2023", DateTextError::NotADate),
        ("26 3 2023", DateTextError::NotADate),
        ("26/3/2023 - 28/3/2023", DateTextError::NotADate),
        ("26", DateTextError::NotADate),
        ("tháng 3", DateTextError::NotADate),
        ("mai", DateTextError::NotADate),
        ("", DateTextError::NotADate),
        ("/", DateTextError::NotADate),
        ("+1/3/2023", DateTextError::NotADate),
        (
            "thứ Hai 26/3/2023",
            DateTextError::OtherWeekday {
                weekday: Weekday::Sunday,
            },
        ),
        (
            "26/3/2023 (thứ Bảy)",
            DateTextError::OtherWeekday {
                weekday: Weekday::Sunday,
            },
        ),
        (&"2".repeat(257), DateTextError::TooLong),
    ] {
        assert_eq!(parse_date(text, None), Err(error), "{text}");
    }
}

#[test]
fn dates_are_written_as_the_organisation_writes_them() {
    let day = date("2023-03-26");
    assert_eq!(format_date(day), "26/3/2023");
    assert_eq!(
        format_date_with_weekday(day, Lang::Vi),
        "Chủ nhật 26/3/2023"
    );
    assert_eq!(format_date_with_weekday(day, Lang::En), "Sunday 26/3/2023");
}

proptest! {
    #[test]
    fn dates_come_back_the_same(days in 0..109_573_i64) {
        let date = Date::MIN.add_days(days).unwrap();
        let year = Period::new(date, date.add_days(364).unwrap_or(Date::MAX)).unwrap();
        let full = format_date(date);
        prop_assert_eq!(parse_date(&full, None), Ok(date));
        prop_assert_eq!(parse_date(&full, Some(year)), Ok(date));
        prop_assert_eq!(parse_date(&date.to_iso(), None), Ok(date));
        prop_assert_eq!(parse_date(&format_date_with_weekday(date, Lang::Vi), None), Ok(date));
        let without_year = full.rsplit_once('/').unwrap().0;
        prop_assert_eq!(parse_date(without_year, Some(year)), Ok(date));
    }

    #[test]
    fn no_text_panics(text in any::<String>(), near in "(ngày )?[0-9]{0,4}[-/. ]{1,2}(tháng )?[0-9]{0,4}[-/. (]{0,2}[0-9]{0,5}\\)?") {
        let within = Some(Period::new(Date::MIN, Date::MAX).unwrap());
        for text in [text, near] {
            let _ = parse_date(&text, None);
            let _ = parse_date(&text, within);
        }
    }
}
