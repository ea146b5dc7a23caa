use proptest::prelude::*;

use super::{Cycle, CycleError, MAX_PERIODS};
use crate::calendar::{Date, DayOfMonth, MonthDay, Period, Weekday};

fn period(from: &str, to: &str) -> Period {
    Period::new(Date::parse_iso(from).unwrap(), Date::parse_iso(to).unwrap()).unwrap()
}

fn cycle(json: &str) -> Cycle {
    serde_json::from_str(json).unwrap()
}

#[test]
fn youth_month_2023_has_five_weeks_and_the_first_is_partial() {
    let weeks = Cycle::Week {
        ends: Weekday::Friday,
    }
    .periods(period("2023-02-26", "2023-03-31"))
    .unwrap();
    let expected = [
        period("2023-02-26", "2023-03-03"),
        period("2023-03-04", "2023-03-10"),
        period("2023-03-11", "2023-03-17"),
        period("2023-03-18", "2023-03-24"),
        period("2023-03-25", "2023-03-31"),
    ];
    assert_eq!(
        weeks.iter().map(|week| week.period).collect::<Vec<_>>(),
        expected
    );
    assert_eq!(
        weeks
            .iter()
            .map(|week| week.is_partial())
            .collect::<Vec<_>>(),
        [true, false, false, false, false]
    );
    assert_eq!(weeks[0].whole, period("2023-02-25", "2023-03-03"));
}

#[test]
fn the_period_of_a_date() {
    let semester = r#"{"every":"semester","firstFrom":"09-05","secondFrom":"01-15"}"#;
    for (json, date, from, to) in [
        (
            r#"{"every":"day"}"#,
            "2023-03-26",
            "2023-03-26",
            "2023-03-26",
        ),
        (
            r#"{"every":"week","ends":"friday"}"#,
            "2023-03-03",
            "2023-02-25",
            "2023-03-03",
        ),
        (
            r#"{"every":"week","ends":"friday"}"#,
            "2023-03-04",
            "2023-03-04",
            "2023-03-10",
        ),
        (
            r#"{"every":"week","ends":"sunday"}"#,
            "2023-03-01",
            "2023-02-27",
            "2023-03-05",
        ),
        (
            r#"{"every":"month"}"#,
            "2024-02-10",
            "2024-02-01",
            "2024-02-29",
        ),
        (
            r#"{"every":"month","endsOn":25}"#,
            "2023-03-25",
            "2023-02-26",
            "2023-03-25",
        ),
        (
            r#"{"every":"month","endsOn":25}"#,
            "2023-12-26",
            "2023-12-26",
            "2024-01-25",
        ),
        (
            r#"{"every":"month","endsOn":14}"#,
            "2023-01-01",
            "2022-12-15",
            "2023-01-14",
        ),
        (
            r#"{"every":"month","endsOn":30}"#,
            "2023-02-28",
            "2023-01-31",
            "2023-02-28",
        ),
        (
            r#"{"every":"month","endsOn":30}"#,
            "2023-03-01",
            "2023-03-01",
            "2023-03-30",
        ),
        (
            r#"{"every":"month","endsOn":31}"#,
            "2023-04-30",
            "2023-04-01",
            "2023-04-30",
        ),
        (
            r#"{"every":"quarter"}"#,
            "2023-03-26",
            "2023-01-01",
            "2023-03-31",
        ),
        (
            r#"{"every":"quarter"}"#,
            "2023-10-01",
            "2023-10-01",
            "2023-12-31",
        ),
        (
            r#"{"every":"halfYear"}"#,
            "2023-06-30",
            "2023-01-01",
            "2023-06-30",
        ),
        (
            r#"{"every":"year"}"#,
            "2023-06-30",
            "2023-01-01",
            "2023-12-31",
        ),
        (semester, "2023-01-14", "2022-09-05", "2023-01-14"),
        (semester, "2023-01-15", "2023-01-15", "2023-09-04"),
        (
            r#"{"every":"schoolYear","from":"09-05"}"#,
            "2023-03-26",
            "2022-09-05",
            "2023-09-04",
        ),
        (
            r#"{"every":"schoolYear","from":"09-05"}"#,
            "2023-09-05",
            "2023-09-05",
            "2024-09-04",
        ),
        // Quarters from 15/12, half-years too, a year from 1/11.
        (
            r#"{"every":"quarter","from":"12-15"}"#,
            "2024-01-01",
            "2023-12-15",
            "2024-03-14",
        ),
        (
            r#"{"every":"quarter","from":"12-15"}"#,
            "2024-03-15",
            "2024-03-15",
            "2024-06-14",
        ),
        (
            r#"{"every":"quarter","from":"12-15"}"#,
            "2024-12-14",
            "2024-09-15",
            "2024-12-14",
        ),
        (
            r#"{"every":"halfYear","from":"12-15"}"#,
            "2024-06-15",
            "2024-06-15",
            "2024-12-14",
        ),
        (
            r#"{"every":"year","from":"11-01"}"#,
            "2024-10-31",
            "2023-11-01",
            "2024-10-31",
        ),
        (
            r#"{"every":"days","days":14,"starts":"2024-01-06"}"#,
            "2024-01-19",
            "2024-01-06",
            "2024-01-19",
        ),
        (
            r#"{"every":"days","days":14,"starts":"2024-01-06"}"#,
            "2024-01-05",
            "2023-12-23",
            "2024-01-05",
        ),
    ] {
        let date = Date::parse_iso(date).unwrap();
        assert_eq!(
            cycle(json).period_of(date),
            period(from, to),
            "{json} of {date}"
        );
    }
}

