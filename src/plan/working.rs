//! Working days.

use crate::calendar::{Date, Period, Weekday};
use crate::read::{record, words};
use serde::Serialize;

/// The most days that are looked at for a working day: no holiday is so long.
const LONGEST: u16 = 400;

/// Which days are worked on (ngày làm việc): Monday to Friday, but for holidays, and the days that make up for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Working {
    /// Days off besides Saturdays and Sundays (ngày nghỉ lễ, Tết), both ends inclusive.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Period>,
    /// Days on which work is made up for (ngày làm bù), though they would be off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub made_up: Vec<Period>,
}

/// Which way a deadline goes that falls on a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Moved {
    /// To the last working day before it (ngày làm việc liền trước).
    Before,
    /// To the next working day (ngày làm việc tiếp theo).
    After,
}

impl Working {
    /// Whether nothing is said: Monday to Friday.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.holidays.is_empty() && self.made_up.is_empty()
    }

    /// Whether that day is worked on.
    #[must_use]
    pub fn has(&self, day: Date) -> bool {
        let is_weekend = day.weekday() >= Weekday::Saturday;
        among(&self.made_up, day) || !(is_weekend || among(&self.holidays, day))
    }

    /// So many working days after `day`, or before it where `count` is negative; for 0 `day` itself, or the next working
    /// day. None past the calendar's end, or where there are too few.
    #[must_use]
    pub fn after(&self, day: Date, count: i16) -> Option<Date> {
        let step = if count < 0 { -1 } else { 1 };
        let first = day.add_days(i64::from(count.signum()))?;
        self.nth(first, step, count.unsigned_abs().saturating_sub(1))
    }

    /// Where a deadline on `day` goes; `day` itself where it is worked on, or where no working day is near.
    #[must_use]
    pub fn moved(&self, day: Date, which: Moved) -> Date {
        let step = match which {
            Moved::Before => -1,
            Moved::After => 1,
        };
        self.nth(day, step, 0).unwrap_or(day)
    }

    /// The working day behind `skip` others, looked for from `day` on by `step`.
    fn nth(&self, mut day: Date, step: i64, mut skip: u16) -> Option<Date> {
        for _ in 0..LONGEST {
            if self.has(day) {
                if skip == 0 {
                    return Some(day);
                }
                skip -= 1;
            }
            day = day.add_days(step)?;
        }
        None
    }
}

fn among(spans: &[Period], day: Date) -> bool {
    spans.iter().any(|span| span.contains(day))
}

record!(Working { ; holidays, made_up });
words!(Moved { Before, After });

#[cfg(test)]
mod tests {
    use super::{Moved, Working};
    use crate::calendar::Date;
    use crate::read;

    fn working() -> Working {
        // 30/4 and 1/5/2024 are a Tuesday and a Wednesday; Monday 29/4 was off, and made up for on Saturday 4/5.
        let json = r#"{"holidays": [{"from": "2024-04-29", "to": "2024-05-01"}],
            "madeUp": [{"from": "2024-05-04", "to": "2024-05-04"}]}"#;
        read::from_str(json).unwrap()
    }

    #[test]
    fn working_days_pass_over_days_off() {
        for (day, count, expected) in [
            // Friday before the holidays: the next working days are Thursday, Friday and the Saturday made up for.
            ("2024-04-26", 1, "2024-05-02"),
            ("2024-04-26", 3, "2024-05-04"),
            ("2024-04-26", 4, "2024-05-06"),
            ("2024-04-26", 0, "2024-04-26"),
            ("2024-04-27", 0, "2024-05-02"),
            ("2024-05-02", -1, "2024-04-26"),
            ("2024-05-06", -3, "2024-05-02"),
            ("2024-05-31", 3, "2024-06-05"),
        ] {
            let day = Date::parse_iso(day).unwrap();
            let found = working().after(day, count).map(Date::to_iso);
            assert_eq!(found.as_deref(), Some(expected), "{day} {count}");
        }
    }

    #[test]
    fn a_day_off_is_left_for_a_working_day() {
        for (day, before, after) in [
            ("2024-04-30", "2024-04-26", "2024-05-02"),
            ("2024-05-04", "2024-05-04", "2024-05-04"),
            ("2024-05-05", "2024-05-04", "2024-05-06"),
            ("2199-12-29", "2199-12-27", "2199-12-30"),
        ] {
            let day = Date::parse_iso(day).unwrap();
            let moved = |which| working().moved(day, which).to_iso();
            assert_eq!(moved(Moved::Before), before, "{day}");
            assert_eq!(moved(Moved::After), after, "{day}");
        }
    }

    #[test]
    fn where_no_day_is_worked_on_a_deadline_stays() {
        let json = r#"{"holidays": [{"from": "1900-01-01", "to": "2199-12-31"}]}"#;
        let never: Working = read::from_str(json).unwrap();
        let day = Date::parse_iso("2024-05-05").unwrap();
        assert_eq!(never.moved(day, Moved::After), day);
        assert_eq!(never.after(day, 3), None);
        assert_eq!(Working::default().after(Date::MAX, 1), None);
    }
}
