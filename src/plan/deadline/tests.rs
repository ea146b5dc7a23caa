use super::RelativeDeadline;
use crate::calendar::{Date, Instant, Offset, Time};
use crate::plan::Working;
use crate::read;
use proptest::prelude::*;

fn deadline(json: &str) -> RelativeDeadline {
    read::from_str(json).unwrap_or_else(|errors| panic!("{json}: {}", errors[0]))
}

fn cutoff(json: &str, last: Date) -> Option<Instant> {
    let deadline = deadline(json).after(last, &Working::default())?;
    Some(deadline.cutoff(Offset::UTC))
}

#[test]
fn a_deadline_is_so_many_days_after_its_period_or_a_day_of_a_month() {
    for (json, last, too_late) in [
        (
            r#"{"daysAfter":0,"time":"09:00","bound":"before"}"#,
            "2023-03-03",
            "2023-03-03T09:00:00Z",
        ),
        (r#"{"daysAfter":-1}"#, "2023-03-01", "2023-03-01T00:00:00Z"),
        // 23 giờ 59 phút 59 giây: that second is still in time.
        (
            r#"{"daysAfter":0,"time":"23:59:59"}"#,
            "2023-03-01",
            "2023-03-02T00:00:00Z",
        ),
        // 03 ngày làm việc sau khi kết thúc kỳ: 31/3/2023 is a Friday.
        (
            r#"{"workingDaysAfter":3}"#,
            "2023-03-31",
            "2023-04-06T00:00:00Z",
        ),
        // Ngày 25 hằng tháng.
        (r#"{"dayOfMonth":25}"#, "2023-02-28", "2023-02-26T00:00:00Z"),
        (
            r#"{"dayOfMonth":25,"bound":"before"}"#,
            "2023-02-28",
            "2023-02-25T00:00:00Z",
        ),
        // Trước ngày 05 tháng sau.
        (
            r#"{"dayOfMonth":5,"monthsAfter":1,"bound":"before"}"#,
            "2023-12-31",
            "2024-01-05T00:00:00Z",
        ),
        // Trước ngày 30: the whole of February is in time.
        (
            r#"{"dayOfMonth":30,"bound":"before"}"#,
            "2023-02-28",
            "2023-03-01T00:00:00Z",
        ),
        (
            r#"{"dayOfMonth":29,"bound":"before"}"#,
            "2024-02-29",
            "2024-02-29T00:00:00Z",
        ),
        (
            r#"{"dayOfMonth":30,"monthsAfter":1,"bound":"before"}"#,
            "2024-01-31",
            "2024-03-01T00:00:00Z",
        ),
        (r#"{"dayOfMonth":31}"#, "2023-04-30", "2023-05-01T00:00:00Z"),
        (
            r#"{"dayOfMonth":30,"time":"17:00","bound":"before"}"#,
            "2023-02-28",
            "2023-02-28T17:00:00Z",
        ),
    ] {
        let too_late = Instant::parse_iso(too_late).unwrap();
        let last = Date::parse_iso(last).unwrap();
        assert_eq!(cutoff(json, last), Some(too_late), "{json} after {last:?}");
    }
}

#[test]
fn a_deadline_has_one_of_the_two() {
    for json in [
        "{}",
        r#"{"time":"09:00"}"#,
        r#"{"daysAfter":0,"dayOfMonth":25}"#,
        r#"{"daysAfter":0,"monthsAfter":1}"#,
        r#"{"monthsAfter":1}"#,
        r#"{"dayOfMonth":32}"#,
        r#"{"dayOfMonth":0}"#,
        r#"{"dayOfMonth":5,"monthsAfter":-1}"#,
        r#"{"daysAfter":0,"weeksAfter":1}"#,
        r#"{"daysAfter":0,"workingDaysAfter":1}"#,
        r#"{"workingDaysAfter":1,"dayOfMonth":25}"#,
        r#"{"workingDaysAfter":1,"monthsAfter":1}"#,
    ] {
        let refused = read::from_str::<RelativeDeadline>(json);
        assert_eq!(refused.map_err(|errors| errors.len()), Err(1), "{json}");
    }
    let written = |json| serde_json::to_string(&deadline(json)).unwrap();
    for json in [r#"{"daysAfter":0}"#, r#"{"dayOfMonth":5,"monthsAfter":1}"#] {
        assert_eq!(written(json), json);
    }
}

proptest! {
    /// "Trước ngày N" ends as day N begins, or as the next month does where there is no day N; "đến ngày N"
    /// ends with day N, or with the month.
    #[test]
    fn a_day_that_a_month_does_not_have_never_takes_a_day_from_it(
        year in 1990..2100_i32, month in 1..=12_u8, day in 1..=31_u8,
    ) {
        let first = Date::new(year, month, 1).unwrap();
        let next = first.add_months(1).unwrap();
        let last = next.add_days(-1).unwrap();
        let start = |date: Date| Instant::at(date, Time::MIDNIGHT, Offset::UTC);
        let named = first.add_days(i64::from(day) - 1).unwrap().min(next);
        let before = format!(r#"{{"dayOfMonth":{day},"bound":"before"}}"#);
        prop_assert_eq!(cutoff(&before, last), Some(start(named)));
        let by = format!(r#"{{"dayOfMonth":{day}}}"#);
        let after = named.add_days(1).unwrap().min(next);
        prop_assert_eq!(cutoff(&by, last), Some(start(after)));
    }
}