#[test]
fn the_days_after_the_last_are_in_no_period() {
    let semester =
        r#"{"every":"semester","firstFrom":"09-05","secondFrom":"01-15","until":"05-31"}"#;
    for (json, window, expected) in [
        (
            semester,
            ("2023-09-05", "2024-12-31"),
            &[
                ("2023-09-05", "2024-01-14"),
                ("2024-01-15", "2024-05-31"),
                ("2024-09-05", "2024-12-31"),
            ][..],
        ),
        (
            r#"{"every":"schoolYear","from":"09-05","until":"05-31"}"#,
            ("2023-06-15", "2024-08-31"),
            &[("2023-09-05", "2024-05-31")],
        ),
        (
            r#"{"every":"year","until":"09-30"}"#,
            ("2023-02-01", "2024-12-31"),
            &[("2023-02-01", "2023-09-30"), ("2024-01-01", "2024-09-30")],
        ),
        // The first half of a year that begins in December.
        (
            r#"{"every":"year","from":"12-15","until":"06-14"}"#,
            ("2023-12-15", "2024-12-14"),
            &[("2023-12-15", "2024-06-14")],
        ),
    ] {
        let made = cycle(json).periods(period(window.0, window.1)).unwrap();
        let made: Vec<Period> = made.iter().map(|one| one.period).collect();
        let expected: Vec<Period> = expected.iter().map(|(from, to)| period(from, to)).collect();
        assert_eq!(made, expected, "{json}");
    }
}

#[test]
fn a_window_of_too_many_periods_is_refused() {
    let days = Cycle::Day.periods(period("1900-01-01", "2199-12-31"));
    assert_eq!(days, Err(CycleError::TooManyPeriods { max: MAX_PERIODS }));
    let from = Date::MIN;
    let longer = Period::new(from, from.add_days(4000).unwrap()).unwrap();
    assert_eq!(Cycle::Day.periods(longer), days);
    let full = Period::new(from, from.add_days(3999).unwrap()).unwrap();
    assert_eq!(
        Cycle::Day.periods(full).map(|days| days.len()),
        Ok(MAX_PERIODS)
    );
}

#[test]
fn the_edges_of_the_calendar_are_reached() {
    let first = Cycle::SchoolYear {
        from: MonthDay::new(9, 5).unwrap(),
        until: None,
    }
    .period_of(Date::MIN);
    assert_eq!(first, period("1900-01-01", "1900-09-04"));
    let last = Cycle::Week {
        ends: Weekday::Sunday,
    }
    .periods(period("2199-12-30", "2199-12-31"))
    .unwrap();
    assert_eq!(last.len(), 1);
}

