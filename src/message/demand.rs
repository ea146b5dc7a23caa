//! Reports that a unit opens by itself, in words.

use super::either;
use crate::text::{Lang, format_count};

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
