//! Cycles of reporting periods.

use serde::{Deserialize, Serialize};

use super::cycle_json::CycleJson;
use super::date::Date;
use super::month_day::{DayOfMonth, MonthDay};
use super::period::Period;
use super::weekday::Weekday;

/// The most periods that one window may be cut into: ten years of days.
pub const MAX_PERIODS: usize = 4000;

/// How a calendar is cut into reporting periods (chu kỳ báo cáo), without gap or overlap.
///
/// In JSON an object that names the cycle and what it needs: `{"every": "week", "ends": "friday"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CycleJson", into = "CycleJson")]
pub enum Cycle {
    /// Hằng ngày: `{"every": "day"}`.
    Day,
    /// Hằng tuần: seven days, the last of which is `ends`: `{"every": "week", "ends": "friday"}`.
    Week {
        /// The last day of the week.
        ends: Weekday,
    },
    /// Hằng tháng: the calendar month, `{"every": "month"}`, or a month that ends on a chosen day, so that
    /// `{"every": "month", "endsOn": 25}` runs from the 26th to the 25th. A shorter month ends on its last day.
    Month {
        /// The last day of the month's window; `None` for the calendar month.
        ends_on: Option<DayOfMonth>,
    },
    /// Hằng quý: `{"every": "quarter"}`.
    Quarter,
    /// Sáu tháng: `{"every": "halfYear"}`.
    HalfYear,
    /// Học kỳ: two in a school year, each up to the day before the other starts:
    /// `{"every": "semester", "firstFrom": "09-05", "secondFrom": "01-15"}`.
    Semester {
        /// The day on which the first semester starts.
        first_from: MonthDay,
        /// The day on which the second semester starts; not the same day.
        second_from: MonthDay,
    },
    /// Hằng năm: `{"every": "year"}`.
    Year,
    /// Năm học: `{"every": "schoolYear", "from": "09-05"}`.
    SchoolYear {
        /// The day on which the school year starts.
        from: MonthDay,
    },
}

/// One period of a cycle inside a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CyclePeriod {
    /// The part that lies in the window: what a report covers.
    pub period: Period,
    /// The whole period of the cycle; reaches past the window for a partial first or last one.
    pub whole: Period,
}

impl CyclePeriod {
    /// Whether the window cuts the period short.
    #[must_use]
    pub fn is_partial(self) -> bool {
        self.period != self.whole
    }
}

/// Why a window cannot be cut into periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CycleError {
    /// There would be more than [`MAX_PERIODS`] periods.
    TooManyPeriods {
        /// [`MAX_PERIODS`].
        max: usize,
    },
}

impl Cycle {
    /// The whole period of this cycle in which `date` lies.
    ///
    /// At the edges of the calendar the period is cut at 1900-01-01 and 2199-12-31.
    #[must_use]
    pub fn period_of(self, date: Date) -> Period {
        match self {
            Self::Day => Period::day(date),
            Self::Week { ends } => {
                let last = i64::from(date.weekday().days_until(ends));
                Period::spanning(
                    date.saturating_add_days(last - 6),
                    date.saturating_add_days(last),
                )
            }
            Self::Month { ends_on: None } => months(date, 1),
            Self::Month { ends_on: Some(day) } => month_ending_on(date, day),
            Self::Quarter => months(date, 3),
            Self::HalfYear => months(date, 6),
            Self::Year => months(date, 12),
            Self::Semester {
                first_from,
                second_from,
            } => since(date, &[first_from, second_from]),
            Self::SchoolYear { from } => since(date, &[from]),
        }
    }

    /// Cuts `window` into the periods of this cycle, in order. The first and the last may be partial.
    ///
    /// # Errors
    /// [`CycleError::TooManyPeriods`]: the window holds more than [`MAX_PERIODS`].
    pub fn periods(self, window: Period) -> Result<Vec<CyclePeriod>, CycleError> {
        let mut periods = Vec::new();
        let mut next = Some(window.from());
        while let Some(day) = next.filter(|day| window.contains(*day)) {
            if periods.len() == MAX_PERIODS {
                return Err(CycleError::TooManyPeriods { max: MAX_PERIODS });
            }
            let whole = self.period_of(day);
            let period = Period::spanning(day, whole.to().min(window.to()));
            periods.push(CyclePeriod { period, whole });
            next = whole.to().add_days(1);
        }
        Ok(periods)
    }
}

/// The span of `count` calendar months, counted from January, in which `date` lies.
fn months(date: Date, count: u8) -> Period {
    let first_month = (date.month() - 1) / count * count + 1;
    let first = Date::new_clamped(date.year(), first_month, 1).unwrap_or(Date::MIN);
    let last = Date::new_clamped(date.year(), first_month + count - 1, 31).unwrap_or(Date::MAX);
    Period::spanning(first, last)
}

/// The month that ends on `day` in which `date` lies.
fn month_ending_on(date: Date, day: DayOfMonth) -> Period {
    let end_in = |month: Date| Date::new_clamped(month.year(), month.month(), day.get());
    let this_end = end_in(date).unwrap_or(date);
    let first_of_month = Date::new_clamped(date.year(), date.month(), 1).unwrap_or(date);
    if date <= this_end {
        let before = first_of_month.add_months(-1).and_then(end_in);
        Period::spanning(
            before.and_then(|end| end.add_days(1)).unwrap_or(Date::MIN),
            this_end,
        )
    } else {
        let next_end = first_of_month.add_months(1).and_then(end_in);
        Period::spanning(
            this_end.saturating_add_days(1),
            next_end.unwrap_or(Date::MAX),
        )
    }
}

/// The span from the latest of `starts` on or before `date` to the day before the next.
fn since(date: Date, starts: &[MonthDay]) -> Period {
    let around = || {
        (-1..=1).flat_map(|years| {
            starts
                .iter()
                .filter_map(move |start| start.in_year(date.year() + years))
        })
    };
    let first = around()
        .filter(|start| *start <= date)
        .max()
        .unwrap_or(Date::MIN);
    let next = around().filter(|start| *start > date).min();
    Period::spanning(
        first,
        next.and_then(|start| start.add_days(-1))
            .unwrap_or(Date::MAX),
    )
}

#[cfg(test)]
mod tests;
