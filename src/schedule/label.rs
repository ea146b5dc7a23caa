//! What the periods of a rule are called after their label.
//!
//! A month, quarter, half-year, semester or year bears the number that it has in its year, as people and
//! documents call it: a plan that begins in May begins with "Tháng 5". Days and weeks are counted from the
//! plan's own first: no document numbers the weeks of a year, and "Tuần 1" of a campaign is its first.

use crate::calendar::{Cycle, CyclePeriod, Period};

/// The numbers of periods, in their order. The year is said where one number would stand twice: "5/2024".
pub(super) fn numbers(cycle: Cycle, periods: &[CyclePeriod]) -> Vec<String> {
    let places: Vec<Place> = periods.iter().map(|one| place(cycle, one.whole)).collect();
    let number = |place: &Place| match place {
        Place::InYear { number, .. } => Some(*number),
        _ => None,
    };
    let repeated = places.iter().enumerate().any(|(at, one)| {
        let later = places.iter().skip(at + 1);
        number(one).is_some() && later.map(number).any(|other| other == number(one))
    });
    let counted = (1..).zip(&places);
    counted
        .map(|(count, place): (i64, _)| match place {
            Place::Counted => count.to_string(),
            Place::InYear { number, year } if repeated => {
                let (open, close) = match year {
                    Year::Calendar(_) => ("/", ""),
                    Year::School(_) => (" (", ")"),
                };
                let number = i64::from(*number).to_string();
                [&*number, open, &year.named(), close].concat()
            }
            Place::InYear { number, .. } => i64::from(*number).to_string(),
            Place::Year(year) => year.named(),
        })
        .collect()
}

/// What a period is counted by.
enum Place {
    /// From the first of the plan on.
    Counted,
    /// Within its year.
    InYear { number: u8, year: Year },
    /// It is the year itself.
    Year(Year),
}

enum Year {
    Calendar(i32),
    /// The one that begins in that calendar year and ends in the next.
    School(i32),
}

impl Year {
    /// "2024", or "2023-2024" for a school year.
    fn named(&self) -> String {
        match self {
            Self::Calendar(year) => i64::from(*year).to_string(),
            Self::School(year) => {
                let [begins, ends] = [*year, *year + 1].map(|year| i64::from(year).to_string());
                [&*begins, "-", &ends].concat()
            }
        }
    }
}

/// The year by which a period is called, where it is called by one: of a school year that in which it begins.
pub(super) fn year_of(cycle: Cycle, whole: Period) -> Option<i32> {
    match place(cycle, whole) {
        Place::InYear { year, .. } | Place::Year(year) => match year {
            Year::Calendar(year) | Year::School(year) => Some(year),
        },
        Place::Counted => None,
    }
}

fn place(cycle: Cycle, whole: Period) -> Place {
    let (from, to) = (whole.from(), whole.to());
    // A month from the 26th to the 25th is the month in which it ends.
    let part = |months: u8| Place::InYear {
        number: (to.month() - 1) / months + 1,
        year: Year::Calendar(to.year()),
    };
    match cycle {
        Cycle::Day | Cycle::Week { .. } | Cycle::Days { .. } => Place::Counted,
        Cycle::Month { .. } => part(1),
        Cycle::Quarter => part(3),
        Cycle::HalfYear => part(6),
        Cycle::Months {
            count, from: first, ..
        } => {
            // A year from 1/11 is the one in which most of it lies.
            let middle = from.add_days(whole.len_days() / 2).unwrap_or(from);
            let year = Year::Calendar(middle.year());
            if count == 12 {
                return Place::Year(year);
            }
            let number = (from.month() + 12 - first.month()) % 12 / count.max(1) + 1;
            Place::InYear { number, year }
        }
        Cycle::Semester {
            first_from,
            second_from,
            ..
        } => {
            let first = (from.month(), from.day()) == (first_from.month(), first_from.day());
            let begun_before = !first && second_from < first_from;
            Place::InYear {
                number: if first { 1 } else { 2 },
                year: Year::School(from.year() - i32::from(begun_before)),
            }
        }
        Cycle::Year => Place::Year(Year::Calendar(to.year())),
        Cycle::SchoolYear { .. } if from.year() == to.year() => {
            Place::Year(Year::Calendar(to.year()))
        }
        Cycle::SchoolYear { .. } => Place::Year(Year::School(from.year())),
    }
}

