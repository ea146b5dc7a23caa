//! Sentences about what comes by wire, and about what only the whole check says, before sending. No form says them while
//! it is filled in, so that a page gets them with the later part (`www/sentences.mjs`).

use crate::text::Both;

pub(super) const OTHER_PLAN: Both = Both {
    vi: "Báo cáo này thuộc kế hoạch khác. Hãy mở đúng kế hoạch.",
    en: "This report belongs to another plan. Open that plan.",
};
pub(super) const PLAN_VERSION: Both = Both {
    vi: "Báo cáo lập theo bản {actual} của kế hoạch, còn đây là bản {expected}. Hãy mở lại báo cáo và kiểm tra.",
    en: "The report was made for version {actual} of the plan; this is version {expected}. Open it again and check it.",
};
pub(super) const WRONG_TYPE: Both = Both {
    vi: "Giá trị sai kiểu. Hãy ghi {expected}.",
    en: "The value is of the wrong type. Write {expected}.",
};
pub(super) const FORMAT: Both = Both {
    vi: "Không đọc được định dạng này. Hãy dùng format {expected}.",
    en: "This format cannot be read. Use format {expected}.",
};
pub(super) const MALFORMED: Both = Both {
    vi: "Dữ liệu sai cấu trúc ở dòng {line}, cột {column}. Hãy sửa theo JSON Schema của báo cáo.",
    en: "The data is malformed at line {line}, column {column}. Correct it to fit the report's JSON Schema.",
};
pub(super) const SUBMISSION_ID: Both = Both {
    vi: "Mã bản gửi phải là một UUID. Hãy tạo mã mới.",
    en: "The submission's id must be a UUID. Make a new one.",
};
pub(super) const SUBMISSION_AMENDS: Both = Both {
    vi: "“amends” phải là mã (UUID) của bản đã gửi mà báo cáo này sửa, hoặc null nếu đây là bản đầu tiên.",
    en: "“amends” must be the id (a UUID) of the submission that this one amends, or null for a first one.",
};
pub(super) const EXPLANATION_MISSING: Both = Both {
    vi: "Cảnh báo ở đây cần một dòng giải thích. Hãy sửa số liệu, hoặc ghi lý do.",
    en: "This warning needs an explanation. Correct the figure, or say why.",
};
pub(super) const EXPLANATIONS_TOO_MANY: Both = Both {
    vi: "Có {count} dòng giải thích, một báo cáo chỉ nhận đến {most}. Hãy bỏ những dòng thừa.",
    en: "There are {count} explanations; at most {most} are accepted. Remove the extra ones.",
};
pub(super) const INTEGER: Both = Both {
    vi: "một số nguyên",
    en: "a whole number",
};
pub(super) const SHARE: Both = Both {
    vi: "hai số nguyên “part” và “whole”",
    en: "two whole numbers, “part” and “whole”",
};
pub(super) const BOOLEAN: Both = Both {
    vi: "true hoặc false",
    en: "true or false",
};
pub(super) const TEXT: Both = Both {
    vi: "một đoạn chữ",
    en: "text",
};
pub(super) const DATE: Both = Both {
    vi: "ngày dạng “2023-03-26”",
    en: "a date such as “2023-03-26”",
};
pub(super) const TIME: Both = Both {
    vi: "giờ dạng “07:30”",
    en: "a time such as “07:30”",
};
pub(super) const PHONE: Both = Both {
    vi: "số điện thoại dạng “+84912345678”",
    en: "a phone number such as “+84912345678”",
};
pub(super) const EMAIL: Both = Both {
    vi: "địa chỉ thư điện tử dạng “quandoan@example.com”, tên miền viết thường, không kèm gì khác",
    en: "an e-mail address such as “quandoan@example.com”, its domain in small letters and nothing else with it",
};
pub(super) const LISTED: Both = Both {
    vi: "mã câu trả lời trong danh sách của kế hoạch, hoặc danh sách các mã nếu được chọn nhiều",
    en: "the id of an answer that the plan lists, or a list of ids where several can be chosen",
};
pub(super) const FILES: Both = Both {
    vi: "danh sách tệp, mỗi tệp có hash, name, bytes, kind",
    en: "a list of files, each with hash, name, bytes and kind",
};
pub(super) const UNKNOWN_COLUMN: Both = Both {
    vi: "Bảng này không hỏi cột “{column}”, dòng {row} có ghi ở đó. Hãy bỏ cột này.",
    en: "This table has no column “{column}”, and row {row} says something there. Remove the column.",
};
pub(super) const ROWS: Both = Both {
    vi: "danh sách các dòng, mỗi dòng là một đối tượng ghi câu trả lời theo mã cột",
    en: "a list of rows, each an object with its answers by column",
};
pub(super) const LINK: Both = Both {
    vi: "đường dẫn dạng “https://example.com/tin-tuc”, tên miền viết thường, không kèm gì khác",
    en: "a link such as “https://example.com/tin-tuc”, its host in small letters and nothing else with it",
};
pub(super) const FIGURES_TOO_MANY: Both = Both {
    vi: "Có {count} số liệu, một báo cáo chỉ nhận đến {most}. Hãy bỏ những số liệu thừa.",
    en: "There are {count} figures; at most {most} are accepted. Remove the extra ones.",
};
pub(super) const ACTIVE_CHARACTER: Both = Both {
    vi: "Ký tự thứ {place} là ký tự điều khiển {character}, không được có ở đây. Hãy xóa ký tự này, hoặc xóa hết rồi gõ lại.",
    en: "Character {place} is the control character {character}, which must not be here. Delete it, or delete all and type again.",
};
