//! Cycles of reporting periods.

use serde::{Deserialize, Serialize};

use super::cycle_json::CycleJson;
use super::date::Date;
use super::month_day::{DayOfMonth, MonthDay};
use super::period::Period;
use super::weekday::Weekday;

/// The most periods that one window may be cut into: ten years of days.
pub const MAX_PERIODS: usize = 4000;

/// How a calendar is cut into reporting periods (chu kỳ báo cáo), without overlap, and without gap but for the days
/// after `until`.
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
    /// So many days, over and over from one of them on: two weeks are `{"every": "days", "days": 14, "starts": "2024-01-06"}`.
    Days {
        /// How many days, from 2 to 366.
        count: u16,
        /// The first day of one of the periods; there are others before it.
        starts: Date,
    },
    /// Hằng quý: `{"every": "quarter"}`.
    Quarter,
    /// Sáu tháng: `{"every": "halfYear"}`.
    HalfYear,
    /// A quarter, half-year or year that begins on another day than the calendar's, or ends before it does: a quarter from
    /// 15/12 is `{"every": "quarter", "from": "12-15"}`, "9 tháng đầu năm" `{"every": "year", "until": "09-30"}`.
    Months {
        /// How many months: 3, 6 or 12.
        count: u8,
        /// The first day of the year's first.
        from: MonthDay,
        /// The last day of each, where it comes before the next begins.
        until: Option<MonthDay>,
    },
    /// Học kỳ: two in a school year, each up to the day before the other starts:
    /// `{"every": "semester", "firstFrom": "09-05", "secondFrom": "01-15"}`; with `"until": "05-31"` the summer is in none.
    Semester {
        /// The day on which the first semester starts.
        first_from: MonthDay,
        /// The day on which the second semester starts; not the same day.
        second_from: MonthDay,
        /// The last day of a semester, where it comes before the next begins.
        until: Option<MonthDay>,
    },
    /// Hằng năm: `{"every": "year"}`.
    Year,
    /// Năm học: `{"every": "schoolYear", "from": "09-05"}`, perhaps with its last day, `"until": "05-31"`.
    SchoolYear {
        /// The day on which the school year starts.
        from: MonthDay,
        /// Its last day, where it comes before the next begins.
        until: Option<MonthDay>,
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
    /// The whole period of this cycle in which `date` lies, up to the next: also the days after `until`.
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
            Self::Days { count, starts } => {
                let count = i64::from(count).max(1);
                let first = -starts.days_until(date).rem_euclid(count);
                Period::spanning(
                    date.saturating_add_days(first),
                    date.saturating_add_days(first + count - 1),
                )
            }
            Self::Months { count, from, .. } => months_from(date, count, from),
            Self::Quarter => months(date, 3),
            Self::HalfYear => months(date, 6),
            Self::Year => months(date, 12),
            Self::Semester {
                first_from,
                second_from,
                ..
            } => since(date, &[first_from, second_from]),
            Self::SchoolYear { from, .. } => since(date, &[from]),
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
            let tile = self.period_of(day);
            next = tile.to().add_days(1);
            let whole = self.asked(tile);
            if day > whole.to() {
                continue;
            }
            if periods.len() == MAX_PERIODS {
                return Err(CycleError::TooManyPeriods { max: MAX_PERIODS });
            }
            let period = Period::spanning(day, whole.to().min(window.to()));
            periods.push(CyclePeriod { period, whole });
        }
        Ok(periods)
    }

    /// The days of a whole period of which a report is asked: all, or those up to `until`.
    fn asked(self, whole: Period) -> Period {
        let until = match self {
            Self::Months { until, .. }
            | Self::Semester { until, .. }
            | Self::SchoolYear { until, .. } => until,
            _ => None,
        };
        let Some(until) = until else {
            return whole;
        };
        let year = whole.from().year();
        for year in [year, year + 1] {
            if let Some(last) = until.in_year(year)
                && whole.contains(last)
            {
                return Period::spanning(whole.from(), last);
            }
        }
        whole
    }
}

/// The span of `count` calendar months, counted from January, in which `date` lies.
fn months(date: Date, count: u8) -> Period {
    let first_month = (date.month() - 1) / count * count + 1;
    let first = Date::new_clamped(date.year(), first_month, 1).unwrap_or(Date::MIN);
    let last = Date::new_clamped(date.year(), first_month + count - 1, 31).unwrap_or(Date::MAX);
    Period::spanning(first, last)
}

/// The span of `count` months in which `date` lies, counted from the day `from` of the year.
fn months_from(date: Date, count: u8, from: MonthDay) -> Period {
    let year = since(date, &[from]);
    let step = count.max(1);
    // Where the calendar begins in the midst of a year, its spans are counted back from the next.
    let begins = from.in_year(year.from().year()) == Some(year.from());
    let (origin, back) = if begins {
        (year.from(), 0)
    } else {
        (year.to().saturating_add_days(1), 12)
    };
    let mut first = year.from();
    for months in (step..12).step_by(step.into()) {
        match origin.add_months(i32::from(months) - back) {
            Some(next) if next <= date => first = next.max(first),
            Some(next) => return Period::spanning(first, next.saturating_add_days(-1)),
            None if back > 0 => {}
            None => break,
        }
    }
    Period::spanning(first, year.to())
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
