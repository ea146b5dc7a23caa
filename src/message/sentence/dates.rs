//! Sentences about dates and times of day.

use crate::text::Both;

pub(super) const NOT_A_DATE: Both = Both {
    vi: "Đây không phải là ngày. Hãy nhập ngày/tháng/năm, ví dụ {example}.",
    en: "This is not a date. Enter day/month/year, for example {example}.",
};
pub(super) const IMPOSSIBLE: Both = Both {
    vi: "Không có ngày này: tháng {month} chỉ đến ngày {last}. Hãy sửa lại ngày.",
    en: "There is no such date: month {month} has only {last} days. Correct it.",
};
pub(super) const NO_SUCH_MONTH: Both = Both {
    vi: "Không có tháng này. Hãy nhập ngày trước, tháng sau, ví dụ {example}.",
    en: "There is no such month. Enter the day first, then the month, for example {example}.",
};
pub(super) const SWAPPED: Both = Both {
    vi: "Ngày và tháng đổi chỗ cho nhau. Nếu là ngày {day} tháng {month}, hãy nhập {date}.",
    en: "Day and month seem to be swapped. Enter {date}.",
};
pub(super) const YEAR_MISSING: Both = Both {
    vi: "Chưa rõ năm nào. Hãy nhập cả năm, ví dụ {example}.",
    en: "It is not clear which year is meant. Add the year, for example {example}.",
};
pub(super) const SHORT_YEAR: Both = Both {
    vi: "Năm cần đủ bốn chữ số. Nếu là năm {year}, hãy ghi {year}.",
    en: "The year needs four digits. For {year}, enter {year}.",
};
pub(super) const OTHER_WEEKDAY: Both = Both {
    vi: "Ngày này là {weekday}, khác với thứ đã ghi. Hãy sửa ngày hoặc sửa thứ.",
    en: "This date is a {weekday}, not the weekday given. Correct one of them.",
};
pub(super) const YEAR_OUT_OF_RANGE: Both = Both {
    vi: "Năm phải từ {first} đến {last}. Hãy sửa lại năm.",
    en: "The year must be between {first} and {last}. Correct it.",
};
pub(super) const OUTSIDE_PERIOD: Both = Both {
    vi: "Ngày này ngoài kỳ báo cáo ({period}). Hãy sửa ngày, hoặc ghi vào báo cáo của kỳ khác.",
    en: "This date is outside the reporting period ({period}). Correct it, or report it in another period.",
};
pub(super) const OUTSIDE_PLAN: Both = Both {
    vi: "Ngày này ngoài thời gian của kế hoạch ({period}). Hãy sửa lại ngày.",
    en: "This date is outside the plan ({period}). Correct it.",
};

pub(super) const NOT_A_TIME: Both = Both {
    vi: "Đây không phải là giờ. Hãy nhập, ví dụ 07g30 hoặc 17g00.",
    en: "This is not a time of day. Enter it as 07:30 or 17:00.",
};
pub(super) const TIME_IMPOSSIBLE: Both = Both {
    vi: "Không có giờ này. Hãy nhập từ 00g00 đến 24g00, phút từ 00 đến 59.",
    en: "There is no such time. Enter 00:00 to 24:00.",
};
pub(super) const PART_OF_DAY: Both = Both {
    vi: "Buổi ghi ở đây chưa cho biết là mấy giờ. Hãy ghi theo 24 giờ, ví dụ 19g30.",
    en: "The part of the day leaves the hour open. Use the 24-hour clock, for example 19:30.",
};
