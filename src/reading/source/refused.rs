//! Why a file is not read, and what to do instead.

use crate::text::{Both, Lang};
use std::fmt;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Word's older .doc, or .rtf.
    OldWord,
    /// A PDF.
    Pdf,
    /// A picture, as a scanner makes it.
    Image,
    /// Bytes that are no letters in UTF-8 or UTF-16.
    Letters,
    /// Larger than what is read.
    TooLarge,
    /// A .zip that is no .docx: a workbook, slides, an archive.
    NoDocument,
    /// Protected by a password.
    Locked,
    /// Parts that unpack to far more than a document has.
    Swollen,
    /// Elements inside elements beyond any document, or entities of its own.
    Hostile,
    /// Cut off, or not as a .docx is.
    Broken,
}

impl Refused {
    /// A whole sentence with what to do.
    #[must_use]
    pub const fn sentence(self, lang: Lang) -> &'static str {
        let both = match self {
            Self::OldWord => Both {
                vi: "Tệp .doc hoặc .rtf chưa đọc được: mở bằng Word, lưu lại thành .docx, hoặc dán nội dung vào.",
                en: "A .doc or .rtf file is not read: open it in Word and save it as .docx, or paste the text.",
            },
            Self::Pdf => Both {
                vi: "Tệp PDF chưa đọc được ở đây: mở tệp, chọn tất cả, sao chép rồi dán nội dung vào; hoặc dùng tệp .docx gốc.",
                en: "A PDF is not read here: open it, select all, copy and paste the text; or use the .docx it was made from.",
            },
            Self::Image => Both {
                vi: "Ảnh chụp, bản quét chưa đọc được: dùng tệp .docx gốc, hoặc gõ, dán nội dung vào.",
                en: "A picture or scan is not read: use the .docx it was made from, or paste the text.",
            },
            Self::Letters => Both {
                vi: "Tệp không phải văn bản UTF-8: lưu lại thành .docx hoặc thành văn bản mã UTF-8, hoặc dán nội dung vào.",
                en: "The file is no text in UTF-8: save it as .docx or as UTF-8 text, or paste the text.",
            },
            Self::TooLarge => Both {
                vi: "Tệp quá lớn: xóa hình ảnh trong tệp rồi lưu lại, hoặc dán nội dung vào.",
                en: "The file is too large: remove its pictures and save it again, or paste the text.",
            },
            Self::NoDocument => Both {
                vi: "Tệp không phải là văn bản Word: lưu lại thành .docx, hoặc dán nội dung vào.",
                en: "The file is no Word document: save it as .docx, or paste the text.",
            },
            Self::Locked => Both {
                vi: "Tệp có mật khẩu: mở bằng Word, bỏ mật khẩu rồi lưu lại thành .docx, hoặc dán nội dung vào.",
                en: "The file has a password: open it in Word, remove the password and save it as .docx, or paste the text.",
            },
            Self::Swollen => Both {
                vi: "Tệp giải nén ra lớn bất thường nên không đọc: mở bằng Word, lưu lại thành .docx, hoặc dán nội dung vào.",
                en: "The file unpacks to an unusual size and is not read: open it in Word and save it as .docx, or paste the text.",
            },
            Self::Hostile => Both {
                vi: "Cấu trúc bên trong tệp bất thường nên không đọc: mở bằng Word, lưu lại thành .docx, hoặc dán nội dung vào.",
                en: "The inside of the file is unusual and is not read: open it in Word and save it as .docx, or paste the text.",
            },
            Self::Broken => Both {
                vi: "Tệp .docx bị hỏng: mở bằng Word, lưu lại thành .docx, hoặc dán nội dung vào.",
                en: "The .docx is broken: open it in Word and save it as .docx again, or paste the text.",
            },
        };
        both.of(lang)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.sentence(Lang::En))
    }
}

impl std::error::Error for Refused {}
