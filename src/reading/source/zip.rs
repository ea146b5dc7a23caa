//! The parts of a .docx: a zip's list of files, and one of them unpacked.

use super::Refused;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The most bytes that one part unpacks to.
const MAX_PART: usize = 24 << 20;
/// How many files a document has at most.
const MAX_FILES: usize = 4096;
/// A part may be this many times larger than it is packed, and [`SMALL`] more.
const MAX_RATIO: usize = 200;
const SMALL: usize = 1 << 20;

/// A file inside.
struct Entry {
    name: String,
    locked: bool,
    method: u16,
    packed: usize,
    /// Where its own header stands.
    at: usize,
}

/// A zip, its list read.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}

impl<'a> Archive<'a> {
    /// Reads the list at the end.
    ///
    /// # Errors
    /// There is none, or it does not fit the file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        let entries = list(bytes).ok_or(Refused::Broken)?;
        Ok(Self { bytes, entries })
    }

    /// Whether a file of that name is inside.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// A file's text; none where it is not inside.
    ///
    /// # Errors
    /// It is locked, broken, or much larger than it is packed.
    pub fn text(&self, name: &str) -> Result<Option<String>, Refused> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name) else {
            return Ok(None);
        };
        if entry.locked {
            return Err(Refused::Locked);
        }
        let packed = packed(self.bytes, entry).ok_or(Refused::Broken)?;
        let most = MAX_PART.min(packed.len().saturating_mul(MAX_RATIO).saturating_add(SMALL));
        let bytes = match entry.method {
            0 if packed.len() <= most => packed.to_vec(),
            8 => {
                decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                    miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Refused::Swollen,
                    _ => Refused::Broken,
                })?
            }
            _ => return Err(Refused::Broken),
        };
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| Refused::Broken)
    }
}

fn list(bytes: &[u8]) -> Option<Vec<Entry>> {
    // The end's header, before a comment of at most 65,535 bytes.
    let first = bytes.len().saturating_sub(22 + 65_535);
    let end = (first..bytes.len().checked_sub(21)?)
        .rev()
        .find(|at| bytes.get(*at..at + 4) == Some(b"PK\x05\x06"))?;
    let count = usize::from(u16_at(bytes, end + 10)?).min(MAX_FILES);
    let mut at = u32_at(bytes, end + 16)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let name = usize::from(u16_at(bytes, at + 28)?);
        let more = usize::from(u16_at(bytes, at + 30)?) + usize::from(u16_at(bytes, at + 32)?);
        let letters = bytes.get(at + 46..at + 46 + name)?;
        entries.push(Entry {
            name: String::from_utf8_lossy(letters).into_owned(),
            locked: u16_at(bytes, at + 8)? & 1 == 1,
            method: u16_at(bytes, at + 10)?,
            packed: u32_at(bytes, at + 20)?,
            at: u32_at(bytes, at + 42)?,
        });
        at = at + 46 + name + more;
    }
    Some(entries)
}

/// The packed bytes behind an entry's own header.
fn packed<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let at = entry.at;
    if bytes.get(at..at.checked_add(4)?)? != b"PK\x03\x04" {
        return None;
    }
    let skipped = usize::from(u16_at(bytes, at + 26)?) + usize::from(u16_at(bytes, at + 28)?);
    let from = at + 30 + skipped;
    bytes.get(from..from.checked_add(entry.packed)?)
}
