//! Why a file is not read as a table, and what to do instead.

use crate::reading::Refused as Unread;
use crate::text::{Both, Lang};
use std::fmt;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Excel's older .xls, or a workbook with a password, which looks the same from outside.
    OldExcel,
    /// Excel's binary .xlsb.
    Binary,
    /// LibreOffice's .ods.
    OpenDocument,
    /// A PDF, a picture, a Word document: no table.
    NoTable,
    /// Bytes that are no letters.
    Letters,
    /// Larger than what is read.
    TooLarge,
    /// More rows than a plan may have units.
    TooManyRows,
    /// More columns than a roster has.
    TooManyColumns,
    /// Parts that unpack to far more than a roster has.
    Swollen,
    /// Elements or entities that no workbook has.
    Hostile,
    /// Cut off, or not as a workbook is.
    Broken,
    /// Nothing stands in it.
    Empty,
}

impl Refused {
    /// A whole sentence with what to do.
    #[must_use]
    pub const fn sentence(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::OldExcel => Both {
                vi: "Tệp .xls cũ hoặc có mật khẩu chưa đọc được: mở bằng Excel, bỏ mật khẩu nếu có, rồi lưu lại thành .xlsx.",
                en: "An older .xls, or a workbook with a password, is not read: open it in Excel, remove the password and save it as .xlsx.",
            },
            Self::Binary => Both {
                vi: "Tệp .xlsb chưa đọc được: mở bằng Excel, lưu lại thành .xlsx.",
                en: "An .xlsb is not read: open it in Excel and save it as .xlsx.",
            },
            Self::OpenDocument => Both {
                vi: "Tệp .ods chưa đọc được: mở bằng LibreOffice, lưu lại thành .xlsx.",
                en: "An .ods is not read: open it in LibreOffice and save it as .xlsx.",
            },
            Self::NoTable => Both {
                vi: "Tệp không phải bảng tính: chọn tệp Excel (.xlsx) hoặc CSV, hoặc chép các ô rồi dán vào.",
                en: "The file is no workbook: choose an Excel (.xlsx) or CSV file, or copy its cells and paste them.",
            },
            Self::Letters => Both {
                vi: "Chưa đọc được chữ trong tệp: mở bằng Excel, lưu lại thành .xlsx hoặc “CSV UTF-8”.",
                en: "The letters of this file are not understood: open it in Excel and save it as .xlsx or “CSV UTF-8”.",
            },
            Self::TooLarge => Both {
                vi: "Tệp lớn hơn 16 MB nên không đọc: chép riêng danh sách sang một tệp mới, bỏ hình ảnh, rồi chọn lại.",
                en: "The file is larger than 16 MB and is not read: copy the list alone into a new file without pictures.",
            },
            Self::TooManyRows => Both {
                vi: "Bảng có quá 21.000 dòng nên không đọc; một kế hoạch có nhiều nhất 20.000 đơn vị. Chép riêng phần danh sách sang một tệp mới.",
                en: "The table has more than 21,000 rows and is not read; a plan has at most 20,000 units. Copy the list alone into a new file.",
            },
            Self::TooManyColumns => Both {
                vi: "Bảng có quá 64 cột nên không đọc: chép riêng các cột cần dùng sang một tệp mới.",
                en: "The table has more than 64 columns and is not read: copy the columns that are needed into a new file.",
            },
            Self::Swollen => Both {
                vi: "Tệp giải nén ra lớn bất thường nên không đọc: chép riêng danh sách sang một tệp mới rồi lưu thành .xlsx.",
                en: "The file unpacks to an unusual size and is not read: copy the list alone into a new .xlsx.",
            },
            Self::Hostile => Both {
                vi: "Cấu trúc bên trong tệp bất thường nên không đọc: chép riêng danh sách sang một tệp mới rồi lưu thành .xlsx.",
                en: "The inside of the file is unusual and is not read: copy the list alone into a new .xlsx.",
            },
            Self::Broken => Both {
                vi: "Tệp .xlsx bị hỏng: mở bằng Excel, lưu lại thành .xlsx rồi chọn lại.",
                en: "The .xlsx is broken: open it in Excel and save it as .xlsx again.",
            },
            Self::Empty => Both {
                vi: "Tệp không có ô nào có chữ: chọn tệp khác, hoặc xem danh sách có nằm ở trang tính bị ẩn không.",
                en: "No cell of the file has any text: choose another, or see whether the list stands on a hidden sheet.",
            },
        };
        both.of(lang)
    }
}

impl From<Unread> for Refused {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Locked => Self::OldExcel,
            Unread::Swollen => Self::Swollen,
            Unread::Hostile => Self::Hostile,
            Unread::TooLarge => Self::TooLarge,
            Unread::Letters => Self::Letters,
            Unread::Broken => Self::Broken,
            Unread::OldWord
            | Unread::Pdf
            | Unread::Scan
            | Unread::UnknownLetters
            | Unread::LockedPdf
            | Unread::BrokenPdf
            | Unread::LongPdf
            | Unread::Image
            | Unread::NoDocument => Self::NoTable,
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.sentence(Lang::En))
    }
}

impl std::error::Error for Refused {}

/// What a file is by its first bytes, where it is no workbook and no text.
pub(super) fn other_kind(bytes: &[u8]) -> Option<Refused> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(Refused::OldExcel);
    }
    let others: [&[u8]; 7] = [
        b"%PDF",
        b"{\\rtf",
        &[0x89, b'P', b'N', b'G'],
        &[0xFF, 0xD8, 0xFF],
        b"GIF8",
        b"II*\0",
        b"MM\0*",
    ];
    let is_other = others.iter().any(|sign| bytes.starts_with(sign));
    // What some servers call .xls is a page with a table.
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(512)).unwrap_or_default());
    let head = head.trim_start_matches(['\u{FEFF}', ' ', '\r', '\n', '\t']);
    let is_page = ["<html", "<!doctype", "<table", "<?xml"]
        .iter()
        .any(|tag| head.to_ascii_lowercase().starts_with(tag));
    (is_other || is_page).then_some(Refused::NoTable)
}
