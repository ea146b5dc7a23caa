//! One file as a report names it.

use super::{HASH, Raw};
use crate::encoding::is_digest;
use crate::read::{object, record, words};
use crate::text::{Lang, first_active, format_typed, single_line};
use serde::{Deserialize, Serialize};

/// The most characters of a file's name: what every file system and every header takes.
pub(crate) const MAX_NAME: usize = 100;

/// Whether a name may not hold it: what parts folders, what shells and Windows read as something else.
const fn is_not_in_a_name(letter: u8) -> bool {
    matches!(
        letter,
        b'/' | b'\\' | b':' | b'*' | b'?' | b'"' | b'<' | b'>' | b'|' | b'%'
    )
}

/// A file of a report (tệp đính kèm): what it is known by. Two of the same hash are the same file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote, rename = "ReportFile"))]
pub struct File {
    /// The SHA-256 of its bytes, as 64 small hexadecimal digits.
    pub hash: String,
    /// Its name, with the ending of its kind and no folder: "Báo cáo tổng kết.pdf".
    pub name: String,
    /// How many bytes it has.
    pub bytes: i64,
    /// What kind it is, as its bytes say.
    pub kind: FileKind,
}

object!(File);
record!(File { hash, name, bytes, kind; });

/// A kind of file that can be taken. None of them is run by a browser or office program that opens it: pictures are made
/// anew on the device, documents have no macros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// A picture, which the device makes anew as JPEG: smaller, and without the place where it was taken.
    Image,
    /// PDF, such as a signed scan.
    Pdf,
    /// A document of Word without macros (.docx).
    Word,
    /// A workbook of Excel without macros (.xlsx).
    Excel,
}

words!(FileKind {
    Image,
    Pdf,
    Word,
    Excel
});

impl FileKind {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Image, Self::Pdf, Self::Word, Self::Excel];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Pdf => "pdf",
            Self::Word => "word",
            Self::Excel => "excel",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How names of such files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Image => ".jpg",
            Self::Pdf => ".pdf",
            Self::Word => ".docx",
            Self::Excel => ".xlsx",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub fn in_words(self, lang: Lang) -> &'static str {
        match self {
            Self::Image => lang.either("ảnh", "a picture"),
            Self::Pdf => "PDF",
            Self::Word => "Word (.docx)",
            Self::Excel => "Excel (.xlsx)",
        }
    }
}

impl File {
    /// The file that an object of so many members is; none where it is no file.
    pub(crate) fn of_members<'a>(
        member: impl Fn(&str) -> Option<Raw<'a>>,
        count: usize,
    ) -> Option<Self> {
        let text = |key: &str| match member(key) {
            Some(Raw::Text(text)) => Some(text.into_owned()),
            _ => None,
        };
        let Some(Raw::Number(bytes)) = member("bytes") else {
            return None;
        };
        let file = Self {
            hash: text(HASH)?,
            name: text("name")?,
            bytes,
            kind: FileKind::named(&text("kind")?)?,
        };
        (count == 4).then_some(file)
    }

    /// The file as it stands on a line of a draft: hash, bytes, kind and name with blanks between.
    #[must_use]
    pub fn line(&self) -> String {
        let bytes = self.bytes.to_string();
        [
            &*self.hash,
            " ",
            &bytes,
            " ",
            self.kind.name(),
            " ",
            &self.name,
        ]
        .concat()
    }

    /// The file of a line; none where the line is not one that [`Self::line`] writes.
    #[must_use]
    pub fn of_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (hash, bytes, kind) = (words.next()?, words.next()?, words.next()?);
        let before = hash.len() + bytes.len() + kind.len() + 3;
        let mut count = 0_i64;
        for digit in bytes.bytes() {
            let digit = digit.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            count = count.checked_mul(10)?.checked_add(digit.into())?;
        }
        Some(Self {
            hash: hash.to_owned(),
            name: line.get(before..)?.to_owned(),
            bytes: count,
            kind: FileKind::named(kind)?,
        })
    }

    /// Whether it can be a file: a hash, some bytes, and a name that is nothing else anywhere.
    pub(crate) fn is_one(&self) -> bool {
        let (hash, name) = (&*self.hash, &*self.name);
        let Some(stem) = name.strip_suffix(self.kind.ending()) else {
            return false;
        };
        is_digest(hash)
            && !hash.bytes().any(|digit| digit.is_ascii_uppercase())
            && self.bytes > 0
            && !matches!(stem.as_bytes().last(), None | Some(b'.' | b' '))
            && !matches!(name.as_bytes().first(), Some(b'.' | b' ' | b'-' | b'~'))
            && !name.bytes().any(is_not_in_a_name)
            && name.chars().count() <= MAX_NAME
            && first_active(name, false).is_none()
    }

    /// Its name and how large it is: "Báo cáo.pdf (1,3 MB)".
    #[must_use]
    pub fn in_words(&self) -> String {
        [&*self.name, " (", &size(self.bytes), ")"].concat()
    }
}

/// How large something is, rounded up: "350 KB", "1,3 MB".
#[must_use]
pub(crate) fn size(bytes: i64) -> String {
    // Rounded up, so that nothing is said to be smaller than it is.
    let (unit, step, decimals) = if bytes >= 1_000_000 {
        (" MB", 100_000, 1)
    } else {
        (" KB", 1_000, 0)
    };
    let steps = bytes.saturating_add(step - 1).div_euclid(step);
    [&*format_typed(steps, decimals), unit].concat()
}

