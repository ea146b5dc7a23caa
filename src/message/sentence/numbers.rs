//! Sentences about numbers, money and shares.

use crate::text::Both;

pub(super) const NOT_A_NUMBER: Both = Both {
    vi: "Đây không phải là số. Hãy nhập bằng chữ số, ví dụ 120 hoặc 1.200.",
    en: "This is not a number. Enter it in digits, for example 120 or 1.200.",
};
pub(super) const AMBIGUOUS: Both = Both {
    vi: "Số này có thể hiểu theo nhiều cách. Hãy ghi rõ là {readings}.",
    en: "This number can be read in more than one way. Enter {readings}.",
};
pub(super) const UNCLEAR: Both = Both {
    vi: "Số này viết chưa rõ, mà ở đây cần số nguyên. Nếu là {readings}, hãy ghi {readings}.",
    en: "This number is not clear, and a whole number is needed here. If it is {readings}, enter {readings}.",
};
pub(super) const GROUPING: Both = Both {
    vi: "Dấu chấm hoặc dấu phẩy đặt chưa đúng chỗ. Hãy nhập theo mẫu 1.200 hoặc 1200.",
    en: "The dots or commas are misplaced. Enter it as 1.200 or 1200.",
};
pub(super) const NOT_WHOLE: Both = Both {
    vi: "Ở đây cần số nguyên. Hãy bỏ phần sau dấu phẩy.",
    en: "A whole number is needed here. Leave out the part after the comma.",
};
pub(super) const NEGATIVE: Both = Both {
    vi: "Số không thể nhỏ hơn 0. Hãy kiểm tra dấu trừ.",
    en: "The number cannot be below 0. Check the minus sign.",
};
pub(super) const TOO_LARGE: Both = Both {
    vi: "Số quá lớn. Hãy nhập không quá {most}.",
    en: "The number is too large. Enter at most {most}.",
};
pub(super) const TOO_SMALL: Both = Both {
    vi: "Ít nhất phải là {least}. Hãy kiểm tra lại.",
    en: "It must be at least {least}. Check it.",
};
pub(super) const TOO_HIGH: Both = Both {
    vi: "Nhiều nhất chỉ có thể là {most}. Hãy kiểm tra xem có thừa chữ số không.",
    en: "It can be at most {most}. Check for an extra digit.",
};
pub(super) const IMPLAUSIBLE: Both = Both {
    vi: "Cao hơn mức thường gặp ({plausible}). Hãy kiểm tra; nếu đúng, hãy ghi một dòng giải thích.",
    en: "This is above the usual level ({plausible}). Check it; if it is right, explain in one line.",
};

pub(super) const NOT_AN_AMOUNT: Both = Both {
    vi: "Đây không phải là số tiền. Hãy nhập, ví dụ 500.000 đ, 500 triệu hoặc 1,5 tỷ.",
    en: "This is not an amount of money. Enter it as 500.000 đ, 500 triệu or 1,5 tỷ.",
};
pub(super) const AMOUNT_AMBIGUOUS: Both = Both {
    vi: "Số tiền này có thể hiểu theo nhiều cách. Hãy ghi rõ là {readings}.",
    en: "This amount can be read in more than one way. Enter {readings}.",
};
pub(super) const AMOUNT_UNCLEAR: Both = Both {
    vi: "Số tiền này viết chưa rõ. Nếu là {readings}, hãy ghi {readings}.",
    en: "This amount is not clear. If it is {readings}, enter {readings}.",
};
pub(super) const UNIT_MISSING: Both = Both {
    vi: "Số cuối chưa có đơn vị. Hãy ghi rõ, ví dụ 1 tỷ 200 triệu.",
    en: "The last number has no unit. Enter it in full, for example 1 tỷ 200 triệu.",
};
pub(super) const AMOUNT_NOT_WHOLE: Both = Both {
    vi: "Số tiền phải tròn đồng. Hãy bớt chữ số sau dấu phẩy: nhiều nhất 9 với tỷ, 6 với triệu, 3 với nghìn.",
    en: "The amount must be in whole đồng. Leave out digits after the comma: at most 9 with tỷ, 6 with triệu, 3 with nghìn.",
};
pub(super) const AMOUNT_NEGATIVE: Both = Both {
    vi: "Số tiền không thể nhỏ hơn 0. Hãy kiểm tra dấu trừ.",
    en: "The amount cannot be below 0. Check the minus sign.",
};

pub(super) const NOT_A_QUANTITY: Both = Both {
    vi: "Ở đây cần một số tính theo {unit}. Hãy nhập, ví dụ 12 hoặc 12 {unit}.",
    en: "A number in {unit} is needed here. Enter it, for example as 12 or 12 {unit}.",
};
pub(super) const TOO_EXACT: Both = Both {
    vi: "Tính theo {unit}, ở đây nhận nhiều nhất {decimals} chữ số sau dấu phẩy. Hãy ghi lại cho gọn hơn.",
    en: "In {unit}, at most {decimals} digits after the comma are taken here. Enter fewer.",
};

pub(super) const ESTIMATE: Both = Both {
    vi: "Ở đây cần số chính xác, không nhận số ước lượng. Nếu đúng là {number}, hãy ghi {number}.",
    en: "An exact number is needed here, not an estimate. If it is exactly {number}, enter {number}.",
};
