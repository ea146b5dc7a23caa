//! Periods of civil dates.

use proptest::prelude::*;

use super::{Period, PeriodError};
use crate::calendar::Date;

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn period(from: &str, to: &str) -> Period {
    Period::new(date(from), date(to)).unwrap()
}

#[test]
fn both_ends_belong_to_the_period() {
    let week = period("2023-02-26", "2023-03-03");
    assert_eq!(week.len_days(), 6);
    for (day, inside) in [
        ("2023-02-25", false),
        ("2023-02-26", true),
        ("2023-03-03", true),
        ("2023-03-04", false),
    ] {
        assert_eq!(week.contains(date(day)), inside, "{day}");
    }
    assert_eq!(Period::day(date("2023-02-26")).len_days(), 1);
}

#[test]
fn a_period_does_not_end_before_it_starts() {
    assert_eq!(
        Period::new(date("2023-03-03"), date("2023-02-26")),
        Err(PeriodError::EndBeforeStart)
    );
}

#[test]
fn periods_share_days_or_they_do_not() {
    let month = period("2023-02-26", "2023-03-31");
    for (other, shared) in [
        (period("2023-02-01", "2023-02-25"), None),
        (
            period("2023-02-01", "2023-02-26"),
            Some(period("2023-02-26", "2023-02-26")),
        ),
        (
            period("2023-03-25", "2023-04-07"),
            Some(period("2023-03-25", "2023-03-31")),
        ),
        (
            period("2023-03-04", "2023-03-10"),
            Some(period("2023-03-04", "2023-03-10")),
        ),
    ] {
        assert_eq!(month.intersect(other), shared);
        assert_eq!(month.overlaps(other), shared.is_some());
        assert_eq!(month.encloses(other), shared == Some(other));
    }
}

#[test]
fn json_is_checked_on_the_way_in() {
    let json = r#"{"from":"2023-02-26","to":"2023-03-03"}"#;
    let week = period("2023-02-26", "2023-03-03");
    assert_eq!(serde_json::from_str::<Period>(json).unwrap(), week);
    assert_eq!(serde_json::to_string(&week).unwrap(), json);
    for (json, reason) in [
        (
            r#"{"from":"2023-03-03","to":"2023-02-26"}"#,
            "before it starts",
        ),
        (r#"{"from":"2023-03-03"}"#, "missing field `to`"),
        (
            r#"{"from":"2023-02-26","to":"2023-03-03","note":""}"#,
            "unknown field `note`",
        ),
    ] {
        let error = serde_json::from_str::<Period>(json)
            .unwrap_err()
            .to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn two_reports_that_were_opened_on_one_day_are_two() {
    let day = date("2023-03-03");
    let (first, second) = (Period::opened(day, 29_112), Period::opened(day, 29_113));
    assert_ne!(first, second);
    assert_eq!(
        serde_json::to_string(&first).unwrap(),
        r#"{"from":"2023-03-03","to":"2023-03-03","at":"08:05:12"}"#
    );
    for period in [
        first,
        second,
        Period::day(day),
        period("2023-02-26", "2023-03-03"),
    ] {
        let json = serde_json::to_string(&period).unwrap();
        assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), period);
        let (from, to) = period.to_texts();
        assert_eq!(Period::of_texts(&from, &to), Some(period));
    }
    for (from, to) in [
        ("2023-03-03", "2023-03-03T8"),
        ("2023-03-02", "2023-03-03T08:00"),
        ("2023-03-03", "2023-03-02"),
    ] {
        assert_eq!(Period::of_texts(from, to), None, "{to}");
    }
    let several = r#"{"from":"2023-03-02","to":"2023-03-03","at":"08:00"}"#;
    let error = serde_json::from_str::<Period>(several).unwrap_err();
    assert!(error.to_string().contains("with \"at\""), "{error}");
}

#[test]
fn one_that_is_opened_is_of_its_day_and_tells_of_nothing_else_that_was_opened() {
    let day = date("2023-03-03");
    let (first, last) = (Period::opened(day, 0), Period::opened(day, 86_399));
    for one in [first, last] {
        assert_eq!((one.from(), one.to(), one.len_days()), (day, day, 1));
        assert!(period("2023-03-03", "2023-03-05").encloses(one));
        assert!(one.tells_with(Period::day(day)) && one.overlaps(first));
        assert!(one.is_opened() && !Period::day(day).is_opened());
    }
    assert!(!first.tells_with(last));
    assert!(Period::day(day) < first && first < last);
    assert_eq!(last.at().map(|at| at.to_iso()).as_deref(), Some("23:59:59"));
}

proptest! {
    #[test]
    fn shared_days_are_the_same_from_either_side(starts in [0..2000_i64, 0..2000_i64], lengths in [0..400_i64, 0..400_i64]) {
        let base = date("2023-01-01");
        let [a, b] = [0, 1].map(|i: usize| {
            let from = base.add_days(starts[i]).unwrap();
            Period::new(from, from.add_days(lengths[i]).unwrap()).unwrap()
        });
        prop_assert_eq!(a.intersect(b), b.intersect(a));
        if let Some(shared) = a.intersect(b) {
            prop_assert!(a.encloses(shared) && b.encloses(shared));
        }
    }
}