/// A name that a file of that kind can bear, made of the one that it had on a device: without folders, without what other
/// programs read as something else, and with the ending of its kind alone.
#[must_use]
pub fn file_name(given: &str, kind: FileKind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = single_line(last);
    let ending = kind.ending();
    let stem = line.rsplit_once('.').map_or(&*line, |(stem, after)| {
        let is_ending = after.len() <= 5 && after.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_ending { stem } else { &line }
    });
    let most = MAX_NAME.saturating_sub(ending.len());
    let mut name = String::new();
    for letter in stem.chars().take(most) {
        name.push(if u8::try_from(letter).is_ok_and(is_not_in_a_name) {
            '-'
        } else {
            letter
        });
    }
    let name = name.trim_start_matches(['.', ' ', '-', '~']);
    let name = name.trim_end_matches(['.', ' ']);
    let name = if name.is_empty() { "tep" } else { name };
    [name, ending].concat()
}

/// What the first bytes of a file say that it is, beside the name that it bears: documents are archives, and archives begin
/// alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sniffed {
    /// A picture that a device has to make anew.
    Picture,
    /// What can be sent as it is, where the rest of it holds.
    Kind(FileKind),
}

/// What a file is by its first bytes and, for archives, by its name; none for what is not taken.
#[must_use]
pub fn sniffed(head: &[u8], name: &str) -> Option<Sniffed> {
    let is_picture = head.starts_with(b"\xFF\xD8\xFF")
        || head.starts_with(b"\x89PNG\r\n\x1A\n")
        || (head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP"))
        || (head.get(4..8) == Some(b"ftyp")
            && matches!(head.get(8..11), Some(b"hei" | b"mif" | b"avi")));
    if is_picture {
        return Some(Sniffed::Picture);
    }
    if head.starts_with(b"%PDF-") {
        return Some(Sniffed::Kind(FileKind::Pdf));
    }
    if head.starts_with(b"PK\x03\x04") {
        let name = name.to_ascii_lowercase();
        let archives = [FileKind::Word, FileKind::Excel];
        let kind = archives
            .into_iter()
            .find(|kind| name.ends_with(kind.ending()));
        return kind.map(Sniffed::Kind);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{File, FileKind, Sniffed, file_name, size, sniffed};
    use proptest::prelude::*;

    #[test]
    fn a_name_is_made_harmless() {
        for (given, kind, made) in [
            ("Báo cáo.pdf", FileKind::Pdf, "Báo cáo.pdf"),
            ("IMG_0001.HEIC", FileKind::Image, "IMG_0001.jpg"),
            ("../../etc/passwd", FileKind::Pdf, "passwd.pdf"),
            ("C:\\Users\\a\\b c.pdf", FileKind::Pdf, "b c.pdf"),
            ("a\u{202e}fdp.exe", FileKind::Pdf, "afdp.pdf"),
            (".htaccess", FileKind::Pdf, "htaccess.pdf"),
            ("", FileKind::Excel, "tep.xlsx"),
            ("...", FileKind::Word, "tep.docx"),
            ("05.BC-ĐTN 2023", FileKind::Word, "05.BC-ĐTN 2023.docx"),
            ("a:b*c?.pdf", FileKind::Pdf, "a-b-c-.pdf"),
        ] {
            assert_eq!(file_name(given, kind), made, "{given}");
        }
    }

    #[test]
    fn a_size_is_rounded_up() {
        for (bytes, said) in [
            (1, "1 KB"),
            (999_000, "999 KB"),
            (1_000_000, "1 MB"),
            (1_000_001, "1,1 MB"),
            (10_000_000, "10 MB"),
        ] {
            assert_eq!(size(bytes), said);
        }
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let picture = Some(Sniffed::Picture);
        let kind = |kind| Some(Sniffed::Kind(kind));
        for (head, name, is) in [
            (&b"\xFF\xD8\xFF\xE1...."[..], "a.pdf", picture),
            (b"\x89PNG\r\n\x1A\n", "a.png", picture),
            (b"RIFF....WEBP", "a.webp", picture),
            (b"....ftypheic", "a.heic", picture),
            (b"%PDF-1.7", "a.jpg", kind(FileKind::Pdf)),
            (b"PK\x03\x04", "A.DOCX", kind(FileKind::Word)),
            (b"PK\x03\x04", "a.xlsx", kind(FileKind::Excel)),
            (b"PK\x03\x04", "a.zip", None),
            (b"<svg xmlns=", "a.svg", None),
            (b"<!doctype html>", "a.pdf", None),
            (b"GIF89a", "a.gif", None),
            (b"\xD0\xCF\x11\xE0", "a.doc", None),
            (b"MZ", "a.exe", None),
            (b"", "", None),
        ] {
            assert_eq!(sniffed(head, name), is, "{name}");
        }
    }

    proptest! {
        #[test]
        fn whatever_a_device_calls_it_is_a_name_and_goes_there_and_back(given in any::<String>(), bytes in 1_i64..) {
            for kind in FileKind::ALL {
                let file = File { hash: "0a".repeat(32), name: file_name(&given, kind), bytes, kind };
                prop_assert!(file.is_one(), "{:?}", file.name);
                prop_assert_eq!(File::of_line(&file.line()), Some(file));
            }
        }
    }
}
