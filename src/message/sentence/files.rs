//! Sentences about files. No form says them before the later part of its module is there, which files are added by.

use crate::text::Both;

pub(super) const NOT_A_FILE: Both = Both {
    vi: "Có tệp không đọc được. Hãy bỏ tệp đó ra rồi chọn lại.",
    en: "A file here cannot be read. Take it out and choose it again.",
};
pub(super) const KIND: Both = Both {
    vi: "Ở đây chỉ nhận {kinds}. Hãy chọn tệp khác, hoặc lưu tệp này thành một trong các dạng đó.",
    en: "Only {kinds} is taken here. Choose another file, or save this one as one of these.",
};
pub(super) const TOO_LARGE: Both = Both {
    vi: "Mỗi tệp chỉ nhận đến {megabytes} MB. Hãy quét lại ở độ phân giải thấp hơn, hoặc tách thành nhiều tệp.",
    en: "A file may have at most {megabytes} MB. Scan it again at a lower resolution, or split it.",
};
pub(super) const TOO_MANY: Both = Both {
    vi: "Chỉ nhận đến {most} tệp, ở đây có {count}. Hãy bỏ bớt.",
    en: "At most {most} files are taken; there are {count}. Take some out.",
};
