//! Sentences about dates and times of day.

use super::Words;

pub(super) const NOT_A_DATE: Words = Words {
    vi: "Đây không phải là ngày. Hãy nhập ngày/tháng/năm, ví dụ {example}.",
    en: "This is not a date. Write day/month/year, for example {example}.",
};
pub(super) const IMPOSSIBLE: Words = Words {
    vi: "Không có ngày này: tháng {month} chỉ đến ngày {last}. Hãy sửa lại ngày.",
    en: "There is no such day: month {month} ends on day {last}. Correct the day.",
};
pub(super) const NO_SUCH_MONTH: Words = Words {
    vi: "Không có tháng này. Hãy nhập ngày trước, tháng sau, ví dụ {example}.",
    en: "There is no such month. Write the day first, then the month, for example {example}.",
};
pub(super) const SWAPPED: Words = Words {
    vi: "Ngày và tháng đổi chỗ cho nhau. Nếu là ngày {day} tháng {month}, hãy nhập {day}/{month}.",
    en: "Day and month have changed places. If day {day} of month {month} is meant, write {day}/{month}.",
};
pub(super) const YEAR_MISSING: Words = Words {
    vi: "Chưa rõ năm nào. Hãy nhập cả năm, ví dụ {example}.",
    en: "It is not clear which year is meant. Add the year, for example {example}.",
};
pub(super) const SHORT_YEAR: Words = Words {
    vi: "Năm cần đủ bốn chữ số. Nếu là năm {year}, hãy ghi {year}.",
    en: "The year needs four digits. If {year} is meant, write {year}.",
};
pub(super) const OTHER_WEEKDAY: Words = Words {
    vi: "Ngày này là {weekday}, khác với thứ đã ghi. Hãy sửa ngày hoặc sửa thứ.",
    en: "This day is a {weekday}, not the day of the week written. Correct one of them.",
};
pub(super) const YEAR_OUT_OF_RANGE: Words = Words {
    vi: "Năm phải từ {first} đến {last}. Hãy sửa lại năm.",
    en: "The year must be from {first} to {last}. Correct the year.",
};
pub(super) const OUTSIDE_PERIOD: Words = Words {
    vi: "Ngày này ngoài kỳ báo cáo ({period}). Hãy sửa ngày, hoặc ghi vào báo cáo của kỳ khác.",
    en: "This day is outside the report's period ({period}). Correct it, or put it into another period's report.",
};
pub(super) const OUTSIDE_PLAN: Words = Words {
    vi: "Ngày này ngoài thời gian của kế hoạch ({period}). Hãy sửa lại ngày.",
    en: "This day is outside the plan's time ({period}). Correct it.",
};
pub(super) const END_BEFORE_START: Words = Words {
    vi: "Ngày kết thúc trước ngày bắt đầu ({start}). Hãy sửa một trong hai ngày.",
    en: "The last day is before the first ({start}). Correct one of them.",
};

pub(super) const NOT_A_TIME: Words = Words {
    vi: "Đây không phải là giờ. Hãy nhập, ví dụ 07g30 hoặc 17g00.",
    en: "This is not a time of day. Write it as 07g30 or 17g00.",
};
pub(super) const TIME_IMPOSSIBLE: Words = Words {
    vi: "Không có giờ này. Hãy nhập từ 00g00 đến 24g00, phút từ 00 đến 59.",
    en: "There is no such time. Enter 00g00 to 24g00, with minutes from 00 to 59.",
};
pub(super) const PART_OF_DAY: Words = Words {
    vi: "Hãy ghi giờ theo 24 giờ, ví dụ 19g30 thay cho 7g30 tối.",
    en: "Use the 24-hour clock, for example 19g30 for 7g30 in the evening.",
};
