//! Sentences about activities.

use crate::text::Both;

pub(super) const TOO_MANY: Both = Both {
    vi: "Đã có {count} hoạt động, chỉ nhận đến {most}. Hãy gộp các hoạt động giống nhau.",
    en: "There are {count} activities; at most {most} are accepted. Combine similar ones.",
};
pub(super) const NOT_ASKED: Both = Both {
    vi: "Mẫu báo cáo này không hỏi hoạt động. Hãy xóa các hoạt động đã nhập.",
    en: "This form does not ask for activities. Remove them.",
};
