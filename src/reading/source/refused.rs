//! Why a file is not read, and what to do instead.

use crate::text::{Both, Lang};
use std::fmt;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Word's older .doc, or .rtf.
    OldWord,
    /// A PDF as it is: the page that makes plans takes it apart.
    Pdf,
    /// A PDF of pictures, as a scanner makes it.
    Scan,
    /// A PDF whose fonts do not say which letters they draw.
    UnknownLetters,
    /// A PDF protected by a password.
    LockedPdf,
    /// A PDF that is cut off, or none.
    BrokenPdf,
    /// A PDF with more pages or letters than a plan has.
    LongPdf,
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
                vi: "Tệp PDF chỉ đọc được trên trang Soạn kế hoạch: mở tệp ở đó; hoặc mở bằng Word, lưu lại thành .docx, hoặc dán nội dung vào.",
                en: "A PDF is read only on the page that makes plans: open it there; or open it in Word and save it as .docx, or paste the text.",
            },
            Self::Scan => Both {
                vi: "Bản PDF này là ảnh chụp, không có chữ để đọc: mở tệp Word gốc, hoặc gõ, dán nội dung vào.",
                en: "This PDF is a scan without text to read: open the Word file it was made from, or paste the text.",
            },
            Self::UnknownLetters => Both {
                vi: "Phông chữ trong bản PDF này không cho biết đó là chữ gì nên không đọc được: mở tệp Word gốc, hoặc gõ, dán nội dung vào.",
                en: "The fonts of this PDF do not say which letters they draw: open the Word file it was made from, or paste the text.",
            },
            Self::LockedPdf => Both {
                vi: "Bản PDF có mật khẩu: mở bằng mật khẩu, in lại ra tệp PDF không có mật khẩu, hoặc mở tệp Word gốc, hoặc dán nội dung vào.",
                en: "The PDF has a password: open it with the password and print it to a PDF without one, or open the Word file, or paste the text.",
            },
            Self::BrokenPdf => Both {
                vi: "Bản PDF bị hỏng: tải lại hoặc xin lại tệp, hoặc mở tệp Word gốc, hoặc dán nội dung vào.",
                en: "The PDF is broken: download it or ask for it again, or open the Word file it was made from, or paste the text.",
            },
            Self::LongPdf => Both {
                vi: "Bản PDF quá lớn: tách riêng phần kế hoạch ra một tệp, hoặc mở tệp Word gốc, hoặc dán nội dung vào.",
                en: "The PDF is too large: part the plan from it into a file of its own, or open the Word file, or paste the text.",
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