fn any_cycle() -> impl Strategy<Value = Cycle> {
    let month_day =
        || (1..=12_u8, 1..=28_u8).prop_map(|(month, day)| MonthDay::new(month, day).unwrap());
    prop_oneof![
        Just(Cycle::Day),
        (0..7_usize).prop_map(|day| Cycle::Week {
            ends: Weekday::ALL[day]
        }),
        Just(Cycle::Month { ends_on: None }),
        (1..=31_u8).prop_map(|day| Cycle::Month {
            ends_on: Some(DayOfMonth::new(day).unwrap())
        }),
        Just(Cycle::Quarter),
        Just(Cycle::HalfYear),
        (month_day(), month_day())
            .prop_filter("two different days", |(first, second)| first != second)
            .prop_map(|(first_from, second_from)| Cycle::Semester {
                first_from,
                second_from,
                until: None
            }),
        Just(Cycle::Year),
        month_day().prop_map(|from| Cycle::SchoolYear { from, until: None }),
        (2..=366_u16, 0..109_000_i64).prop_map(|(count, starts)| Cycle::Days {
            count,
            starts: Date::MIN.add_days(starts).unwrap()
        }),
        (prop_oneof![Just(3), Just(6), Just(12)], month_day())
            .prop_filter("no calendar year", |(_, from)| *from != MonthDay::FIRST)
            .prop_map(|(count, from)| Cycle::Months {
                count,
                from,
                until: None
            }),
    ]
}

/// The same, with a last day where there can be one.
fn with_last(cycle: Cycle, last: MonthDay) -> Cycle {
    match cycle {
        Cycle::Months {
            count: count @ (6 | 12),
            from,
            ..
        } => Cycle::Months {
            count,
            from,
            until: Some(last),
        },
        Cycle::Semester {
            first_from,
            second_from,
            ..
        } => Cycle::Semester {
            first_from,
            second_from,
            until: Some(last),
        },
        Cycle::SchoolYear { from, .. } => Cycle::SchoolYear {
            from,
            until: Some(last),
        },
        other => other,
    }
}

proptest! {
    #[test]
    fn periods_fill_the_window_without_gap_or_overlap(cycle in any_cycle(), start in 0..109_000_i64, length in 1..800_i64) {
        let from = Date::MIN.add_days(start).unwrap();
        let window = Period::new(from, from.add_days(length - 1).unwrap_or(Date::MAX)).unwrap();
        let periods = cycle.periods(window).unwrap();
        prop_assert_eq!(periods.first().map(|first| first.period.from()), Some(window.from()));
        prop_assert_eq!(periods.last().map(|last| last.period.to()), Some(window.to()));
        for pair in periods.windows(2) {
            prop_assert_eq!(pair[0].period.to().add_days(1), Some(pair[1].period.from()));
        }
        for part in periods {
            prop_assert!(part.whole.encloses(part.period));
            prop_assert_eq!(cycle.period_of(part.whole.from()), part.whole);
            prop_assert_eq!(cycle.period_of(part.whole.to()), part.whole);
        }
    }

    #[test]
    fn what_ends_early_begins_as_it_would_and_never_overlaps(
        cycle in any_cycle(), month in 1..=12_u8, day in 1..=28_u8, start in 0..109_000_i64, length in 1..800_i64,
    ) {
        let from = Date::MIN.add_days(start).unwrap();
        let window = Period::new(from, from.add_days(length - 1).unwrap_or(Date::MAX)).unwrap();
        let short = with_last(cycle, MonthDay::new(month, day).unwrap());
        let all = cycle.periods(window).unwrap();
        let mut next = all.iter();
        for part in short.periods(window).unwrap() {
            prop_assert!(part.whole.encloses(part.period));
            let same = next.find(|one| one.period.from() == part.period.from());
            prop_assert!(same.is_some_and(|one| one.period.encloses(part.period)));
        }
        let json = serde_json::to_string(&short).unwrap();
        prop_assert_eq!(serde_json::from_str::<Cycle>(&json).unwrap(), short);
    }

    #[test]
    fn json_comes_back_the_same(cycle in any_cycle()) {
        let json = serde_json::to_string(&cycle).unwrap();
        prop_assert_eq!(serde_json::from_str::<Cycle>(&json).unwrap(), cycle);
    }
}
