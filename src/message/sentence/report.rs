//! Sentences about a report as a whole.

use crate::text::Both;

pub(super) const OF_ANOTHER_VERSION: Both = Both {
    vi: "Phiên bản khác của phần mềm đã lưu ý chỗ này. Hãy xem lại.",
    en: "Another version of the program points to this. Look at it again.",
};
pub(super) const UNKNOWN_DUTY: Both = Both {
    vi: "Kế hoạch không có báo cáo này. Hãy chọn lại báo cáo.",
    en: "The plan has no such report. Choose another.",
};
pub(super) const UNKNOWN_UNIT: Both = Both {
    vi: "Kế hoạch không có đơn vị này. Hãy chọn lại đơn vị.",
    en: "The plan has no such unit. Choose another.",
};
pub(super) const NOT_OWED: Both = Both {
    vi: "Đơn vị này không phải gửi báo cáo này. Hãy chọn lại đơn vị hoặc báo cáo.",
    en: "This unit does not owe this report. Choose another unit or report.",
};
pub(super) const UNKNOWN_PERIOD: Both = Both {
    vi: "Báo cáo này không có kỳ đã chọn. Hãy chọn lại kỳ báo cáo.",
    en: "This report has no such period. Choose another.",
};
pub(super) const WAIVED: Both = Both {
    vi: "Kỳ này không cần gửi.",
    en: "Nothing needs to be sent for this period.",
};
pub(super) const WAIVED_TAKEN_IN: Both = Both {
    vi: "Kỳ này không cần gửi riêng. Hãy ghi vào “{duty}”.",
    en: "Nothing needs to be sent for this period. Include it in “{duty}”.",
};
pub(super) const UNKNOWN_FIGURE: Both = Both {
    vi: "Mẫu báo cáo này không hỏi số liệu này. Hãy bỏ số liệu này.",
    en: "This form does not ask for this figure. Remove it.",
};
