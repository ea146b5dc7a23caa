//! Civil dates, times, periods and instants (ngày, giờ, kỳ báo cáo, thời điểm).
//!
//! Everything here is arithmetic on the Gregorian calendar at a fixed offset from UTC. Nothing reads a clock, a locale
//! or a time-zone database: Vietnam has kept +07:00 since 1975, and "now" is handed in by the caller as an [`Instant`].
//!
//! Dates are bounded to the years 1900 to 2199 (see [`Date`]), so no operation can overflow.

mod cycle;
mod cycle_json;
mod date;
mod digits;
mod instant;
mod iso_string;
mod month_day;
mod offset;
mod period;
mod time_of_day;
mod weekday;

pub use cycle::{Cycle, CycleError, CyclePeriod, MAX_PERIODS};
pub use date::{Date, DateError};
pub use instant::{Instant, InstantError};
pub use month_day::{DayOfMonth, DayOfMonthError, MonthDay, MonthDayError};
pub use offset::{Offset, OffsetError};
pub use period::{Period, PeriodError};
pub use time_of_day::{Time, TimeError};
pub use weekday::Weekday;
