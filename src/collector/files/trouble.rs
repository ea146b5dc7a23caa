//! What can be wrong with a file on its way, as data and in words.

use crate::text::Lang;
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

/// What can be wrong with a file, or with a report that names files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// The unit has no such file here.
    Unknown,
    /// The plan asks for no file of that kind and size.
    NotAsked,
    /// What came is not the piece that it says.
    PieceWrong,
    /// The same hash was announced with another kind or size.
    Other,
    /// Its bytes are not those of its hash; it is to be sent anew.
    Broken,
    /// It is not of its kind, or holds what could be run.
    Refused,
    /// The office has taken it away.
    Deleted,
    /// The unit's files together would be more than so many megabytes, or too many.
    Full(i64),
    /// The report names files that have not come: their hashes.
    Missing(Vec<String>),
    /// The files are kept in another folder than this collector's.
    Elsewhere,
}

impl FileTrouble {
    /// Its stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "unknownFile",
            Self::NotAsked => "fileNotAsked",
            Self::PieceWrong => "pieceWrong",
            Self::Other => "otherFile",
            Self::Broken => "fileBroken",
            Self::Refused => "fileRefused",
            Self::Deleted => "fileDeleted",
            Self::Full(_) => "filesFull",
            Self::Missing(_) => "filesMissing",
            Self::Elsewhere => "filesElsewhere",
        }
    }

    /// The status with which it is answered.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::PieceWrong => StatusCode::BAD_REQUEST,
            Self::Other | Self::Missing(_) => StatusCode::CONFLICT,
            Self::NotAsked | Self::Broken | Self::Refused | Self::Full(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Deleted => StatusCode::GONE,
            Self::Elsewhere => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The members of the problem beyond those of RFC 9457.
    pub(in super::super) fn members(&self) -> Map<String, Value> {
        let mut members = Map::new();
        if let Self::Missing(hashes) = self {
            members.insert("files".to_owned(), json!(hashes));
        }
        members
    }

    /// What is wrong, in a few words, and what is wrong and how to mend it, in a sentence.
    pub(in super::super) fn words(&self, lang: Lang) -> (&'static str, String) {
        let (title, detail) = match lang {
            Lang::Vi => self.vietnamese(),
            Lang::En => self.english(),
        };
        let megabytes = match self {
            Self::Full(megabytes) => megabytes.to_string(),
            _ => String::new(),
        };
        (title, detail.replace("{megabytes}", &megabytes))
    }

    fn vietnamese(&self) -> (&'static str, &'static str) {
        match self {
            Self::Unknown => (
                "Không có tệp này",
                "Nơi nhận không có tệp này của đơn vị. Kiểm tra lại, hoặc gửi lại tệp.",
            ),
            Self::NotAsked => (
                "Kế hoạch không nhận tệp này",
                "Kế hoạch không yêu cầu tệp thuộc loại hay dung lượng này. Xem yêu cầu trong phiếu rồi chọn tệp khác.",
            ),
            Self::PieceWrong => (
                "Phần của tệp không đúng",
                "Phần vừa gửi không khớp với mô tả của nó. Gửi lại theo /api/openapi.json.",
            ),
            Self::Other => (
                "Tệp đã được khai khác",
                "Tệp này đã được khai với loại hay dung lượng khác. Bỏ tệp ra rồi chọn lại.",
            ),
            Self::Broken => (
                "Tệp không nguyên vẹn",
                "Tệp nhận được không giống tệp đã chọn. Bỏ tệp ra, chọn lại rồi gửi lại.",
            ),
            Self::Refused => (
                "Không nhận tệp này",
                "Tệp không đúng loại của nó, hoặc có phần chạy được bên trong. Lưu lại thành PDF, Word (.docx) hay Excel (.xlsx) không có macro rồi chọn lại.",
            ),
            Self::Deleted => (
                "Văn phòng đã xóa tệp này",
                "Văn phòng đã xóa tệp này nên không nhận lại. Bỏ tệp ra, hoặc liên hệ văn phòng.",
            ),
            Self::Full(_) => (
                "Đơn vị đã gửi đủ dung lượng",
                "Các tệp của đơn vị trong kế hoạch này đã đến giới hạn {megabytes} MB. Bỏ bớt tệp, dùng tệp nhỏ hơn, hoặc liên hệ văn phòng.",
            ),
            Self::Missing(_) => (
                "Tệp kèm theo chưa đến",
                "Báo cáo kèm tệp mà nơi nhận chưa có đủ. Mở lại trên thiết bị đã chọn tệp để gửi tiếp, hoặc bỏ tệp ra rồi chọn lại.",
            ),
            Self::Elsewhere => (
                "Chưa nhận được tệp",
                "Nơi nhận chưa được đặt đúng kho tệp. Báo cáo và tệp vẫn được giữ trên thiết bị này và sẽ gửi lại sau.",
            ),
        }
    }

    fn english(&self) -> (&'static str, &'static str) {
        match self {
            Self::Unknown => (
                "No such file",
                "The collector has no such file of the unit. Check it, or send the file again.",
            ),
            Self::NotAsked => (
                "The plan takes no such file",
                "The plan asks for no file of this kind or size. See what the form asks, and choose another file.",
            ),
            Self::PieceWrong => (
                "The piece is not right",
                "What was sent is not the piece that it says. Send it again as /api/openapi.json describes.",
            ),
            Self::Other => (
                "The file was announced otherwise",
                "The file was announced with another kind or size. Take it out and choose it again.",
            ),
            Self::Broken => (
                "The file is not whole",
                "What came is not the file that was chosen. Take it out, choose it again, and send again.",
            ),
            Self::Refused => (
                "The file is not taken",
                "The file is not of its kind, or holds something that can be run. Save it as PDF, Word (.docx) or Excel (.xlsx) without macros, and choose it again.",
            ),
            Self::Deleted => (
                "The office has deleted the file",
                "The office has deleted this file, and it is not taken again. Take it out, or ask the office.",
            ),
            Self::Full(_) => (
                "The unit's files are at their limit",
                "The unit's files of this plan have come to {megabytes} MB, which is the limit. Take some out, use smaller ones, or ask the office.",
            ),
            Self::Missing(_) => (
                "Files have not come yet",
                "The report names files that are not all here. Open it on the device on which they were chosen, or take them out and choose them again.",
            ),
            Self::Elsewhere => (
                "Files cannot be taken at the moment",
                "The collector is not set up with the right place for files. Report and files stay on this device and are sent again later.",
            ),
        }
    }
}
