//! The words of every choice that the model has.

use super::cells::Picked;
use crate::calendar::Weekday;
use crate::plan::{Bound, Cadence, Certainty, Combine, Comparison};
use crate::text::{Both, Lang};

/// A choice: its name in actions, and its words.
pub(super) type Choice<T> = (T, &'static str, Both);

const fn both(vi: &'static str, en: &'static str) -> Both {
    Both { vi, en }
}

/// The cells of a figure's bounds, as forms show them and refusals quote them.
pub(super) const LEAST: Both = both("Nhỏ nhất có thể", "The smallest that can be");
pub(super) const MOST: Both = both("Lớn nhất có thể", "The largest that can be");
pub(super) const PLAUSIBLE: Both =
    both("Lớn hơn số này thì hỏi lại", "Above this it is asked again");

pub(super) const COMPARISONS: &[Choice<Comparison>] = &[
    (Comparison::AtLeast, "atLeast", both("ít nhất", "at least")),
    (Comparison::AtMost, "atMost", both("không quá", "at most")),
    (Comparison::MoreThan, "moreThan", both("trên", "more than")),
    (Comparison::LessThan, "lessThan", both("dưới", "less than")),
    (Comparison::Exactly, "exactly", both("đúng bằng", "exactly")),
    (Comparison::NotEqual, "notEqual", both("khác", "other than")),
];

pub(super) const CADENCES: &[Choice<Cadence>] = &[
    (
        Cadence::Plan,
        "plan",
        both("cả đợt của kế hoạch", "the whole plan"),
    ),
    (Cadence::Day, "day", both("mỗi ngày", "each day")),
    (Cadence::Week, "week", both("mỗi tuần", "each week")),
    (Cadence::Month, "month", both("mỗi tháng", "each month")),
    (Cadence::Quarter, "quarter", both("mỗi quý", "each quarter")),
    (
        Cadence::HalfYear,
        "halfYear",
        both("mỗi 6 tháng", "each half-year"),
    ),
    (Cadence::Year, "year", both("mỗi năm", "each year")),
    (
        Cadence::SchoolYear,
        "schoolYear",
        both("mỗi năm học", "each school year"),
    ),
];

pub(super) const COMBINES: &[Choice<Combine>] = &[
    (
        Combine::Sum,
        "sum",
        both(
            "cộng các kỳ (mỗi kỳ ghi phần của kỳ đó)",
            "periods add up (each states its own)",
        ),
    ),
    (
        Combine::Latest,
        "latest",
        both(
            "số hiện có (lấy kỳ mới nhất, có thể giảm)",
            "as things stand (the latest holds, and may fall)",
        ),
    ),
    (
        Combine::Cumulative,
        "cumulative",
        both(
            "lũy kế từ đầu (kỳ sau không ít hơn kỳ trước)",
            "since the beginning (never falls)",
        ),
    ),
    (
        Combine::Maximum,
        "maximum",
        both("số cao nhất trong các kỳ", "the highest of the periods"),
    ),
];

pub(super) const BOUNDS: &[Choice<Bound>] = &[
    (
        Bound::By,
        "by",
        both(
            "chậm nhất (đúng giờ, đúng ngày đó vẫn kịp)",
            "by (that hour or day is still in time)",
        ),
    ),
    (
        Bound::Before,
        "before",
        both(
            "trước (đúng giờ, đúng ngày đó là muộn)",
            "before (that hour or day is too late)",
        ),
    ),
];

pub(super) const CERTAINTIES: &[Choice<Certainty>] = &[
    (
        Certainty::Exact,
        "exact",
        both("ngày đã chốt", "the day stands"),
    ),
    (
        Certainty::Expected,
        "expected",
        both("ngày dự kiến", "the day is expected"),
    ),
    (
        Certainty::Unsure,
        "unsure",
        both("văn bản chưa nói rõ", "the document is unclear"),
    ),
];

pub(super) const WEEKDAYS: &[Choice<Weekday>] = &[
    (Weekday::Monday, "monday", both("thứ Hai", "Monday")),
    (Weekday::Tuesday, "tuesday", both("thứ Ba", "Tuesday")),
    (Weekday::Wednesday, "wednesday", both("thứ Tư", "Wednesday")),
    (Weekday::Thursday, "thursday", both("thứ Năm", "Thursday")),
    (Weekday::Friday, "friday", both("thứ Sáu", "Friday")),
    (Weekday::Saturday, "saturday", both("thứ Bảy", "Saturday")),
    (Weekday::Sunday, "sunday", both("Chủ nhật", "Sunday")),
];

/// For whom a target's value holds.
pub(super) const SCOPES: &[Choice<()>] = &[
    ((), "each", both("mỗi đơn vị", "each unit")),
    (
        (),
        "whole",
        both("tất cả đơn vị cộng lại", "all units together"),
    ),
    (
        (),
        "shareOfUnits",
        both("một phần trăm số đơn vị", "a share of the units"),
    ),
    (
        (),
        "eachMember",
        both("mỗi đoàn viên, hội viên", "each member"),
    ),
];

/// How a figure is answered.
pub(super) const KINDS: &[Choice<()>] = &[
    ((), "count", both("số đếm được", "a count")),
    (
        (),
        "share",
        both(
            "tỷ lệ phần trăm (hỏi cả phần và tổng)",
            "a share (part and whole are asked)",
        ),
    ),
    ((), "money", both("số tiền", "money")),
    (
        (),
        "quantity",
        both(
            "số đo có đơn vị (km, ha, giờ)",
            "a quantity with a unit (km, ha, hours)",
        ),
    ),
    ((), "done", both("có làm hay chưa", "done or not")),
    ((), "text", both("câu chữ", "words")),
    ((), "choice", both("chọn trong danh sách", "one of a list")),
    ((), "date", both("ngày", "a date")),
    ((), "link", both("đường dẫn", "a link")),
    ((), "phone", both("số điện thoại", "a phone number")),
    ((), "email", both("thư điện tử", "an e-mail address")),
    ((), "time", both("giờ", "an hour")),
    (
        (),
        "ratio",
        both("tỷ lệ có thể vượt 100 %", "a ratio that may pass 100 %"),
    ),
    (
        (),
        "table",
        both("bảng nhiều dòng, nhiều cột", "a table of rows and columns"),
    ),
    (
        (),
        "file",
        both("tệp kèm theo (ảnh, bản quét)", "files (pictures, scans)"),
    ),
];

/// The kinds on which a target can be set.
pub(super) const OF_TARGETS: usize = 5;

/// How the periods of a duty come about.
pub(super) const CYCLES: &[Choice<()>] = &[
    (
        (),
        "listed",
        both("từng kỳ, ghi ngày cụ thể", "periods by their days"),
    ),
    ((), "day", both("hằng ngày", "every day")),
    ((), "week", both("hằng tuần", "every week")),
    ((), "month", both("hằng tháng", "every month")),
    ((), "quarter", both("hằng quý", "every quarter")),
    ((), "halfYear", both("6 tháng một lần", "every half-year")),
    ((), "year", both("hằng năm", "every year")),
    (
        (),
        "onDemand",
        both(
            "khi có phát sinh (đơn vị tự mở, bao nhiêu việc bấy nhiêu báo cáo)",
            "on demand (units open one whenever something happens)",
        ),
    ),
];

/// From what the deadline of a repeated report is counted.
pub(super) const DUES: &[Choice<()>] = &[
    ((), "none", both("không có hạn gửi", "no deadline")),
    (
        (),
        "daysAfter",
        both(
            "số ngày kể từ ngày cuối kỳ (0 là ngày cuối kỳ)",
            "days after the last day (0 is that day)",
        ),
    ),
    (
        (),
        "workingDaysAfter",
        both(
            "số ngày làm việc sau ngày cuối kỳ",
            "working days after the last day",
        ),
    ),
    (
        (),
        "dayOfMonth",
        both(
            "một ngày trong tháng cuối của kỳ",
            "a day of the period's last month",
        ),
    ),
    (
        (),
        "nextMonth",
        both("một ngày của tháng sau", "a day of the next month"),
    ),
];

/// Of whom a report tells.
pub(super) const GATHERED: &[Choice<bool>] = &[
    (
        false,
        "own",
        both("chỉ của đơn vị gửi", "of the unit that sends it"),
    ),
    (
        true,
        "below",
        both("gộp cả các đơn vị trực thuộc", "of the units below it too"),
    ),
];

/// What the form asks of activities.
pub(super) const ACTIVITY_LISTS: &[Choice<()>] = &[
    (
        (),
        "none",
        both("không hỏi từng hoạt động", "no activities"),
    ),
    (
        (),
        "held",
        both("hỏi các hoạt động đã tổ chức", "activities that were held"),
    ),
    (
        (),
        "planned",
        both("hỏi các hoạt động dự kiến", "activities that are planned"),
    ),
];

/// Whether a form asks a figure.
pub(super) const ASKED: &[Choice<()>] = &[
    ((), "no", both("không hỏi", "not asked")),
    ((), "may", both("hỏi", "asked")),
    ((), "must", both("bắt buộc", "required")),
];

/// What no list of words here says, and is left as it is.
pub(super) const KEPT: Both = both("giữ như kế hoạch đang ghi", "as the plan has it");

/// The choices of a table with the current one chosen.
pub(super) fn picked<T: PartialEq>(table: &[Choice<T>], now: &T, lang: Lang) -> Vec<Picked> {
    let choice = |(is, name, says): &Choice<T>| Picked::new(name, says.of(lang), is == now);
    table.iter().map(choice).collect()
}

/// The same of choices that have only names.
pub(super) fn named(table: &[Choice<()>], now: &str, lang: Lang) -> Vec<Picked> {
    let choice = |((), name, says): &Choice<()>| Picked::new(name, says.of(lang), *name == now);
    table.iter().map(choice).collect()
}

/// What is chosen by its name.
pub(super) fn chosen<T: Copy>(table: &[Choice<T>], name: &str) -> Option<T> {
    let mut table = table.iter();
    table.find(|(_, other, _)| *other == name).map(|one| one.0)
}
