//! A document of Word or a workbook of Excel: an archive whose list of contents is right, holds what such a document must
//! have, no macros, and nothing that swells to more than anyone can open. Nothing of it is unpacked.

use super::pdf::keep_last;

/// The longest list of contents, and how many things it may name.
const LIST: usize = 512 * 1024;
const MOST: usize = 5_000;

/// How the list ends, in bytes.
const END: usize = 22;

/// How large all contents may be together, and how many times as large as in the archive one of some size may be.
const LARGEST: u64 = 400 * 1024 * 1024;
const SWELLS: u64 = 200;
const SMALL: u64 = 1024 * 1024;

/// What has been seen of an archive.
#[derive(Debug)]
pub struct Archive {
    /// What it must hold.
    part: &'static str,
    bytes: u64,
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Archive {
    /// Of an archive of so many bytes that must hold `part` nothing has been seen.
    #[must_use]
    pub fn new(part: &'static str, bytes: u64) -> Self {
        Self {
            part,
            bytes,
            head: Vec::new(),
            tail: Vec::new(),
        }
    }

    /// Looks at the next bytes.
    pub fn take(&mut self, bytes: &[u8]) {
        let room = 4_usize.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(room));
        keep_last(&mut self.tail, bytes, LIST + END);
    }

    /// Whether it is one, to its end.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.head == b"PK\x03\x04" && self.listed().unwrap_or(false)
    }

    fn listed(&self) -> Option<bool> {
        let end = self.tail.len().checked_sub(END)?;
        let (before, end) = self.tail.split_at(end);
        // One archive on one disk, with no comment in which something else could stand.
        let is_end = end.starts_with(b"PK\x05\x06\0\0\0\0") && end.ends_with(&[0, 0]);
        let (count, size) = (short(end, 10)?, long(end, 12)?);
        let (length, offset) = (usize::try_from(size).ok()?, long(end, 16)?);
        // Nothing stands between the list and its end.
        let fits = u64::from(offset) + u64::from(size) + END as u64 == self.bytes;
        if !is_end || !fits || usize::from(count) > MOST {
            return Some(false);
        }
        let mut list = before.get(before.len().checked_sub(length)?..)?;
        let (mut all, mut has_types, mut has_part) = (0_u64, false, false);
        for _ in 0..count {
            let entry = list
                .get(..46)
                .filter(|entry| entry.starts_with(b"PK\x01\x02"))?;
            let (packed, unpacked) = (long(entry, 20)?, long(entry, 24)?);
            let name_length = usize::from(short(entry, 28)?);
            let more = usize::from(short(entry, 30)?) + usize::from(short(entry, 32)?);
            let (flags, method) = (short(entry, 8)?, short(entry, 10)?);
            let name = std::str::from_utf8(list.get(46..46 + name_length)?).ok()?;
            let unpacked = u64::from(unpacked);
            all += unpacked;
            let swells = unpacked > SMALL && unpacked / SWELLS > u64::from(packed);
            let is_plain = flags & 1 == 0 && matches!(method, 0 | 8);
            if !is_plain || swells || all > LARGEST || long(entry, 42)? >= offset || is_bad(name) {
                return Some(false);
            }
            has_types |= name == "[Content_Types].xml";
            has_part |= name == self.part;
            list = list.get(46 + name_length + more..)?;
        }
        Some(list.is_empty() && has_types && has_part)
    }
}

/// Whether something of that name has no place in a document: what leads out of a folder, and what is run.
fn is_bad(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    let runs = ["vbaproject", "vbadata", "activex"];
    let ends = [
        ".exe", ".js", ".vbs", ".dll", ".bat", ".jar", ".zip", ".docm", ".xlsm",
    ];
    name.starts_with('/')
        || name.contains(['\\', ':', '\0'])
        || name.split('/').any(|part| part == "..")
        || runs.iter().any(|word| small.contains(word))
        || ends.iter().any(|ending| small.ends_with(ending))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
pub(super) mod tests {
    use super::Archive;

    /// An archive of things of which the list says that they are so large.
    pub fn archive(contents: &[(&str, u32)]) -> Vec<u8> {
        let (mut archive, mut list) = (b"PK\x03\x04".to_vec(), Vec::new());
        archive.extend([0; 60]);
        for (name, size) in contents {
            list.extend(b"PK\x01\x02");
            list.extend([0; 4]);
            list.extend([0, 0, 8, 0]);
            list.extend([0; 8]);
            list.extend(10_u32.to_le_bytes());
            list.extend(size.to_le_bytes());
            list.extend((name.len() as u16).to_le_bytes());
            list.extend([0; 16]);
            list.extend(name.as_bytes());
        }
        let (offset, size) = (archive.len() as u32, list.len() as u32);
        archive.extend(list);
        archive.extend(b"PK\x05\x06\0\0\0\0");
        for _ in 0..2 {
            archive.extend((contents.len() as u16).to_le_bytes());
        }
        archive.extend(size.to_le_bytes());
        archive.extend(offset.to_le_bytes());
        archive.extend([0, 0]);
        archive
    }

    fn is_one(bytes: &[u8]) -> bool {
        let mut archive = Archive::new("word/document.xml", bytes.len() as u64);
        for piece in bytes.chunks(7) {
            archive.take(piece);
        }
        archive.is_one()
    }

    #[test]
    fn a_document_holds_what_it_must_and_nothing_that_runs_or_swells() {
        let document = [("[Content_Types].xml", 900), ("word/document.xml", 9_000)];
        let with = |more: (&'static str, u32)| archive(&[&document[..], &[more]].concat());
        assert!(is_one(&archive(&document)));
        assert!(is_one(&with(("word/media/image1.png", 100))));
        for more in [
            ("word/vbaProject.bin", 100),
            ("../../etc/passwd", 100),
            ("/etc/passwd", 100),
            ("..\\a", 100),
            ("word/activeX/activeX1.xml", 100),
            ("word/embeddings/a.exe", 100),
            ("word/media/bomb.xml", 300_000_000),
            ("word/media/bomb.xml", u32::MAX),
        ] {
            assert!(!is_one(&with(more)), "{more:?}");
        }
        assert!(!is_one(&archive(&document[..1])), "a document is in it");
        let whole = archive(&document);
        assert!(
            !is_one(&[&b"%PDF-1.7\n"[..], &whole].concat()),
            "nothing before it"
        );
        assert!(
            !is_one(&[&whole, &b"<script>"[..]].concat()),
            "nothing behind it"
        );
        assert!(!is_one(&whole[..whole.len() - 1]));
        assert!(!is_one(b"PK\x03\x04"));
    }
}
