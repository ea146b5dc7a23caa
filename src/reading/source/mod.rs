//! Files and pasted pages as text: .docx with its automatic numbers, the pages of a PDF, HTML, plain text.

mod docx;
mod fonts;
mod html;
mod numbering;
mod page;
mod pdf;
mod refused;
mod styles;
mod tags;
mod zip;

pub(crate) use fonts::guessed;
pub use refused::Refused;
pub(crate) use tags::{Tag, Tags, attribute};
pub(crate) use zip::Archive;

use super::proposal::Reading;

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 32 << 20;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// UTF-8, or UTF-16 with its mark in front.
    Text,
    /// A page, or what was pasted out of one or out of Word.
    Html,
    /// Word's .docx.
    Docx,
    /// The pages of a PDF as JSON: its pieces of text with their places, as pdf.js finds them in the page that makes plans.
    Pdf,
}

impl Kind {
    /// The kind that a word names: `text`, `html`, `docx` or `pdf`; none where it names no kind.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "text" => Some(Self::Text),
            "html" => Some(Self::Html),
            "docx" => Some(Self::Docx),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// Reads a file: [`text_of`], then [`super::read`].
///
/// # Errors
/// As [`text_of`].
pub fn read_bytes(bytes: &[u8], kind: Option<Kind>) -> Result<Reading, Refused> {
    text_of(bytes, kind).map(|text| super::read(&text))
}

/// The text of a file, a paragraph or a row of a table a line; its kind, where none is said, is seen by its first bytes.
/// Automatic numbers stand in front of their paragraphs, cells are parted by tabs, footnotes are left out.
///
/// # Errors
/// It is of a kind that is not read, larger than [`MAX_FILE`], broken, or made to be much larger than it looks.
pub fn text_of(bytes: &[u8], kind: Option<Kind>) -> Result<String, Refused> {
    if bytes.len() > MAX_FILE {
        return Err(Refused::TooLarge);
    }
    let kind = match kind {
        Some(kind) => kind,
        None => seen(bytes)?,
    };
    match kind {
        Kind::Docx => docx::text(bytes),
        Kind::Pdf if bytes.starts_with(b"%PDF") => Err(Refused::Pdf),
        Kind::Pdf => pdf::text(&decoded(bytes)?),
        Kind::Html => html::text(&decoded(bytes)?),
        Kind::Text => Ok(fonts::guessed(decoded(bytes)?)),
    }
}

/// The kind by the first bytes.
fn seen(bytes: &[u8]) -> Result<Kind, Refused> {
    let begins = |sign: &[u8]| bytes.starts_with(sign);
    if begins(b"PK\x03\x04") {
        return Ok(Kind::Docx);
    }
    if begins(&[0xD0, 0xCF, 0x11, 0xE0]) || begins(b"{\\rtf") {
        return Err(Refused::OldWord);
    }
    if begins(b"%PDF") {
        return Err(Refused::Pdf);
    }
    let images: [&[u8]; 6] = [
        &[0x89, b'P', b'N', b'G'],
        &[0xFF, 0xD8, 0xFF],
        b"GIF8",
        b"II*\0",
        b"MM\0*",
        b"RIFF",
    ];
    if images.iter().any(|sign| begins(sign)) {
        return Err(Refused::Image);
    }
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096)).unwrap_or_default())
        .to_lowercase();
    let head = head.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    let page = head.starts_with('<')
        && [
            "<html",
            "<!doctype html",
            "<body",
            "<p",
            "<div",
            "<span",
            "<table",
            "<meta",
            "<!--",
        ]
        .iter()
        .any(|tag| head.contains(tag));
    Ok(if page { Kind::Html } else { Kind::Text })
}

/// The letters of a text file.
fn decoded(bytes: &[u8]) -> Result<String, Refused> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .as_chunks::<2>()
            .0
            .iter()
            .map(|pair| of(*pair))
            .collect();
        String::from_utf16(&units).map_err(|_| Refused::Letters)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
            let text = std::str::from_utf8(bytes).map_err(|_| Refused::Letters)?;
            if text.contains('\0') {
                return Err(Refused::Letters);
            }
            Ok(text.to_owned())
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
