//! What is said of each trouble, in Vietnamese and in English.

use super::trouble::Trouble;
use crate::text::Lang;

impl Trouble {
    /// What is wrong, in a few words, and what is wrong and how to mend it, in a sentence.
    pub(super) fn words(&self, lang: Lang) -> (&'static str, String) {
        match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        }
    }

    fn vietnamese(&self) -> (&'static str, String) {
        let (title, detail) = match self {
            Self::Malformed { line, column, .. } => {
                let place = format!(
                    "Không đọc được nội dung từ dòng {line}, cột {column}. Kiểm tra lại JSON theo mô tả tại /api/openapi.json."
                );
                return ("Nội dung sai định dạng", place);
            }
            Self::TooLarge(limit) => {
                let size = format!("Nội dung vượt quá {limit} byte. Rút gọn báo cáo rồi gửi lại.");
                return ("Nội dung quá lớn", size);
            }
            Self::Parameter(name) => {
                let name = format!(
                    "Tham số “{name}” còn thiếu hoặc không đọc được. Xem mô tả tại /api/openapi.json."
                );
                return ("Tham số không đúng", name);
            }
            Self::NotUtf8 => (
                "Sai bảng mã",
                "Nội dung không phải UTF-8. Gửi lại bằng bảng mã UTF-8.",
            ),
            Self::BrokenOff => (
                "Nội dung bị đứt quãng",
                "Chưa nhận được trọn nội dung. Gửi lại.",
            ),
            Self::NotJson => (
                "Sai kiểu nội dung",
                "Gửi JSON không nén, với tiêu đề “Content-Type: application/json”.",
            ),
            Self::NotAUuid => (
                "Mã bản gửi không đúng",
                "Mã trong địa chỉ phải là một UUID, ví dụ 0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10.",
            ),
            Self::OtherIdentity => (
                "Hai mã bản gửi khác nhau",
                "Mã trong địa chỉ và mã trong nội dung phải là một. Sửa cho khớp rồi gửi lại.",
            ),
            Self::OtherContent => (
                "Mã bản gửi đã dùng",
                "Mã này đã nhận một nội dung khác. Để bổ sung, điều chỉnh báo cáo, gửi với một mã mới.",
            ),
            Self::Findings(_) => (
                "Báo cáo còn lỗi",
                "Sửa những lỗi nêu trong “findings” rồi gửi lại.",
            ),
            Self::UnknownPlan => (
                "Không có kế hoạch này",
                "Nơi nhận này không có kế hoạch đó. Xem danh sách tại /api/plans.",
            ),
            Self::NotCollected => (
                "Không nhận báo cáo của kế hoạch này",
                "Nơi nhận này không có kế hoạch ghi trong báo cáo. Xem danh sách tại /api/plans.",
            ),
            Self::UnknownVersion => (
                "Không có phiên bản này",
                "Nơi nhận này không có phiên bản đó của kế hoạch. Bỏ “version” để lấy bản hiện hành.",
            ),
            Self::UnknownUnit => (
                "Không có đơn vị này",
                "Kế hoạch không có đơn vị đó. Dùng mã đơn vị trong kế hoạch.",
            ),
            Self::UnknownSubmission => (
                "Chưa nhận bản gửi này",
                "Chưa nhận báo cáo nào với mã này. Kiểm tra lại mã.",
            ),
            Self::NoSuchPlace => (
                "Không có trang này",
                "Địa chỉ này không có gì. Kiểm tra lại đường dẫn.",
            ),
            Self::NoSuchMethod => (
                "Không nhận cách gọi này",
                "Địa chỉ này có, nhưng không nhận cách gọi đó.",
            ),
            Self::TokenMissing => (
                "Cần mã truy cập",
                "Phần này dành cho văn phòng. Gửi mã truy cập trong tiêu đề “Authorization: Bearer …”.",
            ),
            Self::TokenWrong => (
                "Mã truy cập không đúng",
                "Mã truy cập không đúng. Lấy lại mã từ người quản trị.",
            ),
            Self::TooSlow => (
                "Quá thời gian",
                "Yêu cầu kéo dài quá lâu. Gửi lại; gửi lại cùng mã không bị tính hai lần.",
            ),
            Self::Internal => (
                "Lỗi nơi nhận",
                "Nơi nhận gặp lỗi, báo cáo chưa được ghi. Hãy gửi lại sau ít phút.",
            ),
        };
        (title, detail.to_owned())
    }

    fn english(&self) -> (&'static str, String) {
        let (title, detail) = match self {
            Self::Malformed { line, column, .. } => {
                let place = format!(
                    "The body cannot be read from line {line}, column {column}. Mend the JSON as /api/openapi.json describes it."
                );
                return ("Malformed body", place);
            }
            Self::TooLarge(limit) => {
                return (
                    "Body too large",
                    format!(
                        "The body is larger than {limit} bytes. Shorten the report and send it again."
                    ),
                );
            }
            Self::Parameter(name) => {
                let name = format!(
                    "The parameter “{name}” is missing or cannot be read. See /api/openapi.json."
                );
                return ("Wrong parameter", name);
            }
            Self::NotUtf8 => ("Wrong encoding", "The body is not UTF-8. Send it as UTF-8."),
            Self::BrokenOff => (
                "Body broken off",
                "The body did not arrive in full. Send it again.",
            ),
            Self::NotJson => (
                "Wrong content type",
                "Send uncompressed JSON with “Content-Type: application/json”.",
            ),
            Self::NotAUuid => (
                "Wrong submission id",
                "The id in the address must be a UUID, for example 0190a5c4-7d3e-7c1a-9f00-2b5d4c6e8f10.",
            ),
            Self::OtherIdentity => (
                "Two different submission ids",
                "The id in the address and the id in the body must be the same. Make them agree.",
            ),
            Self::OtherContent => (
                "Submission id already used",
                "Other content was received under this id. To amend a report, send it under a new id.",
            ),
            Self::Findings(_) => (
                "The report has errors",
                "Mend what “findings” names and send it again.",
            ),
            Self::UnknownPlan => (
                "No such plan",
                "This collector does not have that plan. See the list at /api/plans.",
            ),
            Self::NotCollected => (
                "Plan not collected here",
                "This collector does not have the plan that the report names. See the list at /api/plans.",
            ),
            Self::UnknownVersion => (
                "No such version",
                "This collector does not have that version of the plan. Leave out “version” for the current one.",
            ),
            Self::UnknownUnit => (
                "No such unit",
                "The plan has no such unit. Use a unit's id as the plan writes it.",
            ),
            Self::UnknownSubmission => (
                "Nothing received",
                "Nothing was received under this id. Check the id.",
            ),
            Self::NoSuchPlace => (
                "No such page",
                "Nothing lives at this address. Check the path.",
            ),
            Self::NoSuchMethod => (
                "Method not taken",
                "This address exists but does not take that method.",
            ),
            Self::TokenMissing => (
                "Token needed",
                "This part is for the office. Send its token in the header “Authorization: Bearer …”.",
            ),
            Self::TokenWrong => (
                "Wrong token",
                "The token is not the office's. Ask the administrator for it.",
            ),
            Self::TooSlow => (
                "Too slow",
                "The request took too long. Send it again; sending again under the same id counts once.",
            ),
            Self::Internal => (
                "Collector failed",
                "The collector failed and nothing was stored. Send it again in a few minutes.",
            ),
        };
        (title, detail.to_owned())
    }
}
