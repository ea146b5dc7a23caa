//! Reports that a unit opens by itself, in words.

use super::{clock, either};
use crate::calendar::{Period, Time};
use crate::text::{Lang, format_count, format_date};

/// When one was opened, to the second, so that no two read alike: "08g05:12 ngày 14/6/2026".
#[cold]
#[inline(never)]
pub(super) fn opened(period: Period, lang: Lang) -> String {
    let at = period.at().unwrap_or(Time::MIDNIGHT);
    let between = either(lang, " ngày ", ", ");
    [&*clock(at, lang), between, &format_date(period.from())].concat()
}

/// When such a report is opened: "Mở khi có việc phát sinh; mỗi việc một báo cáo".
#[must_use]
pub fn opened_when_needed(lang: Lang) -> &'static str {
    either(
        lang,
        "Mở khi có việc phát sinh; mỗi việc một báo cáo",
        "Opened whenever there is something to report; one report each",
    )
}

/// How many have come, and of how many units: "Đã nhận 5 báo cáo của 3 đơn vị".
#[must_use]
pub fn came_on_demand(reports: usize, units: usize, lang: Lang) -> String {
    let count = |number: usize| format_count(i64::try_from(number).unwrap_or(i64::MAX));
    let (reports, units) = (count(reports), count(units));
    match lang {
        Lang::Vi => ["Đã nhận ", &*reports, " báo cáo của ", &units, " đơn vị"].concat(),
        Lang::En => [&*reports, " reports received from ", &units, " units"].concat(),
    }
}

/// For which days such reports can be opened, before the days: "khi có phát sinh".
#[must_use]
pub fn on_demand(lang: Lang) -> &'static str {
    either(
        lang,
        "khi có phát sinh",
        "whenever there is something to report",
    )
}