#[cfg(test)]
mod tests {
    use super::numbers;
    use crate::calendar::{Cycle, Date, Period};

    fn named(cycle: &str, from: &str, to: &str) -> String {
        let cycle: Cycle = serde_json::from_str(cycle).unwrap();
        let [from, to] = [from, to].map(|day| Date::parse_iso(day).unwrap());
        let periods = cycle.periods(Period::new(from, to).unwrap()).unwrap();
        numbers(cycle, &periods).join(" ")
    }

    #[test]
    fn a_period_bears_the_number_that_it_has_in_its_year() {
        let semesters = r#"{"every":"semester","firstFrom":"09-05","secondFrom":"01-15"}"#;
        let spring_first = r#"{"every":"semester","firstFrom":"01-15","secondFrom":"09-05"}"#;
        for (cycle, from, to, expected) in [
            (
                r#"{"every":"month"}"#,
                "2024-05-10",
                "2024-08-31",
                "5 6 7 8",
            ),
            (
                r#"{"every":"month"}"#,
                "2024-11-01",
                "2025-02-28",
                "11 12 1 2",
            ),
            (
                r#"{"every":"month"}"#,
                "2024-12-01",
                "2025-12-31",
                "12/2024 1/2025 2/2025 3/2025 4/2025 5/2025 6/2025 7/2025 8/2025 9/2025 10/2025 11/2025 12/2025",
            ),
            (
                r#"{"every":"month","endsOn":25}"#,
                "2024-04-26",
                "2024-06-25",
                "5 6",
            ),
            (
                r#"{"every":"quarter"}"#,
                "2024-05-01",
                "2024-12-31",
                "2 3 4",
            ),
            (r#"{"every":"halfYear"}"#, "2024-07-01", "2024-12-31", "2"),
            (
                r#"{"every":"halfYear"}"#,
                "2024-07-01",
                "2025-12-31",
                "2/2024 1/2025 2/2025",
            ),
            (semesters, "2024-02-01", "2024-12-31", "2 1"),
            (
                semesters,
                "2023-09-05",
                "2024-12-31",
                "1 (2023-2024) 2 (2023-2024) 1 (2024-2025)",
            ),
            (spring_first, "2024-09-05", "2024-12-31", "2"),
            (
                r#"{"every":"year"}"#,
                "2022-03-01",
                "2024-12-31",
                "2022 2023 2024",
            ),
            (
                r#"{"every":"schoolYear","from":"09-05"}"#,
                "2023-10-01",
                "2024-10-01",
                "2023-2024 2024-2025",
            ),
            (
                r#"{"every":"quarter","from":"12-15"}"#,
                "2023-12-15",
                "2024-12-14",
                "1 2 3 4",
            ),
            (
                r#"{"every":"halfYear","from":"12-15"}"#,
                "2023-12-15",
                "2025-06-14",
                "1/2024 2/2024 1/2025",
            ),
            (
                r#"{"every":"year","from":"11-01"}"#,
                "2023-11-01",
                "2025-10-31",
                "2024 2025",
            ),
            (
                r#"{"every":"year","until":"09-30"}"#,
                "2023-01-01",
                "2024-12-31",
                "2023 2024",
            ),
            (
                r#"{"every":"schoolYear","from":"09-05","until":"05-31"}"#,
                "2023-09-05",
                "2024-12-31",
                "2023-2024 2024-2025",
            ),
            (
                r#"{"every":"days","days":14,"starts":"2024-01-06"}"#,
                "2024-01-06",
                "2024-02-10",
                "1 2 3",
            ),
            (
                r#"{"every":"week","ends":"friday"}"#,
                "2023-02-26",
                "2023-03-15",
                "1 2 3",
            ),
            (r#"{"every":"day"}"#, "2023-03-30", "2023-04-01", "1 2 3"),
        ] {
            assert_eq!(named(cycle, from, to), expected, "{cycle} {from}");
        }
    }
}
