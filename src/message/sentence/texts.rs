//! Sentences about words, yes and no, phone numbers, e-mail addresses and links.

use super::Words;

pub(super) const REQUIRED: Words = Words {
    vi: "Mục này còn trống. Hãy điền trước khi gửi.",
    en: "This is blank. Fill it in before sending.",
};
pub(super) const TOO_LONG: Words = Words {
    vi: "Đã viết {length} ký tự, chỉ nhận đến {max} ký tự. Hãy viết ngắn lại.",
    en: "This has {length} characters; at most {max} are taken. Shorten it.",
};
pub(super) const NOT_YES_OR_NO: Words = Words {
    vi: "Hãy chọn Có hoặc Không.",
    en: "Choose yes (Có) or no (Không).",
};

pub(super) const NOT_A_PHONE: Words = Words {
    vi: "Đây không phải là số điện thoại. Hãy chỉ nhập chữ số, ví dụ 0912 345 678.",
    en: "This is not a phone number. Enter digits only, for example 0912 345 678.",
};
pub(super) const PHONE_NO_LEADING_ZERO: Words = Words {
    vi: "Số điện thoại bắt đầu bằng số 0 hoặc +84. Hãy thêm số 0 ở đầu.",
    en: "A phone number begins with 0 or +84. Put the 0 before it.",
};
pub(super) const PHONE_LENGTH: Words = Words {
    vi: "Số điện thoại này có {digits} chữ số, cần {expected}. Hãy kiểm tra xem thừa hay thiếu chữ số.",
    en: "This phone number has {digits} digits and needs {expected}. Check for one too many or too few.",
};
pub(super) const PHONE_SHAPE: Words = Words {
    vi: "Không có số điện thoại nào bắt đầu như vậy. Hãy kiểm tra các số đầu.",
    en: "No phone number begins like this. Check the first digits.",
};
pub(super) const PHONE_OLD_MOBILE: Words = Words {
    vi: "Đây là số di động 11 số cũ. Hãy nhập số mới có 10 số.",
    en: "This is an old mobile number of 11 digits. Enter the new one of 10.",
};
pub(super) const UNKNOWN_PREFIX: Words = Words {
    vi: "Đầu số này lạ. Hãy kiểm tra; nếu đúng, hãy ghi một dòng giải thích.",
    en: "This prefix is not known. Check it; if it is right, explain it in one line.",
};

pub(super) const EMAIL_NO_AT: Words = Words {
    vi: "Địa chỉ thư điện tử cần có dấu @. Hãy nhập dạng ten@donvi.vn.",
    en: "An e-mail address needs an @. Write it as ten@donvi.vn.",
};
pub(super) const EMAIL_SEVERAL_ATS: Words = Words {
    vi: "Ở đây có nhiều dấu @. Hãy chỉ ghi một địa chỉ thư, dạng ten@donvi.vn.",
    en: "There are several @ here. Write one address only, as ten@donvi.vn.",
};
pub(super) const EMAIL_MARKS: Words = Words {
    vi: "Địa chỉ thư không viết dấu tiếng Việt. Hãy nhập lại không dấu.",
    en: "An e-mail address has no Vietnamese marks. Write it without them.",
};
pub(super) const EMAIL_SPACE: Words = Words {
    vi: "Địa chỉ thư không có khoảng trắng. Hãy xóa khoảng trắng.",
    en: "An e-mail address has no spaces. Take them out.",
};
pub(super) const EMAIL_LOCAL: Words = Words {
    vi: "Phần trước dấu @ chưa đúng. Hãy kiểm tra, ví dụ ten@donvi.vn.",
    en: "What stands before the @ is not right. Check it, for example ten@donvi.vn.",
};
pub(super) const EMAIL_DOMAIN: Words = Words {
    vi: "Phần sau dấu @ chưa đúng. Hãy kiểm tra, ví dụ gmail.com hoặc donvi.vn.",
    en: "What stands after the @ is not right. Check it, for example gmail.com or donvi.vn.",
};

pub(super) const LINK_NO_SCHEME: Words = Words {
    vi: "Đường dẫn phải bắt đầu bằng https://. Hãy chép lại nguyên đường dẫn.",
    en: "A web address begins with https://. Copy the whole address again.",
};
pub(super) const LINK_SCHEME: Words = Words {
    vi: "Chỉ nhận đường dẫn bắt đầu bằng https:// hoặc http://. Hãy chép lại đường dẫn.",
    en: "Only addresses that begin with https:// or http:// are taken. Copy it again.",
};
pub(super) const LINK_HOST: Words = Words {
    vi: "Đường dẫn thiếu tên trang, hoặc trang không có trên mạng. Hãy chép lại từ trình duyệt.",
    en: "The web address has no site that others can reach. Copy it from the browser again.",
};
pub(super) const LINK_CREDENTIALS: Words = Words {
    vi: "Đường dẫn có tên đăng nhập hoặc mật khẩu. Hãy xóa phần đó.",
    en: "The web address holds a user name or password. Take it out.",
};
pub(super) const LINK_SPACE: Words = Words {
    vi: "Đường dẫn không có khoảng trắng. Hãy ghi mỗi đường dẫn trên một dòng.",
    en: "A web address has no spaces. Write each address on a line of its own.",
};
pub(super) const LINK_CHARACTER: Words = Words {
    vi: "Đường dẫn có ký tự lạ. Hãy chép lại từ trình duyệt.",
    en: "The web address has a character that none may have. Copy it from the browser again.",
};
pub(super) const LINK_TOO_LONG: Words = Words {
    vi: "Đường dẫn dài quá {most} ký tự. Hãy dùng đường dẫn rút gọn.",
    en: "The web address has more than {most} characters. Use a shortened one.",
};
