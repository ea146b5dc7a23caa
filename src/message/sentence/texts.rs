//! Sentences about words, yes and no, phone numbers, e-mail addresses and links.

use crate::text::Both;

pub(super) const REQUIRED: Both = Both {
    vi: "Mục này còn trống. Hãy điền trước khi gửi.",
    en: "This is blank. Fill it in before sending.",
};
pub(super) const TOO_LONG: Both = Both {
    vi: "Đã viết {length} ký tự, chỉ nhận đến {max} ký tự. Hãy viết ngắn lại.",
    en: "This has {length} characters; at most {max} are accepted. Shorten it.",
};
pub(super) const NOT_LISTED: Both = Both {
    vi: "Có câu trả lời không nằm trong danh sách. Hãy bỏ câu đó và chọn {answers}.",
    en: "An answer here is not listed. Take it out and choose {answers}.",
};
pub(super) const NOT_YES_OR_NO: Both = Both {
    vi: "Chưa rõ là đã hay chưa. Hãy chọn một trong hai câu trả lời.",
    en: "This says neither done nor not done. Choose one of the two answers.",
};

pub(super) const NOT_A_PHONE: Both = Both {
    vi: "Đây không phải là số điện thoại. Hãy chỉ nhập chữ số, ví dụ 0912 345 678.",
    en: "This is not a phone number. Enter digits only, for example 0912 345 678.",
};
pub(super) const PHONE_NO_LEADING_ZERO: Both = Both {
    vi: "Số điện thoại bắt đầu bằng số 0 hoặc +84. Hãy thêm số 0 ở đầu.",
    en: "A phone number starts with 0 or +84. Add the 0.",
};
pub(super) const PHONE_LENGTH: Both = Both {
    vi: "Số điện thoại này có {digits} chữ số, cần {expected}. Hãy kiểm tra xem thừa hay thiếu chữ số.",
    en: "This phone number has {digits} digits; it needs {expected}. Check for an extra or a missing digit.",
};
pub(super) const PHONE_SHAPE: Both = Both {
    vi: "Không có số điện thoại nào bắt đầu như vậy. Hãy kiểm tra các số đầu.",
    en: "No phone number starts like this. Check the first digits.",
};
pub(super) const PHONE_OLD_MOBILE: Both = Both {
    vi: "Đây là số di động 11 số cũ. Hãy nhập số mới có 10 số.",
    en: "This is an old 11-digit mobile number. Enter the new 10-digit one.",
};

pub(super) const EMAIL_NO_AT: Both = Both {
    vi: "Địa chỉ thư điện tử cần có dấu @. Hãy nhập dạng ten@donvi.vn.",
    en: "An e-mail address needs an @, for example ten@donvi.vn.",
};
pub(super) const EMAIL_SEVERAL_ATS: Both = Both {
    vi: "Ở đây có nhiều dấu @. Hãy chỉ ghi một địa chỉ thư, dạng ten@donvi.vn.",
    en: "There is more than one @ here. Enter one address only.",
};
pub(super) const EMAIL_MARKS: Both = Both {
    vi: "Địa chỉ thư không viết dấu tiếng Việt. Hãy nhập lại không dấu.",
    en: "An e-mail address has no Vietnamese accents. Remove them.",
};
pub(super) const EMAIL_SPACE: Both = Both {
    vi: "Địa chỉ thư không có khoảng trắng. Hãy xóa khoảng trắng.",
    en: "An e-mail address has no spaces. Remove them.",
};
pub(super) const EMAIL_LOCAL: Both = Both {
    vi: "Phần trước dấu @ chưa đúng. Hãy kiểm tra, ví dụ ten@donvi.vn.",
    en: "The part before the @ is not right. Check it, for example ten@donvi.vn.",
};
pub(super) const EMAIL_DOMAIN: Both = Both {
    vi: "Phần sau dấu @ chưa đúng. Hãy kiểm tra, ví dụ gmail.com hoặc donvi.vn.",
    en: "The part after the @ is not right. Check it, for example gmail.com or donvi.vn.",
};

pub(super) const LINK_NO_SCHEME: Both = Both {
    vi: "Đường dẫn phải bắt đầu bằng https://. Hãy chép lại nguyên đường dẫn.",
    en: "A web address starts with https://. Copy the whole address again.",
};
pub(super) const LINK_SCHEME: Both = Both {
    vi: "Chỉ nhận đường dẫn bắt đầu bằng https:// hoặc http://. Hãy chép lại đường dẫn.",
    en: "The address must start with https:// or http://. Copy it again.",
};
pub(super) const LINK_HOST: Both = Both {
    vi: "Đường dẫn thiếu tên trang, hoặc trang không có trên mạng. Hãy chép lại từ trình duyệt.",
    en: "The web address has no site that others can reach. Copy it from the browser again.",
};
pub(super) const LINK_CREDENTIALS: Both = Both {
    vi: "Đường dẫn có tên đăng nhập hoặc mật khẩu. Hãy xóa phần đó.",
    en: "The web address contains a user name or password. Remove it.",
};
pub(super) const LINK_SPACE: Both = Both {
    vi: "Đường dẫn không có khoảng trắng. Hãy ghi mỗi đường dẫn trên một dòng.",
    en: "A web address has no spaces. Put one address per line.",
};
pub(super) const LINK_CHARACTER: Both = Both {
    vi: "Đường dẫn có ký tự lạ. Hãy chép lại từ trình duyệt.",
    en: "The web address contains a character that is not allowed. Copy it from the browser again.",
};
pub(super) const LINK_TOO_LONG: Both = Both {
    vi: "Đường dẫn dài quá {most} ký tự. Hãy dùng đường dẫn rút gọn.",
    en: "The web address is longer than {most} characters. Use a shortened one.",
};
